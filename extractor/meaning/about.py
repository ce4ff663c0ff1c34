"""Puts together what each number of a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.context import Context
from extractor.fact_view import FactView
from extractor.meaning.mentions import Mentions
from extractor.meaning.period import period_of
from extractor.meaning.place import place_of
from extractor.meaning.statuses import Status, Statuses
from extractor.meaning.subject import Subjects
from extractor.meaning.time import UNKNOWN_END
from extractor.meaning.times import Times
from extractor.model import Found, Span, Value

# Kinds that have a subject; the guideline gives a second layer to these.
NUMERIC = frozenset({"ratio", "percent", "quantity", "money", "rank"})


@dataclass(frozen=True, slots=True)
class Around:
    """A document as the readers of numbers see it: its times and places by sentence."""

    context: Context
    times: Times
    places: Mentions


def with_meaning(found: list[Found], context: Context, tasks: Sequence[Span], statuses: Statuses) -> list[Found]:
    """``found`` (linked, by span) with ``subject, period_start, period_end, place, status, status_confidence`` of the numbers among them.

    :param tasks: spans of the document's tasks, sorted.
    :param statuses: what reads the status of numbers.
    """
    if not any(f.kind in NUMERIC for f in found):
        return found
    view = FactView(found, context)
    around = Around(context, Times(view), Mentions(view))
    subjects = Subjects(view)
    read = iter(statuses([f for f in found if f.kind in NUMERIC], context, tasks))
    return [f._replace(fields={**f.fields, **_meaning(f, around, subjects, next(read))}) if f.kind in NUMERIC else f for f in found]


def _meaning(number: Found, around: Around, subjects: Subjects, status: Status) -> dict[str, Value]:
    sentence = around.context.outline.sentence(number.span.start)
    period = period_of(number, sentence, around, status.status)
    return {
        "subject": subjects.of(number, sentence),
        "period_start": period[0] if period else None,
        "period_end": period[1] if period and period[1] != UNKNOWN_END else None,
        "place": place_of(number, sentence, around),
        "status": status.status,
        "status_confidence": status.confidence,
    }
