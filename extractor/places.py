"""Provinces and cities before and after 1 July 2025, and which of them a document is about.

Data and sources: ``patterns/_places.toml``. Canonical names carry their level: ``tỉnh Nghệ An``, ``thành phố Hải Phòng``.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from functools import cache
from typing import NamedTuple

import regex

from extractor.context import Context
from extractor.fold import fold_text
from extractor.rules import pattern_folder

# How far the head of a document reaches (letterhead, headline, dateline), in code points.
_HEAD = 400
_LOCAL = regex.compile(
    r"(?i:\b(?:UBND|Ủy ban nhân dân|HĐND|Công an|toàn|địa bàn|của|trong|lãnh đạo|các sở, (?:ban, )?ngành) (?P<level>tỉnh|thành phố)\b(?! \p{Lu}|,| trực thuộc| nơi| có)"
    r"|\b(?P<committee>Tỉnh|Thành) ủy\b)"
)


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
def _data() -> tuple[dict[str, Unit], regex.Pattern[str]]:
    raw = tomllib.loads((pattern_folder() / "_places.toml").read_text("utf-8"))
    units: dict[str, Unit] = {}
    for group in raw["unit"]:
        for name in group["names"]:
            folded = fold_text(name)
            units[folded.lower()] = Unit(folded, group["level"], group.get("since"), group.get("until"))
    for alias, name in raw["aliases"].items():
        units[fold_text(alias).lower()] = units[fold_text(name).lower()]
    names = sorted(units, key=len, reverse=True)
    mention = regex.compile(r"(?<!\w)(?:" + "|".join(regex.escape(n, literal_spaces=True) for n in names) + r")(?!\w)", regex.IGNORECASE)
    return units, mention


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
    units, mention = _data()
    weights: Counter[Unit] = Counter()
    text = context.text[: context.outline.boundary]
    in_head: Counter[Unit] = Counter()
    for m in mention.finditer(text):
        if not _is_name(text, m.start(), m.end()):
            continue
        unit = units[m.group().lower()]
        weights[unit] += 6 if m.start() < _HEAD else 1
        if m.start() < _HEAD:
            in_head[unit] += 1
    local = _local_level(text)
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
    """Not a dateline of a national office (``Hà Nội, ngày …``), not a part of a person's or a longer name."""
    if not text[start].isupper():
        return False
    after = text[end : end + 12].lower()
    return not (after.startswith((", ngày", ",ngày")) or regex.match(r" \p{Lu}\p{Ll}", text[end : end + 3]) and text[start:end].lower() == "hòa bình")


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
