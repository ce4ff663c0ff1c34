"""The codes of the places of numbers, and the units that hold them today: what joins a series over a merger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from extractor.context import Context
from extractor.gazetteer import Place, find_places
from extractor.model import Found, Value


def with_today(found: Iterable[Found], context: Context) -> list[Found]:
    """``found`` with ``place_code, place_now, place_now_code`` of the facts that have a place which is a unit known for certain.

    A name that several units bear is one of the document's province, at the document's date; where that leaves more than one, what they
    have in common is kept and the rest is null.
    """
    own = _own_province(context)
    return [_placed(f, own, context.date) if f.fields.get("place") else f for f in found]


def _placed(fact: Found, own: str | None, on: date | None) -> Found:
    return fact._replace(fields={**fact.fields, **codes_of(str(fact.fields["place"]), own, on)})


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


def units_of(name: str, own: str | None, on: date | None) -> list[Place]:
    """The units that ``name`` may stand for in a document of the province ``own``; a commune is never looked for outside of it."""
    found = find_places(name, on=on)
    near = find_places(name, own, on) if own else []
    if near or not found:
        return near
    return [] if any(len(unit.code) == 5 for unit in found) else found


def _own_province(context: Context) -> str | None:
    """The document's province; of a document without one, the only province that it names."""
    if context.place:
        return context.place
    named = {unit.canonical for _, unit in context.provinces}
    return named.pop() if len(named) == 1 else None


def _shared(values: list[str]) -> str | None:
    return values[0] if len({*values}) == 1 else None
