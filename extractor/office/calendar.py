"""The list as a calendar file (iCalendar, RFC 5545) for Outlook, Google, Apple and Thunderbird.

There are no reminders in it: every calendar sets its own, and a list can bring dozens of entries for one day.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import WriteError
from extractor.model import Document
from extractor.office import calendar_entry
from extractor.office.labels import TITLE, Lang
from extractor.office.listed import ListedTask

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
    cancelled.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    by_id = {document.doc_id: document for document in documents}
    calendar = _calendar(documents, lang)
    entries = 0
    for listed, uid in zip(tasks, _uids(tasks), strict=True):
        entry = _entry(path, listed, by_id.get(listed.task.doc_id), moment, lang, todo=todo)
        if entry is not None:
            calendar_entry.stamp(entry, uid, moment)
            calendar.add_component(entry)
            entries += 1
    _write(path, calendar.to_ical())
    return entries


def _calendar(documents: Sequence[Document], lang: Lang) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//trichluc//Trich luc//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    which = f": {calendar_entry.document_name(documents[0])}" if len(documents) == 1 else ""
    name = calendar_entry.clean(f"{TITLE.text(lang).capitalize()}{which}")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)  # what Google, Apple and Outlook read
    return calendar


def _entry(path: Path, listed: ListedTask, document: Document | None, moment: datetime, lang: Lang, *, todo: bool) -> Event | Todo | None:
    since = document.date if document and document.date else moment.astimezone().date()
    try:
        return (calendar_entry.todo if todo else calendar_entry.event)(listed, document, since, lang)
    except ValueError as error:
        raise WriteError(f"{path}: task {listed.task.task_id} ({listed.task.text[:40]}…): {error}") from None


def _uids(tasks: Sequence[ListedTask]) -> Iterator[str]:
    """One UID a task: copies of one document in a batch have the same task ids, and are numbered."""
    seen: set[str] = set()
    for listed in tasks:
        name, number = listed.task.task_id, 1
        while name in seen:
            number += 1
            name = f"{listed.task.task_id}-{number}"
        seen.add(name)
        yield f"{name}@trichluc"


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".trichluc-{uuid.uuid4().hex}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        why = error.strerror or str(error)
        raise WriteError(f"{path}: cannot be written: {why}: check the folder, the space left, and that no program has it open") from error
