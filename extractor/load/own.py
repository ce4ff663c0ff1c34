"""Tables that Trích Lục wrote itself, read back: cells become the values of their columns again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from extractor.errors import LoadError
from extractor.load.dates import parse_date
from extractor.load.formats import TABLES, inner_ending, open_bytes
from extractor.load.tables import BadRow, Row
from extractor.schema import Column, Type

DELIMITED = (".csv", ".tsv")
_LISTED = 5  # missing columns that a message names
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")  # as extractor.write.csv guards text against being taken for a formula


def read_back(path: Path, table: str, columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    """The rows of a table, values by column; empty cells are left out.

    :param path: a file in a format that ``trichluc extract -o`` writes, text files may be ``.gz``; or a dataset folder.
    :param table: which table of the file: a database, a workbook and a dataset hold several.
    :param columns: those wanted; all of them have to be there.
    :raises LoadError: there is no such file, it is no such table, or a cell does not fit its column; the message names the file.
    """
    parts = sorted((path / table).glob("*.parquet")) if path.is_dir() else [path]
    if not parts:
        raise LoadError(f"{path}: holds no {table}: give a folder that `trichluc extract -o FOLDER` has written")
    for part in parts:
        try:
            yield from _read(part, table, columns)
        except LoadError as error:
            raise LoadError(f"{part}: {error}") from None
        except OSError as error:
            raise LoadError(f"{part}: cannot be read: {error.strerror or error}: check the path") from None


def _read(path: Path, table: str, columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    reader = _BOOKS.get(path.suffix.lower())
    ending = inner_ending(path)
    if reader is None and ending not in TABLES:
        endings = " ".join((*TABLES, *_BOOKS))
        raise LoadError(f"cannot read {path.suffix or 'a name without an ending'}: give a table of {table} ({endings})")
    names = [column.name for column in columns]
    if reader is not None:
        path.open("rb").close()  # a missing file is told alike for all
        rows = reader(path, table, names)
    else:
        rows = _rows(path, str(ending), table, names)
    delimited = ending in DELIMITED
    for row in rows:
        yield typed(row, columns, delimited=delimited)


def _rows(path: Path, ending: str, table: str, names: Sequence[str]) -> Iterator[Row]:
    with open_bytes(path) as stream:
        read = TABLES[ending](stream)
        if read.columns or ending in DELIMITED:  # a table without rows is an empty file of JSON Lines
            complete(read.columns, table, names)
        for row in read.rows(names):
            if isinstance(row, BadRow):
                raise LoadError(f"row {row.number}: {row.why}")
            yield row


def complete(found: Sequence[str], table: str, names: Sequence[str]) -> None:
    """Nothing where all columns are there.

    :raises LoadError: some are not.
    """
    if missing := [name for name in names if name not in found]:
        listed = ", ".join(missing[:_LISTED]) + (f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else "")
        raise LoadError(f"not a table of {table}: columns are missing ({listed}): give one that `trichluc extract` has written")


def typed(row: Row, columns: Sequence[Column], *, delimited: bool) -> dict[str, Any]:
    """The values of a row, empty cells left out.

    :param delimited: whether the row is text alone, and guarded against formulas.
    :raises LoadError: a cell does not fit its column.
    """
    values: dict[str, Any] = {}
    for column in columns:
        cell = row.cells.get(column.name)
        if delimited and isinstance(cell, str) and cell.startswith(_GUARDED):
            cell = cell[1:]
        if cell is None or cell == "":
            continue
        try:
            values[column.name] = _READ[column.type](cell)
        except (ValueError, TypeError, LookupError, OverflowError):
            raise LoadError(f"row {row.number}: {column.name}: {str(cell)[:40]!r} is no {column.type}") from None
    return values


def _sheets(path: Path, table: str, names: Sequence[str]) -> Iterator[Row]:
    """The rows of a workbook: the sheet of the table, and those that it goes on in."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True)
    except (BadZipFile, KeyError, ValueError, InvalidFileException) as error:
        raise LoadError(f"is no workbook ({error}): write it again") from None
    with closing(book):
        sheets = [name for name in book.sheetnames if name == table or name.startswith(f"{table} (")]
        if not sheets:
            raise LoadError(f"has no sheet {table!r}: give a table of {table}")
        for name in sheets:
            rows = book[name].iter_rows(values_only=True)
            head = [str(cell) for cell in next(rows, ())]
            complete(head, table, names)
            for number, cells in enumerate(rows, 1):
                yield Row(number, dict(zip(head, cells, strict=False)))


def _sqlite(path: Path, table: str, names: Sequence[str]) -> Iterator[Row]:
    import sqlite3

    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        yield from _selected(database, sqlite3.Error, table, names)


def _duckdb(path: Path, table: str, names: Sequence[str]) -> Iterator[Row]:
    import duckdb

    try:
        database = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise LoadError(f"is no database ({str(error).splitlines()[0]}): write it again") from None
    with closing(database):
        yield from _selected(database, duckdb.Error, table, names)


def _selected(database: Any, failure: type[Exception], table: str, names: Sequence[str]) -> Iterator[Row]:
    try:
        cursor = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name of our own
        head = [column[0] for column in cursor.description]
        complete(head, table, names)
        for number, cells in enumerate(iter(cursor.fetchone, None), 1):
            yield Row(number, dict(zip(head, cells, strict=True)))
    except failure as error:
        raise LoadError(f"has no readable table {table!r} ({str(error).splitlines()[0]}): write it again") from None


def _integer(cell: Any) -> int:
    if isinstance(cell, bool) or int(cell) != float(cell):
        raise ValueError
    return int(cell)


def _flag(cell: Any) -> bool:
    return {"true": True, "false": False, "1": True, "0": False}[str(cell).lower()]


def _day(cell: Any) -> date:
    day = parse_date(cell)
    if day is None:
        raise ValueError
    return day


def _names(cell: Any) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if isinstance(cell, str) else tuple(map(str, cell))


_BOOKS: dict[str, Callable[[Path, str, Sequence[str]], Iterator[Row]]] = {".xlsx": _sheets, ".sqlite": _sqlite, ".duckdb": _duckdb}
_READ: dict[Type, Callable[[Any], Any]] = {
    "string": str,
    "integer": _integer,
    "number": float,
    "boolean": _flag,
    "date": _day,
    "list": _names,
}
