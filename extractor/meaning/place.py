"""The place of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model import Found

if TYPE_CHECKING:
    from extractor.meaning.about import Around


def place_of(number: Found, around: Around) -> str | None:
    """The canonical name of the administrative unit that the number holds for; null where it holds for none."""
    return None
