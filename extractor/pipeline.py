"""The straight line: fold, outline, scan, normalise, resolve, link."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date as Date
from typing import cast

from extractor.confidence import rule_precision
from extractor.context import Context
from extractor.dateline import document_date
from extractor.fold import Folded, fold
from extractor.link import link
from extractor.mentions import resolve_mentions
from extractor.model import Candidate, Document, Fact, Found, Refused, Span, Task
from extractor.normalise import normaliser
from extractor.outline import outline
from extractor.places import document_place, document_units
from extractor.provinces import mentions
from extractor.resolve import Dropped, resolve
from extractor.rules import NOTHING, Rules
from extractor.scan import Scanner
from extractor.pipe_tables import pipe_tables
from extractor.task_tables import TableTask, read_task_tables
from extractor.tasks import Draft, assign, with_roles

# A frozen dataclass sets every field through object.__setattr__; the same slots without the lock are filled five times faster.
_Draft = make_dataclass("_Draft", [(f.name, f.type, field(default=f.default)) for f in fields(Fact)], slots=True)


@dataclass(slots=True)
class Trace:
    """What happened on the way, in folded offsets: kept only when somebody asks why."""

    folded: Folded
    context: Context
    candidates: list[Candidate] = field(default_factory=list)
    refused: list[tuple[Candidate, Refused]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    kept: list[Found] = field(default_factory=list)  # before linking, with the look-alikes


@dataclass(frozen=True, slots=True)
class Analysis:
    """The facts and tasks of one document, the date and place that they were resolved against, and the trace where asked for."""

    facts: list[Fact]
    tasks: list[Task]
    date: Date | None
    place: str | None
    trace: Trace | None = None


class Extractor:
    """A rule set made ready to run; safe to reuse for any number of documents."""

    def __init__(self, rules: Rules | None = None) -> None:
        self.rules = rules or Rules.load()
        self._scanner = Scanner(self.rules)
        self._confidence = rule_precision()

    def analyse(self, document: Document, *, trace: bool = False) -> Analysis:
        """All facts of ``document``, by start offset."""
        folded = fold(document.text)
        context = self._context(folded, document)
        log = Trace(folded, context) if trace else None
        found = self._normalise(context, log)
        kept, dropped = resolve(found)
        if log:
            log.dropped, log.kept = dropped, kept
        kept = link(resolve_mentions([f for f in kept if f.kind != NOTHING], context), context)
        sentences = _Sentences(folded, context)
        assigned = assign(kept, context, _task_rows(document, folded))
        kept = with_roles(kept, assigned.roles)
        facts = [self._fact(f, folded, context, document, sentences) for f in kept]
        tasks = [self._task(t, folded, document, sentences) for t in assigned.tasks]
        return Analysis(facts, tasks, context.date, context.place, log)

    def _context(self, folded: Folded, document: Document) -> Context:
        text = folded.text
        context = Context(text, text.lower(), outline(text))
        context.date = document.date or document_date(context)
        context.provinces = [(start, unit) for start, _, unit in mentions(text[: context.outline.boundary])]
        context.place = document.place or document_place(context)
        context.units = document_units(context)
        return context

    def _normalise(self, context: Context, log: Trace | None) -> list[Found]:
        found: list[Found] = []
        boundary = context.outline.boundary
        context.matches = scan = self._scanner.scan(context.text, context.lower)
        for candidate in scan:
            if candidate.span.start >= boundary:
                continue
            result = normaliser(candidate.kind)(candidate, context)
            if isinstance(result, list):
                found += result
            if log:
                log.candidates.append(candidate)
                if isinstance(result, Refused):
                    log.refused.append((candidate, result))
        return found

    def _fact(self, found: Found, folded: Folded, context: Context, document: Document, sentences: _Sentences) -> Fact:
        span = folded.source_span(*found.span)
        draft = _Draft(
            kind=found.kind,
            text=document.text[span.start : span.end],
            start=span.start,
            end=span.end,
            rule=found.rule,
            item=context.outline.item(found.span.start),
            sentence=sentences.at(found.span.start),
            confidence=self._confidence.get(found.rule),
            fact_id=_fact_id(document.text, found.kind, span),
            doc_id=document.doc_id,
            source=document.source,
            **found.fields,
        )
        draft.__class__ = Fact
        return cast(Fact, draft)


    def _task(self, draft: Draft, folded: Folded, document: Document, sentences: _Sentences) -> Task:
        span = folded.source_span(*draft.span)
        timing = draft.timing
        due_span = folded.source_span(*timing.span) if timing.span else None
        return Task(
            text=document.text[span.start : span.end],
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
            due_text=document.text[due_span.start : due_span.end] if due_span else None,
            documents=draft.documents,
            product=draft.product,
            confidence=self._confidence.get(draft.rule),
            duration=timing.duration,
            sentence=sentences.at(draft.span.start),
            task_id=_fact_id(document.text, "task", span),
            doc_id=document.doc_id,
            source=document.source,
        )


def _task_rows(document: Document, folded: Folded) -> list[TableTask]:
    """The rows of the document's task tables, in folded offsets."""
    tables = document.tables or pipe_tables(document.text)
    if not tables:
        return []

    def mapped(span: Span | None) -> Span | None:
        return folded.folded_span(*span) if span is not None else None

    rows = read_task_tables(tables, document.text)
    return [
        row._replace(
            task=folded.folded_span(*row.task),
            **{name: mapped(getattr(row, name)) for name in ("lead", "support", "product", "due", "report_to", "basis")},
        )
        for row in rows
    ]


class _Sentences:
    """The sentences of one document as the source has them; each is cut once, however many facts it holds."""

    def __init__(self, folded: Folded, context: Context) -> None:
        self._folded, self._context = folded, context
        self._last = Span(0, 0)
        self._text = ""

    def at(self, position: int) -> str:
        """The sentence that holds the folded ``position``, without the blanks at its ends."""
        if not self._last.start <= position < self._last.end:
            self._last = self._context.outline.sentence(position)
            start, end = self._folded.source_span(*_trim(self._context.text, self._last))
            self._text = self._folded.source[start:end]
        return self._text


def _trim(text: str, span: Span) -> Span:
    """``span`` without the blanks at its ends; it holds at least one other character."""
    start, end = span
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span(start, end)


def _fact_id(text: str, kind: str, span: Span) -> str:
    """Twelve hexadecimal digits of SHA-256 over kind, offsets and words with their surroundings."""
    around = text[max(0, span.start - 32) : span.end + 32]
    return hashlib.sha256(f"{kind}\0{span.start}\0{span.end}\0{around}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
