"""Task tables that have lost their lines: an annex that stands in the text as one cell a line.

``STT``, ``Tên nhiệm vụ``, ``Cơ quan chủ trì``, ... one below the other, then ``1``, the task, the body, the time, ``2``, and so on, with
titles of sections (``I.`` and a line, or ``I. TITLE``) between them. A row begins at a number that goes on from those above it; which
of its lines are which cells is told by their words. A row that stays uncertain is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.line_table_build import Item, TableBuilder
from extractor.line_table_header import Header, is_number_heading, opening, read_header, repeats
from extractor.line_table_kinds import is_below
from extractor.line_table_numbers import Sequence
from extractor.model import Span, Table

_LINE = re.compile(r"[^\r\n]+")
_DOTS = re.compile(r"[.…\s]{3,}")
_TITLED = re.compile(r"([IVX]{1,5}|[A-HĐ])[.)/:]+\s+(?=\S)")
_LONGEST_NUMBER_HEADING = 30


def line_tables(text: str) -> tuple[Table, ...]:
    """The task tables of any ``text`` that stand in it as one cell a line, with spans in its code points.

    ``header`` is 1; the rows are those whose names and times are certain. Costs one search where no line is ``STT`` or the like.
    """
    first = [0] if opening().match("\n" + text[:_LONGEST_NUMBER_HEADING]) else []
    starts = first + [match.start() + 1 for match in opening().finditer(text)]
    if not starts:
        return ()
    tables, done = [], 0
    lines = _lines(text)
    for start in starts:
        first_line = bisect_left(lines, (start,))
        if start < done or first_line >= len(lines) or _is_twice(text, lines, first_line):
            continue
        if (header := read_header(text, lines, first_line)) is not None:
            items, at = _Items(text, lines, header).read()
            done = lines[min(at, len(lines)) - 1].end
            tables.append(TableBuilder(text, header).table(items))
    return tuple(table for table in tables if table is not None)


def _is_twice(text: str, lines: list[Span], at: int) -> bool:
    """Whether the heading of the numbers stands in the next line again: that one may open a header."""
    return at + 1 < len(lines) and is_number_heading(text[lines[at + 1].start : lines[at + 1].end])


def _lines(text: str) -> list[Span]:
    """The lines that have words, without the blanks around them."""
    return [span for match in _LINE.finditer(text) if (span := _tight(match))]


def _tight(match: re.Match[str]) -> Span | None:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip())) if line.strip() else None


class _Items:
    """Parts the lines below a header at the numbers of the rows."""

    def __init__(self, text: str, lines: list[Span], header: Header) -> None:
        self._text, self._lines, self._header = text, lines, header
        self._numbers = Sequence()
        self._longest = 4 * len(header.roles) + 6

    def read(self) -> tuple[list[Item], int]:
        """The items down to the end of the table, and the first line behind it."""
        items: list[Item] = []
        at = self._header.end
        while at < len(self._lines):
            if again := repeats(self._text, self._lines, at, self._header):
                at += again
                self._numbers.restart = True
                continue
            item, at = self._item(at)
            if item is None:
                break
            items.append(item)
        return items, at

    def _item(self, at: int) -> tuple[Item | None, int]:
        """The item that begins at a line, and the first line behind it; None where the table ends."""
        span = self._lines[at]
        line = self._text[span.start : span.end]
        if _DOTS.fullmatch(line):
            self._numbers.gap()
            return Item(None, "", 0, ()), at + 1
        if titled := self._titled(line):
            self._numbers.enter(titled)
            return Item(None, "I", 1, (span,)), at + 1
        shape = self._numbers.follows(line)
        if shape is None:
            return None, at
        self._numbers.enter(line)
        end = self._end(at + 1)
        return Item(span, shape, self._numbers.depth(line), tuple(self._lines[at + 1 : end])), end

    def _titled(self, line: str) -> str | None:
        """The number of a section whose title stands on the same line."""
        found = _TITLED.match(line)
        return found[1] if found and self._numbers.follows(found[1]) in ("I", "A") else None

    def _end(self, at: int) -> int:
        """The first line at or behind ``at`` that does not belong to the row, where the table goes on or ends."""
        for end in range(at, min(at + self._longest, len(self._lines))):
            span = self._lines[end]
            line = self._text[span.start : span.end]
            if _DOTS.fullmatch(line) or is_number_heading(line) or repeats(self._text, self._lines, end, self._header):
                return end
            if end > at and (is_below(line) or self._titled(line) or self._begins(end, end - at)):
                return end
        return min(at + self._longest, len(self._lines))

    def _begins(self, at: int, above: int) -> bool:
        """Whether a row begins at a line: its number goes on, or is 1 below a title at the end of a row that is longer than the table."""
        span = self._lines[at]
        line = self._text[span.start : span.end]
        if self._numbers.follows(line):
            return True
        if above < len(self._header.roles) or line.strip("0.) ") != "1":
            return False
        self._numbers.restart = True
        return True
