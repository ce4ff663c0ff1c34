"""From the words of any time expression to the days that it names: the meeting place of ``when``, ``years`` and the number words."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from extractor import calendar_vn as calendar
from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.model import Span
from extractor.numbers import parse_words
from extractor.when import Family, periods, read
from extractor.years import whole_year, year_of

Named = list[tuple[Span, Period]]

_PART = regex.compile(
    r"(?:(?P<some>(?:những|các|mấy) (?:tháng|quý))|(?P<count>\d{1,2}|\p{L}+(?: một)?) tháng|(?P<half>nửa))"
    r"(?: ?(?P<which>đầu|cuối|giữa|sau|còn lại))?(?: của)?[ /]?"
    r"(?:(?P<point>năm (?:nay|ngoái|trước|tới|sau|này|đó|ấy))|(?:năm)? ?(?P<y>\d{4})?)",
    regex.V1,
)
_DECADE = regex.compile(r"(?:những năm|thập (?:niên|kỷ))(?: năm)? (?P<decade>\d{2,4})")
_IN_WORDS = regex.compile(
    r"(?:ngày )?(?:mùng |mồng )?(?:(?P<d>\p{L}+(?: \p{L}+){0,2}|\d{1,2}) )?(?<!\p{L})tháng (?P<m>\p{L}+(?: một| hai)?|\d{1,2})"
    r"(?: năm (?!(?:nay|ngoái|trước|tới|sau|này|đó|ấy)$)(?P<y>\d{4}|\p{L}+(?: \p{L}+){1,7}))?|năm (?P<y>\p{L}[\p{L} ]+)",
    regex.V1,
)
# By far the most frequent forms: ngày 23/5/2023, ngày 04 tháng 4 năm 2022, năm 2024, giai đoạn 2021-2030.
_PLAIN = re.compile(r"(?:ngày )?(\d{1,2})(?:([/.-])| tháng )(\d{1,2})(?:(?(2)\2| năm ))(\d{4})")
_YEARS = re.compile(r"(?:năm |giai đoạn |nhiệm kỳ |thời kỳ )?(\d{4})(?: ?- ?(\d{4}))?")
# Two misspellings of quý, as long as the word.
_SLIP = re.compile("qúy|quí")
_MONTHLY = re.compile(r"\d{1,2}/\d{4}")
_ISO = regex.compile(r"(\d{4})-(\d\d)-(\d\d)")


def named_periods(context: Context, span: Span, *, future: bool = False) -> Named:
    """Each period that the words at ``span`` name, with its own words; empty where there is no such day or the year is unknown.

    ``future``: the words around point ahead, so a date without a year may lie in the year after the document's.
    """
    text = context.lower[span.start : span.end]
    full = _full(text)
    if full is not None:
        return [(span, days) for days in full if days]
    text = _SLIP.sub("quý", text)
    whole = _whole(text, context, span, future)
    if whole is not None:
        return [(span, days) for days in whole if days]
    when = read(text, _family(text))
    found = periods(when, year_of(context, span.start, future=future)) if when else []
    return [(Span(span.start + part.start, span.start + part.end), days) for part, days in found]


@lru_cache(maxsize=4096)
def _full(text: str) -> tuple[Period | None] | None:
    """The days of a plain form with its year, in a tuple; null where ``text`` is no such form. The same few come back all the time."""
    if m := _PLAIN.fullmatch(text):
        return (calendar.day(int(m.group(4)), int(m.group(3)), int(m.group(1))),)
    if m := _YEARS.fullmatch(text):
        return (calendar.years(int(m.group(1)), int(m.group(2) or m.group(1))),)
    return None


def _family(text: str) -> Family:
    """What the first number names where no word says so: four digits a year, ``7/2025`` a month."""
    if text[:4].isdigit():
        return "year"
    return "month" if _MONTHLY.match(text) else "day"


def _whole(text: str, context: Context, span: Span, future: bool) -> tuple[Period | None] | None:
    """The one period of an expression that is not a list of digits, in a tuple; null where it is such a list."""
    if m := _PART.fullmatch(text):
        return (_part_of_year(m, context, span.start),)
    if m := _DECADE.fullmatch(text):
        first = calendar.full_year(int(m.group("decade"))) if len(m.group("decade")) > 2 else 1900 + int(m.group("decade"))
        return (calendar.years(first, first + 9),)
    if m := _ISO.fullmatch(text):
        return (calendar.day(*map(int, m.groups())),)
    if (m := _IN_WORDS.fullmatch(text)) and any(v and not v.isdigit() for v in m.groupdict().values()):
        return (_in_words(m, context, span.start, future),)
    return None


def _part_of_year(m: regex.Match[str], context: Context, position: int) -> Period | None:
    year = int(m.group("y")) if m.group("y") else whole_year(context, m.group("point"), position)
    if year is None:
        return None
    late = m.group("which") in ("cuối", "sau", "còn lại")
    if m.group("half"):
        return calendar.half(year, 2 if late else 1)
    if m.group("some"):
        return calendar.months(year, 7, 12) if late else calendar.months(year, 1, 6) if m.group("which") == "đầu" else None
    count = _number(m.group("count"))
    if not count or count > 12:
        return None
    return calendar.last_months(year, count) if late else calendar.first_months(year, count)


def _in_words(m: regex.Match[str], context: Context, position: int, future: bool) -> Period | None:
    day, month, year = (_number(m.group(g)) for g in "dmy")
    if month is None:
        return calendar.years(year, year) if year else None
    if year is None and not m.group("y"):
        year = year_of(context, position, future=future)(day or 1, min(month, 12), None)
    if year is None or (m.group("d") and day is None):
        return None
    return calendar.day(year, month, day) if day else calendar.month(year, month)


def _number(printed: str | None) -> int | None:
    """A number in digits or words; ``năm`` alone is five here, ``tư`` four."""
    if not printed:
        return None
    value = int(printed) if printed.isdigit() else parse_words(printed)
    return int(value) if value else None
