"""The status of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model import Found

if TYPE_CHECKING:
    from extractor.meaning.about import Around


def status_of(number: Found, around: Around) -> str | None:
    """``result``, ``target``, ``baseline``, or null where the number merely describes."""
    return None
