"""Reads a time expression in digits (``ngày 21/9 đến ngày 20/10/2013``, ``quý II, III/2024``) into its parts.

A rule has cut the expression out; here its parts are told apart, and each part takes what its neighbours say for it: the head word,
the month and year of ``ngày 8, 9 và 10/11/2025``. A year that nobody says is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from extractor import calendar_vn as calendar
from extractor.calendar_vn import Period
from extractor.model import Span

Family = Literal["day", "month", "quarter", "year"]
# Given day, month and the pointing words that stand for a year ("năm nay") or null, the year; null where it cannot be known.
YearOf = Callable[[int, int, "str | None"], "int | None"]

_OF_YEAR = r"(?: ?[/.-] ?(?P<y>\d{4})|,? năm (?P<y>\d{4})| (?P<point>năm (?:nay|ngoái|trước|tới|sau|này|đó|ấy)))"
_ATOM: dict[Family, regex.Pattern[str]] = {
    "day": regex.compile(
        rf"(?P<d>\d{{1,2}})(?!\d)(?: ?(?P<s>[/.]) ?(?P<m>\d{{1,2}})(?!\d)(?:{_OF_YEAR}| ?(?P=s) ?(?P<y>\d\d)(?!\d))?"
        rf"| ?- ?(?P<m>\d{{1,2}})(?!\d)(?: ?[-/] ?(?P<y>\d{{4}})|-(?P<y>\d\d)(?!\d)|(?! ?[-/.]\d))"
        rf"| ?tháng ?(?P<m>\d{{1,2}})(?!\d)(?:{_OF_YEAR}| (?P<y>\d{{4}}))?)?",
        regex.V1,
    ),
    "month": regex.compile(rf"(?P<m>\d{{1,2}})(?!\d)(?:{_OF_YEAR}| (?P<y>\d{{4}})(?!\d))?", regex.V1),
    "quarter": regex.compile(rf"(?P<q>iv|i{{1,3}}|[1-4])(?![\p{{L}}\d])(?:{_OF_YEAR}| (?P<y>\d{{4}})(?!\d))?", regex.V1),
    "year": regex.compile(r"(?P<y>\d{4}|\d\d)(?!\d)", regex.V1),
}
_HEAD = regex.compile(r"(?P<head>ngày|tháng|quý)? ?(?:m[ùồ]ng )?(?=\d|i)|(?P<head>\p{L}[^\d]{2,24})(?=\d)", regex.V1)
_JOIN = regex.compile(r"(?P<and>, ?| và | & |; ?| hoặc | cùng )| ?[-/] ?| ?(?:đến|tới) (?:hết |cuối )?| (?=\d{4}(?!\d))", regex.V1)
_FAMILY: dict[str, Family] = {"ngày": "day", "tháng": "month", "quý": "quarter"}


@dataclass(frozen=True, slots=True)
class Part:
    """One named time, in offsets of the expression, with what it and its neighbours say."""

    span: Span
    family: Family
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    pointed: str | None = None

    def order(self) -> tuple[int, int]:
        """Month and day, to see whether a stretch runs over the turn of a year."""
        return self.month or 3 * (self.quarter or 1), self.day or 1


@dataclass(frozen=True, slots=True)
class When:
    """Parts in order; ``ranged`` where the first and the last are the ends of one stretch, otherwise they are a list."""

    parts: tuple[Part, ...]
    ranged: bool


def read(text: str, family: Family = "day") -> When | None:
    """The parts of ``text`` (folded, lower case); ``family`` is what a number without a head word names. Null where it is no date."""
    parts: list[Part] = []
    position, ranged = 0, False
    while True:
        head = _HEAD.match(text, position)
        start = position
        if head:
            word = head.group("head")
            family = _FAMILY.get(word, "year") if word else family
            position = head.end()
        atom = _ATOM[family].match(text, position)
        if atom is None:
            return None
        parts.append(_part(atom, family, start))
        position = atom.end()
        if position == len(text):
            return When(tuple(_share(parts, ranged)), ranged)
        join = _JOIN.match(text, position)
        if join is None:
            return None
        ranged = ranged or join.group("and") is None
        position = join.end()


def _part(atom: regex.Match[str], family: Family, start: int) -> Part:
    got = atom.groupdict()
    number = {name: int(got[key]) for name, key in (("day", "d"), ("month", "m")) if got.get(key)}
    year = calendar.full_year(int(got["y"])) if got.get("y") else None
    quarter = calendar.quarter_number(got["q"]) if got.get("q") else None
    return Part(Span(start, atom.end()), family, number.get("day"), number.get("month"), quarter, year, got.get("point"))


def _share(parts: Sequence[Part], ranged: bool) -> list[Part]:
    """Month and year from the right (``8, 9 và 10/11/2025``), then the year from the left (``26/4/2025 đến 30/4``)."""
    shared = list(parts)
    for i in range(len(shared) - 2, -1, -1):
        part, right = shared[i], shared[i + 1]
        if part.family == "day" and part.month is None:
            part = replace(part, month=right.month)
        if part.year is None and part.pointed is None and right.family != "year":
            over = right.year is not None and ranged and part.order() > right.order()
            part = replace(part, year=right.year - 1 if over and right.year else right.year, pointed=right.pointed)
        shared[i] = part
    for i in range(1, len(shared)):
        part, left = shared[i], shared[i - 1]
        if part.year is None and part.pointed is None:
            over = left.year is not None and ranged and part.order() < left.order()
            shared[i] = replace(part, year=left.year + 1 if over and left.year else left.year, pointed=left.pointed)
    return shared


def period(part: Part, year_of: YearOf) -> Period | None:
    """The days that ``part`` names, or null where there is no such day or its year is unknown."""
    year = part.year
    if part.family == "day" and (part.day is None or part.month is None or not 1 <= part.month <= 12):
        return None
    if year is None:
        year = year_of(part.day or 1, part.order()[0], part.pointed)
    if year is None:
        return None
    if part.family == "day" and part.day and part.month:
        return calendar.day(year, part.month, part.day)
    if part.family == "month" and part.month:
        return calendar.month(year, part.month)
    if part.family == "quarter" and part.quarter:
        return calendar.quarter(year, part.quarter)
    return calendar.years(year, year) if part.family == "year" else None


def periods(when: When, year_of: YearOf) -> list[tuple[Span, Period]]:
    """Each part with its days, one entry for a whole stretch; empty where any of them cannot be told."""
    parts = _dated_stretch(when.parts, year_of) if when.ranged else when.parts
    read_parts = [(part.span, period(part, year_of)) for part in parts]
    known = [(span, days) for span, days in read_parts if days is not None]
    if len(known) < len(read_parts):
        return []
    if not when.ranged:
        return known
    whole = calendar.spanning(known[0][1], known[-1][1])
    return [(Span(known[0][0].start, known[-1][0].end), whole)] if whole else []


def _dated_stretch(parts: Sequence[Part], year_of: YearOf) -> Sequence[Part]:
    """A stretch without any year takes that of its last day; it may begin in the year before (``25/12 đến 5/1``)."""
    first, last = parts[0], parts[-1]
    if any(part.year or part.pointed for part in parts) or not last.month:
        return parts
    year = year_of(last.day or 1, last.month, None)
    return [replace(part, year=year - (part.order() > last.order())) for part in parts] if year and first.month else parts
