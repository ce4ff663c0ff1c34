"""The pipeline component ``trichluc``: facts as spans, tasks as an attribute. It needs no tokenizer of its own: any will do."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.rules import Rules
from extractor.spacy.attributes import keep, register


class TrichLuc:
    """Finds the facts and tasks of each document.

    :param patterns: folder of rules laid over the shipped ones; null for these alone.
    :param date: date (ISO) of the documents that have no ``doc._.doc_date``; null for what the text says of itself.
    :param place: their place, canonical, likewise.
    :raises ValueError: ``date`` is no ISO date.
    """

    def __init__(self, patterns: str | None = None, date: str | None = None, place: str | None = None) -> None:
        self.patterns, self.place = patterns, place
        self.date = Date.fromisoformat(date) if date else None
        register()

    @cached_property
    def _extractor(self) -> Extractor:
        return Extractor(Rules.load(self.patterns) if self.patterns else None)

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with ``doc.spans["facts"]`` and ``doc._.tasks``; its date and place are what they were resolved against."""
        given = Document(doc.text, date=doc._.doc_date or self.date, place=doc._.doc_place or self.place)
        result = analyse(given, self._extractor)
        doc._.doc_date, doc._.doc_place = result.document.date, result.document.place
        keep(doc, result.facts, result.tasks)
        return doc

    def __reduce__(self) -> tuple[Any, ...]:
        """Compiled rules do not travel to other processes: each makes its own."""
        return TrichLuc, (self.patterns, self.date and self.date.isoformat(), self.place)


@Language.factory("trichluc", default_config={"patterns": None, "date": None, "place": None}, assigns=["doc.spans", "doc._.tasks"])
def make_trichluc(nlp: Language, name: str, patterns: str | None, date: str | None, place: str | None) -> TrichLuc:  # noqa: ARG001 - spaCy's call
    """The component as spaCy makes it from a config."""
    return TrichLuc(patterns, date, place)
