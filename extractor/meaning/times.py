"""The times that the sentences of a document name, and what each does there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import regex

from extractor.fact_view import FactView
from extractor.meaning.pointing import pointed
from extractor.meaning.reporting_day import reporting_day
from extractor.meaning.scope import scope
from extractor.meaning.time import Days, Role, Time
from extractor.meaning.wordclass import any_of
from extractor.model import Found, Span

_UP_TO = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'up_to')})(?: ngày)? $", regex.REVERSE)
_PART = r"(?: (?:giai đoạn|thời gian|khoảng|thời kỳ|các|những))?(?: (?:đầu|cuối|giữa|nửa đầu|nửa cuối))?"
_WITHIN = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'within')}){_PART} $", regex.REVERSE)
_OPENING = regex.compile(rf"(?:^|[,;:.()–\n\"“”-] ?)(?:(?:{any_of('meaning_periods', 'opening')}),? )*$", regex.REVERSE)
_NAMED = regex.compile(
    rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'named')})(?: (?!(?:trong|của|đến|từ)(?!\p{{L}}))\p{{L}}+){{0,4}} $", regex.REVERSE
)
_COMPARED = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'compared')})(?!\p{{L}})[^,;()\d]{{0,30}}$", regex.REVERSE)
_VISION = regex.compile(r"tầm nhìn (?:đến |tới )?$", regex.REVERSE)
_FROM = regex.compile(r"(?<!\p{L})từ (?:đầu |cuối |giữa )?$", regex.REVERSE)
_TO = regex.compile(r" ?(?:đến|tới|-|–)(?: hết| cuối)? ?")
_ISSUED = regex.compile(r"[ ,(]*(?:ban hành |được ban hành |ký |vào )?")
_PROGRAMME = regex.compile(
    r"(?<!\p{L})(?:chương trình|đề án|kế hoạch|chiến lược|quy hoạch|nghị quyết|dự án)(?!\p{L})[^,;.]{0,90}$", regex.REVERSE
)
_UNTIL = regex.compile(r"(?:vào |từ nay )?(?:đến|tới)(?: hết| cuối)? (?:năm|quý|tháng|giai)|năm|tháng|quý|\d")
_LEFT = 100  # code points before a time that say what it does


class Times:
    """The times of one document by sentence; each sentence is read once."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._of: dict[int, tuple[Time, ...]] = {}
        self._today = reporting_day(view)

    def of(self, sentence: Span) -> tuple[Time, ...]:
        """The times in ``sentence``, by start; dates of cited documents and in names of programmes are left out."""
        if sentence.start not in self._of:
            self._of[sentence.start] = tuple(sorted(self._read(sentence), key=lambda t: t.span))
        return self._of[sentence.start]

    def _read(self, sentence: Span) -> Iterator[Time]:
        context = self._view.context
        taken: list[Time] = []
        for fact in (*self._view.within("date", sentence), *self._view.within("deadline", sentence)):
            days = _days(fact)
            if days and (time := self._time(fact, days, sentence)):
                taken.append(time)
                yield time
        yield from pointed(context, sentence, taken, self._today)

    def _time(self, fact: Found, days: Days, sentence: Span) -> Time | None:
        context, span = self._view.context, fact.span
        before = context.lower[max(sentence.start, span.start - _LEFT) : span.start]
        if _VISION.search(before) or self._cites(fact):
            return None
        around = scope(context.text, span, sentence)
        if _COMPARED.search(before):
            return Time(span, days, Role.SAME if "cùng kỳ" in before[-16:] else Role.COMPARED, around)
        opens = bool(_OPENING.search(before))
        if fact.kind == "deadline":
            until = _UNTIL.match(context.lower, span.start, span.end)
            return Time(span, days, Role.FRAME if opens and until else Role.WITHIN if until else Role.DEADLINE, around)
        if m := _UP_TO.search(before):
            return Time(span, self._since(days, sentence, span.start - len(m.group())), Role.FRAME, around)
        role = _role(days, before, opens) if not context.lower.startswith("nhiệm kỳ", span.start) else None
        return Time(span, days, role, around) if role else None

    def _since(self, days: Days, sentence: Span, end: int) -> Days:
        """From the first day of ``từ năm 2020 đến …``; the last day alone where there is no beginning."""
        first = self._view.last_before("date", end, 2)
        if first and first.span.start >= sentence.start and (since := _days(first)):
            before = self._view.context.lower[max(sentence.start, first.span.start - 10) : first.span.start]
            if _FROM.search(before):
                return since[0], days[1]
        return days[1], days[1]

    def _cites(self, fact: Found) -> bool:
        """The date is that of the document named right before it."""
        document = self._view.last_before("document", fact.span.start, 20)
        return document is not None and bool(_ISSUED.fullmatch(self._view.context.lower, document.span.end, fact.span.start))


def _role(days: Days, before: str, opens: bool) -> Role | None:
    """What the time behind ``before`` does; null where it does nothing."""
    if opens:
        return Role.EVENT if days[0] == days[1] else Role.FRAME
    if days[0] == days[1]:
        return None  # the day of something that is only mentioned
    if _WITHIN.search(before):
        return Role.WITHIN
    if _NAMED.search(before) or (days[1] - days[0] > timedelta(days=366) and _PROGRAMME.search(before)):
        return None
    return Role.ATTRIBUTE


def _days(fact: Found) -> Days | None:
    """The days of a date; the last day of a deadline."""
    if fact.kind == "deadline":
        due = fact.fields.get("due")
        return (due, due) if isinstance(due, date) else None
    first, last = fact.fields.get("start_date"), fact.fields.get("end_date")
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None
