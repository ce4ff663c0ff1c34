"""Where the words of a sentence begin: behind its list marker, and behind the name of the paper that opens a report."""

from __future__ import annotations

import regex

from extractor.outline import marker_end

_REACH = 60
# "(HQ Online) - ", "(HDDTVN) – ", "Hà Nội (TTXVN) - ": who reports is no part of what is reported.
_DATELINE = regex.compile(r"(?:[^\n().,:;]{0,40})\((?:\p{Lu}[\p{L}.&/]*(?: \p{Lu}[\p{L}.]*){0,3})\) ?[-–—] ?(?=\p{Lu})")


def words_begin(text: str, start: int) -> int:
    """Where the words begin of the sentence that begins at ``start``."""
    at = marker_end(text, start)
    m = _DATELINE.match(text, at, at + _REACH) if text.find(")", at, at + _REACH) >= 0 else None
    return m.end() if m else at
