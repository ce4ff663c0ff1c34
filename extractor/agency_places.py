"""The place of a body: the words' own, or the document's where they leave it out and the document makes it certain."""

from __future__ import annotations

from bisect import bisect_left

import regex

from extractor.agencies import LEVELS
from extractor.context import Context
from extractor.provinces import Unit, province

_PLACE = regex.compile(
    r"(?i: (?P<level>tỉnh|thành phố|t\.?p\.?|huyện|quận|thị xã|tx\.?|thị trấn|xã|phường|đặc khu)"
    r"(?: ?(?P<proper>(?-i:\p{Lu}[^,;()]*|\d+)))?)$"
)
_HCMC = regex.compile(r" (?i:(?:thành phố|t\.?p\.?) ?(?:hcm|hồ chí minh))$")
_YOUTH = regex.compile(r"(?:Tỉnh|Thành) đoàn$")
_COMMITTEE = regex.compile(r"(?i:\b(tỉnh|thành|huyện|quận|thị) ủy)$")
_COMMITTEE_LEVEL = {"huyện": "huyện", "quận": "quận", "thị": "thị xã"}
# Bodies whose name ends in the bare name of a province, where the level is added; customs and party bodies leave it out.
_LEVELLED = regex.compile(r"\b(?:Sở|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Trung tâm) ")
_OF_DISTRICT = regex.compile(r"(?:(?:Trưởng|Phó|Phó Trưởng) )?Phòng \p{Lu}")
_OF_PROVINCE = regex.compile(
    r"\b(?:Sở|Chi cục) \p{Lu}|\bTrung tâm (?:Phục vụ|Kiểm soát|Phát triển|Xúc tiến|Khuyến|Dịch vụ)"
    r"|(?:Ủy ban nhân dân|Hội đồng nhân dân|(?<!Trung ương )Ủy ban Mặt trận Tổ quốc Việt Nam)$"
)
_HAS_PARENT = regex.compile(
    r"(?i: - (?:Bộ|Sở|Cục|Tổng cục|Công an|Văn phòng|Ủy ban|Thống kê)\b|khu vực|vùng [IVX\d]|chi cục (?:hải quan|thuế|kiểm định))"
)
_NATIONAL = regex.compile(r"(?i:trung ương|quốc gia|(?<!tổ quốc )việt nam|nhà nước$|chính phủ|quốc hội)")


def placed(name: str, context: Context, position: int | None = None) -> str:
    """``name`` (written out) of a single body with its place; unchanged where the place is not certain.

    A document about no one province speaks of "the province" that it named last: ``position`` is where the name stands.
    """
    own = province(context.place) if context.place else _named_last(context, position)
    lower = name.lower()
    if lower.endswith(("hcm", "hồ chí minh")) and _HCMC.search(name):
        return _HCMC.sub(" Thành phố Hồ Chí Minh", name)
    if m := _PLACE.search(name):
        return _with_level(name, m, own, context)
    if _YOUTH.match(name):
        return f"{name} {own.name}" if own else name
    if lower.endswith(" ủy") and (m := _COMMITTEE.search(name)):
        return f"{name} {_committee_place(m.group(1).lower(), own, context)}".rstrip()
    named = _named_province(name)
    if named:
        full = _LEVELLED.search(name) and name.endswith(named.name)
        return f"{name[: -len(named.name)]}{named.on(context.date).canonical}" if full else name
    if _HAS_PARENT.search(name):
        return name
    if _OF_DISTRICT.match(name) and context.units:
        return " ".join((name, *next(iter(context.units.items()))))
    return f"{name} {own.canonical}" if own and _OF_PROVINCE.search(name) and not _NATIONAL.search(name) else name


def _named_last(context: Context, position: int | None) -> Unit | None:
    """The last province named before ``position`` in its paragraph."""
    if position is None:
        return None
    i = bisect_left(context.provinces, (position,)) - 1
    return context.provinces[i][1] if i >= 0 and context.provinces[i][0] >= context.outline.paragraph(position).start else None


def _committee_place(level: str, own: Unit | None, context: Context) -> str:
    if level in ("tỉnh", "thành"):
        return own.name if own and own.level.startswith(level) else ""
    return context.units.get(_COMMITTEE_LEVEL[level], "")


def _named_province(name: str) -> Unit | None:
    """The province whose bare name ends ``name``."""
    words = name.split()
    candidates = (" ".join(words[-n:]) for n in (5, 4, 3, 2, 1) if n < len(words))
    return next((unit for c in candidates if c[0].isupper() and (unit := province(c))), None)


def _with_level(name: str, m: regex.Match[str], own: Unit | None, context: Context) -> str:
    head = name[: m.start()].removesuffix(" cấp")
    level = LEVELS.get(m.group("level").lower(), m.group("level").lower())
    proper = (m.group("proper") or "").strip()
    if proper:
        unit = province(proper) if level in ("tỉnh", "thành phố") else None
        return f"{head} {unit.canonical if unit and unit.level == level else f'{level} {_usual_capitals(proper)}'}"
    if own and own.level == level:
        return f"{head} {own.canonical}"
    return f"{head} {level} {context.units.get(level, '')}".rstrip()


def _usual_capitals(proper: str) -> str:
    """A proper name in its usual capitals, where it was printed in capitals only."""
    return proper.title() if proper.isupper() and len(proper) > 2 else proper
