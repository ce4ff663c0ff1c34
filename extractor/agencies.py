"""Names of public bodies: abbreviations, slips and headings in capitals written out as the body writes itself.

The word lists, with their sources: ``patterns/_fragments_agencies.toml`` and ``patterns/_agency_abbreviations.toml``.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from extractor import wordlists
from extractor.alternation import alternation
from extractor.fold import fold_text
from extractor.provinces import province

LEVELS = {"tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
_FIELD = regex.compile(r"^.*\b(?P<head>Bộ|Sở|BỘ|SỞ) (?P<field>[^()]+)$")
_DIVISION = regex.compile(r"(?i:\b(?P<head>tổng cục|chi cục|cục|vụ|phòng|trung tâm|ban)) (?P<field>.+)$")
_PARENT = regex.compile(r" \(([^()]+)\)$")
_FRONT = regex.compile(r"(?i:Mặt trận Tổ quốc)(?: Việt Nam)?(?! (?:các|cấp))")
_COUNCIL_AND_COMMITTEE = regex.compile(r"(?:HĐND|Hội đồng [Nn]hân dân) ?[-&] ?(?=UBND|Ủy ban [Nn]hân dân)")
_ABBREVIATED = regex.compile(r"\p{Lu}{2}")
# Heads whose capitals are put right in a name printed in capitals only.
_HEADS = (
    *("Chính phủ", "Ủy ban nhân dân", "Hội đồng nhân dân", "Văn phòng", "Ban Chỉ đạo", "Ban Thường vụ"),
    *("Tỉnh ủy", "Thành ủy", "Công an", "Phó Chủ tịch", "Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Phó Giám đốc", "Giám đốc", "Cục trưởng"),
)
_CAPITALS = regex.compile(r"\b(?:" + "|".join(head.upper() for head in _HEADS) + r")\b")
_USUAL = {head.upper(): head for head in _HEADS}
_PLACE_ITEM = regex.compile(r"(?:(?P<level>tỉnh|thành phố|TP|thị xã|huyện) )?(?P<proper>\p{Lu}[^,;]*?)(?=,|;| và |$)")


@cache
def table(name: str) -> dict[str, str]:
    """One table of agency names: every spelling, in lower case, to the canonical one."""
    raw = wordlists.table("fragments_agencies")[name]
    return {fold_text(spelling).lower(): fold_text(name) for name, aliases in raw.items() for spelling in (name, *aliases)}


@cache
def _abbreviations() -> tuple[regex.Pattern[str], dict[str, str]]:
    raw = wordlists.table("agency_abbreviations")["words"]
    words = {fold_text(short): fold_text(long) for short, long in raw.items()}
    return regex.compile(rf"(?<![\w&/-])(?:{alternation(words)})(?![\w&])"), words


@lru_cache(maxsize=4096)
def written_out(name: str) -> str:
    """``name`` with abbreviations written out and the usual capitals; nothing is added."""
    if name.isupper():
        name = _CAPITALS.sub(lambda m: _USUAL[m.group()], name)
    for tables in ("LEADER", "CENTRAL"):
        if canonical := table(tables).get(name.lower()):
            return canonical
    name = _COUNCIL_AND_COMMITTEE.sub("Hội đồng nhân dân và ", name)
    name = _fields(_PARENT.sub(r" - \1", name))
    pattern, words = _abbreviations()
    name = pattern.sub(lambda m: words[m.group()], name)
    return " ".join(_FRONT.sub("Mặt trận Tổ quốc Việt Nam", name).split())


def _fields(name: str) -> str:
    """The field after a head, by the longest spelling that the tables know."""
    for pattern, tables in ((_FIELD, ("DEPARTMENT", "MINISTRY")), (_DIVISION, ("DOMAIN", "MINISTRY"))):
        if (m := pattern.search(name)) and (found := _longest(m.group("field"), tables)):
            canonical, rest = found
            name = f"{name[: m.start('head')]}{m.group('head').capitalize()} {canonical}{rest}"
    return name


def _longest(text: str, tables: tuple[str, ...]) -> tuple[str, str] | None:
    """The canonical name of the longest known spelling that opens ``text``, and what follows it."""
    words = text.split(" ")
    for n in range(len(words), 0, -1):
        head = " ".join(words[:n])
        for name in tables:
            if canonical := table(name).get(head.lower()):
                keep = name == "DOMAIN" and not _ABBREVIATED.search(head)  # there only abbreviations are written out
                return head if keep else canonical, text[len(head) :]
    return None


def field_at(text: str, position: int, head: str) -> tuple[int, str] | None:
    """The field that stands at ``position`` without its head ("Tài chính" of "các Bộ: Tài chính, Nội vụ"): its end and canonical name."""
    tables = ("DEPARTMENT", "MINISTRY") if head == "Sở" else ("MINISTRY",)
    m = _field_pattern(tables).match(text, position)
    if m is None:
        return None
    field = m.group().lower()
    return m.end(), next(table(t)[field] for t in tables if field in table(t))


@cache
def _field_pattern(tables: tuple[str, ...]) -> regex.Pattern[str]:
    written = alternation(name for t in tables for name in table(t))
    return regex.compile(rf"(?i:{written})(?![\w&])")


def place_items(items: str, level: str) -> list[tuple[int, int, str]]:
    """The places of a list ("Đắk Lắk, Gia Lai và thành phố Huế") up to the first that is none: start, end, name with its level."""
    found = []
    for m in _PLACE_ITEM.finditer(items):
        unit = province(m.group("proper")) if level in ("tỉnh", "thành phố") else None
        if unit is None and level == "tỉnh":
            break
        own = m.group("level") or level
        found.append((m.start(), m.end(), unit.canonical if unit else f"{LEVELS.get(own.lower(), own)} {m.group('proper')}"))
    return found
