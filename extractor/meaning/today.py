"""Places and bodies as they are called today, and the codes of places: what joins a series over a merger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from extractor.context import Context
from extractor.gazetteer import find_agency
from extractor.gazetteer.lookup import units_of
from extractor.model import Found, Value


def with_today(found: Iterable[Found], context: Context) -> list[Found]:
    """``found`` with ``place_code, place_now, place_now_code`` of facts that have a place, and ``name_now`` of single bodies.

    A name that several units bear is one of the document's province, at the document's date; where that leaves more than one, what they
    have in common is kept and the rest is null.
    """
    own = _own_province(context)
    return [_with_today(f, own, context.date) for f in found]


def _with_today(fact: Found, own: str | None, on: date | None) -> Found:
    fields = fact.fields
    if fact.kind == "agency":
        now = None if fields.get("collective") else name_now(str(fields["name"]), own, on)
        return fact._replace(fields={**fields, "name_now": now}) if now else fact
    if place := fields.get("place"):
        return fact._replace(fields={**fields, **codes_of(str(place), own, on)})
    return fact


@lru_cache(maxsize=4096)
def name_now(name: str, own: str | None, on: date | None) -> str | None:
    """What the body is called today, or the one that has its work; null where that is not known."""
    body = find_agency(name, own, on)
    return body.now if body else None


@lru_cache(maxsize=4096)
def codes_of(name: str, own: str | None, on: date | None) -> dict[str, Value]:
    """The columns of a place, as ``with_today`` says; ``own`` is the document's province, ``on`` its date."""
    units = units_of(name, own, on)
    today = [unit.now for unit in units]
    return {
        "place_code": _shared([unit.code for unit in units]),
        "place_now": _shared([unit.name for unit in today]),
        "place_now_code": _shared([unit.code for unit in today]),
    }


def _own_province(context: Context) -> str | None:
    """The document's province; of a document without one, the only province that it names."""
    if context.place:
        return context.place
    named = {unit.canonical for _, unit in context.provinces}
    return named.pop() if len(named) == 1 else None


def _shared(values: list[str]) -> str | None:
    return values[0] if len({*values}) == 1 else None
