"""The office's Excel list as people have left it: sorted, filtered, shortened, with rows and columns of their own.

What a person changed is what differs from the original in the hidden sheet (``originals``). Where that sheet is gone, the visible
columns are taken as they are. Nothing typed is lost: what does not fit its column (``Quý I/2026`` under a date) and comments on cells
go into the note. Not read back: colours, running numbers, and what only the program writes (document, offsets, change).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.model import Document, Task
from extractor.office.cell_values import key, words
from extractor.office.edits import edited_task, typed_task
from extractor.office.labels import CHANGES, COLUMNS, EMPTY, STATES, Lang
from extractor.office.listed import Change, ListedTask
from extractor.office.originals import DOCUMENTS, SHEET, read_document_names, read_originals
from extractor.office.sheet_columns import Line, Listing, find_listings
from extractor.office.sheet_labels import ORIGINAL
from extractor.office.workbook import Sheet, read_workbook

_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng|total)[\d\s:.]*(?:(?:số )?nhiệm vụ|tasks)?[\d\s:.]*")
_NO_TASKS = {"", *map(key, EMPTY), *map(key, COLUMNS["text"])}  # an empty list says so; a heading may be repeated on a further page
_CHANGES: dict[str, Change] = {key(words): name for name, label in CHANGES.items() for words in label}  # type: ignore[misc]
_STATES = {key(words): words for label in STATES for words in label}
_OURS = tuple(words.partition("{")[0] for words in ORIGINAL)


class EarlierList(NamedTuple):
    """What a workbook holds: its tasks, and the documents that they stand in, without their texts (none where it does not tell)."""

    tasks: list[ListedTask]
    documents: list[Document]


def read_list(path: Path) -> list[ListedTask]:
    """The tasks of ``read_earlier``, which see for parameters and errors."""
    return read_earlier(path).tasks


def read_earlier(path: Path) -> EarlierList:
    """The tasks of a list that ``sheet.write_sheet`` wrote and people have edited in Excel or LibreOffice, in the order of its rows.

    Rows without a task id are tasks that a person has typed (rule ``person``, no offsets); so is a copied row whose id stands above.
    Further sheets with the same headings add what the first does not hold. Empty rows, rows of totals and repeated headings are no tasks.

    :raises LoadError: no readable workbook, or no list in it; the message is one line that begins with the path.
    """
    sheets = read_workbook(path)
    return EarlierList(_tasks(sheets, path), _documents(sheets))


def _tasks(sheets: Sequence[Sheet], path: Path) -> list[ListedTask]:
    listings = find_listings([sheet for sheet in sheets if sheet.name not in (SHEET, DOCUMENTS)], path)
    lines = [(listing.lang, line) for listing, line in _lines(listings)]
    originals = _originals(sheets)
    known = {task.task_id for task in originals}
    found = _assigned([line for _, line in lines], originals)
    seen: set[tuple[str, str]] = set()
    tasks = []
    for (lang, line), original in zip(lines, found, strict=True):
        identity = (_text(line, "task_id"), _text(line, "doc_id"))
        copied = original is None and (identity[0] in known or identity in seen)
        seen.add(identity)
        tasks.append(_listed(line, original, lang, has_id=bool(identity[0]) and not copied))
    return tasks


def _documents(sheets: Sequence[Sheet]) -> list[Document]:
    hidden = [sheet for sheet in sheets if sheet.name == DOCUMENTS]
    return read_document_names([row.cells[index] for index in sorted(row.cells)] for sheet in hidden for row in sheet.rows)


def _originals(sheets: Sequence[Sheet]) -> list[Task]:
    hidden = [sheet for sheet in sheets if sheet.name == SHEET]
    return read_originals([row.cells[index] for index in sorted(row.cells)] for sheet in hidden for row in sheet.rows)


def _lines(listings: Sequence[Listing]) -> Iterator[tuple[Listing, Line]]:
    """The rows that are tasks: all of the first sheet, of the others (a copy kept as it was, a sheet a body) what is not there yet."""
    before: set[str] = set()
    for listing in listings:
        lines = [line for line in listing.lines if _is_task(line)]
        for line in lines:
            if not before.intersection(_names(line)):
                yield listing, line
        before.update(name for line in lines for name in _names(line))


def _names(line: Line) -> list[str]:
    return [name for name in (_text(line, "task_id"), key(_text(line, "text"))) if name]


def _is_task(line: Line) -> bool:
    text = key(_text(line, "text"))
    return bool(_text(line, "task_id")) if text in _NO_TASKS else not (_TOTAL.fullmatch(text) and not _text(line, "task_id"))


def _assigned(lines: Sequence[Line], originals: Sequence[Task]) -> list[Task | None]:
    """The original of each line, each given once: to the line that still has its words and document, else to the first with its id."""
    found: list[Task | None] = [None] * len(lines)
    free: dict[str, list[Task]] = {}
    for task in originals:
        free.setdefault(task.task_id, []).append(task)
    for exact in (True, False):
        for index, line in enumerate(lines):
            choice = free.get(_text(line, "task_id"), [])
            fitting = [task for task in choice if not exact or _is_same(line, task)]
            if found[index] is None and fitting:
                found[index] = fitting[0]
                choice.remove(fitting[0])
    return found


def _is_same(line: Line, task: Task) -> bool:
    return key(_text(line, "text")) == key(task.text) and _text(line, "doc_id") in ("", task.doc_id)


def _text(line: Line, column: str) -> str:
    return words(line.ours.get(column)).strip()


def _listed(line: Line, original: Task | None, lang: Lang, *, has_id: bool) -> ListedTask:
    reading = edited_task(line.ours, original, lang) if original else typed_task(line.ours, lang, has_id=has_id)
    return ListedTask(
        task=reading.task,
        state=_state(line),
        note=_note(line, reading.unread),
        change=_CHANGES.get(key(_text(line, "change"))),
        edited=reading.edited,
        extra=line.extra,
    )


def _state(line: Line) -> str | None:
    typed = words(line.ours.get("state"))
    return _STATES.get(key(typed), typed) or None


def _note(line: Line, unread: Sequence[str]) -> str | None:
    """What is typed there, and below it what else must not be lost and does not stand there yet."""
    note = words(line.ours.get("note"))
    added = [*unread, *(remark for remark in line.remarks if not remark.startswith(_OURS))]
    return "\n".join([note] * bool(note) + [text for text in added if text not in note]) or None
