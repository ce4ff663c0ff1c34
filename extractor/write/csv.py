"""CSV as RFC 4180 has it, in UTF-8 with a byte order mark: without it Excel garbles Vietnamese; pandas and DuckDB read both.

Empty cells are null. Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from extractor.schema import Column, Type
from extractor.write.values import Cells, joined

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvFile:
    """One table as CSV: numbers and ISO dates bare, booleans ``true`` and ``false``."""

    failures: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._file, lineterminator="\r\n")
        self._print = [_PRINT[column.type] for column in columns]
        self._csv.writerow([column.name for column in columns])

    def write(self, cells: list[Cells]) -> None:
        """Append rows."""
        self._csv.writerows(
            [None if cell is None else printed(cell) for cell, printed in zip(row, self._print, strict=True)] for row in cells
        )

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _joined(cell: tuple[str, ...]) -> str:
    return _text(joined(cell) or "")


def _flag(cell: bool) -> str:
    return "true" if cell else "false"


def _same(cell: int | float) -> int | float:
    return cell


_PRINT: dict[Type, Callable[[Any], str | int | float]] = {
    "string": _text,
    "integer": _same,
    "number": _same,
    "boolean": _flag,
    "date": date.isoformat,
    "list": _joined,
}
