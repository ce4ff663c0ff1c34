"""The tasks as extracted, kept beside the list that people edit: what differs from them is what a person changed.

The list carries a very hidden sheet ``_trichluc``: row 1 is ``task_id``, ``task``, ``task 2``, …; each further row one task, its row of
``schema.TASKS`` as JSON (dates ISO, lists arrays), cut into as many cells as it needs. A second one, ``_trichluc_documents``, names the
documents, one a row, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from extractor.model import Document, Task
from extractor.office.listed import ListedTask
from extractor.schema import TASKS, Type
from extractor.table import task_row

SHEET = "_trichluc"
DOCUMENTS = "_trichluc_documents"
_NAMING = ("doc_id", "number", "symbol", "date", "title", "place", "source")
PERSON = "person"  # rule of a task that a person has typed into the list
LISTED = "list"  # rule of a task known from the visible columns alone, its original being lost
LONGEST = 32_000  # characters a cell; Excel's own limit is 32,767


def originals_rows(tasks: Sequence[ListedTask]) -> list[list[str]]:
    """The rows of the hidden sheet, the header first. Tasks without an id (typed by a person) have no original and are left out."""
    pieces = [[listed.task.task_id, *_pieces(_to_json(listed.task))] for listed in tasks if listed.task.task_id]
    width = max(map(len, pieces), default=2)
    return [["task_id", "task", *(f"task {number}" for number in range(2, width))], *pieces]


def documents_rows(documents: Sequence[Document]) -> list[list[str]]:
    """The rows of the hidden sheet of documents: what they are called by when the list is carried on without them."""
    return [[json.dumps({name: getattr(d, name) for name in _NAMING}, default=date.isoformat)] for d in documents]


def read_document_names(rows: Iterable[Sequence[object]]) -> list[Document]:
    """The documents, without their texts; a row that somebody has damaged is left out."""
    found = []
    for cells in rows:
        try:
            row = json.loads(str(cells[0]))
            day = date.fromisoformat(row["date"]) if row["date"] else None
            found.append(Document("", **{**{name: row[name] for name in _NAMING}, "date": day}))
        except (ValueError, TypeError, LookupError):
            continue
    return found


def read_originals(rows: Iterable[Sequence[object]]) -> list[Task]:
    """The tasks, from the rows of the hidden sheet with its header; None is an empty cell.

    A row that somebody has damaged is left out: its task is then read from the visible columns.
    """
    read = (_from_json("".join(str(cell) for cell in cells[1:] if cell is not None)) for cells in rows)
    return [task for task in read if task is not None]


def _to_json(task: Task) -> str:
    # ASCII, and no "_x": every character is one that a cell keeps as it is (ECMA-376 reads _x0041_ as A)
    return json.dumps(task_row(task), default=date.isoformat, separators=(",", ":")).replace("_x", "\\u005fx")


def _pieces(text: str) -> list[str]:
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def _from_json(text: str) -> Task | None:
    try:
        row = json.loads(text)
        return Task(**{column.name: _value(row[column.name], column.type) for column in TASKS if column.name in row})
    except (ValueError, TypeError):
        return None


def _value(cell: Any, kind: Type) -> Any:
    if cell is None:
        return None
    if kind == "date":
        return date.fromisoformat(cell)
    return tuple(cell) if kind == "list" else cell
