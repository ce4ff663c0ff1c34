"""What one document gave: the unit that every caller above the line works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.copies import Copied
from extractor.metadata import described
from extractor.model import Document, Fact, Failure, Task
from extractor.pipeline import Extractor
from extractor.schema import FACTS, TASKS
from extractor.table import fact_row, task_row, to_frame

if TYPE_CHECKING:
    import pandas

_SHOWN = 8_000  # code points of a text that a notebook shows


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The facts and tasks of one document, by start offset.

    ``document`` carries the date and place that they were resolved against, and what its text says of itself (``extractor.metadata``).
    ``failure`` says why there is nothing where the document could not be read or extracted; only ``extract_many`` gives such results.
    """

    document: Document
    facts: list[Fact]
    tasks: list[Task]
    failure: Failure | None = None

    @property
    def name(self) -> str:
        """How messages call the document."""
        return self.document.source or self.document.doc_id

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was read with loss or by guess."""
        return self.document.warnings

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a plain data frame with the columns of ``extractor.schema.FACTS``, nullable types; ``highlight`` shows it marked."""
        return to_frame(map(fact_row, self.facts), FACTS)

    def tasks_frame(self) -> pandas.DataFrame:
        """The tasks as a data frame with the columns of ``extractor.schema.TASKS``; lists are tuples."""
        return to_frame(map(task_row, self.tasks), TASKS)

    def to_html(self, limit: int | None = None) -> str:
        """The text as HTML, every fact on the colour of its kind (what it was read as is shown under the mouse), every task underlined.

        :param limit: code points after which a long text is cut; null shows all of it.
        """
        from extractor.markup.document import document_html, failure_html

        if self.failure:
            return failure_html(self.name, self.failure.message)
        return document_html(self.document, self.facts, self.tasks, limit)

    def _repr_html_(self) -> str:
        return self.to_html(_SHOWN)

    def __repr__(self) -> str:
        return f"<Result {self.name!r} facts={len(self.facts)} tasks={len(self.tasks)}{' failed' if self.failure else ''}>"


def marked(result: Result, copied: Copied) -> Result:
    """``result`` with ``duplicate_of`` set in what repeats an earlier document."""
    return replace(
        result,
        document=replace(result.document, duplicate_of=copied.document),
        facts=[replace(fact, duplicate_of=first) if first else fact for fact, first in zip(result.facts, copied.facts, strict=True)],
        tasks=[replace(task, duplicate_of=first) if first else task for task, first in zip(result.tasks, copied.tasks, strict=True)],
    )


def analyse(document: Document, extractor: Extractor) -> Result:
    """``document`` run down the whole line by ``extractor``."""
    analysis = extractor.analyse(document)
    known = replace(document, date=analysis.date, place=analysis.place)
    return Result(described(known, analysis.facts), analysis.facts, analysis.tasks)
