"""One cell on its way into a file: what no format can hold is mended or left empty here, the same for all."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from extractor.model import Number, Value
from extractor.schema import Column, Type

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_INT64 = 1 << 63
_EXACT = 1 << 53  # whole floats below it print as integers; above it their digits would be invented

Cells = list[Value]


def to_cells(rows: Iterable[Mapping[str, Value]], columns: Sequence[Column]) -> list[Cells]:
    """Rows as lists of cells in the order of the columns; a key that a row lacks is None.

    Cells are ``str`` that UTF-8 can hold, ``int`` of 64 bits under an integer column, under a number column ``int`` or
    finite ``float`` (an ``int`` wherever it is whole: 23, not 23.0), ``bool``, ``date``, a tuple of ``str``, or None.
    """
    plan = [(column.name, _CLEAN[column.type]) for column in columns]
    return [[None if (value := row.get(name)) is None else clean(value) for name, clean in plan] for row in rows]


def as_rows(cells: Iterable[Cells], columns: Sequence[Column]) -> list[dict[str, Value]]:
    """The way back from ``to_cells``."""
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in cells]


def _text(value: Value) -> Value:
    return _LONE_SURROGATE.sub("\ufffd", str(value))


def _integer(value: Value) -> Value:
    return value if isinstance(value, int) and -_INT64 <= value < _INT64 else None


def _number(value: Value) -> Value:
    if not isinstance(value, (int, float)):
        return None
    try:
        size = float(value)
    except OverflowError:  # a run of more than 300 digits
        return None
    if not math.isfinite(size):
        return None
    return int(value) if isinstance(value, int) or (size.is_integer() and abs(size) < _EXACT) else value


def _date(value: Value) -> Value:
    return value.date() if isinstance(value, datetime) else value


def _list(value: Value) -> Value:
    return tuple(str(_text(item)) for item in value) if isinstance(value, (tuple, list)) else None


def _same(value: Value) -> Value:
    return value


_CLEAN: dict[Type, Callable[[Value], Value]] = {
    "string": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _same,
    "date": _date,
    "list": _list,
}


def joined(cell: tuple[str, ...]) -> str | None:
    """A list for a format that has none: joined by ``; ``, null where it is empty."""
    return "; ".join(cell) or None


def fits_int64(value: Number) -> bool:
    """Whether a database integer can hold the number."""
    return -_INT64 <= value < _INT64
