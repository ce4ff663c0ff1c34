"""The list as a calendar file (iCalendar, RFC 5545) for Outlook, Google, Apple and Thunderbird.

There are no reminders in it: every calendar sets its own, and a list can bring dozens of entries for one day.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import WriteError
from extractor.model import Document
from extractor.office.calendar_entry import clean, event, stamp
from extractor.office.calendar_entry import todo as to_do
from extractor.office.labels import TITLE, Lang
from extractor.office.listed import ListedTask
from extractor.office.naming import document_heading
from extractor.office.timing import called
from extractor.write.atomic import replacing

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo


def write_calendar(
    path: Path,
    tasks: Sequence[ListedTask],
    documents: Sequence[Document],
    *,
    lang: Lang = "vi",
    todo: bool = False,
    now: datetime | None = None,
) -> int:
    """Write the tasks as entries of whole days, each on the last day on which it is still in time.

    :param documents: those that the tasks stand in; a recurring task begins at its document's date, or today where that is unknown.
    :param todo: write to-dos (VTODO) in place of events (VEVENT).
    :param now: the moment of writing, the present one unless told; the same arguments give the same bytes.
    :returns: the number of entries. Tasks without a day or a recurrence are left out of events, not of to-dos.
    :raises WriteError: the file cannot be written, or a recurrence that a person has typed cannot be read.

    An entry keeps its UID, ``<task_id>@trichluc``, so that the calendar replaces it when a later list is imported. Superseded tasks are
    cancelled, and so are those whose day a person has emptied.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    by_id = {document.doc_id: document for document in documents}
    calendar = _calendar(documents, lang)
    entries = 0
    for listed, uid in zip(tasks, _uids(tasks), strict=True):
        entry = _entry(path, listed, by_id.get(listed.task.doc_id), moment, lang, todo=todo)
        if entry is not None:
            stamp(entry, uid, moment)
            calendar.add_component(entry)
            entries += 1
    content = calendar.to_ical()
    with replacing(path) as part:
        part.write_bytes(content)
    return entries


def _calendar(documents: Sequence[Document], lang: Lang) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//trichluc//Trich luc//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    which = f": {document_heading(documents[0], lang)}" if len(documents) == 1 else ""
    name = clean(f"{TITLE.text(lang).capitalize()}{which}")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what Google, Apple and Outlook read
    return calendar


def _entry(path: Path, listed: ListedTask, document: Document | None, moment: datetime, lang: Lang, *, todo: bool) -> Event | Todo | None:
    since = document.date if document and document.date else moment.astimezone().date()
    try:
        return (to_do if todo else event)(listed, document, since, lang)
    except ValueError as error:
        raise WriteError(f"{path}: {called(listed)}: {error}") from None


def _uids(tasks: Sequence[ListedTask]) -> Iterator[str]:
    """One UID a task. Copies of one document in a batch have the same task ids, and are numbered.

    A task that a person has typed into the list has no id: it is known by its words.
    """
    seen: Counter[str] = Counter()
    for listed in tasks:
        task_id = listed.task.task_id or uuid.uuid5(uuid.NAMESPACE_OID, clean(listed.task.text)).hex
        seen[task_id] += 1
        copy = f".{seen[task_id]}" if seen[task_id] > 1 else ""
        yield f"{task_id}{copy}@trichluc"
