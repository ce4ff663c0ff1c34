"""Public bodies renamed or merged by the reorganisations, and what has their work today. Data and sources: ``data/agencies.toml``."""

from __future__ import annotations

import tomllib
from datetime import date
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
    if found := _body(full, within, on):
        return found
    office = next((each for each in _offices() if full.startswith(each)), "")
    found = find_agency(full[len(office) :], within, on) if office else None
    # The head of a committee that becomes a ministry is no longer called as before.
    if not found or _sort(found.name) != _sort(found.now):
        return None
    return found._replace(name=full, now=office + found.now)


def _sort(name: str) -> str:
    """What sort of body it is: the first word tells (Bộ, Sở, Ủy ban, Tỉnh ủy and Thành ủy)."""
    return name.split()[0].replace("Thành", "Tỉnh")


def _body(name: str, within: str | None, on: date | None) -> Body | None:
    lower = name.lower()
    if kept := _kept("central").get(lower):
        return Body(name, kept)
    if found := _renamed("renamed").get(lower):
        return found._replace(name=name)
    if began := _began().get(lower):
        return Body(name, began.name) if on and began.until and on > began.until else None
    if m := _COMMITTEE.fullmatch(name):
        unit = _one(units_of(f"{_COMMITTEE_LEVELS[m['level']]} {split_level(m['name'])[1]}", within, on))
        return _committee(name, unit) if unit else None
    m = _OF_UNIT.fullmatch(name)
    unit = _one(units_of(m["unit"], within, on)) if m else None
    return _of_unit(name, m["head"], unit) if m and unit else None


def _of_unit(name: str, head: str, unit: Place) -> Body | None:
    """The body ``head`` of a province, or of a commune that has become, as a whole, one of today; districts have none left."""
    if len(unit.code) == 5:
        kept = _kept("of_commune").get(head.lower())
        return _moved(name, f"{kept} {unit.now.name}", unit) if kept and len(unit.now.code) == 5 else None
    if len(unit.code) == 3:
        return None
    if renamed := _renamed("of_province").get(head.lower()):
        return renamed._replace(name=name, now=f"{renamed.now} {unit.now.name}")
    kept = _kept("of_province").get(head.lower())
    return _moved(name, f"{kept} {unit.now.name}", unit) if kept else None


def _committee(name: str, unit: Place) -> Body | None:
    """The committee of the Party in a province, which goes by its bare name; Ho Chi Minh City keeps its level there."""
    if len(unit.code) != 2:
        return None
    level, bare = split_level(unit.now.name)
    place = unit.now.name if unit.now.name[0].isupper() else bare
    now = f"{'Thành' if level == 'thành phố' else 'Tỉnh'} ủy {place}"
    return _moved(name, now, unit)


def _moved(name: str, now: str, unit: Place) -> Body:
    """A body that has the name of its unit."""
    return Body(name, now, unit.until, unit.now.act) if unit.until and now != name else Body(name, now)


def _one(units: list[Place]) -> Place | None:
    """The unit, where all are of one rank and one unit of today holds them."""
    alike = {(len(unit.code), unit.now.code) for unit in units}
    return units[-1] if len(alike) == 1 else None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def _kept(which: str) -> dict[str, str]:
    """What stands as it is, by the name in lower case."""
    return {name.lower(): name for name in _data()["kept"][which]}


@cache
def _offices() -> tuple[str, ...]:
    return tuple(f"{each} " for each in sorted(_data()["offices"]["names"], key=len, reverse=True))


@cache
def _renamed(which: str) -> dict[str, Body]:
    """What was renamed, by the name in lower case; ``now`` is the end of the chain."""
    named = ((name, now, entry) for entry in _data()[which] for name, now in entry["names"].items())
    bodies = {name.lower(): Body(name, now, entry.get("until"), entry["act"], entry.get("note")) for name, now, entry in named}
    return {name: body._replace(now=_last(body.now, bodies)) for name, body in bodies.items()}


@cache
def _began() -> dict[str, Body]:
    """The names that came with a reorganisation, with the last day of what was before; until then others bore some of them."""
    return {body.now.lower(): Body(body.now, body.now, body.until) for body in _renamed("renamed").values() if body.until}


def _last(name: str, bodies: dict[str, Body]) -> str:
    """Where a chain of reorganisations ends."""
    while body := bodies.get(name.lower()):
        name = body.now
    return name
