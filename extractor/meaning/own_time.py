"""The time in a number's own words: right behind it, in brackets behind it, or of the value that it is compared with."""

from __future__ import annotations

from datetime import date

import regex

from extractor.meaning.backwards import backwards
from extractor.meaning.time import OPEN, UNKNOWN_END, Days, Role, Time
from extractor.meaning.time_words import WEEKDAY
from extractor.model import Span

_WORDS = r"[^,;:.\d(]"
# What may stand between a number and a time that belongs to nothing else: its unit and noun, no end of a clause, and no other number but
# one that shares the noun ("25 lớp với 1.200 học sinh năm 2012").
_NEXT = regex.compile(rf"{_WORDS}{{0,110}}|{_WORDS}{{1,40}} (?:với|và) {_WORDS}{{0,12}}\d[\d.,]*{_WORDS}{{0,40}}")
_CLOSE = 25  # code points of unit and noun before a time without preposition
_MORE = regex.compile(r"(?:,| và|, và) (?:ngày )?\d")  # "2 cuộc họp vào ngày 3/6 và ngày 5/7": neither of the days
_AIM = regex.compile(r"(?<!\p{L})(?:để|nhằm)(?!\p{L})")
_OTHER = backwards(r"(?<!\p{L})(?:và|còn|nhưng|sang)(?: (?:đến|trong|vào|cuối|đầu|giữa|đến cuối))* $")
_BRACKET = regex.compile(rf"[^,;:.\d()]{{0,30}}\((?:(?:tức|từ|ngày|vào|trong|hôm|tính|đến|hết|{WEEKDAY}),? )*")
_CLOSED = regex.compile(r" ?\)")
_VALUE = regex.compile(
    r" ?(?:\(|: ?|(?:chỉ )?(?:đạt|là|có|ở mức|với)(?: mức)? ?)(?:(?:chỉ |mới |đạt |là |tương ứng |hơn |gần |khoảng |trên |\w+ )*)"
)


def compared(span: Span, times: tuple[Time, ...], text: str) -> Days | None:
    """The time compared with, of a value given right behind it: ``so với năm 2022 (697 điểm)``."""
    found = next((t for t in reversed(times) if t.span.end <= span.start and t.role in (Role.COMPARED, Role.SAME)), None)
    if found is None or span.start - found.span.end > 40 or not _VALUE.fullmatch(text, found.span.end, span.start):
        return None
    return _same(found, times) if found.role is Role.SAME else found.days


def _same(found: Time, times: tuple[Time, ...]) -> Days:
    """The stretch that the sentence is about, in the year that it is compared with."""
    base = next((t.days for t in times if t.role in OPEN), None)
    year = found.days[0].year
    if base is None or base[1] == UNKNOWN_END:
        return found.days
    return _moved(base[0], year), _moved(base[1], year + base[1].year - base[0].year)


def _moved(day: date, year: int) -> date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def bracketed(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The time that fills the brackets behind the number: ``01 ngày (thứ Năm, ngày 1/1/2026)``."""
    time = next((t for t in times if t.span.start >= span.end), None)
    if time is None or time.role in (Role.COMPARED, Role.SAME) or not _BRACKET.fullmatch(text, span.end, time.span.start):
        return None
    return time if _CLOSED.match(text, time.span.end) else None


def behind(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The time that follows in the number's own words."""
    for time in times:
        if time.span.start < span.end:
            continue
        gap = text[span.end : time.span.start]
        if time.role is Role.DAY or (time.role is Role.EVENT and _MORE.match(text, time.span.end)):
            continue
        if time.role in (Role.COMPARED, Role.SAME) or not time.holds(span) or not _NEXT.fullmatch(gap) or _OTHER.search(gap):
            return None
        return None if time.role is Role.ATTRIBUTE and _AIM.search(gap) else time
    return None


def is_own(time: Time, gap: str) -> bool:
    """Whether a time behind belongs to the number and to nothing else, even where the sentence has a time that frames it."""
    return time.role is not Role.ATTRIBUTE or len(gap) <= _CLOSE


def framed(time: Time, times: tuple[Time, ...]) -> Days:
    """The days of ``time``; where it is the end of the stretch that the sentence names (``Năm 2021, … trong năm 2021``), that stretch."""
    return next((t.days for t in times if t.role in OPEN and t.days[1] == time.days[1]), time.days)
