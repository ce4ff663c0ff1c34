"""A table of a document as rows and columns: which cell lies at a place, and what it says."""

from __future__ import annotations

from extractor.fold import fold_text
from extractor.model import Cell, Span, Table


class Grid:
    """The places of a ``table`` whose spans point into ``text``; a merged cell lies at every place that it covers."""

    def __init__(self, table: Table, text: str) -> None:
        self._text = text
        self._at = {
            (row, column): cell
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        self._rows: dict[int, list[tuple[int, Cell]]] = {}
        for (row, column), cell in self._at.items():
            self._rows.setdefault(row, []).append((column, cell))
        self._words: dict[Span, str] = {}
        self.height = max((row for row, _ in self._at), default=-1) + 1
        self.width = max((column for _, column in self._at), default=-1) + 1

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or None where the row is short."""
        return self._at.get((row, column))

    def words(self, cell: Cell) -> str:
        """The folded words of a cell."""
        if cell.span not in self._words:
            self._words[cell.span] = fold_text(self._text[cell.span.start : cell.span.end]).strip()
        return self._words[cell.span]

    def row(self, row: int) -> list[Cell]:
        """The cells with words that lie in a row, each once, from left to right; those that reach down into it among them."""
        return list(dict.fromkeys(cell for _, cell in sorted(self._rows.get(row, ())) if self.words(cell)))
