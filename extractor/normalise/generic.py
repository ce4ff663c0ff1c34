"""Kinds that a pattern folder brings along: groups named after columns are read by the column's type.

``(?P<value>{NUM}) ?(?P<unit>kV)`` fills the columns ``value`` (a number) and ``unit`` (a text). Groups of any other name, and of the
columns that the pipeline fills for every fact (``text``, ``start``, ``sentence`` …), are there for the regex alone.
"""

from __future__ import annotations

from datetime import date

import regex

from extractor import calendar_vn as calendar
from extractor.context import Context
from extractor.model import Candidate, Found, Refused, Value
from extractor.numbers import parse_number, uses_decimal_point
from extractor.schema import FACTS, Type

# What every fact takes from where it stands, whatever its kind.
_POSITIONAL = {"doc_id", "fact_id", "kind", "text", "start", "end", "item", "sentence", "rule", "confidence"}
_POSITIONAL |= {"source", "page", "cell", "duplicate_of"}
_COLUMNS = {column.name: column.type for column in FACTS if column.name not in _POSITIONAL}
_DATE = regex.compile(
    r"(?:ngày )?(?P<d>\d{1,2}) ?(?:[/.-] ?|tháng )(?P<m>\d{1,2}) ?(?:[/.-] ?|năm )(?P<y>\d{4})|(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
)
_NO = {"không", "chưa", "no", "false", "0"}


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact over the whole span; refused where a group does not read as the type of its column."""
    fields: dict[str, Value] = {}
    for name, printed in candidate.groups.items():
        printed = printed.strip()
        if name not in _COLUMNS or not printed:
            continue
        kind = _COLUMNS[name]
        fields[name] = _read(printed, kind, context)
        if fields[name] is None:
            return Refused(f"the group {name} is no {kind}: {printed!r}")
    return [Found(candidate.kind, candidate.rule, candidate.span, fields, candidate.priority)]


def _read(printed: str, kind: Type, context: Context) -> Value:
    """``printed`` as a value of the logical type ``kind``, null where it is none."""
    match kind:
        case "string":
            return printed.replace("\n", " ")
        case "number":
            return parse_number(printed, english=uses_decimal_point(context.text))
        case "integer":
            value = parse_number(printed, whole=True)
            return value if isinstance(value, int) else None
        case "boolean":  # any words that took part say yes, except those that say no
            return printed.lower() not in _NO
        case "date":
            return _date(printed)
        case "list":
            return None  # no column of a fact is a list


def _date(printed: str) -> date | None:
    """``2024-05-31``, ``31/5/2024`` (also with points or dashes), ``ngày 31 tháng 5 năm 2024``."""
    m = _DATE.fullmatch(printed.lower())
    day = calendar.day(int(m["y"]), int(m["m"]), int(m["d"])) if m else None
    return day.start if day else None
