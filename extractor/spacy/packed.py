"""Facts and tasks as MessagePack can hold them, which is how spaCy keeps ``Doc.user_data``; and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from extractor.model import Fact, Task
from extractor.schema import FACTS, TASKS, Column
from extractor.table import fact_row, task_row

Packed = dict[str, Any]


def packed_fact(fact: Fact) -> Packed:
    """The fields of ``fact`` that are not null; dates are ISO strings."""
    return _plain(fact_row(fact))


def packed_task(task: Task) -> Packed:
    """The fields of ``task`` that are not null; dates are ISO strings."""
    return _plain(task_row(task))


def fact_of(packed: Mapping[str, Any]) -> Fact:
    """The fact that ``packed_fact`` took apart."""
    return Fact(**_typed(packed, FACTS))


def task_of(packed: Mapping[str, Any]) -> Task:
    """The task that ``packed_task`` took apart."""
    return Task(**_typed(packed, TASKS))


def _plain(row: Mapping[str, Any]) -> Packed:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items() if value is not None}


def _typed(packed: Mapping[str, Any], columns: Sequence[Column]) -> Packed:
    types = {column.name: column.type for column in columns}
    readers: dict[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "list": tuple}  # MessagePack makes lists of tuples
    return {name: readers[types[name]](value) if types[name] in readers else value for name, value in packed.items()}
