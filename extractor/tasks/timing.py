"""By when: the deadline of one part of a sentence, from the deadline facts in it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import regex

from extractor.calendar_vn import rrule
from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.words import phrase
from extractor.workdays import end_of_period

_DAY_ONLY = regex.compile(r"^\D*\d{1,2}[/-]\d{1,2}$|^\D*\d{1,2} tháng \d{1,2}$")
_SLACK = 14  # "xong ", "vào ", "trong " between a label and its date
_OPENS = 4


class Timing(NamedTuple):
    """The deadline fields of ``schema.TASKS``; all null where the words name none."""

    due: date | None = None
    inclusive: bool | None = None
    rrule: str | None = None
    duration: str | None = None
    span: Span | None = None

    def __bool__(self) -> bool:
        return self.span is not None

    def key(self) -> tuple[object, ...]:
        """What makes two deadlines the same."""
        return self.due, self.rrule, self.duration


NONE = Timing()


def read_timing(view: FactView, span: Span, action: int = -1) -> Timing:
    """The deadline that holds for the words ``span``; what stands before ``action`` in a phrase of aim is left out."""
    return _chosen(view, _deadlines(view, span, action)) or _on_day(view, span)


def sole_timing(view: FactView, span: Span, action: int = -1) -> Timing:
    """Like ``read_timing`` for a line that introduces a list: what stands before the order is no deadline, unless it opens the line.

    None where the line names two different deadlines.
    """
    found = [f for f in _deadlines(view, span, action) if f.span.start >= action or f.span.start - span.start < _OPENS]
    return _chosen(view, found) if len({_timing(view, f).key() for f in found}) == 1 else NONE


def only_time(view: FactView, span: Span) -> Timing:
    """The deadline of a sentence that says nothing else: ``Thời hạn hoàn thành: trước ngày 30/11/2025``."""
    m = phrase("only_time").match(view.context.lower, span.start, span.end)
    found = view.within("deadline", span) or view.within("date", span)
    if m is not None and found and phrase("from_a_day").search(view.context.lower, m.end(), found[0].span.start):
        return NONE
    if m is None or len(found) != 1 or found[0].span.start > m.end() + _SLACK or span.end - found[0].span.end > 2:
        return NONE
    return _timing(view, found[0]) if found[0].kind == "deadline" else _by_date(found[0])


def often(view: FactView, span: Span) -> Timing:
    """``Hằng năm``, ``Thường xuyên, hằng quý`` at the head of words that tell when and nothing else."""
    found = phrase("often").match(view.context.lower, span.start, span.end)
    if found is None:
        return NONE
    return Timing(None, True, rrule(found.group("unit")), None, Span(found.start("words"), found.end("words")))


def _on_day(view: FactView, span: Span) -> Timing:
    """``khởi công vào ngày 19/12``: a day ahead on which work is to be done is its deadline, though the words are a date's."""
    today, lower = view.context.date, view.context.lower
    for fact in view.within("date", span):
        end = fact.fields.get("end_date")
        ahead = isinstance(end, date) and today is not None and end >= today and fact.fields.get("granularity") in ("day", "month")
        if ahead and phrase("on_day", reverse=True).search(lower, max(span.start, fact.span.start - 110), fact.span.start):
            return _by_date(fact)
    return NONE


def _deadlines(view: FactView, span: Span, action: int) -> list[Found]:
    lower = view.context.lower
    aim = action > span.start and phrase("slogan").match(lower, span.start, span.end) is not None
    return [f for f in view.within("deadline", span) if not (aim and f.span.start < action) and not _by_the_way(view, f, span)]


def _by_the_way(view: FactView, deadline: Found, span: Span) -> bool:
    """A whole year in the midst of the words (``doanh thu trong năm 2013 của …``) or what the work is for tells of something else."""
    reach = max(span.start, deadline.span.start - 90)
    if phrase("purpose").search(view.context.lower[reach : deadline.span.start]):
        return True
    words = view.context.lower[deadline.span.start : deadline.span.end]
    if phrase("whole_year").fullmatch(words) is None:
        return False
    before = view.context.lower[max(span.start, deadline.span.start - 80) : deadline.span.start]
    if phrase("horizon").search(before):
        return True
    after = view.context.lower[deadline.span.end : span.end].lstrip(" ")
    if words.startswith("vào"):
        return phrase("done_by").search(before) is None
    opens = deadline.span.start - span.start < _OPENS or phrase("done_by").search(before) is not None
    return not (opens or not after or after[0] in ".;,)/")


def _chosen(view: FactView, found: list[Found]) -> Timing:
    """A day goes before a recurrence, and the last day named before earlier ones."""
    sharp = [f for f in found if not phrase("whole_year").fullmatch(view.context.lower, *f.span)]
    timings = [_timing(view, f) for f in sharp or found]
    for field in ("due", "rrule", "duration"):
        named = [t for t in timings if getattr(t, field) is not None]
        if named:
            return named[-1]
    return NONE


def _timing(view: FactView, deadline: Found) -> Timing:
    fields = deadline.fields
    due, duration = fields.get("due"), fields.get("duration")
    if isinstance(due, date) and _comes_back(view, deadline):
        days = {"BYMONTH": due.month, "BYMONTHDAY": due.day}
        return Timing(None, fields.get("inclusive") is not False, rrule("năm", **days), None, deadline.span)
    if due is None and isinstance(duration, str) and view.context.date and _counts_from_signing(view, deadline):
        due = end_of_period(view.context.date, duration)
    return Timing(due, fields.get("inclusive"), fields.get("rrule"), duration, deadline.span)  # type: ignore[arg-type]  # the schema says what they are


def _comes_back(view: FactView, deadline: Found) -> bool:
    """``Hằng năm báo cáo … trước ngày 15/12``: a day without a year in a sentence that says every year."""
    sentence = view.context.outline.sentence(deadline.span.start)
    words = view.context.lower[deadline.span.start : deadline.span.end]
    return _DAY_ONLY.search(words) is not None and phrase("every_year").search(view.context.lower, *sentence) is not None


def _counts_from_signing(view: FactView, deadline: Found) -> bool:
    lower, (start, end) = view.context.lower, deadline.span
    return phrase("from_signing").search(lower, start, min(len(lower), end + 30)) is not None


def by_dates(view: FactView, span: Span) -> Timing:
    """The last day that the dates in ``span`` name, for places where a date can only be a deadline."""
    found = [_by_date(f) for f in view.within("date", span)]
    return max((t for t in found if t.due), key=lambda t: t.due or date.min, default=NONE)


def _by_date(dated: Found) -> Timing:
    end = dated.fields.get("end_date")
    return Timing(end if isinstance(end, date) else None, True, None, None, dated.span)
