"""The products of a run on their way to where they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from extractor.copies import Copies
from extractor.model import Document, Failure, Task
from extractor.run.messages import Item, Rows, Settings
from extractor.run.outcomes import outcomes, products
from extractor.schema import ERRORS
from extractor.table import failure_row
from extractor.write.values import Cells, to_cells

if TYPE_CHECKING:
    from extractor.pipeline import Extractor
    from extractor.result import Result


class Sink(Protocol):
    """What takes rows: a writer of ``extractor.write``, or a terminal."""

    def add(self, table: str, cells: list[Cells]) -> None:
        """Add rows to a table of ``extractor.schema.TABLES``, cells in the order of its columns."""


@dataclass(slots=True)
class Counts:
    """How far a run has come."""

    documents: int = 0
    rows: int = 0  # facts or tasks
    failed: int = 0


class Seen(Protocol):
    """A document as somebody who looks on sees it."""

    @property
    def name(self) -> str:
        """Its source, or its id where it has none."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was read with loss or by guess."""


Notice = Callable[[Counts, Seen | Failure], None]


def results(items: Iterable[Item], settings: Settings, jobs: int = 1, extractor: Extractor | None = None) -> Iterator[Result | Failure]:
    """One result or failure for each item, in order; ``settings.tables`` is null. Parameters as of ``outcomes``."""
    with Copies() as copies:
        for product in products(outcomes(items, settings._replace(tables=None), jobs, extractor), copies):
            assert not isinstance(product, Rows)  # noqa: S101 - by the settings
            yield product


def record(
    items: Iterable[Item], settings: Settings, sink: Sink, notice: Notice, jobs: int = 1, extractor: Extractor | None = None
) -> Counts:
    """Write the rows of all items as they come; ``notice`` is told after each.

    :param settings: the first of its ``tables`` is the one that is counted: ``facts`` or ``tasks``.
    """
    counts = Counts()
    tables = settings.tables or ("facts", "documents")
    with Copies() as copies:
        for product in products(outcomes(items, settings._replace(tables=tables), jobs, extractor), copies):
            assert isinstance(product, Rows | Failure)  # noqa: S101 - by the settings
            add(product, sink)
            count(counts, product, tables[0])
            notice(counts, product)
    return counts


def add(product: Rows | Failure, sink: Sink) -> None:
    """The rows of one document, or the one row that says why there are none."""
    if isinstance(product, Failure):
        sink.add("errors", to_cells([failure_row(product)], ERRORS))
    else:
        for table, cells in product.tables.items():
            sink.add(table, cells)


def count(counts: Counts, product: Rows | Failure, table: str) -> None:
    """Count one document and its rows of a table."""
    if isinstance(product, Failure):
        counts.failed += 1
    else:
        counts.documents += 1
        counts.rows += len(product.tables[table])


@dataclass(slots=True)
class Collected:
    """Everything of a run at once, for lists that are written whole."""

    tasks: list[Task]
    documents: list[Document]
    failures: list[Failure]


def collect(stream: Iterable[Result | Failure], notice: Notice) -> Collected:
    """The tasks, documents and failures of ``stream``; ``notice`` is told after each."""
    counts, all_of = Counts(), Collected([], [], [])
    for item in stream:
        if isinstance(item, Failure):
            counts.failed += 1
            all_of.failures.append(item)
        else:
            counts.documents += 1
            counts.rows += len(item.tasks)
            all_of.documents.append(item.document)
            all_of.tasks += item.tasks
        notice(counts, item)
    return all_of
