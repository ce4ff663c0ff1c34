"""Facts and tasks in offsets and words of the source: the way back from the folded text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import field, fields, make_dataclass
from typing import cast

from extractor.context import Context
from extractor.fold import Folded
from extractor.model import Document, Fact, Found, Span, Table, Task
from extractor.tasks import Draft
from extractor.where import Where

# A frozen dataclass sets every field through object.__setattr__; the same slots without the lock are filled five times faster.
_Draft = make_dataclass("_Draft", [(f.name, f.type, field(default=f.default)) for f in fields(Fact)], slots=True)


# A sentence that takes more code points is mostly blanks (folded it has 4,000 at most): each of its facts carries it as folded.
_LONGEST_SENTENCE = 10_000


class Sourced:
    """Makes the facts and tasks of one document."""

    def __init__(
        self, folded: Folded, context: Context, document: Document, tables: Sequence[Table], confidence: Mapping[str, float]
    ) -> None:
        self._folded, self._context, self._document, self._confidence = folded, context, document, confidence
        self._where = Where(document, tables)
        self._last = Span(0, 0)
        self._sentence = ""

    def fact(self, found: Found) -> Fact:
        """An accepted candidate as a fact."""
        span = self._folded.source_span(*found.span)
        draft = _Draft(
            kind=found.kind,
            text=self._words(span),
            start=span.start,
            end=span.end,
            rule=found.rule,
            item=self._context.outline.item(found.span.start),
            sentence=self._sentence_at(found.span.start),
            confidence=self._confidence.get(found.rule),
            fact_id=self._id(found.kind, span),
            doc_id=self._document.doc_id,
            source=self._document.source,
            page=self._where.page(span.start),
            cell=self._where.cell(span.start),
            **found.fields,
        )
        draft.__class__ = Fact
        return cast(Fact, draft)

    def task(self, draft: Draft) -> Task:
        """What the assign stage drafted as a task."""
        span, timing = self._folded.source_span(*draft.span), draft.timing
        return Task(
            text=self._words(span),
            start=span.start,
            end=span.end,
            rule=draft.rule,
            item=draft.item,
            lead=draft.lead,
            support=draft.support,
            report_to=draft.report_to,
            assigner=draft.assigner,
            due=timing.due,
            inclusive=timing.inclusive,
            rrule=timing.rrule,
            due_text=self._words(self._folded.source_span(*timing.span)) if timing.span else None,
            documents=draft.documents,
            product=draft.product,
            confidence=self._confidence.get(draft.rule),
            duration=timing.duration,
            sentence=self._sentence_at(draft.span.start),
            task_id=self._id("task", span),
            doc_id=self._document.doc_id,
            source=self._document.source,
            page=self._where.page(span.start),
            cell=self._where.cell(span.start),
        )

    def _words(self, span: Span) -> str:
        return self._document.text[span.start : span.end]

    def _sentence_at(self, position: int) -> str:
        """The sentence that holds the folded ``position``, blanks trimmed; each is cut once, however many facts it holds."""
        if not self._last.start <= position < self._last.end:
            self._last = self._context.outline.sentence(position)
            trimmed = _trim(self._context.text, self._last)
            words = self._words(self._folded.source_span(*trimmed))
            self._sentence = words if len(words) <= _LONGEST_SENTENCE else self._context.text[slice(*trimmed)]
        return self._sentence

    def _id(self, kind: str, span: Span) -> str:
        """Twelve hexadecimal digits of SHA-256 over kind, offsets and words with their surroundings."""
        around = self._document.text[max(0, span.start - 32) : span.end + 32]
        return hashlib.sha256(f"{kind}\0{span.start}\0{span.end}\0{around}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _trim(text: str, span: Span) -> Span:
    """``span`` without the blanks at its ends; it holds at least one other character."""
    start, end = span
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span(start, end)
