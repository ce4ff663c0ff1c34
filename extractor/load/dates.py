"""The date that a table states for an article."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"\s*(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_VIETNAMESE = re.compile(r"\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)")


def parse_date(value: object) -> date | None:
    """The calendar day of a cell, or None where it is not plainly a date.

    Taken: date and datetime values; text that begins with an ISO date (``2024-05-01``, ``2024-05-01T10:30:00Z``) or with
    day/month/year (``1/5/2024 10:30``). The day is the one printed: no time zone is converted. Numbers (epochs) are not dates.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    found = _ISO.match(value) or _VIETNAMESE.match(value)
    return _calendar_day(found) if found else None


def _calendar_day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:  # 31/2/2024
        return None
