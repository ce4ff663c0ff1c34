"""The days of a task that comes back: an RFC 5545 recurrence as the documents state it, made ready for a calendar of whole days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHAPE = re.compile(r"FREQ=[A-Z]+(?:;(?!INTERVAL)[A-Z]+=[-+,A-Z0-9]+|;INTERVAL=[1-9][0-9]{0,2})*")
_TIMES = {"BYHOUR", "BYMINUTE", "BYSECOND"}  # a whole day has none
_WITHIN_A_DAY = {"HOURLY", "MINUTELY", "SECONDLY"}
_ENDS = {"UNTIL", "COUNT"}

Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """``first`` is the first day and fits ``rule`` (RFC 5545, whole days).

    ``day_named`` is false where the document says only how often; the day is then the last weekday of each period.
    """

    rule: str
    first: date
    day_named: bool

    def on_or_after(self, day: date) -> date | None:
        """The next day of the recurrence, ``day`` included; null where there is none."""
        return _next(self.rule, self.first, day)


def recurrence(rule: str, since: date, *, inclusive: bool = True) -> Recurrence:
    """The days on which a recurring task is still in time.

    :param rule: as ``extractor.calendar_vn.rrule`` writes it or as a person has edited it.
    :param since: the document's date; the first day is on or after it.
    :param inclusive: false for "trước ngày 25 hằng tháng": the day before each named day.
    :raises ValueError: the rule is not RFC 5545, or has no day after ``since``.

    - A rule that names no day falls on the last weekday of its period: Friday, the last weekday of the month, of the quarter, of the year.
    - Every three months means March, June, September, December; every six June and December. Where the calendar has no such periods
      (every two weeks, every three years) the first period begins with ``since``.
    - The 29th, 30th or 31st of every month is the last day of a month that has none.
    - Every so many hours is every day.
    """
    parts = _read(rule)
    if parts["FREQ"] in _WITHIN_A_DAY:
        parts = {"FREQ": "DAILY"} | {name: value for name, value in parts.items() if name in _ENDS}
    named = parts["FREQ"] == "DAILY" or any(name.startswith("BY") and name != "BYMONTH" for name in parts)
    start = _first_period(parts, since)
    if not named:
        parts = _on_its_last_weekday(parts)
    elif not inclusive:
        parts, wrapped = _a_day_earlier(parts)
        start -= timedelta(days=wrapped)
    ready = ";".join(f"{name}={value}" for name, value in _in_every_month(parts).items())
    first = _next(ready, start, since)
    if first is None:
        raise ValueError(f"{rule!r} names no day after {since}")
    return Recurrence(ready, first, named)


def _read(rule: str) -> Parts:
    from dateutil.rrule import rrulestr

    text = rule.strip().upper()
    try:
        if not _SHAPE.fullmatch(text):
            raise ValueError
        rrulestr(text, dtstart=datetime.min)
    except ValueError:
        raise ValueError(f"{rule!r} is no recurrence that we can read: write for instance FREQ=MONTHLY;BYMONTHDAY=25") from None
    return {name: value for name, value in (part.split("=") for part in text.split(";")) if name not in _TIMES}


def _next(rule: str, start: date, day: date) -> date | None:
    from dateutil.rrule import rrulestr

    found = rrulestr(rule, dtstart=datetime.combine(start, time.min)).after(datetime.combine(day, time.min), inc=True)
    return found.date() if found else None


def _first_period(parts: Parts, since: date) -> date:
    """A day of the first period that the recurrence is counted from: its first, so that no day of it is passed over."""
    every = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "WEEKLY":
            return since - timedelta(days=since.weekday()) + timedelta(weeks=every - 1)
        case "MONTHLY":
            months = -since.month % every if every <= 12 and 12 % every == 0 else every - 1
            years, month = divmod(since.month - 1 + months, 12)
            return date(since.year + years, month + 1, 1)
        case "YEARLY":
            return date(since.year + every - 1, 1, 1)
    return since


def _on_its_last_weekday(parts: Parts) -> Parts:
    if parts["FREQ"] == "WEEKLY":
        return parts | {"BYDAY": "FR"}
    month = {"BYMONTH": "12"} if parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts else {}
    return parts | month | {"BYDAY": ",".join(_WEEKDAYS[:5]), "BYSETPOS": "-1"}


def _a_day_earlier(parts: Parts) -> tuple[Parts, bool]:
    """The parts of the day before, and whether that lies in the period before; a daily rule and rarer forms stay as they are."""
    if parts.get("BYDAY") in _WEEKDAYS:
        number = _WEEKDAYS.index(parts["BYDAY"])
        return parts | {"BYDAY": _WEEKDAYS[number - 1]}, number == 0
    if not parts.get("BYMONTHDAY", "").isdigit():
        return parts, False
    number = int(parts["BYMONTHDAY"])
    if number > 1:
        return parts | {"BYMONTHDAY": str(number - 1)}, False
    month = {"BYMONTH": str((int(parts["BYMONTH"]) - 2) % 12 + 1)} if parts.get("BYMONTH", "").isdigit() else {}
    return parts | month | {"BYMONTHDAY": "-1"}, True


def _in_every_month(parts: Parts) -> Parts:
    """RFC 5545 leaves a month without the 31st out; an office's deadline is then its last day."""
    if parts["FREQ"] != "MONTHLY" or parts.get("BYMONTHDAY") not in ("29", "30", "31") or "BYSETPOS" in parts:
        return parts
    numbers = range(28, int(parts["BYMONTHDAY"]) + 1)
    return parts | {"BYMONTHDAY": ",".join(map(str, numbers)), "BYSETPOS": "-1"}
