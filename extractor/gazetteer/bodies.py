"""Public bodies renamed or merged by the reorganisations, and what has their work today. Data and sources: ``data/agencies.toml``."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import regex

from extractor.agencies import written_out
from extractor.gazetteer.lookup import units_of
from extractor.gazetteer.place import Place, split_level

_DATA = Path(__file__).parent / "data" / "agencies.toml"
_OF_UNIT = regex.compile(r"(?P<head>\S.*?) (?P<unit>(?i:tỉnh|thành phố|xã|phường|thị trấn|đặc khu) (?:\p{Lu}|\d).*)")
_COMMITTEE = regex.compile(r"(?P<level>Tỉnh|Thành) ủy (?P<name>\p{Lu}.*)")
_COMMITTEE_LEVELS = {"Tỉnh": "tỉnh", "Thành": "thành phố"}


class Body(NamedTuple):
    """A public body and the one that has its work today: itself, its new name, or the body that it went into.

    ``until`` is the last day under the old name, ``act`` what ended it, ``note`` says which work went elsewhere; null where nothing did, or
    where the day is not recorded.
    """

    name: str
    now: str
    until: date | None = None
    act: str | None = None
    note: str | None = None


def find_agency(name: str, within: str | None = None, on: date | None = None) -> Body | None:
    """The body of that name and what became of it; null where that is not known for certain.

    :param name: with or without abbreviations; bodies of a province or commune with its name (``Sở Kế hoạch và Đầu tư tỉnh Bình Định``).
    :param within: the province that communes are looked for in.
    :param on: the day on which the name was used, where the name of the place was borne by others at other times.
    """
    full = written_out(" ".join(name.split()))
    office = next((each for each in _offices() if full.startswith(each)), "")
    found = _body(full[len(office) :], within, on)
    # The head of a committee that becomes a ministry is no longer called as before.
    if not found or (office and _sort(found.name) != _sort(found.now)):
        return None
    return found._replace(name=full, now=office + found.now)


def _sort(name: str) -> str:
    """What sort of body it is: the first word tells (Bộ, Sở, Ủy ban, Tỉnh ủy and Thành ủy)."""
    return name.split()[0].replace("Thành", "Tỉnh")


def _body(name: str, within: str | None, on: date | None) -> Body | None:
    if name in _kept("central"):
        return Body(name, name)
    if found := _renamed("renamed").get(name):
        return found
    if since := _began("renamed").get(name):
        return Body(name, name) if on and on >= since else None
    if m := _COMMITTEE.fullmatch(name):
        unit = _one(units_of(f"{_COMMITTEE_LEVELS[m['level']]} {m['name']}", within, on))
        return _committee(name, unit) if unit else None
    m = _OF_UNIT.fullmatch(name)
    unit = _one(units_of(m["unit"], within, on)) if m else None
    return _of_unit(name, m["head"], unit) if m and unit else None


def _of_unit(name: str, head: str, unit: Place) -> Body | None:
    """The body ``head`` of a province, or of a commune that has become, as a whole, one of today; districts have none left."""
    if len(unit.code) == 5:
        known = head in _kept("of_commune") and len(unit.now.code) == 5
        return _moved(name, f"{head} {unit.now.name}", unit) if known else None
    if len(unit.code) == 2 and (renamed := _renamed("of_province").get(head)):
        return renamed._replace(name=name, now=f"{renamed.now} {unit.now.name}")
    return _moved(name, f"{head} {unit.now.name}", unit) if len(unit.code) == 2 and head in _kept("of_province") else None


def _committee(name: str, unit: Place) -> Body | None:
    level, bare = split_level(unit.now.name)
    return _moved(name, f"{'Thành' if level == 'thành phố' else 'Tỉnh'} ủy {bare}", unit) if len(unit.code) == 2 else None


def _moved(name: str, now: str, unit: Place) -> Body:
    """A body that has the name of its unit."""
    return Body(name, now) if now == name else Body(name, now, unit.until, unit.now.act)


def _one(units: list[Place]) -> Place | None:
    """The unit, where all are of one rank and one unit of today holds them."""
    alike = {(len(unit.code), unit.now.code) for unit in units}
    return units[-1] if len(alike) == 1 else None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def _kept(which: str) -> frozenset[str]:
    return frozenset(_data()["kept"][which])


@cache
def _offices() -> tuple[str, ...]:
    return tuple(f"{each} " for each in sorted(_data()["offices"]["names"], key=len, reverse=True))


@cache
def _renamed(which: str) -> dict[str, Body]:
    bodies = {name: Body(name, now, e.get("until"), e["act"], e.get("note")) for e in _data()[which] for name, now in e["names"].items()}
    return {name: body._replace(now=_last(body.now, bodies)) for name, body in bodies.items()}


@cache
def _began(which: str) -> dict[str, date]:
    """The names that came with a reorganisation, and the day from which they stand for that body; others bore some of them before."""
    return {body.now: body.until + timedelta(days=1) for body in _renamed(which).values() if body.until}


def _last(name: str, bodies: dict[str, Body]) -> str:
    """Where a chain of reorganisations ends."""
    while name in bodies:
        name = bodies[name].now
    return name
