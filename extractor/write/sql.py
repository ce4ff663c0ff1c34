"""The one statement that both databases share."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.schema import TABLES, Type


def create_table(table: str, types: Mapping[Type, str]) -> str:
    """``CREATE TABLE`` for a table of the schema; names are quoted, for ``end`` is a keyword."""
    columns = ", ".join(f'"{column.name}" {types[column.type]}' for column in TABLES[table])
    return f'CREATE TABLE "{table}" ({columns})'
