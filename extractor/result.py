"""What one document gave: the unit that every caller above the line works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.copies import Copies
from extractor.metadata import described
from extractor.model import Document, Fact, Task
from extractor.pipeline import Extractor
from extractor.schema import FACTS, TASKS
from extractor.table import fact_row, task_row, to_frame

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Result:
    """The facts and tasks of one document, by start offset.

    ``document`` carries the date and place that they were resolved against, and what its text says of itself (``extractor.metadata``).
    """

    document: Document
    facts: list[Fact]
    tasks: list[Task]

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a data frame with the columns of ``extractor.schema.FACTS``, nullable types."""
        return to_frame(map(fact_row, self.facts), FACTS)

    def tasks_frame(self) -> pandas.DataFrame:
        """The tasks as a data frame with the columns of ``extractor.schema.TASKS``; lists are tuples."""
        return to_frame(map(task_row, self.tasks), TASKS)


def marked(result: Result, copies: Copies) -> Result:
    """``result`` with ``duplicate_of`` set where it repeats a document that ``copies`` has seen; it is remembered there."""
    root = copies.root(result.document)
    return Result(
        replace(result.document, duplicate_of=root.original),
        copies.mark_copied(result.facts, result.document, root),
        copies.mark_copied(result.tasks, result.document, root),
    )


def analyse(document: Document, extractor: Extractor) -> Result:
    """``document`` run down the whole line by ``extractor``."""
    analysis = extractor.analyse(document)
    known = replace(document, date=analysis.date, place=analysis.place)
    return Result(described(known, analysis.facts), analysis.facts, analysis.tasks)
