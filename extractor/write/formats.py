"""Which ending is written by what. A new format is one writer module and one line here."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from extractor.errors import WriteError
from extractor.write.base import DEFAULT, Writer
from extractor.write.beside import BesideWriter
from extractor.write.csv import CsvFile
from extractor.write.duckdb import DuckdbWriter
from extractor.write.jsonl import JsonlFile
from extractor.write.parquet import ParquetFile
from extractor.write.sqlite import SqliteWriter
from extractor.write.xlsx import XlsxWriter

FORMATS: dict[str, Callable[[Path, Sequence[str]], Writer]] = {
    ".csv": lambda path, tables: BesideWriter(path, tables, CsvFile),
    ".jsonl": lambda path, tables: BesideWriter(path, tables, JsonlFile),
    ".parquet": lambda path, tables: BesideWriter(path, tables, ParquetFile),
    ".xlsx": XlsxWriter,
    ".sqlite": SqliteWriter,
    ".duckdb": DuckdbWriter,
}


def open_writer(path: str | os.PathLike[str], tables: Sequence[str] = DEFAULT) -> Writer:
    """A writer, to be used in ``with``, for the format that the ending of the path names (case does not matter).

    :param tables: names of ``schema.TABLES``, the one that the file is about first.

    :raises WriteError: the ending is none that is written, or the path is a folder.
    """
    path = Path(path)
    make = FORMATS.get(path.suffix.lower())
    if make is None:
        raise WriteError(f"{path}: cannot write {path.suffix or 'a name without an ending'}: end the name in {' '.join(FORMATS)}")
    if path.is_dir():
        raise WriteError(f"{path}: is a folder: give the name of a file")
    return make(path, tables)
