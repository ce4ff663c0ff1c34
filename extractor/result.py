"""What one document gave: the unit that every caller above the line works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.model import Document, Fact
from extractor.pipeline import Extractor
from extractor.schema import FACTS
from extractor.table import fact_row, to_frame

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Result:
    """The facts of one document, by start offset. ``document`` carries the date and place that they were resolved against."""

    document: Document
    facts: list[Fact]

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a data frame with the columns of ``extractor.schema.FACTS``, nullable types."""
        return to_frame(map(fact_row, self.facts), FACTS)


def analyse(document: Document, extractor: Extractor) -> Result:
    """``document`` run down the whole line by ``extractor``."""
    analysis = extractor.analyse(document)
    return Result(replace(document, date=analysis.date, place=analysis.place), analysis.facts)
