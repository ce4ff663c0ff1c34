"""One row of the list as a task: what differs from the original is a person's edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from extractor.model import Task, Value
from extractor.office.cell_values import Read, is_before, read_as, words
from extractor.office.labels import COLUMNS, Lang
from extractor.office.listed import ListedTask
from extractor.office.originals import LISTED, PERSON
from extractor.office.shown import as_text, shown
from extractor.schema import TASKS, Type
from extractor.write.cells_xlsx import shortened

# What a person may correct. The document, the offsets and the id say where the words stand, which no correction changes.
_FIXED = ("doc_id", "start", "end", "task_id")
EDITABLE: dict[str, Type] = {column.name: column.type for column in TASKS if column.name in COLUMNS and column.name not in _FIXED}
_PLAIN = {name: kind for name, kind in EDITABLE.items() if name != "due"}  # whose cell shows a recurrence where there is no day
_LANGS: tuple[Lang, ...] = ("vi", "en")


def unread_deadline(listed: ListedTask) -> str | None:
    """What somebody has typed as a deadline that names no day (``khi có yêu cầu``), as it stands in the note; null where nothing is."""
    if listed.value("due") is not None:
        return None
    heads = tuple(f"{head}: " for head in COLUMNS["due"])
    lines = [line for line in (listed.note or "").split("\n") if line.startswith(heads)]
    return lines[-1].partition(": ")[2] if lines else None


class Reading(NamedTuple):
    """A row: its task, a person's values by schema column, and lines for the note with what could not be read under its column."""

    task: Task
    edited: dict[str, Value]
    unread: list[str]


def edited_task(cells: Mapping[str, Value], original: Task, lang: Lang) -> Reading:
    """A row beside its original; columns that the sheet no longer has, and cells of which nothing is known, are no edits.

    An emptied cell is an edit to None or to the empty tuple, except that a task keeps its text.
    """
    edited: dict[str, Value] = {}
    unread: list[str] = []
    for name, kind in _PLAIN.items():
        if name not in cells or _shows(cells[name], ListedTask(original), name) or (name == "text" and cells[name] is None):
            continue
        read = _read(name, kind, cells[name], lang, unread)
        if read.value != getattr(original, name):
            edited[name] = read.value
    if "due" in cells and (day := _day(cells["due"], original, edited, lang, unread)) != original.due:
        edited["due"] = day
        if day is not None and is_before(cells["due"]) and original.inclusive is not False:
            edited["inclusive"] = False
    return Reading(original, edited, unread)


def typed_task(cells: Mapping[str, Value], lang: Lang, *, has_id: bool) -> Reading:
    """A row without an original, as it stands: with an id one whose original is lost (rule ``list``), else a person's (rule ``person``)."""
    unread: list[str] = []
    values: dict[str, Any] = {name: _read(name, kind, cells.get(name), lang, unread).value for name, kind in _PLAIN.items()}
    place = {name: read_as("integer", cells.get(name)).value or 0 for name in ("start", "end")} if has_id else {"start": 0, "end": 0}
    names = {"doc_id": words(cells.get("doc_id")), "task_id": words(cells.get("task_id")).strip() if has_id else ""}
    task = Task(**{**values, "text": values["text"] or "", **place, **names}, rule=LISTED if has_id else PERSON)
    due = cells.get("due")
    if not _shows(due, ListedTask(task), "due"):
        day = _read("due", "date", due, lang, unread).value
        inclusive = False if day is not None and is_before(due) else task.inclusive
        task = replace(task, due=day, inclusive=inclusive)  # type: ignore[arg-type]
    return Reading(task, {}, unread)


def _day(cell: Value, original: Task, edited: Mapping[str, Value], lang: Lang, unread: list[str]) -> Value:
    """The day under ``Thời hạn``, whose cell shows the recurrence or the time allowed, perhaps a person's, where there is no day."""
    if any(_shows(cell, ListedTask(original, edited=values), "due") for values in ({}, edited)):
        return original.due
    if _shows(cell, ListedTask(original, edited={**edited, "due": None}), "due"):
        return None
    return _read("due", "date", cell, lang, unread).value


def _shows(cell: Value, listed: ListedTask, column: str) -> bool:
    """Whether a cell still says what the program wrote there, in either language, as a date or as text, blanks aside."""
    return any(words(cell).split() == shortened(as_text(shown(listed, column, lang))).split() for lang in _LANGS)


def _read(column: str, kind: Type, cell: Value, lang: Lang, unread: list[str]) -> Read:
    read = read_as(kind, cell)
    if not read.whole:
        unread.append(f"{COLUMNS[column].text(lang)}: {words(cell)}")
    return read
