"""The public calls: text in, facts out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date
from functools import cache

from extractor.copies import Copies
from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import Result, analyse, marked
from extractor.rules import Rules


@cache
def _shipped() -> Extractor:
    return Extractor()


def extract(text: str | Document, date: Date | str | None = None, place: str | None = None, *, rules: Rules | None = None) -> Result:
    """Facts of one text.

    :param text: the text, or a document as ``load`` gives it.
    :param date: the document's own date (ISO string or date), against which dates without a year are resolved.
    :param place: its own place, canonical (``tỉnh Nghệ An``). Date and place are looked for in the text where they are not given.
    :param rules: instead of the shipped ones.
    :return: the facts by start offset; ``text[f.start:f.end] == f.text`` holds for each.
    :raises ValueError: ``date`` is no ISO date.
    """
    document = text if isinstance(text, Document) else Document(text)
    if date is not None:
        document = replace(document, date=Date.fromisoformat(date) if isinstance(date, str) else date)
    if place is not None:
        document = replace(document, place=place)
    return analyse(document, Extractor(rules) if rules else _shipped())


def extract_many(documents: Iterable[Document | str], *, rules: Rules | None = None) -> Iterator[Result]:
    """``extract`` over a stream of documents, in order, one at a time in memory; what repeats an earlier one names it."""
    extractor = Extractor(rules) if rules else _shipped()
    with Copies() as copies:
        for document in documents:
            yield marked(analyse(document if isinstance(document, Document) else Document(document), extractor), copies)
