"""Cells as Arrow tables, for Parquet and DuckDB."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from extractor.schema import SCHEMA_VERSION, Column
from extractor.table import DTYPES
from extractor.write.values import Cells


def arrow_schema(columns: Sequence[Column]) -> Any:
    """The ``pyarrow.Schema``: string, int64, float64, bool, date32.

    Its metadata hold the version of our schema, and tell pandas which nullable type each column is, so that
    ``pandas.read_parquet`` gives Int64 and not float for a column with empty cells.
    """
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    fields = [(column.name, types[column.type]) for column in columns]
    metadata = {"trichluc.schema_version": str(SCHEMA_VERSION), "pandas": json.dumps(_pandas_metadata(columns))}
    return pa.schema(fields, metadata=metadata)


def _pandas_metadata(columns: Sequence[Column]) -> dict[str, object]:
    """As in https://pandas.pydata.org/docs/development/developer.html; dates are left as ``datetime.date`` objects."""
    return {
        "index_columns": [],
        "column_indexes": [],
        "columns": [
            {"name": c.name, "field_name": c.name, "pandas_type": c.type, "numpy_type": DTYPES[c.type], "metadata": None}
            for c in columns
            if c.type not in ("date", "list")
        ],
    }


def arrow_table(cells: list[Cells], columns: Sequence[Column], schema: Any) -> Any:
    """Rows of cells as a ``pyarrow.Table``."""
    import pyarrow as pa

    by_column = list(zip(*cells, strict=True)) or [()] * len(columns)
    for index, column in enumerate(columns):
        if column.type == "number":  # Arrow refuses integers that a double holds only nearly
            by_column[index] = tuple(None if cell is None else float(cell) for cell in by_column[index])
    return pa.Table.from_arrays([pa.array(values, field.type) for values, field in zip(by_column, schema, strict=True)], schema=schema)
