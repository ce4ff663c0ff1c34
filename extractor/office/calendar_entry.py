"""One task as a calendar entry of RFC 5545: an event of a whole day, or a to-do."""

from __future__ import annotations

import re
import textwrap
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from extractor.model import Document
from extractor.office.labels import COLUMNS, Label, Lang
from extractor.office.listed import ListedTask
from extractor.office.naming import document_heading
from extractor.office.recurring import Recurrence
from extractor.office.timing import is_done, last_day, names, recurring

if TYPE_CHECKING:
    from icalendar import Event, Todo

_SUMMARY = 100  # characters of the task's words: what a month view and a phone show
_LEADS = 2  # names in the summary
# Characters that RFC 5545 takes no text with, and halves of pairs, which UTF-8 has no code for.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_DETAILS = ("lead", "support", "report_to", "product", "documents", "assigner", "due_text")

_BEFORE = Label(
    "Phải xong trước ngày {due:%d/%m/%Y}: ngày ghi ở đây là ngày cuối cùng còn trong hạn.",
    "Due before {due:%d/%m/%Y}: the day shown is the last in time.",
)
_NO_DAY = Label(
    "Ngày cụ thể không nêu trong văn bản: xếp vào ngày làm việc cuối kỳ (thứ Sáu; ngày cuối tháng, quý, năm).",
    "The document names no day: set on the last weekday of each period (Friday; the end of the month, quarter, year).",
)
_AT = Label("vị trí {start}–{end}", "characters {start}–{end}")


def event(listed: ListedTask, document: Document | None, since: date, lang: Lang) -> Event | None:
    """The task as an event of a whole day that leaves people free, without its UID and stamps; null where it has no day.

    :param document: the one that it stands in, for the description.
    :param since: a task that comes back does so from this day on.
    :raises ValueError: its recurrence cannot be read.
    """
    from icalendar import Event

    again = recurring(listed, since)
    day = again.first if again else last_day(listed)
    cleared = day is None and listed.edited.get("due", listed.task.due) is None  # a person has taken the day away: so does the calendar
    if cleared:
        day = last_day(ListedTask(listed.task))
    if day is None:
        return None
    entry = Event()
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))  # excluded; Outlook shows no whole day without it
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CANCELLED" if cleared or listed.change == "superseded" else "CONFIRMED")
    _tell(entry, listed, document, again, lang)
    return entry


def todo(listed: ListedTask, document: Document | None, since: date, lang: Lang) -> Todo:
    """The task as a to-do with its status, without its UID and stamps; parameters and errors as for ``event``.

    One that comes back has the day as DTSTART alone: DUE would have to be later (RFC 5545, 3.8.2.3), and so be shown a day late.
    """
    from icalendar import Todo

    again, day = recurring(listed, since), last_day(listed)
    entry = Todo()
    if again:
        entry.add("dtstart", again.first)
    elif day:
        entry.add("due", day)
    entry.add("status", _status(listed))
    if is_done(listed):
        entry.add("percent-complete", 100)
    _tell(entry, listed, document, again, lang)
    return entry


def clean(text: str) -> str:
    """Text without what no calendar file can hold."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def stamp(entry: Event | Todo, uid: str, now: datetime) -> None:
    """What tells one entry and its versions apart.

    Of two entries with one UID the higher SEQUENCE holds, then the later DTSTAMP (RFC 5546, 2.1.5). We do not know what was written before,
    nor how often a person has changed the entry since, so SEQUENCE is the minute of writing: a later list always wins.
    """
    entry.add("uid", uid)
    entry.add("dtstamp", now)
    entry.add("last-modified", now)
    entry.add("sequence", int(now.timestamp()) // 60)


def _tell(entry: Event | Todo, listed: ListedTask, document: Document | None, again: Recurrence | None, lang: Lang) -> None:
    from icalendar import vRecur

    if again:
        entry.add("rrule", vRecur.from_ical(again.rule))
    entry.add("summary", _summary(listed))
    entry.add("description", clean("\n".join(_description(listed, document, again, lang))))
    if leads := names(listed, "lead"):
        entry.add("categories", [clean(lead) for lead in leads])


def _summary(listed: ListedTask) -> str:
    leads = names(listed, "lead")
    more = f" +{len(leads) - _LEADS}" if len(leads) > _LEADS else ""
    words = textwrap.shorten(clean(str(listed.value("text"))), _SUMMARY, placeholder=" …")
    return clean(f"{', '.join(leads[:_LEADS])}{more}: {words}" if leads else words)


def _description(listed: ListedTask, document: Document | None, again: Recurrence | None, lang: Lang) -> list[str]:
    lines = [clean(str(listed.value("text"))), ""]  # before a line end is set behind a lone CR
    for column in _DETAILS:
        value = listed.value(column)
        shown = "; ".join(value) if isinstance(value, tuple) else value
        if shown:
            lines.append(f"{COLUMNS[column].text(lang)}: {shown}")
    lines += [f"{COLUMNS[name].text(lang)}: {said}" for name, said in (("state", listed.state), ("note", listed.note)) if said]
    if listed.task.end:  # a task that a person has typed stands nowhere
        lines.append(f"{COLUMNS['doc_id'].text(lang)}: {_where(listed, document, lang)}")
    due = listed.value("due")
    if isinstance(due, date) and due != last_day(listed):
        lines.append(_BEFORE.text(lang).format(due=due))
    if again and not again.day_named:
        lines.append(_NO_DAY.text(lang))
    return lines


def _where(listed: ListedTask, document: Document | None, lang: Lang) -> str:
    at = _AT.text(lang).format(start=listed.task.start, end=listed.task.end)
    item = f"{listed.task.item}, " if listed.task.item else ""
    return f"{document_heading(document, lang) if document else listed.task.doc_id} ({item}{at})"


def _status(listed: ListedTask) -> str:
    if listed.change == "superseded":
        return "CANCELLED"
    if is_done(listed):
        return "COMPLETED"
    return "IN-PROCESS" if listed.state else "NEEDS-ACTION"
