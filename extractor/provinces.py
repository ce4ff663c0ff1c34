"""Provinces and centrally-run cities before and after 1 July 2025: names, levels, and where a text names them.

Data and sources: ``patterns/_places.toml``. Canonical names carry their level: ``tỉnh Nghệ An``, ``thành phố Hải Phòng``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

import ahocorasick
import regex

from extractor.fold import fold_text
from extractor.wordlists import openings, table, words


class Unit(NamedTuple):
    """A province or centrally-run city with the days between which it exists (null: open).

    ``raised`` is the day on which a province becomes a city under its name.
    """

    name: str
    level: str
    since: date | None
    until: date | None
    raised: date | None = None

    def on(self, day: date | None) -> Unit:
        """The unit at the level that it has on ``day``; on an unknown day, the level that it had for most of the time."""
        return self._replace(level="thành phố", since=self.raised, raised=None) if day and self.raised and day >= self.raised else self

    @property
    def canonical(self) -> str:
        """``tỉnh Nghệ An``; Ho Chi Minh City is written with a capital, as in its own documents."""
        return f"Thành phố {self.name}" if self.name == "Hồ Chí Minh" else f"{self.level} {self.name}"


@cache
def _data() -> tuple[dict[str, Unit], Any]:
    raw = table("places")
    units: dict[str, Unit] = {}
    for group in raw["unit"]:
        for name in group["names"]:
            folded = fold_text(name)
            units[folded.lower()] = Unit(folded, group["level"], group.get("since"), group.get("until"), raw["raised"].get(name))
    for alias, name in raw["aliases"].items():
        units[fold_text(alias).lower()] = units[fold_text(name).lower()]
    names = ahocorasick.Automaton()
    for name in (*units, *(fold_text(other).lower() for other in raw["others"])):
        names.add_word(name, name)
    names.make_automaton()
    return units, names


def mentions(text: str) -> Iterator[tuple[int, int, Unit]]:
    """Start, end and unit of every province that ``text`` names, the longest name at each place."""
    units, names = _data()
    for last, name in names.iter_long(text.lower()):
        start, end = last - len(name) + 1, last + 1
        inside = (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
        if not inside and name in units and _is_name(text, start, end):
            yield start, end, units[name]


@lru_cache(maxsize=4096)
def province(name: str) -> Unit | None:
    """The unit that ``name`` (with or without its level, any case, usual abbreviations) stands for, or null."""
    units, _ = _data()
    key = fold_text(name).lower().strip()
    if (unit := units.get(key)) or (unit := units.get(key.removeprefix("tỉnh "))):
        return unit
    for prefix in ("thành phố ", "tp. ", "tp.", "tp "):
        if key.startswith(prefix) and (unit := units.get(key.removeprefix(prefix))):
            return unit.on(unit.raised)
    return None


_LONGEST_NAME = 24  # code points of a family name and a middle name


@cache
def _family() -> regex.Pattern[str]:
    """A family name and at most one middle name."""
    return regex.compile(rf"(?<!\p{{L}})(?=\p{{Lu}})(?i:{table('places')['family_names']})(?: \p{{Lu}}\p{{L}}+)? $")


def _is_name(text: str, start: int, end: int) -> bool:
    """The name of a place, and neither a person's (``Nguyễn Hòa Bình``) nor the dateline of an office (``Hà Nội, ngày …``)."""
    # "Việt Nam định hướng", "gìn giữ Hòa bình": both ends of a name are capitalised.
    last = text.rfind(" ", start, end) + 1 or start
    if not (text[start].isupper() and text[last].isupper()) or text.startswith((", ngày", ",ngày"), end):
        return False
    before = text[max(0, start - _LONGEST_NAME) : start]
    if text.startswith(("Hồ Chí Minh", "HỒ CHÍ MINH"), start):
        return not before.lower().rstrip().endswith(openings("places", "before_the_president"))
    return before[-1:] != " " or text[start:end].lower() not in words("places", "given_names") or not _family().search(before)
