"""What one document gave: the unit that every caller above the line works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.model import Document, Fact, Task
from extractor.pipeline import Extractor
from extractor.schema import FACTS, TASKS
from extractor.table import fact_row, task_row, to_frame

if TYPE_CHECKING:
    import pandas


_LETTERHEAD = "document.letterhead"  # the rule that finds a document's own number


@dataclass(frozen=True, slots=True)
class Result:
    """The facts and tasks of one document, by start offset.

    ``document`` carries the date and place that they were resolved against, and its own number and symbol where its letterhead has them.
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


def analyse(document: Document, extractor: Extractor) -> Result:
    """``document`` run down the whole line by ``extractor``."""
    analysis = extractor.analyse(document)
    known = replace(document, date=analysis.date, place=analysis.place)
    own = next((fact for fact in analysis.facts if fact.rule == _LETTERHEAD), None)
    if own is not None and document.number is None and document.symbol is None:
        known = replace(known, number=own.number, symbol=own.symbol)
    return Result(known, analysis.facts, analysis.tasks)
