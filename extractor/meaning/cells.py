"""The subject of a number that fills a cell of a table: the label of its row and the heading of its column."""

from __future__ import annotations

from bisect import bisect_right

import regex

from extractor.fact_view import FactView
from extractor.meaning.rows import row_before
from extractor.model import Cell, Found, Span, Table
from extractor.pipe_tables import pipe_tables

_WORDS = regex.compile(r"\p{L}{2,}")
_NUMERAL = regex.compile(r"[IVX]+")
_MOST_WORDS = 4  # a cell with more words than these beside its number is prose
_HEADING_ROWS = 2


class Cells:
    """The tables of one document, which its text holds with pipes (as the readers of files write all tables)."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._text = view.context.text
        self._cells: list[tuple[Cell, dict[tuple[int, int], Cell]]] = []
        for table in pipe_tables(self._text):
            places = _places(table)
            self._cells += [(cell, places) for cell in table.cells if cell.span.end > cell.span.start]
        self._starts = [cell.span.start for cell, _ in self._cells]

    def subject(self, number: Found) -> str | None:
        """Label and heading of the cell that ``number`` fills; null where it fills none, or neither is printed."""
        i = bisect_right(self._starts, number.span.start) - 1
        if i < 0 or number.span.end > self._cells[i][0].span.end:
            return None
        cell, places = self._cells[i]
        if len(_WORDS.findall(self._text, cell.span.start, number.span.start)) or self._words_behind(number, cell) > _MOST_WORDS:
            return None
        parts = [self._label(cell, places), *self._headings(cell, places)]
        return " ".join(words for part in parts if part and (words := row_before(self._view, part.span).text())) or None

    def _words_behind(self, number: Found, cell: Cell) -> int:
        return len(_WORDS.findall(self._text, number.span.end, cell.span.end))

    def _label(self, cell: Cell, places: dict[tuple[int, int], Cell]) -> Cell | None:
        """The first cell of the row that holds words."""
        row = (places.get((cell.row, column)) for column in range(cell.column))
        return next((left for left in row if left is not None and self._names(left.span)), None)

    def _headings(self, cell: Cell, places: dict[tuple[int, int], Cell]) -> list[Cell]:
        """The cells on top of the column, down to the first that holds no words."""
        found: list[Cell] = []
        for row in range(min(cell.row, _HEADING_ROWS)):
            above = places.get((row, cell.column))
            if above is None or not self._names(above.span) or self._counts(above.span):
                break
            found.append(above)
        return found

    def _names(self, span: Span) -> bool:
        words = self._text[span.start : span.end]
        return _WORDS.search(words) is not None and _NUMERAL.fullmatch(words) is None

    def _counts(self, span: Span) -> bool:
        return any(self._view.within(kind, span) for kind in ("percent", "money", "quantity", "ratio"))


def _places(table: Table) -> dict[tuple[int, int], Cell]:
    return {(cell.row, cell.column): cell for cell in table.cells}
