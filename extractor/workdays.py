"""Working days of Vietnamese offices, and the day on which a period that a document sets comes to its end.

Monday to Friday except public holidays; a Saturday that a decree makes up for a day off is a working day. Holidays come from the package
``holidays``, country VN, 1901 to 2100: days off that follow from the Labour Code (Bộ luật Lao động 2019, Điều 112) are computed, swaps are
known as decreed: in version 0.109 the last is Monday 31/8/2026 for Saturday 22/8/2026. A swap decreed later is not known until
the package is updated.

How a period runs: Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 and 148.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

from extractor.calendar_vn import lunar_new_year

_LAST_YEAR = 2100  # of the package's calendar
_DURATION = re.compile(r"P(?:(?P<count>[1-9]\d*)(?P<unit>[DWMYB])|T(?P<hours>\d+)H)")
_FIXED_FEASTS = {"tết dương lịch": (1, 1), "30/4": (4, 30), "1/5": (5, 1), "quốc khánh": (9, 2)}
_HUNG_KINGS = "Ngày Giỗ Tổ Hùng Vương"  # as the package names it; the day off in its place has "(nghỉ bù)" after it


def is_workday(day: date) -> bool:
    """Whether offices work on a day; outside 1901 to 2100 every Monday to Friday."""
    return day in _workdays(day.year)


def add_workdays(start: date, count: int) -> date:
    """The working day that is ``count`` working days after ``start``, or before it where ``count`` is negative.

    ``start`` itself does not count, whether it is a working day or not (Điều 147 khoản 2: the first day is not counted).

    :raises ValueError: ``count`` is 0.
    :raises OverflowError: the day lies beyond 2100 or before year 1.
    """
    if count == 0:
        raise ValueError("count is 0: the first working day after start is 1, the last before it -1")
    year, left = start.year, abs(count)
    while 1 <= year <= _LAST_YEAR:
        days = _workdays(year)
        ahead = days[bisect_right(days, start) :] if count > 0 else days[: bisect_left(days, start)][::-1]
        if left <= len(ahead):
            return ahead[left - 1]
        left -= len(ahead)
        year += 1 if count > 0 else -1
    raise OverflowError(f"{count} working days from {start} lie outside the calendar")


def workdays_between(first: date, last: date) -> int:
    """How many working days come after ``first`` up to and with ``last``; negative where ``last`` is the earlier.

    ``workdays_between(start, add_workdays(start, n)) == n``. Today a day is 0 days ahead, whatever day it is.
    """
    if last < first:
        return -workdays_between(last, first)
    years = range(first.year, last.year + 1)
    return sum(bisect_right(_workdays(year), last) - bisect_right(_workdays(year), first) for year in years)


def end_of_period(start: date, duration: str) -> date | None:
    """The last day of a period that begins on ``start``: the day of signing, or of the event that it runs from.

    :param duration: ISO 8601 with one unit, as ``extractor.calendar_vn.duration`` writes it: ``P15D``, ``P2W``, ``P3M``, ``P1Y``,
        ``PT48H``; ``P15B`` is 15 working days.
    :returns: the day; null where ``duration`` is none of these, is below a day, or ends beyond 2100.

    The first day is not counted (Điều 147 khoản 2 and 3). Months and years end on the day of the same number, or on the last of a month
    that has none (Điều 148 khoản 3 and 4). A period whose last day is a day off ends on the next working day (Điều 148 khoản 5).
    Hours run from a moment (Điều 147 khoản 1) which a date does not tell: they are rounded up to whole days and run on through days
    off, as limits in hours are set for emergencies; less than 24 names no day.
    """
    found = _DURATION.fullmatch(duration)
    if found is None:
        return None
    try:
        if found["hours"]:
            hours = int(found["hours"])
            return _known(start + timedelta(days=-(-hours // 24))) if hours >= 24 else None
        return _end(start, int(found["count"]), found["unit"])
    except OverflowError:
        return None


def holiday(name: str, year: int) -> date | None:
    """The day of a feast by which work may be due, null where the name or the year is not known.

    :param name: in any case, the tone placed as in NFC text: ``Tết Nguyên đán`` (its first day, 2000 to 2035), ``Tết Dương lịch``,
        ``Giỗ Tổ Hùng Vương`` (10/3 of the lunar calendar; a public holiday since 2007), ``30/4``, ``1/5``, ``Quốc khánh``.
    """
    feast = name.lower()
    if feast == "tết nguyên đán":
        return lunar_new_year(year)
    if feast == "giỗ tổ hùng vương":
        return next((day for day, of_day in _holidays(year).items() if of_day == _HUNG_KINGS), None)
    return date(year, *_FIXED_FEASTS[feast]) if feast in _FIXED_FEASTS else None


def _end(start: date, count: int, unit: str) -> date | None:
    if unit == "B":
        return add_workdays(start, count)
    if unit in "DW":
        end = start + timedelta(days=count * (7 if unit == "W" else 1))
    else:
        end = _same_number(start, count * (12 if unit == "Y" else 1))
    return add_workdays(end - timedelta(days=1), 1)


def _same_number(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > _LAST_YEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _known(day: date) -> date | None:
    return day if day.year <= _LAST_YEAR else None


@cache
def _workdays(year: int) -> tuple[date, ...]:
    """The working days of a year, in their order.

    A year at a time: the package knows the make-up days of a year only once that year has been filled in.
    """
    calendar = _holidays(year)
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366 if monthrange(year, 2)[1] == 29 else 365))
    return tuple(day for day in days if calendar.is_working_day(day))


@cache
def _holidays(year: int) -> Any:
    from holidays import country_holidays

    return country_holidays("VN", years=year, language="vi")
