"""Calendar periods as first and last day, for the tools that name a point and its grain."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Fields = dict[str, object]
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def period(first: date, grain: str) -> Fields:
    """The fields of the ``day``, ``week``, ``month``, ``quarter``, ``half`` or ``year`` that begins on ``first``."""
    if grain == "week":
        return days(first, first + timedelta(days=6))
    if grain not in _MONTHS:
        return days(first, first)
    month = first.month + _MONTHS[grain] - 1
    return days(first, first.replace(month=month, day=calendar.monthrange(first.year, month)[1]))


def days(first: date, last: date) -> Fields:
    """The fields of a stretch of days, both inclusive."""
    return {"start_date": first.isoformat(), "end_date": last.isoformat()}
