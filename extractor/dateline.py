"""The document's own date: stated in its letterhead, its publication stamp, or its first words."""

from __future__ import annotations

from datetime import date

from extractor.context import Context


def document_date(context: Context) -> date | None:
    """The day that the document itself bears, or null where the text does not tell."""
    return None
