"""Where the list stands in a workbook: the row of its headings, our columns, and those that the office has added."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.errors import LoadError
from extractor.model import Value
from extractor.office.cell_values import key, words
from extractor.office.labels import COLUMNS, Lang
from extractor.office.workbook import Sheet, SheetRow

# Without these a list cannot be carried on: what is to be done, by whom, by when, and what people have written about it.
REQUIRED = ("text", "lead", "due", "state", "note")


def _heading(cell: Value) -> str:
    return key(words(cell)).rstrip(" :.*")


_NAMES = {_heading(heading): name for name, label in COLUMNS.items() for heading in label}
_ENGLISH = {_heading(label.en) for label in COLUMNS.values()}


class Line(NamedTuple):
    """One row below the headings: cells under our columns by name (as ``SheetRow.cells``), under others by heading, and comments."""

    ours: dict[str, Value]
    extra: dict[str, Value]
    remarks: tuple[str, ...]


class Listing(NamedTuple):
    """The list in one sheet: our columns in the language of their headings, and its rows."""

    lang: Lang
    columns: frozenset[str]
    lines: list[Line]


def find_listings(sheets: Sequence[Sheet], path: Path) -> list[Listing]:
    """The lists of a workbook: one a sheet that has all ``REQUIRED`` headings in one row, of either language and any order.

    :raises LoadError: no sheet has them; the message names what is missing in the row that comes nearest.
    """
    found = [listing for sheet in sheets if (listing := _listing(sheet)) is not None]
    if not found:
        raise LoadError(f"{path}: {_complaint(sheets)}")
    return found


def _listing(sheet: Sheet) -> Listing | None:
    for number, row in enumerate(sheet.rows):
        ours = _ours(row)
        if all(name in ours for name in REQUIRED):
            below = sheet.rows[number + 1 :]
            extra = _extra(row, set(ours.values()), below)
            return Listing(_lang(row, ours), frozenset(ours), [_line(cells, ours, extra) for cells in below])
    return None


def _ours(row: SheetRow) -> dict[str, int]:
    """Index by column name; of a heading that stands twice the first is ours."""
    found: dict[str, int] = {}
    for index, cell in sorted(row.cells.items()):
        name = _name(cell)
        if name is not None:
            found.setdefault(name, index)
    return found


def _name(cell: Value) -> str | None:
    return _NAMES.get(_heading(cell)) if isinstance(cell, str) else None


def _extra(header: SheetRow, taken: set[int], below: Sequence[SheetRow]) -> dict[str, int]:
    """Index by heading; one without a heading is named by its letters if it holds anything, one that stands twice gets a number."""
    from openpyxl.utils import get_column_letter

    found: dict[str, int] = {}
    for index in sorted({index for row in (header, *below) for index in row.cells} - taken):
        heading = " ".join(words(header.cells.get(index)).split())
        if not heading:
            if all(row.cells.get(index) is None for row in below):
                continue
            heading = f"({get_column_letter(index + 1)})"
        number = 1
        unique = heading
        while unique in found or _heading(unique) in _NAMES:
            number += 1
            unique = f"{heading} ({number})"
        found[unique] = index
    return found


def _lang(header: SheetRow, ours: dict[str, int]) -> Lang:
    english = sum(_heading(header.cells[index]) in _ENGLISH for index in ours.values())
    return "en" if 2 * english > len(ours) else "vi"


def _line(row: SheetRow, ours: dict[str, int], extra: dict[str, int]) -> Line:
    known = {name: row.cells.get(index) for name, index in ours.items() if index in row.cells}
    return Line(known, {heading: row.cells.get(index) for heading, index in extra.items()}, row.remarks)


def _complaint(sheets: Sequence[Sheet]) -> str:
    nearest = max(((_ours(row), sheet, row) for sheet in sheets for row in sheet.rows), key=lambda it: len(it[0]), default=None)
    if nearest is None or not nearest[0]:
        needed = ", ".join(f"“{COLUMNS[name].vi}”" for name in REQUIRED)
        return f"it is no task list: no sheet has the columns {needed}: give the list that `trichluc tasks` has written"
    ours, sheet, row = nearest
    lang = _lang(row, ours)
    missing = ", ".join(f"“{COLUMNS[name].text(lang)}”" for name in REQUIRED if name not in ours)
    return f"sheet “{sheet.name}” lacks {missing} among its headings: put them back (the columns may be empty)"
