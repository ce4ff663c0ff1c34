"""The public calls: text in, facts out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cache
from typing import TYPE_CHECKING

from extractor.model import Document, Fact
from extractor.pipeline import Extractor
from extractor.rules import Rules

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Result:
    """What one document gave. ``document`` carries the date and place that its facts were resolved against."""

    document: Document
    facts: list[Fact]

    def to_frame(self) -> pandas.DataFrame:
        """The facts as a data frame with the columns of ``extractor.schema.FACTS``, nullable types."""
        from extractor.table import facts_frame

        return facts_frame(self.facts)


@cache
def _shipped() -> Extractor:
    return Extractor()


def extract(text: str | Document, date: Date | str | None = None, place: str | None = None, *, rules: Rules | None = None) -> Result:
    """Facts of one text.

    ``date`` (ISO string or date) is the document's own date, against which dates without a year are resolved; ``place`` its own place
    (``tỉnh Nghệ An``). Both are looked for in the text where they are not given. Raises ``ValueError`` for a malformed date.
    """
    document = text if isinstance(text, Document) else Document(text)
    if date is not None:
        document = replace(document, date=Date.fromisoformat(date) if isinstance(date, str) else date)
    if place is not None:
        document = replace(document, place=place)
    return _run(document, Extractor(rules) if rules else _shipped())


def extract_many(documents: Iterable[Document | str], *, rules: Rules | None = None) -> Iterator[Result]:
    """``extract`` over a stream of documents, in order, one at a time."""
    extractor = Extractor(rules) if rules else _shipped()
    for document in documents:
        yield _run(document if isinstance(document, Document) else Document(document), extractor)


def _run(document: Document, extractor: Extractor) -> Result:
    analysis = extractor.analyse(document)
    return Result(replace(document, date=analysis.date, place=analysis.place), analysis.facts)
