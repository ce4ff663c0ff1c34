"""Words that point to a time by the document's own date: ``đến nay``, ``hiện nay``, ``năm nay``, ``cùng kỳ năm trước``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import regex

from extractor.context import Context
from extractor.meaning.scope import scope
from extractor.meaning.time import Days, Role, Time
from extractor.model import Span
from extractor.prefilter import Prefiltered

_POINTING = Prefiltered(
    r"(?<!\p{L})(?:"
    r"(?P<to_now>(?:cho )?(?:đến|tới) (?:nay|thời điểm (?:này|hiện tại|hiện nay|báo cáo)|hiện tại|hiện nay|hôm nay|bây giờ))"
    r"|(?P<now>hiện nay|hiện tại|(?<!(?:thực|thể|phát|xuất|biểu|tái|hiển) )hiện"
    r"(?=,| (?:đang|đã|có|còn|mới|chỉ|là|cả nước|toàn|trên|tỉnh|thành phố|địa phương)(?!\p{L})))"
    r"|(?P<year>(?<!(?:\d|một|hai|ba|bốn|năm|mười|nhiều|mấy|vài|đầu|cuối|giữa|nửa|quý|tháng) )năm nay)"
    r"|(?P<last>năm (?:ngoái|trước))|(?P<today>(?:hôm|sáng|trưa|chiều|tối) nay)"
    r"|(?P<same>cùng kỳ(?: (?:năm (?:ngoái|trước)|trước))?)(?! năm \d| 20)"
    r")(?!\p{L})"
)
_COMPARED = regex.compile(r"(?<!\p{L})so (?:với )?[^,;()\d]{0,20}$")
_FROM = regex.compile(r"(?<!\p{L})(?:từ|kể từ)(?: (?:đầu|cuối|giữa|ngày))* $")


def pointed(context: Context, sentence: Span, named: Sequence[Time], today: date | None) -> Iterator[Time]:
    """The times that ``sentence`` points to beside those that it names; none where ``today`` is unknown.

    :param named: the times named in the sentence: ``từ năm 2020 đến nay`` begins with one.
    """
    if today is None:
        return
    for m in _POINTING.finditer(context.lower, *sentence):
        span = Span(*m.span())
        if any(t.span.start < span.end and span.start < t.span.end for t in named):
            continue
        around = scope(context.text, span, sentence)
        before = context.lower[max(sentence.start, span.start - 40) : span.start]
        days, role = _read(m, today)
        if role is Role.FRAME and m.group("to_now"):
            days = (_since(context, span.start, named, sentence, today) or today, today)
        elif _COMPARED.search(before) and role is not Role.SAME:
            role = Role.COMPARED
        yield Time(span, days, role, around)


def points(context: Context, sentence: Span) -> bool:
    """Whether ``sentence`` points to a time of its own, known or not."""
    return _POINTING.search(context.lower, *sentence) is not None


def _read(m: regex.Match[str], today: date) -> tuple[Days, Role]:
    if m.group("same"):
        return _year(today.year - 1), Role.SAME
    if m.group("last"):
        return _year(today.year - 1), Role.WITHIN
    if m.group("year"):
        return _year(today.year), Role.WITHIN
    return (today, today), Role.EVENT if m.group("today") else Role.FRAME


def _year(year: int) -> Days:
    year = max(year, date.min.year)
    return date(year, 1, 1), date(year, 12, 31)


def _since(context: Context, end: int, named: Sequence[Time], sentence: Span, today: date) -> date | None:
    """The first day of ``từ … đến nay``; null where nothing says from when."""
    if context.lower.startswith("từ đầu năm ", max(sentence.start, end - 11), end):
        return date(today.year, 1, 1)
    first = next((t for t in named if end - 2 <= t.span.end <= end), None)
    before = context.lower[max(sentence.start, first.span.start - 20) : first.span.start] if first else ""
    return first.days[0] if first and _FROM.search(before) else None
