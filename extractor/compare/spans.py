"""Names of periods: in the words of a subject, against which a change is measured, and as heads of columns."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

import regex

_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SAME = regex.compile(r"\bcùng (?:kỳ|tháng|quý|thời điểm)\b|\bnăm (?:trước|ngoái)\b")
_MONTH = regex.compile(r"\btháng (?:trước|(?P<m>\d{1,2}))\b(?!/(?!20))")
_QUARTER = regex.compile(r"\bquý (?:trước|(?P<q>iv|i{1,3}|[1-4]))\b")
_NAME = regex.compile(
    r"(?<![\p{L}\d])(?:(?:giai đoạn )?\d{4}(?: - |-)\d{4}|năm \d{4}|\d{1,2} tháng|(?:ngày \d{1,2} )?tháng \d{1,2}(?:[/-]\d{4}| năm \d{4})?"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?|quý (?:[1-4]|iv|i{1,3})(?:/\d{4}| năm \d{4})?)(?![\p{L}\d/])"
)
_ROMAN = ("i", "ii", "iii", "iv")


@lru_cache(maxsize=4096)
def label(start: date, end: date) -> str:
    """A period as short as it can be said: ``2024``, ``2024-H1``, ``2024-Q1``, ``2024-05``, ``2024-05-31``, ``2024-01-01/2024-11-30``."""
    if start == end:
        return end.isoformat()
    if start.day == 1 and end == _last(end) and start.year == end.year:
        months = end.month - start.month + 1
        if months == 1:
            return f"{start:%Y-%m}"
        if months in (3, 6, 12) and end.month % months == 0:
            part = end.month // months
            return str(start.year) if months == 12 else f"{start.year}-{'Q' if months == 3 else 'H'}{part}"
    return f"{start.isoformat()}/{end.isoformat()}"


@lru_cache(maxsize=4096)
def _names_of(start: date, end: date) -> frozenset[str]:
    """What a subject may call the period of its own number: ``năm 2024``, ``tháng 5/2024``, ``quý i``, ``6 tháng``."""
    names = [f"năm {end.year}"]
    names += [f"{before}{start.year}{dash}{end.year}" for before in ("", "giai đoạn ") for dash in ("-", " - ")]
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    names += [f"{months} tháng", f"{months:02} tháng"]
    for month in (f"tháng {end.month}", f"tháng {end.month:02}"):
        names += [month, f"{month}/{end.year}", f"{month}-{end.year}", f"{month} năm {end.year}"]
        names += [f"ngày {day} {month}" for day in (end.day, f"{end.day:02}")]
    for month in (str(end.month), f"{end.month:02}"):
        names += [f"{day}/{month}{year}" for day in (end.day, f"{end.day:02}") for year in ("", f"/{end.year}")]
    quarter = (end.month - 1) // 3
    names += [f"quý {name}{year}" for name in (_ROMAN[quarter], quarter + 1) for year in ("", f"/{end.year}", f" năm {end.year}")]
    return frozenset(names)


def without_names(text: str, start: date | None, end: date | None) -> str:
    """``text`` without the names of the period from ``start`` to ``end``; other periods are left."""
    if start is None or end is None:
        return text
    own = _names_of(start, end)
    return _NAME.sub(lambda m: " " if m.group() in own else m.group(), text)


def against(base: str, start: date | None, end: date | None) -> str | None:
    """Which period a change is measured against, by the words behind ``so với``; null where they name something else.

    ``year`` is the same time a year before, ``month`` and ``quarter`` the one before; another year is its number.
    """
    if start is None or end is None:
        return None
    years = {int(found) for found in _YEAR.findall(base)}
    if m := _MONTH.search(base):
        month = int(m["m"]) if m["m"] else _before(start).month
        if years and years != {_before(start).year}:
            return "year" if month == end.month and years == {end.year - 1} else None
        return "year" if month == end.month else "month" if month == _before(start).month and not _SAME.search(base) else None
    if m := _QUARTER.search(base):
        quarter = (_ROMAN.index(m["q"]) + 1 if m["q"] in _ROMAN else int(m["q"])) if m["q"] else None
        is_before = quarter in (None, (_before(start).month - 1) // 3 + 1) and years <= {_before(start).year}
        return "quarter" if is_before and not _SAME.search(base) else None
    if _SAME.search(base) or regex.fullmatch(r"so(?: với)?(?: mức| mức của| của)? năm \d{4}", base.strip()):
        return "year" if years <= {end.year - 1} else " ".join(map(str, sorted(years)))
    return None


def _before(day: date) -> date:
    return day - timedelta(days=1)


def _last(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
