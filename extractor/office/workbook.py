"""Any Excel workbook as plain rows: what openpyxl leaves to its caller (merged cells, errors, escapes, broken files) is settled here."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.errors import LoadError
from extractor.model import Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .xls, or a workbook behind a password (ECMA-376 wraps it in OLE)


class SheetRow(NamedTuple):
    """One row of a sheet.

    ``cells`` holds by column index (from 0) text, number, bool, date, or None for an empty cell. A cell of which nothing is known is not
    among them: an error (``#N/A``), or one that merging with its left neighbour has emptied. ``remarks`` are the cells' comments.
    """

    cells: Mapping[int, Value]
    remarks: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """One sheet: its name and its rows from the top, hidden ones too."""

    name: str
    rows: list[SheetRow]


def read_workbook(path: Path) -> list[Sheet]:
    """The sheets of an ``.xlsx``, hidden ones too, with the values that Excel last computed.

    :raises LoadError: there is no such file, or it is no readable workbook; the message begins with the path.
    """
    try:
        with path.open("rb") as stream:
            _check(stream.read(len(_OLE)))
        return [_sheet(sheet) for sheet in _open(path)]
    except OSError as error:
        raise LoadError(f"{path}: cannot be read: {error.strerror or error}: check the path") from None
    except LoadError as error:
        raise LoadError(f"{path}: {error}") from None


def _check(head: bytes) -> None:
    if head == _OLE:
        raise LoadError("it is locked with a password, or an old .xls: open it in Excel and save it as .xlsx without a password")
    if not head.startswith(b"PK"):
        raise LoadError("it is no Excel workbook (.xlsx): give the list that `trichluc tasks` has written")


def _open(path: Path) -> list[Worksheet]:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # parts of Excel that openpyxl drops: we only read values
            return list(load_workbook(path, data_only=True).worksheets)
    except OSError:
        raise
    except Exception as error:  # a damaged part surfaces as whatever the XML or the value happens to break
        why = "its ZIP is damaged" if isinstance(error, zipfile.BadZipFile) else f"{type(error).__name__} in its contents"
        raise LoadError(f"it is no readable workbook ({why}): open it in Excel and save it again as .xlsx") from None


def _sheet(sheet: Worksheet) -> Sheet:
    rows = [_row(cells) for cells in sheet.iter_rows()]
    for area in sheet.merged_cells.ranges:
        first = rows[area.min_row - 1].cells.get(area.min_col - 1)
        for row in rows[area.min_row - 1 : area.max_row]:
            cells: dict[int, Value] = row.cells  # type: ignore[assignment]  # ours until it is handed out
            cells.update({area.min_col - 1: first})
            for column in range(area.min_col, area.max_col):
                cells.pop(column, None)
    return Sheet(sheet.title, rows)


def _row(cells: tuple[Any, ...]) -> SheetRow:
    known = {index: _value(cell.value) for index, cell in enumerate(cells) if cell.data_type != "e"}
    return SheetRow(known, tuple(_remarks(cells)))


def _remarks(cells: tuple[Any, ...]) -> Iterator[str]:
    return (comment.text.strip() for cell in cells if (comment := getattr(cell, "comment", None)) and comment.text)


def _value(value: Any) -> Value:
    """A day without a time is a date; times and spans of time are text."""
    from openpyxl.utils.escape import unescape

    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, str):
        return str(unescape(value)).replace("\r\n", "\n") if value.strip() else None
    return value if value is None or isinstance(value, (bool, int, float, date)) else str(value)
