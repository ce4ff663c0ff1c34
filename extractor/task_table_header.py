"""The header of a task table: which column holds the task, who leads, by when. Headings are listed in ``patterns/_task_tables.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from extractor.model import Cell
from extractor.table_grid import Grid
from extractor.task_table_items import number
from extractor.wordlists import words

NUMBER, TASK, LEAD, DUE = "no", "task", "lead", "due"
VALUES = ("lead", "support", "product", "due", "report_to", "basis")  # in the order of TableTask
_ROLES = (NUMBER, TASK, *VALUES, "note", "other")
_LONGEST = 12  # syllables of a heading
_DEEPEST = 3  # rows of a header
_SIGNS = re.compile(r"[\W_]+")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-zĐđ])\)?(?: ?= ?[\d()+ ]+)?")


class Columns(NamedTuple):
    """What the columns hold: the first column and the one past the last of each role; ``end`` is the first row below the header."""

    ranges: Mapping[str, tuple[int, int]]
    end: int

    def role(self, cell: Cell) -> str | None:
        """The role of the columns that most of a cell lies in; of equal ones, the first."""
        shared = {role: min(cell.column + cell.columns, end) - max(cell.column, start) for role, (start, end) in self.ranges.items()}
        best = max(shared, key=lambda role: shared[role])
        return best if shared[best] > 0 else None


class _Heading(NamedTuple):
    """A role, how well its entry fits (syllables, then how early it stands), and the cell."""

    role: str
    fit: tuple[int, int]
    cell: Cell


def header_at(grid: Grid, row: int) -> Columns | None:
    """The columns where a header of a task table begins at ``row``: a task and who leads it, or a task, its number and by when."""
    cells = [cell for cell in grid.row(row) if cell.row == row]
    if len(cells) < 2 or number(grid.words(cells[0])):
        return None
    end = _end(grid, row, cells)
    best: dict[str, _Heading] = {}
    found = [heading for column in range(grid.width) if (heading := _heading(grid, row, end, column))]
    for heading in found:
        if heading.role not in best or heading.fit > best[heading.role].fit:
            best[heading.role] = heading
    if not {TASK, LEAD} <= best.keys() and not {NUMBER, TASK, DUE} <= best.keys():
        return None
    if 2 * len({heading.cell for heading in found}) < len(cells):
        return None
    return Columns({role: (h.cell.column, h.cell.column + h.cell.columns) for role, h in best.items()}, _past_numbers(grid, end))


def is_column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row only counts the columns: ``(1) (2) (3)``, ``A B 1 2``."""
    cells = grid.row(row)
    return len(cells) > 2 and all(_COLUMN_NUMBER.fullmatch(grid.words(cell)) for cell in cells)


def _end(grid: Grid, row: int, cells: list[Cell]) -> int:
    """The first row below the headings: past what its merged cells reach, and past rows of further headings (one alone is a section)."""
    end = min(max(cell.row + cell.rows for cell in cells), row + _DEEPEST, grid.height)
    while end < min(row + _DEEPEST, grid.height):
        below = [cell for cell in grid.row(end) if cell.row == end]
        if len(below) < 2 or not all(_fit(grid.words(cell)) for cell in below):
            break
        end += 1
    return end


def _past_numbers(grid: Grid, end: int) -> int:
    return end + 1 if end < grid.height and is_column_numbers(grid, end) else end


def _heading(grid: Grid, row: int, end: int, column: int) -> _Heading | None:
    """The lowest heading of a column that tells a role; one over several columns does not speak for those with headings of their own."""
    lower: Cell | None = None
    for at in range(end - 1, row - 1, -1):
        cell = grid.at(at, column)
        if cell is None or cell is lower or not grid.words(cell):
            continue
        if lower is not None and cell.columns > 1:
            return None
        if fit := _fit(grid.words(cell)):
            return _Heading(*fit, cell)
        lower = cell
    return None


@lru_cache(4096)
def _fit(heading: str) -> tuple[str, tuple[int, int]] | None:
    """The role that a folded heading tells, and how well its entry fits."""
    if heading.strip(" .*").lower() in words("task_tables", NUMBER):
        return NUMBER, (_LONGEST, 0)
    syllables = _SIGNS.sub(" ", heading.lower()).split()
    if not 0 < len(syllables) <= _LONGEST:
        return None
    for length in range(len(syllables), 0, -1):
        for start in range(len(syllables) - length + 1):
            phrase = " ".join(syllables[start : start + length])
            for role in _ROLES[1:]:
                if phrase in words("task_tables", role):
                    return role, (length, -start)
    return None
