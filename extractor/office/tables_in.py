"""A list of tasks from a file: the office's Excel, or a table as ``trichluc tasks`` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from extractor.errors import LoadError
from extractor.load.formats import TABLES, inner_ending, open_bytes
from extractor.load.own import DELIMITED, typed
from extractor.load.tables import BadRow, Row
from extractor.model import Task
from extractor.office.listed import ListedTask
from extractor.schema import TASKS

_NEEDED = [field.name for field in fields(Task) if field.default is MISSING]
_ADVICE = "give a table that `trichluc tasks` has written, or the office's list (.xlsx)"


def read_tasks(path: Path) -> list[ListedTask]:
    """The tasks of a file, in its order.

    :param path: ``.xlsx`` as an office works with it (states and corrections are kept), or ``.csv .tsv .jsonl .ndjson .parquet`` with the
        columns of ``schema.TASKS``; text files may be ``.gz``.
    :raises LoadError: there is no such file, it is none of these, lacks columns, or a cell does not fit its column.
    """
    if path.suffix.lower() == ".xlsx":
        from extractor.office.read_back import read_list

        return read_list(path)
    ending = inner_ending(path)
    if ending not in TABLES:
        raise LoadError(f"{path}: cannot read {path.suffix or 'a name without an ending'}: {_ADVICE}")
    try:
        return [ListedTask(_task(row, delimited=ending in DELIMITED)) for row in _rows(path, ending)]
    except LoadError as error:
        raise LoadError(f"{path}: {error}") from None
    except OSError as error:
        raise LoadError(f"{path}: cannot be read: {error.strerror or error}: check the path") from None


def _rows(path: Path, ending: str) -> Iterator[Row]:
    with open_bytes(path) as stream:
        table = TABLES[ending](stream)
        wanted = [column.name for column in TASKS]
        missing = [name for name in wanted if name not in table.columns]
        nothing = not table.columns and ending not in DELIMITED  # a list of no tasks is an empty file of JSON Lines
        if missing and not nothing:
            raise LoadError(f"not a list of tasks: the columns {', '.join(missing)} are missing: {_ADVICE}")
        for row in table.rows(wanted):
            if isinstance(row, BadRow):
                raise LoadError(f"row {row.number}: {row.why}")
            yield row


def _task(row: Row, *, delimited: bool) -> Task:
    values = typed(row, TASKS, delimited=delimited)
    if empty := [name for name in _NEEDED if name not in values]:
        raise LoadError(f"row {row.number}: {', '.join(empty)}: empty, where every task has a value")
    return Task(**values)
