"""The public calls: text in, facts out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date
from functools import cache

from extractor.model import Document, Failure
from extractor.pipeline import Extractor
from extractor.result import Result, analyse
from extractor.rules import Rules
from extractor.run.batch import results
from extractor.run.messages import TIMEOUT, Settings


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


def extract_many(
    documents: Iterable[Document | str | Failure], jobs: int | None = None, *, rules: Rules | None = None, timeout: float | None = TIMEOUT
) -> Iterator[Result]:
    """``extract`` over a stream of documents, in order, a few at a time in memory; what repeats an earlier one names it.

    No document ends the stream: one that fails gives a result without facts, whose ``failure`` says why.

    :param documents: texts, documents, or what ``read_documents`` gives. What this stream itself raises is raised behind the last result.
    :param jobs: processes to share the work, which gives the same results; 1, or null, is this one. Each takes a second to start. They
        are fresh interpreters that never import the calling script, so it needs no guard, and may be a notebook.
    :param rules: instead of the shipped ones.
    :param timeout: seconds for one document; null is without limit.
    """
    jobs = jobs or 1
    extractor = None if jobs > 1 else Extractor(rules) if rules else _shipped()
    settings = Settings(rules.folders[1:] if rules else (), timeout=timeout, digest=rules.digest if rules else None)
    noted = _Noted(_item(number, each) for number, each in enumerate(documents, 1))
    for product in results(noted, settings, jobs, extractor):
        document = noted.on_their_way.popleft()
        yield Result(document, [], [], product) if isinstance(product, Failure) else product
    if noted.broken:
        raise noted.broken


def _item(number: int, given: object) -> Document | Failure:
    """What the caller's stream gives; a null out of a data frame, or a number, is a document that failed."""
    if isinstance(given, str):
        return Document(given)
    if isinstance(given, Document | Failure):
        return given
    return Failure(f"item {number}", "load", "TypeError", f"item {number}: {type(given).__name__} is no text and no document")


class _Noted:
    """The items, each noted as a document on its way (one that was never read has no text), and what the caller's own stream raised."""

    def __init__(self, items: Iterable[Document | Failure]) -> None:
        self._items = items
        self.on_their_way: deque[Document] = deque()
        self.broken: Exception | None = None

    def __iter__(self) -> Iterator[Document | Failure]:
        try:
            for item in self._items:
                self.on_their_way.append(Document("", doc_id=item.source, source=item.source) if isinstance(item, Failure) else item)
                yield item
        except Exception as error:
            self.broken = error
