"""Page numbers: which lines are one, and which hold one that counts with the pages.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I: the page number stands at the top, in the middle; older rules put it at the bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.load.pdf.boxes import Line, Word

_YEAR = 1900  # a number from here on is a year rather than a page
_SET_OFF = 0.3  # of the width of the page's text: how far from the left a number of its own stands
_GAP = 1.0  # of the size: how far the number in a running head stands from its words
_SIGN = r"[-–—|~•]{1,3}"
_OF = r"(?:\s?/\s?(?P<of>\d{1,4}))?"
_NAMED = regex.compile(
    rf"(?:{_SIGN}\s?)?(?:Trang|TRANG|Page|PAGE)[ :]{{0,2}}(?P<page>\d{{1,4}})(?:\s?(?:/|of)\s?\d{{1,4}})?(?:\s?{_SIGN})?"
)
# A sign that touches the number on one side only is a minus or the end of a range.
_BARE = regex.compile(rf"(?|{_SIGN}\s?(?P<page>\d{{1,4}}){_OF}\s?{_SIGN}|(?:{_SIGN}\s)?(?P<page>\d{{1,4}}){_OF}(?:\s{_SIGN})?)")
_NAME = regex.compile(r"(?:[Tt]rang|TRANG|Page|PAGE)[ :]{0,2}(\d{1,4})(?!\d)")
_NUMBER = regex.compile(r"(\d{1,4})(?:/(\d{1,4}))?")
_RULE = regex.compile(r"[|•]+")
_HEADING = regex.compile(
    r"(?:phụ lục|điều|chương|mục|mẫu|biểu|bảng|khoản|phần|hình)\b|\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivx]+)[.)]|[-+•*–]\s?\p{L}",
    regex.IGNORECASE,
)


def is_page_number(line: Line, page: int, lines: Sequence[Line]) -> bool:
    """Whether a line at the edge of a page (numbered from 0) of ``lines`` numbers it.

    A number without ``Trang`` at the left may be the end of a paragraph: it must be the page's.
    """
    if _NAMED.fullmatch(line.text):
        return True
    m = _BARE.fullmatch(line.text)
    if m is None:
        return False
    number, last = int(m["page"]), int(m["of"] or m["page"])
    if number == page + 1 <= last:
        return True
    left, right = min(other.x0 for other in lines), max(other.x1 for other in lines)
    return number <= last < _YEAR and line.x0 > left + _SET_OFF * (right - left)


def counters(line: Line) -> Iterator[tuple[int, int]]:
    """Where in its text a line may hold the number of its page: after ``Trang``, or at either end and set off from the words."""
    text = line.text
    bare = _BARE.fullmatch(text)
    if bare:
        yield bare.span("page")
    if bare or _HEADING.match(text):
        return
    for m in _NAME.finditer(text):
        yield m.span(1)
    if len(line.words) > 1:
        yield from _end(line.words[0], line.words[1], 0, line.words[1].x0 - line.words[0].x1, line)
        last = line.words[-1]
        yield from _end(last, line.words[-2], len(text) - len(last.text), last.x0 - line.words[-2].x1, line)


def _end(word: Word, neighbour: Word, start: int, gap: float, line: Line) -> Iterator[tuple[int, int]]:
    m = _NUMBER.fullmatch(word.text)
    if m and int(m[2] or m[1]) < _YEAR and (gap > _GAP * line.size or _RULE.fullmatch(neighbour.text)):
        yield start, start + len(m[1])
