"""Patterns for the words right before a place in the text."""

from __future__ import annotations

import regex


def backwards(source: str) -> regex.Pattern[str]:
    """``source``, which ends in ``$``, tried once from the end of the words rather than from each of their beginnings."""
    return regex.compile(source, regex.V1 | regex.REVERSE)
