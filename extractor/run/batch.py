"""Load, extract and write tied together; one document never ends the run of the others.

``attempt`` is a pure function of one document, so that worker processes can take it over; only ``record`` touches the sink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extractor.copies import Copies
from extractor.errors import TrichLucError, defect
from extractor.model import Document, Failure, Task, Value
from extractor.pipeline import Extractor
from extractor.result import Result, analyse, marked
from extractor.table import Row, document_row, fact_row, failure_row, task_row


class Sink(Protocol):
    """What takes rows: a writer of ``extractor.write``, or a terminal."""

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Add rows to a table of ``extractor.schema.TABLES``."""


@dataclass(slots=True)
class Counts:
    """How far a run has come."""

    documents: int = 0
    rows: int = 0  # facts or tasks
    failed: int = 0


def results(items: Iterable[Document | Failure], extractor: Extractor) -> Iterator[Result | Failure]:
    """One result or failure for each item, in order, one document at a time in memory; failures to load pass through.

    What repeats an earlier document names it in ``duplicate_of``.
    """
    with Copies() as copies:
        for item in _guarded(items):
            found = item if isinstance(item, Failure) else attempt(item, extractor)
            yield found if isinstance(found, Failure) else marked(found, copies)


def _guarded(items: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """A reader that breaks down ends the input, not the run: what came before it is still written."""
    try:
        yield from items
    except Exception as error:
        yield Failure("input", "load", type(error).__name__, f"reading ended early: {_said(error)}")


def attempt(document: Document, extractor: Extractor) -> Result | Failure:
    """The result of ``document``, or the row of the ``errors`` table that says why there is none."""
    try:
        return analyse(document, extractor)
    except Exception as error:
        source = document.source or document.doc_id
        return Failure(source, "extract", type(error).__name__, f"{source}: {_said(error)}")


def _said(error: Exception) -> str:
    """One line; a defect of ours names the line of code too, since no traceback is ever shown."""
    if isinstance(error, TrichLucError):
        return " ".join(str(error).split())[:200]
    return f"defect in trichluc, please report it: {defect(error)}"


_ROWS: dict[str, Callable[[Result], list[Row]]] = {
    "facts": lambda result: [fact_row(fact) for fact in result.facts],
    "tasks": lambda result: [task_row(task) for task in result.tasks],
}
Notice = Callable[[Counts, Result | Failure], None]


def record(stream: Iterable[Result | Failure], sink: Sink, notice: Notice, table: str = "facts") -> Counts:
    """Write every result and failure of ``stream`` as it comes; ``notice`` is told after each.

    :param table: which rows of the results: ``facts`` or ``tasks``.
    """
    counts = Counts()
    for item in stream:
        if isinstance(item, Failure):
            counts.failed += 1
            sink.write("errors", [failure_row(item)])
        else:
            counts.documents += 1
            rows = _ROWS[table](item)
            counts.rows += len(rows)
            sink.write("documents", [document_row(item.document)])
            sink.write(table, rows)
        notice(counts, item)
    return counts


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
