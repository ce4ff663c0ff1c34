"""The times that the sentences of a document name, and what each does there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from extractor.fact_view import FactView
from extractor.meaning import time_words
from extractor.meaning.joined import joined
from extractor.meaning.pointing import pointed, pointing
from extractor.meaning.reporting_day import reporting_day
from extractor.meaning.scope import scope
from extractor.meaning.time import UNKNOWN_END, Days, Role, Time
from extractor.model import Found, Span

_ISSUED = regex.compile(r"[ ,(]*(?:ban hành |được ban hành |ký |vào )?")
_UNTIL = regex.compile(r"(?:vào |từ nay )?(?:đến|tới)(?: hết| cuối)? (?:năm|quý|tháng|giai)|năm|tháng|quý|\d")
_ALSO = regex.compile(r" ?(?:\([^()]{0,80}\) ?)?")  # behind the first day of a stretch: the same day by another calendar
_LEFT = 100  # code points before a time that say what it does


class Times:
    """The times of one document by sentence; each sentence is read once."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._of: dict[int, tuple[Time, ...]] = {}
        self._pointing: set[int] = set()
        self._today = reporting_day(view)

    def of(self, sentence: Span) -> tuple[Time, ...]:
        """The times in ``sentence``, by start; dates of cited documents and in names of programmes are left out."""
        if sentence.start not in self._of:
            self._of[sentence.start] = tuple(sorted(self._read(sentence), key=lambda t: t.span))
        return self._of[sentence.start]

    def points(self, sentence: Span) -> bool:
        """Whether ``sentence`` points to a time of its own, known or not."""
        self.of(sentence)
        return sentence.start in self._pointing

    def _read(self, sentence: Span) -> Iterator[Time]:
        context = self._view.context
        taken: list[Time] = []
        for fact in (*self._view.within("date", sentence), *self._view.within("deadline", sentence)):
            days = _days(fact)
            if days and (time := self._time(fact, days, sentence)):
                taken.append(time)
        yield from joined(taken, context.lower, sentence)
        if words := pointing(context, sentence):
            self._pointing.add(sentence.start)
            yield from pointed(words, context, sentence, taken, self._today)

    def _time(self, fact: Found, days: Days, sentence: Span) -> Time | None:
        context, span = self._view.context, fact.span
        before = context.lower[max(sentence.start, span.start - _LEFT) : span.start]
        if time_words.is_vision(before) or self._cites(fact):
            return None
        around = scope(context.text, span, sentence)
        if role := time_words.compares(before):
            return Time(span, days, role, around)
        if fact.kind == "deadline":
            until = _UNTIL.match(context.lower, span.start, span.end)
            opens = until is not None and time_words.opens(before)
            return Time(span, days, Role.FRAME if opens else Role.WITHIN if until else Role.DEADLINE, around)
        if time_words.is_not_before(before):
            return Time(span, days, Role.WITHIN, around)
        if m := time_words.up_to(before):
            return self._counted(span, days, sentence, span.start - len(m.group()), time_words.in_programme(before))
        if context.lower.startswith("nhiệm kỳ", span.start):
            return None
        if (length := time_words.before_length(before)) is not None:  # "qua 3 ngày (từ 26 - 28/4), …"
            return Time(span, self._from(days) if days[0] == days[1] else days, time_words.role_of_length(length), sentence)
        is_stretch = fact.fields.get("granularity") == "range"  # "từ 27/4 đến 30/4" has its end
        return self._said(span, days, before, around, is_stretch=is_stretch)

    def _counted(self, span: Span, days: Days, sentence: Span, end: int, named: bool) -> Time:
        """The time up to which is counted, with the beginning that stands before ``end``; ``named`` in the name of a plan."""
        around = scope(self._view.context.text, span, sentence)
        role = Role.ATTRIBUTE if named else Role.FRAME
        first = self._first(sentence, end)
        return Time(Span(first[0], span.end), (first[1], days[1]), role, around) if first else Time(span, (days[1], days[1]), role, around)

    def _said(self, span: Span, days: Days, before: str, around: Span, *, is_stretch: bool) -> Time | None:
        """A time by the words before it."""
        role = time_words.role(days, before)
        if role is Role.DAY and time_words.takes_effect(before):
            return Time(span, self._from(days), Role.WITHIN, around)
        if role in (Role.FRAME, Role.WITHIN, Role.EVENT) and not is_stretch and time_words.is_since(before):
            return Time(span, self._from(days), role, around)
        if role in (Role.FRAME, Role.WITHIN) and time_words.is_close(before):
            days = (days[1], days[1])
        return Time(span, days, role, around) if role else None

    def _from(self, days: Days) -> Days:
        """From the first of ``days`` to the day of the document; ``days`` themselves where they are still to come."""
        today = self._today
        return days if today and days[0] > today else (days[0], today or UNKNOWN_END)

    def _first(self, sentence: Span, end: int) -> tuple[int, date] | None:
        """Where the time behind ``từ`` begins of a stretch whose other end stands behind ``end``, and its first day."""
        first = self._view.last_before("date", end, 84)
        if first is None or first.span.start < sentence.start or not (days := _days(first)):
            return None
        lower = self._view.context.lower
        before = lower[max(sentence.start, first.span.start - 20) : first.span.start]
        is_stretch = _ALSO.fullmatch(lower, first.span.end, end) and time_words.is_from(before)
        return (first.span.start, days[0]) if is_stretch else None

    def _cites(self, fact: Found) -> bool:
        """The date is that of the document named right before it."""
        document = self._view.last_before("document", fact.span.start, 20)
        return document is not None and bool(_ISSUED.fullmatch(self._view.context.lower, document.span.end, fact.span.start))


def _days(fact: Found) -> Days | None:
    """The days of a date; the last day of a deadline."""
    if fact.kind == "deadline":
        due = fact.fields.get("due")
        return (due, due) if isinstance(due, date) else None
    first, last = fact.fields.get("start_date"), fact.fields.get("end_date")
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None
