"""What a fact was read as, in one short line for a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.model import Value

_SIGN = {"gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "about": "≈ ", "almost": "≲ "}
_CHANGE = {"up": "↑ ", "down": "↓ "}


def reading(row: Mapping[str, Value]) -> str:
    """The key fields of a row of the facts: ``≥ 45.03 %``, ``23/25 nhiệm vụ``, ``2024-05-01…2024-05-31``."""
    by_kind = {
        "ratio": _ratio, "rank": _rank, "date": _date, "deadline": _deadline, "document": _document, "agency": _agency,
    }  # fmt: skip
    return by_kind.get(str(row["kind"]), _number)(row).strip()


def plain(value: Value) -> str:
    """A value as a person writes it: thousands parted, days in ISO form, nothing for null."""
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, date) else ("" if value is None else str(value))


def _number(row: Mapping[str, Value]) -> str:
    upper = f" … {plain(row['value_max'])}" if row["value_max"] is not None else ""
    sign = _CHANGE.get(str(row["change"]), "") + _SIGN.get(str(row["comparator"]), "")
    return f"{sign}{plain(row['value'])}{upper} {plain(row['unit'])}"


def _ratio(row: Mapping[str, Value]) -> str:
    return f"{plain(row['numerator'])} of {plain(row['denominator'])} {plain(row['unit'])}"


def _rank(row: Mapping[str, Value]) -> str:
    place = "one" if row["rank"] is None else f"place {plain(row['rank'])}"
    return place + (f" of {plain(row['out_of'])}" if row["out_of"] is not None else "")


def _date(row: Mapping[str, Value]) -> str:
    start, end = plain(row["start_date"]), plain(row["end_date"])
    return start if start == end else f"{start} … {end}"


def _deadline(row: Mapping[str, Value]) -> str:
    due = f"{'by' if row['inclusive'] is not False else 'before'} {plain(row['due'])}" if row["due"] else ""
    return " ".join(part for part in (due, plain(row["rrule"]), plain(row["duration"])) if part)


def _document(row: Mapping[str, Value]) -> str:
    printed = "/".join(part for part in (plain(row["number"]), plain(row["symbol"])) if part)
    issued = f"({plain(row['issued'])})" if row["issued"] else ""
    return " ".join(part for part in (plain(row["doc_type"]), printed, issued) if part)


def _agency(row: Mapping[str, Value]) -> str:
    return plain(row["name"]) + (f" [{row['role']}]" if row["role"] else "")
