"""Results as Arrow: one row a document, its facts and tasks as lists, so that one pass over a text serves every table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple

from extractor.model import Failure, Value
from extractor.result import Result
from extractor.schema import DOCUMENTS, ERRORS, FACTS, TASKS, Column
from extractor.table import document_row, fact_row, failure_row, task_row
from extractor.write.arrow import arrow_schema, arrow_table
from extractor.write.values import to_cells

_DOCUMENTS, _ROWS = 64, 5000  # a batch holds no more documents, and no more facts and tasks but for those of its last document

Rows = Sequence[Mapping[str, Value]]


class Outcome(NamedTuple):
    """What came of one document, and the values of the columns that it carries along."""

    found: Result | Failure
    carried: tuple[str | None, ...]


def results_schema(carried: Sequence[str]) -> Any:
    """The ``pyarrow.Schema`` of results: lists of facts and tasks, a document or an error, then the columns carried."""
    import pyarrow as pa

    lists = [(name, pa.list_(_struct(columns))) for name, columns in (("facts", FACTS), ("tasks", TASKS))]
    single = [(name, _struct(columns)) for name, columns in (("document", DOCUMENTS), ("error", ERRORS))]
    return pa.schema([*lists, *single, *((name, pa.string()) for name in carried)])


class Pending:
    """Outcomes that wait to be sent; memory holds no more than one batch of them."""

    def __init__(self, carried: Sequence[str]) -> None:
        self._schema = results_schema(carried)
        self._outcomes: list[Outcome] = []
        self._rows = 0

    @property
    def full(self) -> bool:
        """Whether it is time to send them."""
        return len(self._outcomes) >= _DOCUMENTS or self._rows >= _ROWS

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome until ``take``."""
        self._outcomes.append(outcome)
        if isinstance(outcome.found, Result):
            self._rows += len(outcome.found.facts) + len(outcome.found.tasks)

    def take(self) -> Any:
        """All that waited as a ``pyarrow.RecordBatch``."""
        import pyarrow as pa

        outcomes, self._outcomes, self._rows = self._outcomes, [], 0
        found = [outcome.found for outcome in outcomes]
        arrays = [
            _lists([[fact_row(fact) for fact in each.facts] if isinstance(each, Result) else [] for each in found], FACTS),
            _lists([[task_row(task) for task in each.tasks] if isinstance(each, Result) else [] for each in found], TASKS),
            _optional([document_row(each.document) if isinstance(each, Result) else None for each in found], DOCUMENTS),
            _optional([failure_row(each) if isinstance(each, Failure) else None for each in found], ERRORS),
        ]
        for index in range(len(self._schema.names) - len(arrays)):
            arrays.append(pa.array([outcome.carried[index] for outcome in outcomes], pa.string()))
        return pa.RecordBatch.from_arrays(arrays, schema=self._schema)


def _struct(columns: Sequence[Column]) -> Any:
    import pyarrow as pa

    return pa.struct(list(arrow_schema(columns)))


def _lists(groups: Sequence[Rows], columns: Sequence[Column]) -> Any:
    import pyarrow as pa

    offsets = pa.array([0, *accumulate(map(len, groups))], pa.int32())
    return pa.ListArray.from_arrays(offsets, _structs(chain.from_iterable(groups), columns))


def _optional(rows: Sequence[Mapping[str, Value] | None], columns: Sequence[Column]) -> Any:
    import pyarrow as pa

    return _structs((row or {} for row in rows), columns, pa.array([row is None for row in rows], pa.bool_()))


def _structs(rows: Iterable[Mapping[str, Value]], columns: Sequence[Column], null: Any = None) -> Any:
    import pyarrow as pa

    schema = arrow_schema(columns)
    table = arrow_table(to_cells(rows, columns), columns, schema)
    return pa.StructArray.from_arrays([column.combine_chunks() for column in table.columns], fields=list(schema), mask=null)
