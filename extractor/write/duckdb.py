"""DuckDB: the tables with the types of Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.schema import TABLES, Type
from extractor.write.arrow import arrow_schema, arrow_table
from extractor.write.base import DEFAULT, Writer
from extractor.write.sql import create_table
from extractor.write.values import Cells

_TYPES: dict[Type, str] = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "list": "VARCHAR[]",
}


class DuckdbWriter(Writer):
    """One database."""

    def __init__(self, path: Path, tables: Sequence[str] = DEFAULT) -> None:
        import duckdb

        super().__init__(path, tables)
        self.failures = (OSError, duckdb.Error)

    def _open(self) -> None:
        import duckdb

        self._db = duckdb.connect(str(self._part(self.path)), config={"memory_limit": "1GB"})
        for table in self.tables:
            self._db.execute(create_table(table, _TYPES))

    def _write(self, table: str, cells: list[Cells]) -> None:
        columns = TABLES[table]
        self._db.register("batch", arrow_table(cells, columns, arrow_schema(columns)))
        self._db.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608  # our own names
        self._db.unregister("batch")

    def _close(self, *, complete: bool) -> None:  # noqa: ARG002  # DuckDB commits as it goes
        if hasattr(self, "_db"):
            self._db.close()
