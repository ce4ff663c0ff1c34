"""What falls due within so many working days, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractor.errors import LoadError
from extractor.office.listed import ListedTask
from extractor.office.timing import called, is_done, last_day, names, recurring
from extractor.workdays import add_workdays, workdays_between

# A list does not tell the dates of its documents: what comes back every two weeks is counted from this Monday.
_COUNTED_FROM = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class FallingDue:
    """A task with its last day in time; ``days_left`` are working days from today, today not counted, negative when it is over."""

    listed: ListedTask
    day: date
    days_left: int
    overdue: bool

    @property
    def lead(self) -> tuple[str, ...]:
        """Who is to do it."""
        return names(self.listed, "lead")


def last_day_of(today: date, within: int) -> date:
    """The last day of ``within`` working days from ``today``; 0 is today itself."""
    return add_workdays(today, within) if within else today


def falling_due(tasks: Iterable[ListedTask], today: date, within: int) -> list[FallingDue]:
    """The tasks whose last day in time is over, or comes within ``within`` working days: those without a lead last, by lead, then by day.

    Done and superseded tasks are left out. Of a recurring task the next day counts, and it is never overdue: the list
    does not tell which times it has been done.

    :raises LoadError: a recurrence that a person has typed cannot be read.
    """
    until = last_day_of(today, within)
    found = []
    for listed in tasks:
        if is_done(listed) or listed.change == "superseded":
            continue
        day = last_day(listed) or _next_day(listed, today)
        if day and day <= until:
            found.append(FallingDue(listed, day, workdays_between(today, day), overdue=day < today))
    return sorted(found, key=lambda due: (not due.lead, due.lead, due.day))


def _next_day(listed: ListedTask, today: date) -> date | None:
    try:
        again = recurring(listed, min(_COUNTED_FROM, today))
    except ValueError as error:
        raise LoadError(f"{called(listed)}: {error}") from None
    return again.on_or_after(today) if again else None
