"""What is odd about a table of articles as a whole, in a line each: dates that are none, ids that come again. No row is lost by it."""

from __future__ import annotations

from extractor.load.columns import Columns
from extractor.load.tables import Row
from extractor.model import Document


class Remarks:
    """Told of each row with its document; ``lines`` are for whoever looks on."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._ids: set[int] = set()  # hashes: a table may have millions
        self._no_dates = self._again = 0
        self._no_date = self._same = ""

    def note(self, row: Row, columns: Columns, document: Document) -> None:
        """Look at one row."""
        cell = row.cells.get(columns.date) if columns.date else None
        if document.date is None and cell is not None and str(cell).strip() not in ("", "nan", "NaT"):
            self._no_dates += 1
            self._no_date = self._no_date or f"{columns.date} {' '.join(str(cell).split())[:40]!r} in row {row.number}"
        known = hash(document.doc_id)
        if known in self._ids:
            self._again += 1
            self._same = self._same or f"{document.doc_id!r} in row {row.number}"
        self._ids.add(known)

    def lines(self) -> list[str]:
        """One for each oddity."""
        said = []
        if self._no_dates:
            said.append(f"{self._no_dates:,} dates cannot be read and are left empty, first {self._no_date}: write 2024-05-31 or 31/5/2024")
        if self._again:
            said.append(f"{self._again:,} rows have the id of an earlier one, first {self._same}: all are kept, under the same doc_id")
        return [f"{self._source}: warning: {line}" for line in said]
