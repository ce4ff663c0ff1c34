"""Duckling for Vietnamese (``pyduckling-native-phihos``), all dimensions that the guideline has kinds for.

A number before ``%`` or ``phần trăm`` is taken for a per cent and one with a slash inside for a ratio, which Duckling itself tells from
no other number. Other numbers and measures are taken for quantities unless they stand inside a time or an amount of money.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import TZPATH

from peers.answer import Answer, Find
from peers.periods import days, period

_ZONE = "Asia/Ho_Chi_Minh"
_DIMENSIONS = ["amount-of-money", "distance", "duration", "number", "quantity", "temperature", "time", "volume"]
_PERCENT = re.compile(r"\s?(?:%|phần trăm)")
_WIDER = ("time", "amount-of-money")


def load() -> Find:
    """The parser; the date of a document is its reference time."""
    import duckling as d

    zones = d.load_time_zones(TZPATH[0])
    locale = d.parse_locale("VI", d.default_locale_lang(d.parse_lang("VI")))
    dimensions = d.parse_dimensions(_DIMENSIONS)

    def find(text: str, day: date | None) -> list[Answer]:
        noon = int(datetime(day.year, day.month, day.day, 12).timestamp()) if day else int(time.time())
        context = d.Context(d.parse_ref_time(zones, _ZONE, noon), locale)
        return list(_answers(text, d.parse(text, context, dimensions, False)))

    return find


def _answers(text: str, found: list[dict[str, Any]]) -> Iterator[Answer]:
    wider = [(entity["start"], entity["end"]) for entity in found if entity["dim"] in _WIDER]
    for entity in found:
        start, end, dim, value = entity["start"], entity["end"], entity["dim"], entity["value"]
        if dim == "time":
            yield Answer("date", start, end, _time(value))
        elif dim == "amount-of-money":
            yield Answer("money", start, end, {"value": value.get("value"), "unit": value.get("unit")})
        elif not any(first <= start and end <= last for first, last in wider):
            yield Answer(_numeric(text, start, end), start, end, {"value": value.get("value")})


def _numeric(text: str, start: int, end: int) -> str:
    if "/" in text[start:end]:
        return "ratio"
    return "percent" if _PERCENT.match(text, end) else "quantity"


def _time(value: dict[str, Any]) -> dict[str, object]:
    """The days of a time value; the end of an interval is exclusive."""
    if value["type"] != "interval":
        return period(_day(value["value"]), value["grain"])
    if "from" not in value or "to" not in value:
        known = value.get("from") or value["to"]
        return period(_day(known["value"]), known["grain"])
    end = datetime.fromisoformat(value["to"]["value"]) - timedelta(seconds=1)
    return days(_day(value["from"]["value"]), end.date())


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).date()
