"""Annexes that already are a task table: ``TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn``.

A row is a task. Rows that hold nothing but a title are sections, whose numbers lead the paths of the items below them. A merged
cell holds for every row that it covers. What the cells say is left to others: this module only tells which words stand for what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.model import Cell, Span, Table
from extractor.table_grid import Grid
from extractor.task_table_header import LEAD, NUMBER, TASK, VALUES, Columns, header_at, is_column_numbers
from extractor.task_table_items import ItemPath, is_section_number, marker, number
from extractor.wordlists import words

_APART = 12  # characters between two halves of a table: a page number


class TableTask(NamedTuple):
    """A row of a task table: the words of the task without its marker, its item path, and the words of its other columns.

    Offsets are those of the text that the tables point into. A cell that is empty or missing is None.
    """

    task: Span
    item: str | None = None
    lead: Span | None = None
    support: Span | None = None
    product: Span | None = None
    due: Span | None = None
    report_to: Span | None = None
    basis: Span | None = None


def read_task_tables(tables: Sequence[Table], text: str) -> list[TableTask]:
    """The tasks of those ``tables`` that are task tables, in their order; spans point into ``text``.

    A table without a header goes on with the columns of a task table as wide that ends right above it (a page break).
    """
    tasks: list[TableTask] = []
    before: _Reader | None = None
    for table in tables:
        grid = Grid(table, text)
        above = before if before is not None and before.reaches(table, grid) else None
        reader = _Reader(grid, text, above)
        tasks.extend(reader.read())
        before = reader if reader.columns is not None else None
    return tasks


class _Reader:
    """Reads one table row by row, with the columns and the item path of the table ``above`` where it goes on from there."""

    def __init__(self, grid: Grid, text: str, above: _Reader | None) -> None:
        self._grid, self._text = grid, text
        self.columns: Columns | None = above.columns if above else None
        self._path: ItemPath = above._path if above else ItemPath()
        self._given: dict[str, TableTask] = above._given if above else {}
        self._last: TableTask | None = above._last if above else None

    def reaches(self, table: Table, grid: Grid) -> bool:
        """Whether ``table`` may go on with this one: as wide, and nothing but a page number between them."""
        if grid.width != self._grid.width or not table.cells or self._grid.height == 0:
            return False
        end = max(cell.span.end for row in range(self._grid.height) for cell in self._grid.row(row))
        between = self._text[end : min(cell.span.start for cell in table.cells)]
        return len("".join(c for c in between if not c.isspace() and c not in "|-:")) <= _APART

    def read(self) -> Iterator[TableTask]:
        """The tasks of the table; none before its header."""
        row = 0
        while row < self._grid.height:
            header = header_at(self._grid, row)
            if header is not None:
                self.columns, row = header, header.end
                continue
            if self.columns is not None and not is_column_numbers(self._grid, row):
                task = self._read_row(row, self.columns)
                if task is not None:
                    self._last = task
                    yield task
            row += 1

    def _read_row(self, row: int, columns: Columns) -> TableTask | None:
        cells = self._grid.row(row)
        numbered = next((cell for cell in cells if columns.role(cell) == NUMBER and number(self._grid.words(cell))), None)
        rest = [cell for cell in cells if cell is not numbered]
        task = next((cell for cell in rest if columns.role(cell) == TASK), None)
        values = {role: cell for cell in reversed(rest) if (role := columns.role(cell)) in VALUES}
        title = rest[0] if len(rest) == 1 else task if numbered and not {LEAD, "support"} & values.keys() else None
        if title is not None and title.row == row and self._is_section(row, columns, numbered, title, alone=len(rest) == 1):
            self._enter_section(numbered, title)
            return None
        if task is None or (task.row < row and not any(cell.row == row for cell in values.values())):
            return None
        span, entered = self._enter_task(row, numbered, task)
        path = str(self._path)
        whole = self._given.get(path.rpartition("/")[0] if entered else path)
        read = TableTask(span, path or None, *(self._value(role, values.get(role), whole) for role in VALUES))
        if entered:
            self._given[path] = read
        return read

    def _is_section(self, row: int, columns: Columns, numbered: Cell | None, title: Cell, *, alone: bool) -> bool:
        """Whether a row of a number, or none, and a title is a section; where other cells hold words as well, rows must stand below it."""
        if not alone:
            printed = number(self._grid.words(numbered)) if numbered else None
            return printed is not None and is_section_number(printed) and self._has_rows_below(row, columns, printed)
        role = columns.role(title)
        if role != TASK or _is_wide(columns, title):
            return role == NUMBER or _is_wide(columns, title)
        said = self._grid.words(title)
        printed = number(self._grid.words(numbered)) if numbered else None
        if printed is None:
            opening = marker(said)
            return opening is None or is_section_number(opening[0]) or said.isupper()
        return is_section_number(printed) or said.isupper() or self._has_rows_below(row, columns, printed)

    def _has_rows_below(self, row: int, columns: Columns, printed: str) -> bool:
        """Whether the next row is part of the row that has the number ``printed``: 1.1 below 1, a) or a bullet below 1."""
        below = self._grid.row(row + 1)
        first = next((cell for cell in below if columns.role(cell) in (NUMBER, TASK)), None)
        if first is None or first.row <= row:
            return False
        said = self._grid.words(first)
        opening = marker(said)
        following = number(said) if columns.role(first) == NUMBER else opening[0] if opening else None
        if following is None:
            return columns.role(first) == TASK and len(below) > 1
        return not is_section_number(following) and self._path.opens_below(printed, following)

    def _enter_section(self, numbered: Cell | None, title: Cell) -> None:
        printed = number(self._grid.words(numbered)) if numbered else None
        if printed is None and (opening := marker(self._grid.words(title))):
            printed = opening[0]
        if printed is None:
            self._path.enter_unnumbered()
        else:
            self._path.enter(printed)
        self._given.pop(str(self._path), None)

    def _enter_task(self, row: int, numbered: Cell | None, task: Cell) -> tuple[Span, bool]:
        """The words of a task without the marker that they begin with, and whether the row has a number of its own."""
        start, end = task.span
        opening = marker(self._text[start:end])
        if numbered is not None:
            if numbered.row == row:
                self._path.enter(number(self._grid.words(numbered)) or "")
            return task.span, numbered.row == row
        if opening is None:
            return task.span, False
        if task.row == row:
            self._path.enter(opening[0])
        return Span(start + opening[1], end), task.row == row

    def _value(self, role: str, cell: Cell | None, whole: TableTask | None) -> Span | None:
        """What a cell says; an empty one takes it from the ``whole`` row that this is a part of, and a ditto mark from the row above."""
        if cell is None:
            return getattr(whole, role) if whole is not None else None
        if self._grid.words(cell).lower() in words("task_tables", "ditto"):
            return getattr(self._last, role) if self._last is not None else None
        return cell.span


def _is_wide(columns: Columns, cell: Cell) -> bool:
    """Whether a merged cell reaches from the task, or from before it, over columns of other roles."""
    return cell.column < columns.ranges[TASK][1] < cell.column + cell.columns
