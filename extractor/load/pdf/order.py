"""The order in which the lines of a page are read: columns side by side one after the other, everything else from top to bottom.

The head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I: issuer and number left, motto, place and date right), its
foot (Nơi nhận left, the signer right) and pages set in columns are all the same thing: lines on either side of a gutter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.load.pdf.boxes import Line, line_of

_GUTTER = 0.6  # of the size: the least width of a gutter
_CLOSE = 1.0  # of the size: lines below one another with less between them go on in their column
_OVERLAP = 0.1  # of the size: how far lines beside one another reach past one another at least; columns may be half a line apart
_ONE_LINE = 5.0  # of the size: a gap in a line that has no columns above or below it


class Column(NamedTuple):
    """Lines from top to bottom; ``whole`` is False for those on one side of a gutter."""

    lines: tuple[Line, ...]
    whole: bool


class _Band(NamedTuple):
    """Lines on either side of ``middle``; the first ``sure`` of them end where both sides have lines."""

    lines: Sequence[Line]
    sure: int
    middle: float


class _Gutter(NamedTuple):
    left: float
    right: float

    def beside(self, line: Line) -> _Gutter | None:
        """What remains of the gutter beside a line; None where the line crosses it."""
        if (line.x0 + line.x1) < (self.left + self.right):
            rest = _Gutter(max(self.left, line.x1), self.right)
        else:
            rest = _Gutter(self.left, min(self.right, line.x0))
        return rest if rest.right - rest.left >= _GUTTER * line.size else None


def columns_of(lines: Sequence[Line], whole: bool = True) -> Iterator[Column]:
    """The columns of lines that are sorted by base line, in reading order."""
    pending: list[Line] = []
    index = 0
    while index < len(lines):
        band = _band(lines, index)
        single = _as_one(band) if band.lines else lines[index]
        if single is not None:
            pending.append(single)
            index += max(band.sure, 1)
            continue
        yield from [Column(tuple(pending), whole)] if pending else []
        pending = []
        yield from columns_of([line for line in band.lines if line.x1 <= band.middle], whole=False)
        yield from columns_of([line for line in band.lines if line.x1 > band.middle], whole=False)
        index += len(band.lines)
    yield from [Column(tuple(pending), whole)] if pending else []


def _band(lines: Sequence[Line], start: int) -> _Band:
    """The lines from ``start`` on that stand on either side of one gutter; none where the first has no line beside it."""
    gutter = _opening(lines, start)
    if gutter is None:
        return _Band((), 0, 0)
    end, sure = start, start
    for position in range(start, len(lines)):
        narrowed = gutter.beside(lines[position])
        if narrowed is None:
            break
        gutter, end = narrowed, position + 1
    middle = (gutter.left + gutter.right) / 2
    for position in range(start, end):
        if _has_neighbour(lines, position, start, end, middle):
            sure = position + 1
    tail = _tail(lines, start, sure, end, middle)
    return _Band(lines[start : sure + tail], sure - start, middle)


def _opening(lines: Sequence[Line], start: int) -> _Gutter | None:
    """The gutter between a line and the first one beside it."""
    line = lines[start]
    for other in lines[start + 1 : start + 8]:
        if _beside(line, other):
            left, right = sorted((line, other), key=lambda each: each.x0)
            return _Gutter(left.x1, right.x0) if right.x0 - left.x1 >= _GUTTER * line.size else None
    return None


def _beside(line: Line, other: Line) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    return overlap > _OVERLAP * min(line.size, other.size) and (line.x1 <= other.x0 or other.x1 <= line.x0)


def _has_neighbour(lines: Sequence[Line], position: int, start: int, end: int, middle: float) -> bool:
    line = lines[position]
    near = lines[max(start, position - 6) : min(end, position + 7)]
    return any((line.x1 <= middle) != (other.x1 <= middle) and min(line.bottom, other.bottom) > max(line.top, other.top) for other in near)


def _tail(lines: Sequence[Line], start: int, sure: int, end: int, middle: float) -> int:
    """How many lines after the last one that has a neighbour still go on in its column."""
    count = 0
    for position in range(sure, end):
        line = lines[position]
        left = line.x1 <= middle
        above = [other for other in lines[start:position] if (other.x1 <= middle) == left]
        first = lines[sure]
        if (first.x1 <= middle) != left or not above or line.top - above[-1].bottom > _CLOSE * line.size:
            break
        count += 1
    return count


def _as_one(band: _Band) -> Line | None:
    """Two parts of one line that have no columns above or below them: a gap in running text."""
    if band.sure != 2 or abs(band.lines[0].base - band.lines[1].base) > 0.3 * band.lines[0].size:
        return None
    left, right = sorted(band.lines[:2], key=lambda line: line.x0)
    return line_of([*left.words, *right.words]) if right.x0 - left.x1 < _ONE_LINE * left.size else None
