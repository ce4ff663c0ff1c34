"""The subject of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model import Found

if TYPE_CHECKING:
    from extractor.meaning.about import Around


def subject_of(number: Found, around: Around) -> str | None:
    """The words that a table would put at the head of the row, quoted from the text."""
    return None
