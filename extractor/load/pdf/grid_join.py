"""A table that runs over a page: its parts as one, without the header that each page repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.load.pdf.boxes import Grid, GridCell
from extractor.load.pdf.paragraphs import joint

_SAME_COLUMN = 4.0  # points by which columns are off after a page break
_LOWER = regex.compile(r"\p{Ll}")

Cells = Sequence[tuple[str, GridCell]]


class JoinedGrid(NamedTuple):
    """One table of two parts: the row at which the second begins, and how many rows the second had repeated."""

    grid: Grid
    row: int
    header: int


def join_grids(before: Grid, after: Grid) -> JoinedGrid | None:
    """The table that two parts make, one at the foot of a page and one at the head of the next; None where they are two tables."""
    if len(before.columns) != len(after.columns):
        return None
    if any(abs(a - b) > _SAME_COLUMN for a, b in zip(before.columns, after.columns, strict=True)):
        return None
    header = _repeated(before.cells, after.cells)
    kept = [(text, cell._replace(row=cell.row - header)) for text, cell in after.cells if cell.row >= header]
    height = max(cell.row + cell.rows for _, cell in before.cells)
    cells = list(before.cells)
    if _is_broken_row(kept):
        cells = _mended(cells, [(text, cell) for text, cell in kept if cell.row == 0], height - 1)
        kept = [(text, cell._replace(row=cell.row - 1)) for text, cell in kept if cell.row > 0]
    moved = [(text, cell._replace(row=cell.row + height)) for text, cell in kept]
    return JoinedGrid(Grid(before.box, before.columns, (*cells, *moved)), height, header)


def _repeated(before: Cells, after: Cells) -> int:
    """How many rows the second part begins with that are those of the first."""
    count = 0
    while (row := _row(before, count)) and any(text for text, *_ in row) and row == _row(after, count):
        count += 1
    return count


def _row(cells: Cells, number: int) -> list[tuple[str, int, int, int]]:
    return [(text, cell.column, cell.rows, cell.columns) for text, cell in cells if cell.row == number]


def _is_broken_row(cells: Cells) -> bool:
    """Whether the first row goes on with the last one of the page before: nothing in its first cell, and a small letter begins another."""
    row = [(text, cell) for text, cell in cells if cell.row == 0]
    if len(row) < 2 or any(cell.rows > 1 for _, cell in row):
        return False
    return not row[0][0] and any(_LOWER.match(text) for text, _ in row)


def _mended(cells: Cells, broken: Cells, last: int) -> list[tuple[str, GridCell]]:
    rest = {cell.column: text for text, cell in broken if text}
    mended = []
    for text, cell in cells:
        if cell.row + cell.rows - 1 == last and (more := rest.pop(cell.column, "")):
            mended.append((f"{text}{joint(text, more) if text else ''}{more}", cell))
        else:
            mended.append((text, cell))
    return mended
