"""The units as they are shipped: ``data/*.tsv``, each with its columns and sources in its head. Read once, when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from extractor.fold import fold_text
from extractor.gazetteer.place import REORGANISED, Place, split_level

_DATA = Path(__file__).parent / "data"
_EVE = REORGANISED - timedelta(days=1)

Index = dict[str, list[Place]]


@cache
def provinces() -> tuple[Place, ...]:
    """Provinces and centrally-run cities."""
    rows = [*_rows("provinces")]
    today = {code: _province(name, code, since, until, (), act) for code, name, since, until, _, act in rows if not until}
    gone = [_province(name, code, since, until, (today[now],), act) for code, name, since, until, now, act in rows if until]
    return (*today.values(), *gone)


@cache
def districts() -> tuple[Place, ...]:
    """Districts; all ended on 30 June 2025 or before."""
    above, below = _by_code(provinces(), _EVE), _by_code(_communes_of_today(), None)
    return tuple(
        Place(name, code, None, _day(until) or _EVE, above[province], (below[now],) if now else ())
        for code, name, province, now, until in _rows("districts")
    )


@cache
def communes() -> tuple[Place, ...]:
    """Communes of today and before."""
    above = {district.code: district for district in reversed(districts())}  # of those with one code the file has the last one first
    below = _by_code(_communes_of_today(), None)
    before = (
        Place(name, code, None, _EVE, above[district], tuple(below[each] for each in now.split()))
        for code, name, district, now in _rows("communes_before")
    )
    return (*_communes_of_today(), *before)


@cache
def index_of_communes() -> Index:
    """The communes by the ``key`` of their bare name."""
    return _index(communes())


@cache
def index_above() -> Index:
    """Provinces and districts by the ``key`` of their bare name."""
    return _index((*provinces(), *districts()))


def key(bare: str) -> str:
    """A bare name as it is looked up: ``Quí`` and ``Quý``, ``Đăk`` and ``Đắk``, ``03`` and ``3`` give one key each."""
    return _key(fold_text(bare))


_VARIANTS = re.compile(r"\bđ[ăaắ][kc]\b|(?<=[bcdghklmnpqrstvxu])([yýỳỷỹỵ])\b|['’ʼ -]+|\b0+(?=\d)")
_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def _key(folded: str) -> str:
    return _VARIANTS.sub(_usual, folded.lower())


def _usual(m: re.Match[str]) -> str:
    found = m.group()
    if found[0] == "đ":
        return "đắk"
    return found.translate(_I) if m.group(1) else ""


def _index(places: Iterable[Place]) -> Index:
    index: Index = {}
    for place in places:
        index.setdefault(_key(split_level(place.name)[1]), []).append(place)
    return index


@cache
def _communes_of_today() -> tuple[Place, ...]:
    """Those since 1 July 2025; the ones that were renamed since are part of what they became."""
    above = _by_code(provinces(), None)
    places: list[Place] = []
    for code, name, province, since, until in reversed([*_rows("communes")]):
        parts = (places[-1],) if until else ()
        places.append(Place(name, code, _day(since), _day(until), above[province], parts))
    return tuple(reversed(places))


def _by_code(places: Iterable[Place], on: date | None) -> dict[str, Place]:
    """The units that exist on a day (null: today)."""
    return {place.code: place for place in places if (place.existed(on) if on else place.until is None)}


def _province(name: str, code: str, since: str, until: str, parts: tuple[Place, ...], act: str) -> Place:
    return Place(name, code, _day(since), _day(until), None, parts, act or None)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _rows(name: str) -> Iterator[list[str]]:
    lines = (_DATA / f"{name}.tsv").read_text("utf-8").split("\n")
    return (line.split("\t") for line in lines if line and line[0] != "#")
