"""List numbers, computed as Word prints them: numbering definitions and their counters (ECMA-376 part 1, clause 17.9).

Lists (``w:num``) of one abstract definition count on from one another, as in Word; a ``w:startOverride`` begins anew where its list
first reaches the level. A level that was passed over counts as begun: the standard is silent on it, LibreOffice does so.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from extractor.load.docx.names import MC, W, flag, number, value
from extractor.load.docx.number_formats import formatted
from extractor.load.docx.pieces import PLAIN, Label
from extractor.load.docx.styles import Listed, Styles
from extractor.load.docx.symbols import sign

_TOKEN = re.compile(r"%([1-9])")
_PLACES = frozenset("012345678")  # 17.9.3: a list has nine levels at most
_LONGEST = 255  # characters of a label; Word lets nobody type more
_LARGEST = 32_767  # what Word lets a list start at
_BULLETS = frozenset("-–—+•▪●·►➢✓○o§*")  # those that the rest of the program takes for a bullet


class Level(NamedTuple):
    """One level of a list: how its number is made. ``restart`` is as in 17.9.10: the level (from 1) that starts it anew, 0 for none."""

    start: int
    form: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None
    hidden: bool
    font: str | None


class _List(NamedTuple):
    abstract: str | None
    levels: dict[int, Level]
    overrides: dict[int, int]


class Numbering:
    """The numbering part (None where there is none) and how far its lists have been counted."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = {} if root is None else {each.get(W + "abstractNumId"): each for each in root.iterchildren(W + "abstractNum")}
        self._elements = {} if root is None else {_id(each): each for each in root.iterchildren(W + "num")}
        self._lists: dict[int, _List] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._reached: set[tuple[int, int]] = set()

    def label(self, properties: Any, style: str | None) -> Label:
        """What stands in front of a paragraph with these ``w:pPr`` (or None), its blank included; counts it. Empty outside lists."""
        found = self._place(None if properties is None else properties.find(W + "numPr"), style)
        if found is None:
            return Label("")
        list_id, place = found
        known = self._list(list_id)
        level = known.levels[place]
        counts = self._count(list_id, known, place)
        if level.hidden:
            return Label("")
        bullet = level.form == "bullet"
        text = _bullet(level) if bullet else _TOKEN.sub(lambda token: _part(known, level, counts, token), level.text)[:_LONGEST]
        if not text.strip():
            return Label("")
        return Label(text if level.suffix == "nothing" else f"{text.strip()} ", PLAIN if bullet else PLAIN._replace(font=level.font))

    def _place(self, own: Any, style: str | None) -> tuple[int, int] | None:
        """The list and level of a paragraph; None where it stands in none that is defined."""
        stated = Listed(number(own, "numId"), number(own, "ilvl"))
        inherited = self._styles.listed(style)
        list_id = inherited.list_id if stated.list_id is None else stated.list_id
        if not list_id:  # nothing, or 0: taken out of its list
            return None
        levels = self._list(list_id).levels
        place = stated.level
        if place is None and inherited.list_id is not None:
            place = self._linked(levels, style)
        if place is None:
            place = inherited.level or 0
        return (list_id, place) if place in levels else None

    def _linked(self, levels: dict[int, Level], style: str | None) -> int | None:
        """The level that names the style, or one that it is based on (17.9.23)."""
        by_style = {level.style: place for place, level in levels.items() if level.style}
        names = (element.get(W + "styleId") for element in self._styles.chain(style)) if by_style else ()
        return next((by_style[name] for name in names if name in by_style), None)

    def _list(self, list_id: int) -> _List:
        if list_id not in self._lists:
            self._lists[list_id] = self._defined(self._elements.get(list_id))
        return self._lists[list_id]

    def _defined(self, element: Any) -> _List:
        abstract = self._followed(value(element, "abstractNumId"))
        levels = self._levels(self._abstracts.get(abstract))
        overrides: dict[int, int] = {}
        for override in () if element is None else element.iterchildren(W + "lvlOverride"):
            levels |= self._levels(override)
            start = number(override, "startOverride")
            if start is not None and override.get(W + "ilvl") in _PLACES:
                overrides[int(override.get(W + "ilvl"))] = _clamped(start)
        return _List(abstract, levels, overrides)

    def _followed(self, abstract: str | None) -> str | None:
        """The abstract definition that holds the levels: another one where it only names a list style (17.9.21)."""
        linked = value(self._abstracts.get(abstract), "numStyleLink")
        if linked is None:
            return abstract
        target = self._elements.get(self._styles.listed_by(linked).list_id)
        return value(target, "abstractNumId")

    def _levels(self, parent: Any) -> dict[int, Level]:
        """The levels that an abstract definition or an override states, by their places."""
        stated = () if parent is None else parent.iterchildren(W + "lvl")
        return {int(each.get(W + "ilvl")): self._level(each) for each in stated if each.get(W + "ilvl") in _PLACES}

    def _level(self, element: Any) -> Level:
        start = number(element, "start")
        look = self._styles.look(element.find(W + "rPr"), None)
        hidden = flag(element.find(W + "rPr"), "vanish")
        return Level(
            0 if start is None else _clamped(start),
            _form(element),
            (value(element, "lvlText") or "")[:_LONGEST],
            value(element, "suff") or "tab",
            number(element, "lvlRestart"),
            bool(flag(element, "isLgl")),
            value(element, "pStyle"),
            bool(hidden),
            look.font,
        )

    def _count(self, list_id: int, known: _List, place: int) -> dict[int, int]:
        """Count a paragraph of a level; the counts of all levels then."""
        counts = self._counts.setdefault(known.abstract, {})
        if place in known.overrides and (list_id, place) not in self._reached:
            counts.pop(place, None)
        self._reached.add((list_id, place))
        for above in range(place):  # a level that was passed over counts as begun
            if above in known.levels:
                counts.setdefault(above, _start(known, above))
        counts[place] = counts[place] + 1 if place in counts else _start(known, place)
        for below in [each for each in counts if each > place]:
            restart = known.levels[below].restart if below in known.levels else None
            if restart is None or place < restart:
                del counts[below]
        return counts


def _id(element: Any) -> int | None:
    """The id of a ``w:num``; null where it is no number."""
    name = element.get(W + "numId") or ""
    return int(name) if name.isdecimal() and len(name) < _LONGEST else None


def _form(level: Any) -> str:
    """The number format; a custom one has a fallback that older versions of Word know (17.9.17)."""
    stated = value(level, "numFmt") or value(level.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt")
    return stated or "decimal"


def _clamped(start: int) -> int:
    return min(max(start, -_LARGEST), _LARGEST)


def _start(known: _List, place: int) -> int:
    return known.overrides.get(place, known.levels[place].start)


def _part(known: _List, level: Level, counts: dict[int, int], token: re.Match[str]) -> str:
    place = int(token[1]) - 1
    if place not in known.levels or place not in counts:
        return ""
    form = known.levels[place].form
    return formatted(counts[place], "decimal" if level.legal and form not in ("bullet", "none") else form)


def _bullet(level: Level) -> str:
    """The sign of a bullet; one that has no plain character, or is a picture, is ``•``."""
    signs = "".join(sign(ord(char), level.font) or "•" for char in level.text)
    return signs if signs in _BULLETS or signs == level.text else "•"
