"""What people type into a cell, as values of the schema: days, names, yes or no, words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from extractor import calendar_vn
from extractor.fold import fold_text
from extractor.model import Value
from extractor.office.shown import as_text
from extractor.schema import Type

# Days as Vietnamese offices and ISO 8601 write them, with / - or . between; a time of day may follow.
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?P<y>\d{4})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})"
    r"|(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4}|\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?![\d/-])"
)
_BEFORE_DAY = re.compile(r"(?:trước|chậm nhất)(?: là| vào)?(?: ngày)?")
_PERIOD = re.compile(
    r"(?:(?:ngay |hoàn thành |xong )?(?:trong|vào|hết|đến hết|cuối) )?"
    r"(?:tháng (?P<month>\d{1,2})|quý (?P<quarter>iv|i{1,3}|[1-4])|(?=năm))[ /,]*(?:năm )?(?P<year>\d{4})"
)
_EPOCH = date(1899, 12, 30)  # day 0 of Excel's count, which has a 29/2/1900
_LAST_SERIAL = 2_958_466  # one past 31/12/9999
_FIRST = date(1950, 1, 1)  # under a date Excel shows the number 15 as 15/01/1900, which no deadline is
_BULLET = re.compile(r"^\s*[-–•+*]\s+|^\s*\d{1,2}[.)]\s+")
_FLAGS = {
    **dict.fromkeys(("true", "có", "yes", "x", "1", "đúng"), True),
    **dict.fromkeys(("false", "không", "no", "0", "sai"), False),
}


class Read(NamedTuple):
    """A cell's value, and whether it says all that stands in the cell; None with ``whole`` false could not be read."""

    value: Value
    whole: bool = True


def read_as(kind: Type, cell: Value) -> Read:
    """A cell as a value of a column's type; an empty cell is None, and the empty tuple under a list."""
    if cell is None:
        return Read(() if kind == "list" else None)
    return _READERS[kind](cell)


def key(text: str) -> str:
    """Text for comparing what people type: one spelling (``extractor.fold``), one blank, no capitals."""
    return " ".join(fold_text(text).split()).casefold()


def words(cell: Value) -> str:
    """What a cell shows, as text: days as dd/mm/yyyy, whole numbers without a point."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else as_text(cell)


def _names(cell: Value) -> Read:
    names = (_BULLET.sub("", name).strip() for name in re.split(r"[;\n]", words(cell)))
    return Read(tuple(name for name in names if name))


def _day(cell: Value) -> Read:
    if isinstance(cell, (int, float)):
        cell = _EPOCH + timedelta(int(cell)) if 0 <= cell < _LAST_SERIAL else None
    if isinstance(cell, date):
        return Read(cell) if cell >= _FIRST else Read(None, whole=False)
    text = words(cell).strip()
    if period := _PERIOD.fullmatch(key(text)):
        return Read(_period_end(period), whole=_period_end(period) is not None)
    days = [(found, day) for found in _DAY.finditer(text) if (day := _calendar_day(found))]
    if len(days) != 1:
        return Read(None, whole=False)
    found, day = days[0]
    before = _BEFORE_DAY.fullmatch(key(text[: found.start()]))
    return Read(day, whole=found.group() == text or (before is not None and found.end() == len(text)))


def _period_end(found: re.Match[str]) -> date | None:
    """The last day of ``tháng 5/2026``, ``trong quý III/2026``, ``năm 2026``."""
    year, quarter = int(found["year"]), calendar_vn.quarter_number(found["quarter"]) if found["quarter"] else None
    if found["month"]:
        period = calendar_vn.month(year, int(found["month"]))
    else:
        period = calendar_vn.quarter(year, quarter) if quarter else calendar_vn.years(year, year)
    return period.end if period else None


def is_before(cell: Value) -> bool:
    """Whether a deadline is typed as ``trước 20/4/2026``: the day itself is too late, unless an hour of it is named."""
    text = key(words(cell))
    return text.startswith("trước ") and not re.match(r"trước \d{1,2} ?(?:giờ|h|:)", text)


def _calendar_day(found: re.Match[str]) -> date | None:
    year, month, day = (found["y"], found["m"], found["d"]) if found["y"] else (found["year"], found["month"], found["day"])
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:  # 31/2/2025
        return None


def _flag(cell: Value) -> Read:
    flag = _FLAGS.get(key(words(cell)))
    return Read(flag, whole=flag is not None)


def _integer(cell: Value) -> Read:
    text = words(cell).strip()
    return Read(int(text)) if text.isdecimal() else Read(None, whole=False)


def _number(cell: Value) -> Read:
    return Read(cell) if isinstance(cell, (int, float)) else Read(None, whole=False)


_READERS: dict[Type, Callable[[Value], Read]] = {
    "string": lambda cell: Read(words(cell)),
    "integer": _integer,
    "number": _number,
    "boolean": _flag,
    "date": _day,
    "list": _names,
}
