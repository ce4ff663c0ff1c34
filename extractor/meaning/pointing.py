"""Words that point to a time by the document's own date: ``đến nay``, ``hiện nay``, ``năm nay``, ``cùng kỳ năm trước``."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import regex

from extractor.context import Context
from extractor.meaning.backwards import backwards
from extractor.meaning.scope import scope
from extractor.meaning.time import UNKNOWN_END, Days, Role, Time
from extractor.meaning.time_words import opens, up_to
from extractor.model import Span
from extractor.prefilter import Prefiltered
from extractor.wordlists import any_of

_NO_COUNT = r"(?<!(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|mấy|vài|đầu|cuối|giữa|nửa|quý|tháng|những|các) )"
_POINTING = Prefiltered(
    r"(?<!\p{L})(?:"
    r"(?P<to_now>(?:cho )?(?:đến|tới) (?:nay|thời điểm (?:này|hiện tại|hiện nay|báo cáo)|hiện tại|hiện nay|hôm nay|bây giờ))"
    r"|(?P<now>hiện nay|hiện tại|(?<!(?:thực|thể|phát|xuất|biểu|tái|hiển) )hiện"
    rf"(?=,| có (?!hằng|hàng|của|trên địa bàn|trong|tại|ở |và |theo )| (?:{any_of('meaning_periods', 'present')})(?!\p{{L}}))"
    rf"|(?<=(?:^|[.!?…,;:\n“\"(–-]) ?)hiện(?= (?!(?:{any_of('meaning_periods', 'no_present')})(?!\p{{L}}))\p{{L}}))"
    rf"|(?P<school>năm học (?:này|nay))|(?P<year>{_NO_COUNT}năm nay)|(?P<month>{_NO_COUNT}tháng này)"
    r"|(?P<last>năm (?:ngoái|trước))|(?P<today>(?:hôm|sáng|trưa|chiều|tối) nay)|(?P<yesterday>(?:hôm|sáng|trưa|chiều|tối|đêm) qua)"
    r"|(?P<same>cùng kỳ(?: (?:năm (?:ngoái|trước)|trước))?)(?! năm \d| 20)"
    r")(?!\p{L})"
)
_SCHOOL_OPENS = 8  # the month from which "this school year" is the one that begins
_DAY = timedelta(days=1)
_COMPARED = backwards(r"(?<!\p{L})so (?:với )?[^,;()\d]{0,20}$")
_FROM = backwards(r"(?<!\p{L})(?:từ|kể từ)(?: (?:đầu|cuối|giữa|ngày))* $")


def pointing(context: Context, sentence: Span) -> list[regex.Match[str]]:
    """The words by which ``sentence`` points to a time of its own, known or not."""
    return list(_POINTING.finditer(context.lower, *sentence))


def pointed(
    words: Sequence[regex.Match[str]], context: Context, sentence: Span, named: Sequence[Time], today: date | None
) -> Iterator[Time]:
    """The times that ``sentence`` points to with ``words`` beside those that it names; where ``today`` is unknown only
    ``từ năm 2020 đến nay``, whose end is unknown then.

    :param named: the times named in the sentence: ``từ năm 2020 đến nay`` begins with one.
    """
    for m in words:
        span = Span(*m.span())
        if any(t.span.start < span.end and span.start < t.span.end for t in named):
            continue
        around = scope(context.text, span, sentence)
        before = context.lower[max(sentence.start, span.start - 40) : span.start]
        if today is None:
            if m.group("to_now") and (first := _since(context, span.start, named, sentence, today)):
                yield Time(span, (first, UNKNOWN_END), Role.FRAME, around)
            continue
        days, role = _read(m, today)
        if role is Role.FRAME and m.group("to_now"):
            days = (_since(context, span.start, named, sentence, today) or today, today)
        elif _COMPARED.search(before) and role is not Role.SAME:
            role = Role.COMPARED
        elif role is Role.WITHIN and (opens(before) or up_to(before)):
            role = Role.FRAME
        yield Time(span, days, role, around)


def _read(m: regex.Match[str], today: date) -> tuple[Days, Role]:
    if m.group("same"):
        return _years(today.year - 1), Role.SAME
    if m.group("last"):
        return _years(today.year - 1), Role.WITHIN
    if m.group("year"):
        return _years(today.year), Role.WITHIN
    if m.group("month"):
        return (today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1])), Role.WITHIN
    if m.group("school"):
        first = today.year - (today.month < _SCHOOL_OPENS)
        return (_years(first)[0], _years(first + 1)[1]), Role.WITHIN
    if m.group("yesterday"):
        return (max(today, date.min + _DAY) - _DAY,) * 2, Role.EVENT
    return (today, today), Role.EVENT if m.group("today") else Role.FRAME


def _years(year: int) -> Days:
    """The whole year; school years are ranges of whole years as well (guideline)."""
    year = min(max(year, date.min.year), date.max.year)
    return date(year, 1, 1), date(year, 12, 31)


def _since(context: Context, end: int, named: Sequence[Time], sentence: Span, today: date | None) -> date | None:
    """The first day of ``từ … đến nay``; null where nothing says from when."""
    if today and context.lower.startswith("từ đầu năm ", max(sentence.start, end - 11), end):
        return date(today.year, 1, 1)
    first = next((t for t in named if end - 2 <= t.span.end <= end), None)
    before = context.lower[max(sentence.start, first.span.start - 20) : first.span.start] if first else ""
    return first.days[0] if first and _FROM.search(before) else None
