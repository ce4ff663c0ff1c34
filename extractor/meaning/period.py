"""The period of a number: which of the times around it says when it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import regex

from extractor.meaning.descriptive import describes
from extractor.meaning.pointing import points
from extractor.meaning.time import Days, Role, Time
from extractor.meaning.wordclass import any_of
from extractor.model import Found, Span

if TYPE_CHECKING:
    from extractor.meaning.about import Around

# What may stand between a number and a time that belongs to nothing else: its unit and noun, no other number, no end of a clause.
_NEXT = regex.compile(r"[^,;:.\d(]{0,110}")
# Between a length of time and the days that it took: "30 ngày từ 1/3 đến 30/3".
_APPOSED = regex.compile(r" \w+(?: làm việc)? ?(?:\(?(?:kể |tính )?từ|\() ?")
_CLOSE = 25  # code points of unit and noun before a time without preposition
# The same with further numbers: "10 kế hoạch, 8 quyết định trong năm 2023".
_OTHERS = regex.compile(r"(?:(?! (?:nhưng|mà|trong khi) )[^;:.]){0,150}")
_VALUE = regex.compile(
    r" ?(?:\(|: ?|(?:chỉ )?(?:đạt|là|có|ở mức|với)(?: mức)? ?)(?:(?:chỉ |mới |đạt |là |tương ứng |hơn |gần |khoảng |trên |\w+ )*)"
)
_BASE = regex.compile(r"(?<!\p{L})(?:từ(?: mức)?|so với(?: mức)?|thay vì(?: mức)?)(?: (?:hơn|gần|khoảng|trên|dưới|mức|con số))* ?$")
_RISE = regex.compile(r"[^,;.()\d]{0,40}(?:\([^)]{0,40}\) ?)?(?<!\p{L})(?<!trở )(?:lên|xuống|còn|thành|sang|tới)(?!\p{L})")
_PLAN = regex.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|yêu cầu|mục tiêu)[^,;()\d]{0,60}\($")
_ALONE = regex.compile(r"[^(),;]{0,25}\)")
_DETAIL = regex.compile(rf"(?:[-+–•] ?)?(?:{any_of('meaning_periods', 'detail')})(?!\p{{L}})")
# A line that goes on with the parts of what the line before it tells.
_PARTS = regex.compile(r"(?:[-+–•] ?)?(?:trong đó|cụ thể|theo đó)(?!\p{L})")
_APPROVED = regex.compile(r"(?<!\p{L})(?:phê duyệt|chấp thuận)(?: \p{L}+){3}")
_PROPOSED = regex.compile(r"(?<!\p{L})(?:đề xuất|kiến nghị)(?!\p{L})")
_ORDERS = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'orders')})(?!\p{{L}})")
_FRAMES = frozenset({Role.FRAME})
_OPEN_ROLES = frozenset({Role.FRAME, Role.WITHIN, Role.ATTRIBUTE, Role.EVENT})


def period_of(number: Found, around: Around) -> Days | None:
    """The first and last day that the number holds for; null where its sentence and the one before give none."""
    context, span = around.context, number.span
    sentence = context.outline.sentence(span.start)
    times = around.times.of(sentence)
    bracketed = _in_brackets(span, times, context.lower)
    if bracketed:
        return bracketed
    behind = _behind(span, times, context.lower)
    if describes(number, context):
        return behind.days if behind and _APPOSED.fullmatch(context.lower, span.end, behind.span.start) else None
    if behind and _is_own(behind, context.lower[span.end : behind.span.start]):
        return _framed(behind, times)
    if _is_baseline(number, context.lower, sentence):
        return None
    before = _before(span, times, context.lower)
    if before:
        return before.days
    later = behind or _shared(span, times, context.lower)
    if later:
        return later.days
    return None if times and times[0].role is Role.FRAME and times[0].span.end <= span.start else _carried(span, sentence, around)


def _in_brackets(span: Span, times: tuple[Time, ...], text: str) -> Days | None:
    """The time compared with, of a value given right behind it: ``so với năm 2022 (697 điểm)``."""
    compared = next((t for t in reversed(times) if t.span.end <= span.start and t.role in (Role.COMPARED, Role.SAME)), None)
    if compared is None or span.start - compared.span.end > 40 or not _VALUE.fullmatch(text, compared.span.end, span.start):
        return None
    return _same(compared, times) if compared.role is Role.SAME else compared.days


def _same(compared: Time, times: tuple[Time, ...]) -> Days:
    """The stretch that the sentence is about, in the year that it is compared with."""
    base = next((t.days for t in times if t.role in _OPEN_ROLES), None)
    year = compared.days[0].year
    return (_moved(base[0], year), _moved(base[1], year + base[1].year - base[0].year)) if base else compared.days


def _moved(day: date, year: int) -> date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _behind(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The time that follows in the number's own words."""
    for time in times:
        if time.span.start >= span.end:
            fits = _holds(time, span) and time.role not in (Role.COMPARED, Role.SAME) and _NEXT.fullmatch(text, span.end, time.span.start)
            return time if fits else None
    return None


