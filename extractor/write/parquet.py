"""Parquet with zstd; a row group a batch, so the same rows give the same bytes however they arrive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.schema import Column
from extractor.write.arrow import arrow_schema, arrow_table
from extractor.write.values import Cells


class ParquetFile:
    """One table as Parquet."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self.failures: tuple[type[Exception], ...] = (OSError, pa.ArrowException)
        self._columns = columns
        self._schema = arrow_schema(columns)
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, cells: list[Cells]) -> None:
        """Append rows as one row group."""
        self._writer.write_table(arrow_table(cells, self._columns, self._schema))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()
