"""Provinces and cities before and after 1 July 2025, and which of them a document is about.

Data and sources: ``patterns/_places.toml``. Canonical names carry their level: ``tỉnh Nghệ An``, ``thành phố Hải Phòng``.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

import ahocorasick
import regex

from extractor.context import Context
from extractor.fold import fold_text
from extractor.rules import pattern_folder

# How far the head of a document reaches (letterhead, headline, dateline), in code points.
_HEAD = 400
_LOCAL = regex.compile(
    r"(?i:\b(?:UBND|Ủy ban nhân dân|HĐND|Công an|toàn|địa bàn|của|trong|lãnh đạo|các sở, (?:ban, )?ngành) (?P<level>tỉnh|thành phố)\b(?! \p{Lu}|, (?:thành phố|huyện|tỉnh|xã)| trực thuộc| nơi| có)"
    r"|\b(?P<committee>Tỉnh|Thành) ủy\b)"
)

# The issuer's own line: of a province or city, or of a district or commune below one.
_LETTERHEAD = regex.compile(r"(?:ỦY BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|TỈNH ỦY|THÀNH ỦY|CÔNG AN|THỐNG KÊ|SỞ [\p{Lu}, -]+)[ \n](?:(?P<below>(?:HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG|XÃ|ĐẶC KHU) [\p{Lu} -]+)|[\p{Lu} -]+)")


class Unit(NamedTuple):
    """A province or centrally-run city with the days between which it exists (null: open)."""

    name: str
    level: str
    since: date | None
    until: date | None

    @property
    def canonical(self) -> str:
        """``tỉnh Nghệ An``; Ho Chi Minh City is written with a capital, as in its own documents."""
        return f"Thành phố {self.name}" if self.name == "Hồ Chí Minh" else f"{self.level} {self.name}"


@cache
def _data() -> tuple[dict[str, Unit], Any]:
    raw = tomllib.loads((pattern_folder() / "_places.toml").read_text("utf-8"))
    units: dict[str, Unit] = {}
    for group in raw["unit"]:
        for name in group["names"]:
            folded = fold_text(name)
            units[folded.lower()] = Unit(folded, group["level"], group.get("since"), group.get("until"))
    for alias, name in raw["aliases"].items():
        units[fold_text(alias).lower()] = units[fold_text(name).lower()]
    names = ahocorasick.Automaton()
    for name in units:
        names.add_word(name, name)
    names.make_automaton()
    return units, names


def _mentions(text: str) -> Iterator[tuple[int, int, Unit]]:
    """Start, end and unit of every province that ``text`` names, the longest name at each place."""
    units, names = _data()
    for last, name in names.iter_long(text.lower()):
        start, end = last - len(name) + 1, last + 1
        inside = (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
        if not inside and _is_name(text, start, end):
            yield start, end, units[name]


@lru_cache(maxsize=4096)
def province(name: str) -> Unit | None:
    """The unit that ``name`` (with or without its level, any case, usual abbreviations) stands for, or null."""
    units, _ = _data()
    key = fold_text(name).lower().strip()
    for prefix in ("", "tỉnh ", "thành phố ", "tp. ", "tp.", "tp "):
        if key.startswith(prefix) and (unit := units.get(key.removeprefix(prefix))):
            return unit
    return None


def document_place(context: Context) -> str | None:
    """Canonical name (``tỉnh Nghệ An``) of the unit that the document is about, or null.

    A document is about a province where its head names one, or where it speaks of *the* province without a name; of
    several, the one named most wins, mentions in the head counting more. National documents have no place.
    """
    text = context.text[: context.outline.boundary]
    weights: Counter[Unit] = Counter()
    in_head: set[Unit] = set()
    for start, _, unit in _mentions(text):
        weights[unit] += 6 if start < _HEAD else 1
        if start < _HEAD:
            in_head.add(unit)
    letterhead = _LETTERHEAD.search(text, 0, _HEAD)
    if letterhead and (named := next(_mentions(letterhead.group()), None)):
        return named[2].canonical
    local = _local_level(text)
    if letterhead and letterhead.group("below"):
        local = local or "huyện"
    if local == "tỉnh":  # the document speaks of "the province": a city named in it is somewhere else
        weights = Counter({u: w for u, w in weights.items() if u.level == "tỉnh"})
    if not weights or not (local or in_head):
        return None
    (unit, weight), *rest = weights.most_common(2)
    rivals = rest[0][1] if rest else 0
    if not local and (unit not in in_head or weight < 2 * rivals or sum(weights.values()) < 8):
        return None
    return unit.canonical if weight > rivals or local else None


def _local_level(text: str) -> str | None:
    """The level of the unit that the text calls *the* province or *the* city, where it does."""
    levels = Counter("tỉnh" if (m.group("level") or m.group("committee")).lower() == "tỉnh" else "thành phố" for m in _LOCAL.finditer(text))
    return levels.most_common(1)[0][0] if levels else None


def _is_name(text: str, start: int, end: int) -> bool:
    """A name, and not the dateline of an office (``Hà Nội, ngày …``)."""
    if not text[start].isupper():
        return False
    return not text.startswith((", ngày", ",ngày"), end)


_LOCAL_UNIT = regex.compile(
    r"\b(?P<level>(?i:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu)) (?P<name>\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,3}|\p{Lu}{2,}(?: \p{Lu}{2,}){0,3}(?=\n|$)|\d{1,2}(?![\d/.]))"
)


def document_units(context: Context) -> dict[str, str]:
    """The district and the commune that the document is about, by level: those of which it names exactly one."""
    names: dict[str, Counter[str]] = {}
    for m in _LOCAL_UNIT.finditer(context.text, 0, context.outline.boundary):
        name = m.group("name")
        name = name.title() if name.isupper() else name
        level = m.group("level").lower()
        if level == "thành phố" and province(name):
            continue
        names.setdefault(level, Counter())[_two_words(name)] += 1
    return {level: next(iter(found)) for level, found in names.items() if len(found) == 1}


def _two_words(name: str) -> str:
    """The name without a person's name that runs on after it: most units have two words."""
    words = name.split()
    return " ".join(words[:2]) if len(words) > 3 else name
