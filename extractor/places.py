"""Which province a document is about, and which district and commune."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import regex

from extractor.context import Context
from extractor.provinces import Unit, mentions, province

# How far the head of a document reaches (letterhead, headline, dateline), in code points.
_HEAD = 400
# Matched only where ``_PROVINCIAL`` finds the word: the rest would be tried at every letter.
_PROVINCIAL = re.compile("t(?:ỉnh|hành)")
_LOCAL = regex.compile(
    r"(?i:(?<=\b(?:UBND|Ủy ban nhân dân|HĐND|Công an|toàn|địa bàn|của|trong|lãnh đạo|các sở, (?:ban, )?ngành) )(?P<level>tỉnh|thành phố)\b"
    r"(?! (?-i:\p{Lu})|, (?:thành phố|huyện|tỉnh|xã)| trực thuộc| nơi| có)|\b(?P<committee>Tỉnh|Thành) ủy\b)"
)
# The issuer's own line: of a province or city, or of a district or commune below one.
_LETTERHEAD = regex.compile(
    r"(?:ỦY BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN|TỈNH ỦY|THÀNH ỦY|CÔNG AN|THỐNG KÊ|SỞ [\p{Lu}, -]+)[ \n]"
    r"(?:(?P<below>(?:HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG|XÃ|ĐẶC KHU) [\p{Lu} -]+)|[\p{Lu} -]+)"
)


# A ministry or a central department writes; to whom it writes is not what its letter is about.
_CENTRAL = re.compile(r"^[*|\s]*(?:BỘ [A-ZĐÀ-Ỹ]|TỔNG CỤC|CỤC THUẾ[*|\s]*$)", re.MULTILINE)
_LEVEL = r"(?: (?:tỉnh|thành phố|tp\.?))? ?$"
_BRANCH = regex.compile(
    rf"(?<!\p{{L}})(?:thuế|hải quan|kho bạc(?: nhà nước)?|bảo hiểm xã hội|bhxh|thi hành án(?: dân sự)?){_LEVEL}", regex.REVERSE
)
_ADDRESS = regex.compile(r"(?:kính gửi|công ty|đ/c|địa chỉ)(?:[^;.\n]|(?<=tp)\.){0,140}$", regex.REVERSE)
_ADDRESSED = (_BRANCH, _ADDRESS)
# Universities and teams bear the name of a city, and are not what is told of it.
_BEARER = regex.compile(rf"(?<!\p{{L}})(?:đại học|đh|đhqg|học viện|clb|câu lạc bộ|đội bóng)(?: \p{{L}}+){{0,6}}?{_LEVEL}", regex.REVERSE)
_DELEGATE = regex.compile(rf"(?<!\p{{L}})(?:đại biểu|đbqh|đại biểu quốc hội|đoàn|đoàn đại biểu quốc hội){_LEVEL}", regex.REVERSE)
_NAMED_AFTER = (_DELEGATE, _BEARER)


def provinces_told_of(context: Context) -> list[tuple[int, Unit]]:
    """The provinces that a document names, by start, without those after which delegates, universities and teams are named.

    Nor does a letter of a central office tell of where it goes.
    """
    aside = (*_NAMED_AFTER, *_ADDRESSED) if _CENTRAL.search(context.text, 0, 2 * _HEAD) else _NAMED_AFTER
    return [named for named in context.provinces if not any(p.search(context.lower, max(0, named[0] - 160), named[0]) for p in aside)]


def document_place(context: Context) -> str | None:
    """Canonical name (``tỉnh Nghệ An``) of the unit that the document is about, or null.

    A document is about a province where its head names one, or where it speaks of *the* province without a name; of
    several, the one named most wins, mentions in the head counting more. National documents have no place.
    """
    boundary = context.outline.boundary
    letterhead = _LETTERHEAD.search(context.text, 0, min(_HEAD, boundary))
    if letterhead and (named := next(mentions(letterhead.group()), None)):
        return named[2].on(context.date).canonical
    local = _local_level(context.text, context.lower, boundary) or ("huyện" if letterhead and letterhead.group("below") else None)
    told = provinces_told_of(context)
    weights = _weights(told)
    in_head = {unit for start, unit in told if start < _HEAD}
    if not weights or not (local or in_head):
        return None
    # Where the document speaks of "the province", a city that its head does not name is somewhere else.
    fitting = [(u, w) for u, w in weights.most_common() if local != "tỉnh" or u.level == "tỉnh" or u in in_head]
    if not fitting:
        return None
    (unit, weight), *rest = fitting
    rivals = rest[0][1] if rest else 0
    if not local and (unit not in in_head or weight < _CERTAIN):
        return None
    # A law that is quoted speaks of provinces as well: it does not make an article on a city one on a province.
    return unit.canonical if weight >= 2 * rivals and (local != "tỉnh" or unit.level == "tỉnh" or weight >= 2 * _CERTAIN) else None


# Weights of a mention: in the head, in running text, in a list of places; and the weight that tells where nothing else does.
# Two mentions nearer to each other than ``_NEAR`` code points make a list.
_IN_HEAD, _PLAIN, _LISTED, _CERTAIN = 12, 2, 1, 16
_NEAR = 30


def _weights(told: list[tuple[int, Unit]]) -> Counter[Unit]:
    """How much the text speaks of each province."""
    weights: Counter[Unit] = Counter()
    starts = [start for start, _ in told]
    for i, (start, unit) in enumerate(told):
        listed = any(abs(start - other) < _NEAR for other in (*starts[max(i - 1, 0) : i], *starts[i + 1 : i + 2]))
        weights[unit] += _IN_HEAD if start < _HEAD else _LISTED if listed else _PLAIN
    return weights


def _local_level(text: str, lower: str, boundary: int) -> str | None:
    """The level of the unit that the text calls *the* province or *the* city, where it does."""
    levels = Counter(
        "tỉnh" if m.group() == "tỉnh" else "thành phố"
        for m in _PROVINCIAL.finditer(lower, 0, boundary)
        if _LOCAL.match(text, m.start(), boundary)
    )
    return levels.most_common(1)[0][0] if levels else None


_UNIT_LEVEL = re.compile("(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu) ")
_LOCAL_UNIT = regex.compile(
    r"\b(?P<level>(?i:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu)) "
    r"(?P<name>\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,3}|\p{Lu}{2,}(?: \p{Lu}{2,}){0,3}(?=\n|$)|\d{1,2}(?![\d/.]))"
)


def document_units(context: Context) -> dict[str, str]:
    """The district and the commune that the document is about, by level: those of which it names exactly one."""
    names: dict[str, Counter[str]] = {}
    for m in _local_units(context):
        name = m.group("name")
        name = name.title() if name.isupper() else name
        level = m.group("level").lower()
        if level == "thành phố" and province(name):
            continue
        names.setdefault(level, Counter())[two_words(name)] += 1
    return {level: next(iter(found)) for level, found in names.items() if len(found) == 1}


def _local_units(context: Context) -> Iterator[regex.Match[str]]:
    """The districts and communes that the text names, in order."""
    boundary = context.outline.boundary
    done = 0
    for word in _UNIT_LEVEL.finditer(context.lower, 0, boundary):
        if word.start() >= done and (m := _LOCAL_UNIT.match(context.text, word.start(), boundary)):
            done = m.end()
            yield m


def two_words(name: str) -> str:
    """The name without a person's name that runs on after it: most units have two words."""
    words = name.split()
    return " ".join(words[:2]) if len(words) > 3 else name
