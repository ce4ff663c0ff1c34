"""Canonical names of public bodies: abbreviations and slips written out, the place added where the document makes it certain.

The word lists are the tables of ``patterns/_fragments_agencies.toml``; see there for their sources.
"""

from __future__ import annotations

import tomllib
from functools import cache

import regex

from extractor.context import Context
from extractor.fold import fold_text
from extractor.places import Unit, province
from extractor.rules import pattern_folder

_LEVELS = {"tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
_PLACE = regex.compile(
    r"(?i: (?P<level>tỉnh|thành phố|t\.?p\.?|huyện|quận|thị xã|tx\.?|thị trấn|xã|phường|đặc khu)(?: ?(?P<proper>(?-i:\p{Lu}[^,;()]*|\d+)))?)$"
)
_HCMC = regex.compile(r" (?P<hcmc>(?i:(?:thành phố|t\.?p\.?) ?(?:hcm|hồ chí minh)))$")
_PARTY = regex.compile(r"(?i:\b(tỉnh|thành|huyện|quận|thị) ủy)$")


@cache
def table(name: str) -> dict[str, str]:
    """One table of agency names: every spelling, in lower case, to the canonical one."""
    raw = tomllib.loads((pattern_folder() / "_fragments_agencies.toml").read_text("utf-8"))[name]
    names: dict[str, str] = {}
    for canonical, aliases in raw.items():
        for spelling in (canonical, *aliases):
            names[fold_text(spelling).lower()] = fold_text(canonical)
    return names


@cache
def _abbreviations() -> tuple[tuple[regex.Pattern[str], dict[str, str]], ...]:
    raw = tomllib.loads((pattern_folder() / "_agency_abbreviations.toml").read_text("utf-8"))
    plain = {fold_text(short): fold_text(long) for short, long in raw["words"].items()}
    pattern = regex.compile(r"(?<![\w&/-])(?:" + "|".join(sorted(map(regex.escape, plain), key=len, reverse=True)) + r")(?![\w&])")
    return ((pattern, plain),)


def written_out(name: str) -> str:
    """``name`` with abbreviations written out and the usual capitals; nothing is added."""
    if name.isupper() and " " in name:
        name = _from_capitals(name)
    for tables in ("LEADER", "CENTRAL"):
        if canonical := table(tables).get(name.lower()):
            return canonical
    name = _fields(regex.sub(r" \(([^()]+)\)$", r" - \1", name))
    for pattern, words in _abbreviations():
        name = pattern.sub(lambda m, words=words: words[m.group()], name)
    name = _FRONT.sub(_front, name)
    return " ".join(name.split())


_FRONT = regex.compile(r"(?i:Mặt trận Tổ quốc)(?: Việt Nam)?(?! (?:các|cấp))")


def _front(m: regex.Match[str]) -> str:
    return "Mặt trận Tổ quốc Việt Nam"


def _from_capitals(name: str) -> str:
    """A name printed in capitals, in the usual ones where its head is known."""
    for head in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Văn phòng", "Ban Chỉ đạo", "Ban Thường vụ", "Tỉnh ủy", "Thành ủy", "Công an", "Chủ tịch"):
        name = regex.sub(rf"\b{head.upper()}\b", head, name)
    return name


_FIELD = regex.compile(r"^.*\b(?P<head>Bộ|Sở|BỘ|SỞ) (?P<field>[^()]+)$")
_DIVISION = regex.compile(r"(?i:\b(?P<head>tổng cục|chi cục|cục|vụ|phòng|trung tâm|ban)) (?P<field>.+)$")


def _fields(name: str) -> str:
    """The field after a head, by the longest spelling that the tables know."""
    for pattern, tables in ((_FIELD, ("DEPARTMENT", "MINISTRY")), (_DIVISION, ("DOMAIN", "MINISTRY"))):
        if (m := pattern.search(name)) and (found := _longest(m.group("field"), tables)):
            canonical, rest = found
            name = f"{name[: m.start('head')]}{m.group('head').capitalize()} {canonical}{rest}"
    return name


def field_items(items: str, head: str) -> list[tuple[int, int, str]]:
    """The fields that stand without their head in a list ("Tài chính, Nội vụ, Bộ Y tế"): start, end and canonical field of each."""
    tables = ("DEPARTMENT", "MINISTRY") if head == "Sở" else ("MINISTRY",)
    found = []
    for m in _item_pattern(tables).finditer(items):
        field = m.group().lower()
        found.append((m.start(), m.end(), next(table(t)[field] for t in tables if field in table(t))))
    return found


@cache
def _item_pattern(tables: tuple[str, ...]) -> regex.Pattern[str]:
    names = sorted((name for t in tables for name in table(t)), key=len, reverse=True)
    written = "|".join(regex.escape(n, literal_spaces=True) for n in names)
    return regex.compile(rf"(?:(?<=^)|(?<=[,;] )|(?<= và ))(?i:{written})(?![\w&])(?! \p{{Ll}})|(?:(?<=^)|(?<=[,;] )|(?<= và ))(?i:{written})(?=$)")


_PLACE_ITEM = regex.compile(r"(?:(?P<level>tỉnh|thành phố|TP|thị xã|huyện) )?(?P<proper>\p{Lu}[^,;]*?)(?=,|;| và |$)")


def place_items(items: str, level: str) -> list[tuple[int, int, str]]:
    """The places of a list ("Đắk Lắk, Gia Lai và thành phố Huế"): start, end and name with its level of each."""
    found = []
    for m in _PLACE_ITEM.finditer(items):
        unit = province(m.group("proper"))
        own = m.group("level") or level
        found.append((m.start(), m.end(), unit.canonical if unit and level in ("tỉnh", "thành phố") else f"{_LEVELS.get(own.lower(), own)} {m.group('proper')}"))
    return found


def _longest(text: str, tables: tuple[str, ...]) -> tuple[str, str] | None:
    """The canonical name of the longest known spelling that opens ``text``, and what follows it."""
    words = text.split(" ")
    for n in range(len(words), 0, -1):
        head = " ".join(words[:n])
        for name in tables:
            if canonical := table(name).get(head.lower()):
                keep = name == "DOMAIN" and not regex.search(r"\p{Lu}{2}", head)  # only abbreviations are written out there
                return head if keep else canonical, text[len(head) :]
    return None


def placed(name: str, context: Context) -> str:
    """``name`` (written out) of a single body with its place: the words' own, or the document's where they leave it out."""
    own = province(context.place) if context.place else None
    if m := _HCMC.search(name) or _PLACE.search(name):
        return _with_level(name, m, own, context)
    if committee := _PARTY.search(name):
        unit = own.name if own and committee.group(1).lower() in ("tỉnh", "thành") else context.units.get(_COMMITTEE_LEVEL.get(committee.group(1).lower(), ""), "")
        return f"{name} {unit}".rstrip()
    if _LEVELLED.search(name) and (unit := _named_province(name)):
        return f"{name[: -len(unit.name)]}{unit.canonical}" if name.endswith(unit.name) else name
    if _OF_DISTRICT.match(name) and context.units and " - " not in name:
        level, unit_name = next(iter(context.units.items()))
        return f"{name} {level} {unit_name}"
    return f"{name} {own.canonical}" if own and _of_province(name) else name


# Bodies whose name ends in the bare name of a province, where the level is added; customs and party bodies leave it out.
_LEVELLED = regex.compile(r"\b(?:Sở|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Trung tâm) ")
_OF_DISTRICT = regex.compile(r"(?:(?:Trưởng|Phó|Phó Trưởng) )?Phòng \p{Lu}")
_COMMITTEE_LEVEL = {"huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_NATIONAL = regex.compile(r"(?i:trung ương|quốc gia|việt nam|nhà nước$|chính phủ|quốc hội)")


def _of_province(name: str) -> bool:
    """Whether a body named without a place belongs to the province that the document is about."""
    if _NATIONAL.search(name) and not name.endswith("Mặt trận Tổ quốc Việt Nam") or _named_province(name) or " - " in name or "khu vực" in name:
        return False
    return bool(
        regex.search(r"\b(?:Sở|Chi cục) \p{Lu}|\bTrung tâm (?:Phục vụ|Kiểm soát|Phát triển|Xúc tiến|Khuyến|Dịch vụ)|^(?:Tỉnh|Thành) đoàn$", name)
        or regex.search(r"(?:Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban Mặt trận Tổ quốc Việt Nam)$", name)
        and "Trung ương" not in name
    )


def _named_province(name: str) -> Unit | None:
    """The province whose bare name ends ``name``."""
    words = name.split()
    for n in (5, 4, 3, 2, 1):
        if n < len(words) and (unit := province(" ".join(words[-n:]))):
            return unit
    return None


def _with_level(name: str, m: regex.Match[str], own: Unit | None, context: Context) -> str:
    head = name[: m.start()].removesuffix(" cấp")
    if "hcmc" in m.groupdict():
        return f"{head} Thành phố Hồ Chí Minh"
    level = m.group("level").lower()
    level = _LEVELS.get(level, level)
    proper = (m.group("proper") or "").strip()
    if proper:
        unit = province(proper) if level in ("tỉnh", "thành phố") else None
        return f"{head} {unit.canonical if unit and unit.level == level else f'{level} {_title(proper)}'}"
    if own and own.level == level:
        return f"{head} {own.canonical}"
    return f"{head} {level} {context.units.get(level, '')}".rstrip()


def _title(proper: str) -> str:
    """A proper name in its usual capitals, where it was printed in capitals only."""
    return proper.title() if proper.isupper() and len(proper) > 2 else proper
