"""Facts, documents and failures as rows, and rows as pandas frames. Names and types come from ``extractor.schema`` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from extractor.model import Document, Fact, Failure, Finding, Task, Value
from extractor.schema import DOCUMENTS, ERRORS, FACTS, FINDINGS, TASKS, Column, Type

if TYPE_CHECKING:
    from pandas import DataFrame

# Nullable types: an empty cell makes neither 23.0 of 23 nor 1.0 of True. Dates are datetime64 by the second, which holds
# every year from 1 to 9999 and compares with "2024-05-01"; the writers make true dates of them (date32 in Parquet).
DTYPES: dict[Type, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "list": "object",
}

Row = dict[str, Value]


def _reader(columns: Sequence[Column]) -> Callable[[Any], Row]:
    """Gives the attributes that are named as the columns, in their order: one call for all of them."""
    names = tuple(column.name for column in columns)
    values = attrgetter(*names)
    return lambda record: dict(zip(names, values(record), strict=True))


_FACT, _TASK, _ERROR, _FINDING = _reader(FACTS), _reader(TASKS), _reader(ERRORS), _reader(FINDINGS)


def fact_row(fact: Fact) -> Row:
    """A fact as plain Python values, in the order of ``schema.FACTS``."""
    return _FACT(fact)


def task_row(task: Task) -> Row:
    """A task as plain Python values, in the order of ``schema.TASKS``; lists are tuples."""
    return _TASK(task)


def finding_row(finding: Finding) -> Row:
    """A contradiction as a row of ``schema.FINDINGS``."""
    return _FINDING(finding)


def document_row(document: Document) -> Row:
    """A document as a row of ``schema.DOCUMENTS``; ``doc_date`` is its ``date``, ``n_chars`` the code points of its text."""
    renamed: Row = {"doc_date": document.date, "n_chars": len(document.text)}
    return {column.name: renamed[column.name] if column.name in renamed else getattr(document, column.name) for column in DOCUMENTS}


def failure_row(failure: Failure) -> Row:
    """A failure as a row of ``schema.ERRORS``."""
    return _ERROR(failure)


def to_frame(rows: Iterable[Mapping[str, Value]], columns: Sequence[Column]) -> DataFrame:
    """Rows as a frame with exactly these columns, typed by ``DTYPES``; a key that a row lacks is null.

    :raises ValueError: a value does not fit its column, for instance 2.5 under an integer.
    """
    import pandas as pd

    kept = list(rows)
    return pd.DataFrame(
        {column.name: pd.Series([row.get(column.name) for row in kept], dtype=DTYPES[column.type]) for column in columns},
        columns=[column.name for column in columns],
    )
