"""Excel: a sheet a table, text always as text, real dates, the header frozen and filtered.

What Excel cannot hold is handled here alone: more rows than a sheet has go on to ``facts (2)``, longer texts are cut with a
mark, dates before 1900 are ISO text, and numbers keep 15 digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extractor.model import Value
from extractor.schema import TABLES, Column, Type
from extractor.write.base import DEFAULT, Writer
from extractor.write.cells_xlsx import shortened, text_sheet_class
from extractor.write.timeless import CREATED
from extractor.write.values import Cells, joined

LAST_ROW = 1_048_575  # rows of a sheet below the header

_WIDTHS: dict[Type, int] = {"string": 16, "integer": 9, "number": 14, "boolean": 10, "date": 12, "list": 30}
_WIDE = {"text": 36, "name": 36, "issuer": 30, "subject": 30, "title": 50, "sentence": 90, "message": 90, "source": 40, "place": 24}


class XlsxWriter(Writer):
    """One workbook, written row by row (``constant_memory``)."""

    def __init__(self, path: Path, tables: Sequence[str] = DEFAULT) -> None:
        from xlsxwriter.exceptions import XlsxWriterException

        super().__init__(path, tables)
        self.failures = (OSError, XlsxWriterException)
        # The library leaves its files where they are when it cannot write the workbook.
        self._scratch = TemporaryDirectory(prefix="trichluc-", ignore_cleanup_errors=True)

    def _open(self) -> None:
        from xlsxwriter import Workbook

        self._book = Workbook(str(self._part(self.path)), {"constant_memory": True, "tmpdir": self._scratch.name})
        self._book.set_properties({"created": CREATED})
        self._book.use_zip64()  # a plain ZIP ends at 4 GB
        self._sheets = {table: Sheets(self._book, table, TABLES[table]) for table in self.tables}

    def _write(self, table: str, cells: list[Cells]) -> None:
        for row in cells:
            self._sheets[table].write(row)

    def _close(self, *, complete: bool) -> None:
        with self._scratch:
            if complete:
                for sheets in self._sheets.values():
                    sheets.finish()
            if hasattr(self, "_book") and not self._book.fileclosed:
                self._book.close()


class Sheets:
    """The sheets of one table: a second one is begun when the first is full."""

    def __init__(self, book: Any, table: str, columns: Sequence[Column]) -> None:
        self._book, self._table, self._columns = book, table, columns
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._whole = book.add_format({"num_format": "0"})  # General shows 1200000000000 as 1.2E+12
        self._count = 0
        self._begin()

    def write(self, cells: Cells) -> None:
        """Append a row."""
        if self._row == LAST_ROW:
            self.finish()
            self._begin()
        self._row += 1
        for column, cell in enumerate(cells):
            if cell is not None:
                self._write_cell(column, cell)

    def finish(self) -> None:
        """Put the filter over the rows written."""
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _begin(self) -> None:
        self._count += 1
        name = self._table if self._count == 1 else f"{self._table} ({self._count})"
        self._sheet = self._book.add_worksheet(name, text_sheet_class())
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        for index, column in enumerate(self._columns):
            self._sheet.set_column(index, index, _WIDE.get(column.name, _WIDTHS[column.type]))
            self._sheet.write_string(0, index, column.name, self._bold)

    def _write_cell(self, column: int, cell: Value) -> None:
        sheet, row = self._sheet, self._row
        if isinstance(cell, tuple):
            cell = joined(cell) or ""
        if isinstance(cell, str):
            sheet.write_string(row, column, shortened(cell))
        elif isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, date):
            if cell.year < 1900:
                sheet.write_string(row, column, cell.isoformat())
            else:
                sheet.write_datetime(row, column, cell, self._day)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self._whole)
        else:
            sheet.write_number(row, column, cell)
