"""SQLite: the tables, typed, with indices on ``doc_id`` and ``kind``; ``user_version`` is the version of our schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from extractor.model import Value
from extractor.schema import SCHEMA_VERSION, TABLES, Type
from extractor.write.base import DEFAULT, Writer
from extractor.write.sql import create_table
from extractor.write.values import Cells, fits_int64, joined

# NUMERIC keeps 23 an integer and 45.03 a real, where REAL would make 23.0; DATE and BOOLEAN tell viewers how to show them.
_TYPES: dict[Type, str] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "list": "TEXT",
}
_INDEXED = ("doc_id", "kind")


class SqliteWriter(Writer):
    """One database; dates are ISO text, booleans 0 and 1, lists joined by ``; ``."""

    def __init__(self, path: Path, tables: Sequence[str] = DEFAULT) -> None:
        super().__init__(path, tables)
        self.failures = (OSError, sqlite3.Error)

    def _open(self) -> None:
        self._db = sqlite3.connect(self._part(self.path))
        # The file is thrown away when anything goes wrong, so it needs no journal.
        self._db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version={SCHEMA_VERSION}")
        for table in self.tables:
            self._db.execute(create_table(table, _TYPES))

    def _write(self, table: str, cells: list[Cells]) -> None:
        marks = ", ".join("?" * len(TABLES[table]))
        self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", ([_stored(cell) for cell in row] for row in cells))  # noqa: S608  # our own names

    def _close(self, *, complete: bool) -> None:
        if complete:
            self._add_indices()
            self._db.commit()
        if hasattr(self, "_db"):
            self._db.close()

    def _add_indices(self) -> None:
        for table in self.tables:
            for name in (column.name for column in TABLES[table] if column.name in _INDEXED):
                self._db.execute(f"CREATE INDEX {table}_{name} ON {table} ({name})")


def _stored(cell: Value) -> Value:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int) and not fits_int64(cell):
        return float(cell)
    if isinstance(cell, tuple):
        return joined(cell)
    return cell
