"""From the items of a table that has lost its lines to a table: rows of cells, and rows of section titles.

A row whose names and times are not certain is left out, and with it what would take its words from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from extractor.line_table_header import Header
from extractor.line_table_kinds import kind
from extractor.line_table_rows import Row, lay_out
from extractor.model import Cell, Span, Table

_SECTION_LINES = 3
_TASKS = 2  # the depth of 1, 2, 3


class Item(NamedTuple):
    """What stands between two numbers: the line of the number and those below it. Without a number it is a title over the table."""

    number: Span | None
    shape: str
    depth: float
    lines: tuple[Span, ...]


class TableBuilder:
    """Makes a table of the items that are certain."""

    def __init__(self, text: str, header: Header) -> None:
        self._text, self._header = text, header
        self._cells: list[Cell] = [Cell(span, 0, column) for column, span in enumerate(header.headings)]
        self._row = 0
        self._left_out = False

    def table(self, items: Sequence[Item]) -> Table | None:
        """The table, or None where fewer than half of the rows, or none, can be read."""
        supporters = self._supporters(items)
        read = tried = 0
        for item, below in zip_longest(items, items[1:]):
            if self._is_section(item, below):
                self._section(item)
            elif item.number is not None:
                tried += 1
                read += self._task(item, supporters)
        return Table(tuple(self._cells), 1) if read > 0 and tried <= 2 * read else None

    def _is_section(self, item: Item, below: Item | None) -> bool:
        """Whether an item is only a number and a title: a section number, or one with deeper numbers right below."""
        if not item.lines or (item.depth >= _TASKS and (below is None or below.depth <= item.depth)):
            return False
        kinds = [kind(self._words(span)) for span in item.lines]
        return len(kinds) == 1 or (item.depth < _TASKS and len(kinds) <= _SECTION_LINES and not {"time", "body", "anyone"} & set(kinds))

    def _section(self, item: Item) -> None:
        """A row of a number and a title over all other columns, or of a title over all."""
        self._row += 1
        self._left_out = False
        title, first = Span(item.lines[0].start, item.lines[-1].end), int(item.number is not None)
        if item.number is not None:
            self._cells.append(Cell(item.number, self._row, 0))
        self._cells.append(Cell(title, self._row, first, 1, len(self._header.roles) - first))

    def _task(self, item: Item, supporters: frozenset[str]) -> bool:
        """Whether the row is certain; then its cells are added."""
        row = lay_out([self._words(span) for span in item.lines], self._header.roles[1:], supporters) if item.lines else None
        if row is None or item.number is None or (self._left_out and self._leans(item, row)):
            self._left_out = True
            return False
        self._left_out = self._left_out and item.shape in ("1.1", "a")
        self._row += 1
        self._cells.append(Cell(item.number, self._row, 0))
        for column, span in self._spans(item, row):
            self._cells.append(Cell(span, self._row, column))
        return True

    def _leans(self, item: Item, row: Row) -> bool:
        """Whether a row would take what it leaves open, or only repeats, from one that was left out."""
        if any(kind(self._words(span)) == "ditto" for span in item.lines):
            return True
        wanted = {at for at, role in enumerate(self._header.roles[1:]) if role in ("lead", "due")}
        return item.shape in ("1.1", "a") and not wanted <= row.cells.keys()

    def _spans(self, item: Item, row: Row) -> Iterator[tuple[int, Span]]:
        for column, (start, end) in sorted(row.cells.items()):
            if kind(self._words(item.lines[start])) != "empty" or end > start + 1:
                yield column + 1, Span(item.lines[start].start, item.lines[end - 1].end)

    def _supporters(self, items: Sequence[Item]) -> frozenset[str]:
        """Lines that in the whole rows of the table stand as who takes part and never as who leads."""
        roles = self._header.roles[1:]
        found: dict[str, set[str]] = {"lead": set(), "support": set()}
        for item in items:
            if len(item.lines) == len(roles):
                for role, span in zip(roles, item.lines, strict=True):
                    found.get(role, set()).add(self._words(span))
        return frozenset(found["support"] - found["lead"])

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end]
