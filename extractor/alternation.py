"""Entries of a list as the alternatives of a regex."""

from __future__ import annotations

from collections.abc import Iterable

import regex


def alternation(entries: Iterable[str]) -> str:
    """The literal ``entries`` parted by ``|``, a longer one before its beginning; one that is given twice stands once."""
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return "|".join(regex.escape(entry, literal_spaces=True) for entry in longest_first)
