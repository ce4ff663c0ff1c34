"""The straight line: fold, outline, scan, normalise, resolve, link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date

from extractor.confidence import rule_precision
from extractor.context import Context
from extractor.dateline import document_date
from extractor.fold import Folded, fold
from extractor.link import link
from extractor.meaning import Statuses, read_statuses, with_meaning, with_today
from extractor.mentions import resolve_mentions
from extractor.model import Candidate, Document, Fact, Found, Refused, Task
from extractor.normalise import normaliser
from extractor.outline import outline
from extractor.pipe_tables import pipe_tables
from extractor.places import document_place, document_units
from extractor.provinces import mentions
from extractor.repetition import mark_repeated
from extractor.resolve import Dropped, resolve
from extractor.rules import NOTHING, Rules
from extractor.scan import Scanner
from extractor.sourced import Sourced
from extractor.task_tables import TableTask
from extractor.tasks import assign, table_rows, with_roles


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
    """A rule set made ready to run; safe to reuse for any number of documents.

    :param statuses: what reads the status of numbers.
    """

    def __init__(self, rules: Rules | None = None, statuses: Statuses = read_statuses) -> None:
        self.rules = rules or Rules.load()
        self._scanner = Scanner(self.rules)
        self._confidence = rule_precision()
        self._statuses = statuses

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
        drawn = () if document.tables else pipe_tables(document.text)
        rows = table_rows(document, folded, drawn)
        assigned = assign([*kept, *self._annex(rows, context)], context, rows)
        source = Sourced(folded, context, document, document.tables or drawn, self._confidence)
        kept = with_meaning(with_roles(kept, assigned.roles), context, [t.span for t in assigned.tasks], self._statuses)
        kept = with_today(kept, context)
        facts = [source.fact(f) for f in kept]
        tasks = [source.task(t) for t in assigned.tasks]
        return Analysis(mark_repeated(facts, document), mark_repeated(tasks, document), context.date, context.place, log)

    def _annex(self, rows: Sequence[TableTask], context: Context) -> list[Found]:
        """What stands in task tables below the recipients: no facts of the document (guideline), but names and times of tasks."""
        boundary = context.outline.boundary
        if not any(row.task.start >= boundary for row in rows):
            return []
        whole = replace(context, outline=replace(context.outline, boundary=context.outline.size))
        kept, _ = resolve(self._normalise(whole, None))
        named = resolve_mentions([f for f in kept if f.kind != NOTHING], whole)
        return [f for f in link(named, whole) if f.span.start >= boundary]

    def _context(self, folded: Folded, document: Document) -> Context:
        text = folded.text
        context = Context(text, text.lower(), outline(text))
        context.date = document.date or document_date(context)
        context.provinces = [(start, unit.on(context.date)) for start, _, unit in mentions(text[: context.outline.boundary])]
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
