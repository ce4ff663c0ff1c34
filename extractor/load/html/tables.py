"""Tables of HTML: which of them hold data, and where their cells lie (https://html.spec.whatwg.org/#forming-a-table)."""

from __future__ import annotations

from typing import Any

from extractor.errors import LoadError
from extractor.load.typeset import LARGEST, Place, is_layout

_WIDEST, _HIGHEST = 1000, 65534  # what the standard allows a span


def is_layout_table(table: Any) -> bool:
    """Whether a ``table`` element only places text on the page: it says so, holds other tables, or has the shape of a frame."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    return is_layout([place for _, place in data_cells(table)])


def data_cells(table: Any) -> list[tuple[Any, Place]]:
    """Each cell with its place; the cells of a row step over what reaches down from the rows above.

    :raises LoadError: its cells ask for more than ``LARGEST`` places.
    """
    found: list[tuple[Any, Place]] = []
    reach: dict[int, int] = {}  # column -> first row that is free again
    rows = list(table.iter("tr"))
    places = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            before = column
            while reach.get(column, 0) > number:
                column += 1
            high = _number(cell.get("rowspan"), _HIGHEST) or len(rows)
            wide = _number(cell.get("colspan"), _WIDEST) or 1
            places += column + wide - before
            if places > LARGEST:
                raise LoadError(f"a table of more than {LARGEST} places is too large: the file is damaged; save it again")
            found.append((cell, Place(number, column, min(high, len(rows) - number), wide)))
            for covered in range(column, column + wide):
                reach[covered] = number + high
            column += wide
    return found


def _number(value: str | None, largest: int) -> int:
    """A span as written, 1 where it is no number; 0 stands for the rest of the table."""
    digits = (value or "").strip()
    return min(int(digits), largest) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1


def header_rows(table: Any) -> int:
    """The first rows that stand in ``thead`` or hold nothing but ``th``."""
    count = 0
    for row in table.iter("tr"):
        if row.getparent().tag != "thead" and not (len(row) and all(cell.tag == "th" for cell in row)):
            break
        count += 1
    return count
