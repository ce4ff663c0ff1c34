"""The colours of facts for displaCy: those of all highlighted text."""

from __future__ import annotations

from extractor.markup.palette import COLOURS

__all__ = ["COLOURS", "options"]


def options() -> dict[str, object]:
    """The options for ``displacy.render(doc, style="span", options=options())``: our facts in our colours."""
    return {"spans_key": "facts", "colors": COLOURS}
