"""On which page and in which cell of a table a stretch of a document stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.model import Document, Table


class Where:
    """Answers for one document; offsets are of its text as read. ``tables`` are those of its file, or drawn in its text."""

    def __init__(self, document: Document, tables: Sequence[Table]) -> None:
        self._pages = document.pages
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
