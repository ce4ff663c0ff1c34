"""On which page and in which cell of a table a stretch of a document stands."""

from __future__ import annotations

from bisect import bisect_right

from extractor.model import Document
from extractor.pipe_tables import pipe_tables


class Where:
    """Answers for one document; offsets are of its text as read."""

    def __init__(self, document: Document) -> None:
        self._pages = document.pages
        tables = document.tables or pipe_tables(document.text)
        self._cells = sorted(
            (cell.span.start, cell.span.end, f"T{number}R{cell.row + 1}C{cell.column + 1}")
            for number, table in enumerate(tables, 1)
            for cell in table.cells
            if cell.span.end > cell.span.start
        )

    def page(self, position: int) -> int | None:
        """The page that holds the code point at ``position``, from 1; null where the source has no pages."""
        return bisect_right(self._pages, position) or None

    def cell(self, position: int) -> str | None:
        """The cell that holds it, ``T1R3C2`` for table 1, row 3, column 2; null outside tables."""
        i = bisect_right(self._cells, position, key=lambda cell: cell[0]) - 1
        return self._cells[i][2] if i >= 0 and position < self._cells[i][1] else None