def _is_own(time: Time, gap: str) -> bool:
    """It belongs to the number and to nothing else, even where the sentence has a time that frames it."""
    return time.role is not Role.ATTRIBUTE or len(gap) <= _CLOSE


def _framed(time: Time, times: tuple[Time, ...]) -> Days:
    """The days of ``time``; where it is the end of the stretch that the sentence names (``Năm 2021, … trong năm 2021``), that stretch."""
    return next((t.days for t in times if t.role in _OPEN_ROLES and t.days[1] == time.days[1]), time.days)


def _is_baseline(number: Found, text: str, sentence: Span) -> bool:
    """A value that is compared with, or from which something rises: the time of the sentence is not its own."""
    start, end = number.span
    before = text[max(sentence.start, start - 100) : start]
    if m := _BASE.search(before):
        return not m.group().startswith("từ") or _RISE.match(text, end, sentence.end) is not None
    return number.kind != "ratio" and _PLAN.search(before) is not None and _ALONE.match(text, end) is not None


def _before(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The nearest time before the number that holds for what follows."""
    for time in reversed(times):
        if time.span.end > span.start or not _holds(time, span):
            continue
        gap = text[time.span.end : span.start]
        if _is_planned(gap, time):
            return None
        if time.role in _OPEN_ROLES or (time.role is Role.DEADLINE and not any(c in gap for c in ",;")):
            return time
    return None


def _is_planned(gap: str, time: Time) -> bool:
    """What was only approved or proposed at the time does not hold then; nor does at one day what is to come."""
    return _APPROVED.search(gap) is not None or (time.days[0] == time.days[1] and _PROPOSED.search(gap) is not None)


def _shared(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The time behind the last of several numbers that share it."""
    for time in times:
        if time.span.start >= span.end and _holds(time, span) and time.role in (Role.FRAME, Role.WITHIN):
            return time if _OTHERS.fullmatch(text, span.end, time.span.start) else None
    return None


def _carried(span: Span, sentence: Span, around: Around) -> Days | None:
    """The time that frames the sentence before, in the same paragraph, or the line that introduces the list."""
    context = around.context
    if not around.times.of(sentence) and points(context, sentence):
        return None
    frame = next((t for previous, roles in _earlier(span, sentence, around) if (t := _frame(previous, roles, around))), None)
    if frame is None:
        return None
    past = context.date is None or frame.days[1] <= context.date
    return None if past and _ORDERS.search(context.lower, *sentence) else frame.days


def _earlier(span: Span, sentence: Span, around: Around) -> Iterator[tuple[Span, frozenset[Role]]]:
    """The sentences whose time may hold for ``sentence``, and what the time must do there."""
    outline, lower = around.context.outline, around.context.lower
    paragraph = outline.paragraph(span.start)
    if sentence.start > paragraph.start or (sentence.start and _PARTS.match(lower, sentence.start)):
        yield outline.sentence(sentence.start - 1), _OPEN_ROLES if _DETAIL.match(lower, sentence.start) else _FRAMES
    for line in around.introductions.of(paragraph):
        yield line, _OPEN_ROLES


def _frame(previous: Span, roles: frozenset[Role], around: Around) -> Time | None:
    return next((t for t in reversed(around.times.of(previous)) if t.role in roles and t.scope == previous), None)


def _holds(time: Time, span: Span) -> bool:
    return time.scope.start <= span.start and span.end <= time.scope.end
