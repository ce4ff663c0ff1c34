"""The period of a number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extractor.model import Found

if TYPE_CHECKING:
    from extractor.meaning.about import Around


def period_of(number: Found, around: Around) -> tuple[date, date] | None:
    """The first and last day that the number holds for; null where the text gives none."""
    return None
