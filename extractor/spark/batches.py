"""Results as Arrow: one row a document, its facts and tasks as lists, so that one pass over a text serves every table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple

from extractor.model import Failure
from extractor.run.messages import Rows
from extractor.schema import DOCUMENTS, ERRORS, FACTS, TASKS, Column
from extractor.table import failure_row
from extractor.write.arrow import arrow_schema, arrow_table
from extractor.write.values import Cells, to_cells

_DOCUMENTS, _ROWS = 64, 5000  # a batch holds no more documents, and no more rows of them but for the last one's


class Product(NamedTuple):
    """The rows of one document, or why there are none, and the values of the columns that it carries along."""

    found: Rows | Failure
    carried: tuple[str | None, ...]


def results_schema(carried: Sequence[str]) -> Any:
    """The ``pyarrow.Schema`` of results: lists of facts and tasks, a document or an error, then the columns carried."""
    import pyarrow as pa

    lists = [(name, pa.list_(_struct(columns))) for name, columns in (("facts", FACTS), ("tasks", TASKS))]
    single = [(name, _struct(columns)) for name, columns in (("document", DOCUMENTS), ("error", ERRORS))]
    return pa.schema([*lists, *single, *((name, pa.string()) for name in carried)])


class Pending:
    """Products that wait to be sent; memory holds no more than one batch of them."""

    def __init__(self, carried: Sequence[str]) -> None:
        self._schema = results_schema(carried)
        self._products: list[Product] = []
        self._rows = 0

    def __bool__(self) -> bool:
        """Whether there are some."""
        return bool(self._products)

    @property
    def full(self) -> bool:
        """Whether it is time to send them."""
        return len(self._products) >= _DOCUMENTS or self._rows >= _ROWS

    def add(self, product: Product) -> None:
        """Keep a product until ``take``."""
        self._products.append(product)
        if isinstance(product.found, Rows):
            self._rows += sum(map(len, product.found.tables.values()))

    def take(self) -> Any:
        """All that waited as a ``pyarrow.RecordBatch``."""
        import pyarrow as pa

        products, self._products, self._rows = self._products, [], 0
        tables = [product.found.tables if isinstance(product.found, Rows) else {} for product in products]
        failures = [product.found if isinstance(product.found, Failure) else None for product in products]
        arrays = [
            _lists([table.get("facts", []) for table in tables], FACTS),
            _lists([table.get("tasks", []) for table in tables], TASKS),
            _optional([table.get("documents", []) for table in tables], DOCUMENTS),
            _optional([to_cells([failure_row(failure)], ERRORS) if failure else [] for failure in failures], ERRORS),
            *(pa.array(values, pa.string()) for values in zip(*(product.carried for product in products), strict=True)),
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=self._schema)


def _struct(columns: Sequence[Column]) -> Any:
    import pyarrow as pa

    return pa.struct(list(arrow_schema(columns)))


def _lists(groups: Sequence[list[Cells]], columns: Sequence[Column]) -> Any:
    import pyarrow as pa

    offsets = pa.array([0, *accumulate(map(len, groups))], pa.int32())
    return pa.ListArray.from_arrays(offsets, _structs(list(chain.from_iterable(groups)), columns))


def _optional(groups: Sequence[list[Cells]], columns: Sequence[Column]) -> Any:
    """The one row of each group, null where it has none."""
    import pyarrow as pa

    empty: Cells = [None] * len(columns)
    return _structs([group[0] if group else empty for group in groups], columns, pa.array([not group for group in groups], pa.bool_()))


def _structs(cells: list[Cells], columns: Sequence[Column], null: Any = None) -> Any:
    import pyarrow as pa

    schema = arrow_schema(columns)
    table = arrow_table(cells, columns, schema)
    return pa.StructArray.from_arrays([column.combine_chunks() for column in table.columns], fields=list(schema), mask=null)
