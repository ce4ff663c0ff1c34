"""The head of an official document: issuer, ``Số: 659/TB-VPCP``, motto, place and date (Nghị định 30/2020/NĐ-CP, Phụ lục I).

The two columns of the print come one after the other in text, in either order, so the head is the stretch around the number
that holds the motto; where a copy has left the motto out, the number stands below a heading in capitals at the very top.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.model import Span
from extractor.motto import MOTTO, PARTY, STATE

_REACH = 420  # code points from the number to the ends of its head
_TOP = 300
_MOTTO = regex.compile(rf"(?i:{STATE}|{MOTTO}|{PARTY})")
_CAPITALS = regex.compile(r"(?:^|\n)[^\p{Ll}\n]{0,20}\p{Lu}{2}[^\p{Ll}\n]{2,}")
_PLACE_DATE = regex.compile(r"\p{Lu}[\p{L}. -]{1,60}, ?(?i:ngày) ?[^\n]{0,40}")


class Letterhead(NamedTuple):
    """In folded offsets: where the issuer's lines stand, and the line of place and date (null where there is none)."""

    issuer: Span
    dated: Span | None


def letterhead(text: str, number: Span) -> Letterhead | None:
    """The head around an own ``number`` in folded ``text``, or null where the number stands in no head."""
    top, bottom = max(0, number.start - _REACH), min(len(text), number.end + _REACH)
    if not (_MOTTO.search(text, top, bottom) or (number.start < _TOP and _CAPITALS.search(text, 0, number.start))):
        return None
    below = _PLACE_DATE.search(text, number.end, bottom)
    above = list(_PLACE_DATE.finditer(text, top, number.start)) if below is None else []
    line = below or (above[-1] if above else None)
    return Letterhead(Span(_issuer_start(text, top, number.start), number.start), Span(*line.span()) if line else None)


def _issuer_start(text: str, top: int, number_start: int) -> int:
    """The first of the lines above the number that carry no running text."""
    start = number_start
    while start > top:
        line = text.rfind("\n", top, start - 1) + 1 if start > top + 1 else 0
        words = text[max(line, top) : start]
        if not _is_heading(words):
            break
        start = max(line, top)
        if line <= top:
            break
    return start


def _is_heading(line: str) -> bool:
    """Capitals, the motto's second line, dashes, or what stands before the number in its own line."""
    letters = [c for c in line if c.isalpha()]
    return sum(c.islower() for c in letters) * 3 <= len(letters) or len(letters) < 12 or _MOTTO.search(line) is not None
