"""When a listed task is due, and whether it is done: the person's values before ours."""

from __future__ import annotations

import textwrap
import unicodedata
from datetime import date, timedelta

from extractor.office.listed import ListedTask
from extractor.office.recurring import Recurrence, recurrence

DONE = ("Hoàn thành", "Đã hoàn thành", "Done", "Completed")  # how the states of labels.STATES begin, and what people type


def last_day(listed: ListedTask) -> date | None:
    """The last day on which the task is still in time (the day before "trước 30/4"); null where no day is named."""
    due = listed.value("due")
    if not isinstance(due, date):
        return None
    return due - timedelta(days=1) if listed.value("inclusive") is False else due


def recurring(listed: ListedTask, since: date) -> Recurrence | None:
    """The days of a task without a due day that comes back, from ``since`` on; null where it does not.

    :raises ValueError: its recurrence cannot be read.
    """
    rule = listed.value("rrule")
    if not isinstance(rule, str) or last_day(listed) is not None:
        return None
    return recurrence(rule, since, inclusive=listed.value("inclusive") is not False)


def is_done(listed: ListedTask) -> bool:
    """Whether its state says so: begins with "hoàn thành", "đã hoàn thành", "done" or "completed", in any case."""
    return unicodedata.normalize("NFC", listed.state or "").strip().lower().startswith(tuple(word.lower() for word in DONE))


def called(listed: ListedTask) -> str:
    """The task as a message names it, in one line: its id and how its words begin."""
    words = textwrap.shorten(listed.task.text, 40, placeholder=" …")
    return f"task {listed.task.task_id} ({words})" if listed.task.task_id else f"task “{words}”"


def names(listed: ListedTask, column: str) -> tuple[str, ...]:
    """The names in a column of lists."""
    value = listed.value(column)
    return value if isinstance(value, tuple) else ()
