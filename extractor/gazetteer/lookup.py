"""From a name to the units that bear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import regex

from extractor.fold import fold_text
from extractor.gazetteer.place import Place, split_level
from extractor.gazetteer.register import Index, index_above, index_of_communes, key
from extractor.wordlists import table

_ABOVE = frozenset({"tỉnh", "thành phố", "quận", "huyện", "thị xã"})
_COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
# Levels through which a district rises while its name and code stay.
_RISING = frozenset({"huyện", "thị xã", "thành phố", "quận"})
_SHORT = regex.compile(r"(?i)^(?:(t\.?p|tx|tt)(?:\. ?| |(?=\p{Lu}))|([qpxh])(?:\. ?|(?=\d))|q )")
_WRITTEN = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "q": "quận", "p": "phường", "x": "xã", "h": "huyện"}


def find_places(name: str, within: str | None = None, on: date | None = None) -> list[Place]:
    """Every administrative unit that ``name`` may stand for.

    :param name: with or without its level, any case, usual abbreviations and spellings; units above it may follow after commas
        (``xã Tân Lập, huyện Vũ Thư``).
    :param within: name of a unit that it lies in, written the same way.
    :param on: the day on which the name was used; units that existed then come alone, where there are any.
    :return: by code; empty where the name is unknown.
    """
    first, *above = [part.strip() for part in f"{name},{within or ''}".split(",")]
    outer = [find_places(each, on=on) for each in above if each]
    return sorted(_narrowed(_named(first), outer, on), key=lambda place: (place.code, place.until or date.max))


def find_place(name: str, within: str | None = None, on: date | None = None) -> Place | None:
    """The one unit that ``name`` stands for, as ``find_places`` finds it; null where there is none, or more than one."""
    found = find_places(name, within, on)
    return found[0] if len(found) == 1 else None


def units_of(name: str, own: str | None, on: date | None) -> list[Place]:
    """The units that a canonical name may stand for in a document of the province ``own``; a commune is not looked for outside of it.

    A name without a level is none of them: it is a country, a region, or a quotation.
    """
    if not split_level(name)[0]:
        return []
    found = find_places(name, on=on)
    near = find_places(name, own, on) if own else []
    if near or not found:
        return near
    return [] if any(len(unit.code) == 5 for unit in found) else found


def _named(name: str) -> list[Place]:
    """The units of a name; a district under another level than the one that it last had, where it bears its name alone."""
    folded = fold_text(name)
    level, bare = split_level(_written_out(_aliases().get(folded.lower(), folded)))
    sought = key(_aliases().get(bare.lower(), bare))
    found = [place for index in _indexes(level) for place in index.get(sought, ())]
    exact = [place for place in found if not level or place.level == level]
    if exact or level not in _RISING:
        return exact
    return [*{place.code: place for place in reversed(found) if len(place.code) == 3}.values()]


def _indexes(level: str) -> Iterable[Index]:
    if level not in _COMMUNES:
        yield index_above()
    if level not in _ABOVE:
        yield index_of_communes()


def _narrowed(found: list[Place], outer: Sequence[list[Place]], on: date | None) -> list[Place]:
    for units in outer:
        found = [place for place in found if any(place.inside(unit) for unit in units)]
    return [place for place in found if place.existed(on)] or found if on else found


def _written_out(name: str) -> str:
    """``TP. Vinh`` as ``thành phố Vinh``."""
    m = _SHORT.match(name)
    return f"{_WRITTEN[m.group().strip(' .').replace('.', '').lower()]} {name[m.end() :].strip()}" if m else name


@cache
def _aliases() -> dict[str, str]:
    return {fold_text(alias).lower(): fold_text(name) for alias, name in table("places")["aliases"].items()}
