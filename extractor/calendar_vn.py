"""Calendar arithmetic of Vietnamese official language: periods, years left out, recurrences, durations. No text is read here.

All dates are days of the Gregorian calendar; every period is inclusive at both ends.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

# First day of the lunar year (Tết Nguyên đán) in Vietnam (UTC+7; 2007 and 2030 part from the Chinese calendar).
# Equal for every year to the package `holidays` 0.109, country VN.
_TET = {
    2000: (2, 5), 2001: (1, 24), 2002: (2, 12), 2003: (2, 1), 2004: (1, 22), 2005: (2, 9), 2006: (1, 29), 2007: (2, 17), 2008: (2, 7),
    2009: (1, 26), 2010: (2, 14), 2011: (2, 3), 2012: (1, 23), 2013: (2, 10), 2014: (1, 31), 2015: (2, 19), 2016: (2, 8), 2017: (1, 28),
    2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29), 2026: (2, 17),
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 2), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8),
}  # fmt: skip

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FREQUENCY = {
    "giờ": ("HOURLY", 1), "ngày": ("DAILY", 1), "tuần": ("WEEKLY", 1), "tháng": ("MONTHLY", 1), "quý": ("MONTHLY", 3), "năm": ("YEARLY", 1),
}  # fmt: skip
_DURATION = {"phút": "PT{}M", "giờ": "PT{}H", "tiếng": "PT{}H", "ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "năm": "P{}Y"}


class Period(NamedTuple):
    """From ``start`` to ``end``, both included; ``granularity`` is day, month, quarter, half, year or range."""

    start: date
    end: date
    granularity: str


def day(year: int, month: int, number: int) -> Period | None:
    """One day, or null where the calendar has no such day (31/11)."""
    try:
        d = date(year, month, number)
    except ValueError:
        return None
    return Period(d, d, "day")


def months(year: int, first: int, last: int, granularity: str = "range") -> Period | None:
    """From the first day of month ``first`` to the last day of month ``last`` of one year."""
    if not (1 <= first <= last <= 12 and 1 <= year <= 9999):
        return None
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), granularity)


def month(year: int, number: int) -> Period | None:
    """One month."""
    return months(year, number, number, "month")


def quarter(year: int, number: int) -> Period | None:
    """One quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, "quarter")


def half(year: int, number: int) -> Period | None:
    """The first or second half of a year."""
    return months(year, 6 * number - 5, 6 * number, "half")


def years(first: int, last: int) -> Period | None:
    """Whole years: a term, a stage, a school year."""
    if not 1 <= first <= last <= 9999:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "range")


def first_months(year: int, count: int) -> Period | None:
    """``6 tháng đầu năm``: January to month ``count``; six months are a half, three a quarter."""
    return months(year, 1, count, _SIZES.get(count, "range"))


def last_months(year: int, count: int) -> Period | None:
    """``3 tháng cuối năm``: the last ``count`` months of a year."""
    return months(year, 13 - count, 12, _SIZES.get(count, "range"))


_SIZES = {1: "month", 3: "quarter", 6: "half", 12: "year"}


def spanning(first: Period, last: Period) -> Period | None:
    """From the start of ``first`` to the end of ``last``, or null where that runs backwards."""
    return Period(first.start, last.end, "range") if first.start <= last.end else None


def full_year(printed: int) -> int:
    """A two-digit year as meant: 45 is 1945, 24 is 2024; the border lies at 40."""
    if printed >= 100:
        return printed
    return printed + (2000 if printed < 40 else 1900)


def nearest_year(number: int, of_month: int, reference: date, *, future: bool = False) -> int:
    """The year of a day whose year is left out, in a text of the day ``reference``.

    Writers leave the year out where it is the current one, so that is the answer unless it lies more than half a year ahead (then the
    year before), or, where the words point ahead (``future``), more than half a year back (then the year after).
    """
    distance = _ordinal(reference.year, of_month, number) - reference.toordinal()
    if distance > (300 if future else 182):
        return reference.year - 1
    if distance < (-200 if future else -330):
        return reference.year + 1
    return reference.year


def _ordinal(year: int, of_month: int, number: int) -> int:
    return date(year, of_month, min(number, monthrange(year, of_month)[1])).toordinal()


def quarter_number(printed: str) -> int | None:
    """``II`` or ``2`` as 1 to 4."""
    if printed.isdigit():
        return int(printed) if 1 <= int(printed) <= 4 else None
    return _ROMAN.get(printed.lower())


def lunar_new_year(year: int) -> date | None:
    """First day of Tết Nguyên đán, 2000 to 2035."""
    return date(year, *_TET[year]) if year in _TET else None


def rrule(unit: str, interval: int = 1, **parts: str | int) -> str | None:
    """RFC 5545: ``rrule("tuần", 2)`` is ``FREQ=WEEKLY;INTERVAL=2``; ``parts`` such as ``BYDAY`` follow as given."""
    if unit not in _FREQUENCY or interval < 1:
        return None
    name, factor = _FREQUENCY[unit]
    steps = interval * factor
    rest = [f"INTERVAL={steps}"] if steps > 1 else []
    return ";".join([f"FREQ={name}", *rest, *(f"{key}={value}" for key, value in parts.items())])


def duration(count: int, unit: str, *, working: bool = False) -> str | None:
    """ISO 8601: ``duration(15, "ngày")`` is ``P15D``; working days are ``P15B``."""
    if unit not in _DURATION or count < 1:
        return None
    return f"P{count}B" if working and unit == "ngày" else _DURATION[unit].format(count)


def weekday_code(number: int) -> str | None:
    """RFC 5545 code of ``thứ 2`` (Monday) to ``thứ 7``; 8 is Sunday."""
    return _WEEKDAYS[number - 2] if 2 <= number <= 8 else None
