"""Tables of places by periods in a file: one table of all indicators, or a sheet for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from extractor.compare.pivot import Pivot
from extractor.errors import WriteError
from extractor.model import Value
from extractor.schema import Column
from extractor.write.atomic import cannot_write, replacing
from extractor.write.beside import TableFile
from extractor.write.csv import CsvFile
from extractor.write.jsonl import JsonlFile
from extractor.write.parquet import ParquetFile
from extractor.write.values import to_cells

_FILES: dict[str, Callable[[Path, Sequence[Column]], TableFile]] = {".csv": CsvFile, ".jsonl": JsonlFile, ".parquet": ParquetFile}
_BEFORE = tuple(Column(name, "string", "") for name in ("indicator", "kind", "unit", "change", "status", "place", "place_code"))
_AFTER = (Column("unsettled", "list", "periods for which no value has most sources"),)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31  # characters of a sheet's name

Row = dict[str, Value]


def write_pivots(path: Path, pivots: Sequence[Pivot]) -> None:
    """Write the tables as the ending of ``path`` says: ``.xlsx`` has a sheet for each indicator, ``.csv .jsonl .parquet`` one table.

    :raises WriteError: the ending is another one, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending == ".xlsx":
        _write_sheets(path, pivots)
    elif ending in _FILES:
        _write_table(path, pivots, _FILES[ending])
    else:
        endings = " ".join((*_FILES, ".xlsx"))
        raise WriteError(f"{path}: cannot write places by periods as {ending or 'a name without an ending'}: end the name in {endings}")


def columns_of(pivots: Iterable[Pivot]) -> tuple[Column, ...]:
    """The columns of one table for several indicators: what and where, the periods in their order, what is unsettled."""
    periods = sorted({period for pivot in pivots for period in pivot.periods})
    return (*_BEFORE, *(Column(period.label, "number", "") for period in periods), *_AFTER)


def rows_of(pivot: Pivot) -> list[Row]:
    """The rows of one indicator, one for each place."""
    head: Row = {name: getattr(pivot, name) or None for name in ("indicator", "kind", "unit", "change", "status")}
    return [
        {**head, "place": row.place, "place_code": row.place_code, **row.values, "unsettled": row.unsettled or None} for row in pivot.rows
    ]


def _write_table(path: Path, pivots: Sequence[Pivot], start: Callable[[Path, Sequence[Column]], TableFile]) -> None:
    columns = columns_of(pivots)
    with replacing(path) as part:
        file = start(part, columns)
        try:
            file.write(to_cells((row for pivot in pivots for row in rows_of(pivot)), columns))
            file.close()
        except file.failures as error:
            raise cannot_write(path, error) from error


def _write_sheets(path: Path, pivots: Sequence[Pivot]) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    from extractor.write.timeless import CREATED
    from extractor.write.xlsx import Sheets

    with replacing(path, (OSError, XlsxWriterException)) as part:
        book = Workbook(str(part), {"constant_memory": True})
        book.set_properties({"created": CREATED})
        names: set[str] = set()
        for pivot in pivots:
            columns = columns_of([pivot])
            sheet = Sheets(book, _sheet_name(pivot.indicator, names), columns)
            for cells in to_cells(rows_of(pivot), columns):
                sheet.write(cells)
            sheet.finish()
        if not pivots:
            book.add_worksheet("comparisons")
        book.close()


def _sheet_name(indicator: str, names: set[str]) -> str:
    """The indicator as far as Excel takes it; each name once, whatever the case."""
    bare = " ".join(_FORBIDDEN.sub(" ", indicator).split()) or "indicator"
    name, number = bare[:_LONGEST].rstrip(), 1
    while name.lower() in names:
        number += 1
        name = f"{bare[: _LONGEST - 4 - len(str(number))].rstrip()} ({number})"
    names.add(name.lower())
    return name
