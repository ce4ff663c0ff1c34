"""The cells of a table and where they stand (ECMA-376 part 1, 17.4), without the rows and cells that tracked changes delete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.load.docx.names import MC, W, chosen, flag, number, value
from extractor.load.typeset import Place, Room

_WIDEST = 1000  # columns that a cell may span; Word allows 63
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


def inner(parent: Any, names: frozenset[str]) -> Iterator[Any]:
    """The children of ``parent`` of these names, those inside content controls and other wrappers among them, in their order."""
    for child in parent:
        if child.tag in names:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inner(child, names)
        elif child.tag == MC + "AlternateContent":
            yield from inner(chosen(child), names)


def rows(table: Any) -> list[Any]:
    """The ``w:tr`` that stand on paper."""
    return [row for row in inner(table, frozenset((W + "tr",))) if not _is_gone(row.find(W + "trPr"))]


def places(table_rows: list[Any]) -> list[tuple[Any, Place]]:
    """Each cell with its place; a cell that continues one above (``w:vMerge``) or before it (``w:hMerge``) lengthens that one.

    :raises LoadError: the cells reach over more places than all tables of a document may have.
    """
    found: dict[tuple[int, int], tuple[Any, Place]] = {}
    above: dict[int, tuple[int, int]] = {}  # column -> the cell that it last belonged to
    room = Room()
    for height, row in enumerate(table_rows):
        column = _span(row.find(W + "trPr"), "gridBefore", 0)
        last: tuple[int, int] | None = None
        for cell in inner(row, frozenset((W + "tc",))):
            properties = cell.find(W + "tcPr")
            if properties is not None and properties.find(W + "cellDel") is not None:
                continue
            width = _span(properties, "gridSpan", 1)
            room.take(1, width)
            key = above.get(column)
            if _continues(properties, "hMerge") and last is not None:
                _lengthen(found, last, columns=column + width)
                key = last
            elif _continues(properties, "vMerge") and key is not None:
                _lengthen(found, key, rows=height + 1)
            else:
                key = (height, column)
                found[key] = (cell, Place(height, column, 1, width))
            above.update(dict.fromkeys(range(column, column + width), key))
            last = key
            column += width
    return list(found.values())


def header_rows(table_rows: list[Any]) -> int:
    """How many of the first rows Word repeats on every page (``w:tblHeader``)."""
    marked = [bool(flag(row.find(W + "trPr"), "tblHeader")) for row in table_rows]
    return marked.index(False) if False in marked else len(marked)


def changed(table: Any) -> bool:
    """Whether rows or cells of the table were inserted or deleted with changes tracked."""
    marks = ("trPr/{0}ins", "trPr/{0}del", "tcPr/{0}cellIns", "tcPr/{0}cellDel", "tcPr/{0}cellMerge")
    return any(table.find(f".//{W}{mark.format(W)}") is not None for mark in marks)


def _is_gone(properties: Any) -> bool:
    return properties is not None and (properties.find(W + "del") is not None or bool(flag(properties, "hidden")))


def _span(properties: Any, name: str, least: int) -> int:
    found = number(properties, name)
    return least if found is None else min(max(found, least), _WIDEST)


def _continues(properties: Any, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None and value(properties, name) != "restart"


def _lengthen(found: dict[tuple[int, int], tuple[Any, Place]], key: tuple[int, int], *, rows: int = 0, columns: int = 0) -> None:
    """Let a cell reach up to a row or a column, that one not included."""
    cell, place = found[key]
    found[key] = (cell, place._replace(rows=max(place.rows, rows - place.row), columns=max(place.columns, columns - place.column)))
