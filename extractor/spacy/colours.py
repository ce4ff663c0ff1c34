"""One colour a kind of fact, for displaCy and for highlighted text."""

from __future__ import annotations

# The "light" scheme of Paul Tol (SRON/EPS/TN/09-002): nine colours told apart by the colour-blind, behind black letters.
COLOURS = {
    "ratio": "#bbcc33",
    "percent": "#aaaa00",
    "quantity": "#eedd88",
    "money": "#ee8866",
    "rank": "#ffaabb",
    "date": "#99ddff",
    "deadline": "#77aadd",
    "document": "#dddddd",
    "agency": "#44bb99",
}


def options() -> dict[str, object]:
    """The options for ``displacy.render(doc, style="span", options=options())``: our facts in our colours."""
    return {"spans_key": "facts", "colors": COLOURS}
