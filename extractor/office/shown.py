"""What the list shows in a cell of a task."""

from __future__ import annotations

from datetime import date

from extractor.model import Value
from extractor.office.labels import CHANGES, STATES, Label, Lang
from extractor.office.listed import ListedTask
from extractor.office.spoken import spoken_duration, spoken_recurrence
from extractor.office.xml_text import xml_text

SEPARATOR = "; "  # between the names of a list in one cell
_BEFORE = Label("Trước ngày {day:%d/%m/%Y}", "Before {day:%d/%m/%Y}")


def shown(listed: ListedTask, column: str, lang: Lang) -> Value:
    """The cell of a task under a column of ``labels.COLUMNS`` other than ``no``.

    Lists are joined, a change and a state are words of ``lang``. ``due`` is the day as ``date``; where there is none the recurrence or
    the time allowed in words.
    """
    if column == "state":
        return state_word(listed.state, lang)
    if column == "change":
        return CHANGES[listed.change].text(lang) if listed.change else None
    if column == "note":
        return plain(listed.note)
    value = listed.value(column)
    return plain(value) if column != "due" or value is not None else _without_day(listed, lang)


def shown_extra(listed: ListedTask, heading: str) -> Value:
    """The cell of a task under a column that the office has added."""
    return plain(listed.extra.get(heading))


def due_words(listed: ListedTask, lang: Lang) -> str:
    """The deadline in words for a printed page: the day ("Trước ngày …" where the day itself is too late), else what ``shown`` shows,
    else the words of the document; empty where it names none."""
    due = listed.value("due")
    if isinstance(due, date):
        return _BEFORE.text(lang).format(day=due) if listed.value("inclusive") is False else f"{due:%d/%m/%Y}"
    return as_text(shown(listed, "due", lang) or plain(listed.value("due_text")))


def state_word(state: str | None, lang: Lang) -> str | None:
    """A state of ``labels.STATES``, in whichever language it is given, in ``lang``; other words as they are."""
    for label in STATES:
        if state in label:
            return label.text(lang)
    return None if state is None else xml_text(state)


def plain(value: Value) -> Value:
    """A value as one cell holds it: a list joined to text, text without what XML cannot hold, all else as it is."""
    if isinstance(value, tuple):
        return xml_text(SEPARATOR.join(value)) or None
    return xml_text(value) if isinstance(value, str) else value


def as_text(value: Value) -> str:
    """A cell's value on paper: dates as dd/mm/yyyy, empty for null."""
    if value is None:
        return ""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _without_day(listed: ListedTask, lang: Lang) -> str | None:
    rrule, duration = listed.value("rrule"), listed.value("duration")
    if isinstance(rrule, str) and rrule:
        return xml_text(spoken_recurrence(rrule, lang, inclusive=listed.value("inclusive") is not False))
    return xml_text(spoken_duration(duration, lang)) if isinstance(duration, str) and duration else None
