"""Facts that explain each other: what a fact takes from its neighbours once overlaps are settled."""

from __future__ import annotations

from extractor.context import Context
from extractor.model import Found


def link(found: list[Found], context: Context) -> list[Found]:
    """``found`` (sorted by span) with the fields that neighbours supply."""
    return found
