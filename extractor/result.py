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


@dataclass(frozen=True, slots=True)
class Result:
    """The facts and tasks of one document, by start offset. ``document`` carries the date and place that they were resolved against."""

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
    return Result(replace(document, date=analysis.date, place=analysis.place), analysis.facts, analysis.tasks)
