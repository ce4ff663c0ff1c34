"""Collectives: whether "các sở, ngành" or "cơ quan, đơn vị liên quan" names bodies, or only roles, places and fields of work."""

from __future__ import annotations

import re

import regex

from extractor.context import Context
from extractor.model import Candidate
from extractor.wordlists import openings, words

_JOIN = regex.compile(r"(?:, và |, | và |; | - )(?:các (?:đồng chí )?)?| (?=ngành|địa phương)")
_OPENS_LIST = regex.compile(r": | (?:\p{Lu}|như|gồm)")
_BODY_BEFORE = regex.compile(r"(?i:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) $")
_ITS_OWN = regex.compile(r" mình\b")
_WORDS_AFTER = re.compile(r",? ([^\W\d_]+)(?: ([^\W\d_]+))?")


def refusal(candidate: Candidate, context: Context) -> str | None:
    """Why the collective that ``candidate`` matched is none; null where it is one."""
    start, end = candidate.span
    text = context.text[start:end]
    nouns = [noun.lower() for noun in _JOIN.split(candidate.groups["nouns"]) if noun]
    many = candidate.groups.get("many", "").strip().lower()
    headed = "office" in candidate.groups or " thuộc " in text
    related = text.lower().endswith("liên quan") or headed
    if nouns[0] in ("xã", "phường", "đặc khu") and _BODY_BEFORE.search(context.before(start, 18)):
        return "phần sau của một tên: UBND các xã, phường"
    after = _phrases_after(context, end)
    if not words("agency_words", "not_public").isdisjoint(after) or (
        nouns == ["bộ"] and not words("agency_words", "set_of").isdisjoint(after)
    ):
        return "không phải cơ quan nhà nước theo từ đứng sau"
    if (len(nouns) == 1 and not related and _OPENS_LIST.match(context.text, end)) or context.text.startswith(": ", end):
        return "là đầu của một danh sách"
    if (nouns == ["ngành"] and many not in ("các", "từng")) or not words("agency_words", "field_of_work").isdisjoint(after):
        return "ngành nghề, lĩnh vực, không phải cơ quan"
    if context.before(start, 6).removesuffix(" ")[-1:].isdecimal():
        return "số đếm đứng trước: một số lượng, không phải tên gọi"
    if not related and not words("agency_words", "weak").isdisjoint(nouns) and _only_weak(nouns, bool(many)):
        return "gọi theo vai trò hoặc chỉ địa bàn, không phải một cơ quan"
    if not many and not headed and "chief" not in candidate.groups:
        return _bare_refusal(nouns, related, start, end, context)
    return None


def _only_weak(nouns: list[str], many: bool) -> bool:
    """A list of weak nouns only, unless they name bodies together: "các phòng, ban", "các Vụ, Cục"."""
    if not set(nouns) <= words("agency_words", "weak"):
        return False
    together = len(nouns) > 1 and ("phòng" in nouns or "ban" in nouns or {"cục", "vụ"} <= set(nouns))
    return not (many and together)


def _bare_refusal(nouns: list[str], related: bool, start: int, end: int, context: Context) -> str | None:
    """The stricter rules for collectives that no "các" opens."""
    first = nouns[0]
    if len(nouns) < 2 and not first.startswith(openings("agency_words", "alone_bare")) and not (related and first.startswith("cơ quan")):
        return "một danh từ chung không có “các” đứng trước"
    if not related and {"tổ chức", "cá nhân"} & set(nouns):
        return "cơ quan, tổ chức nói chung"
    before = context.before(start, 12).lower().split()
    possessed = bool(before) and before[-1] in words("agency_words", "possessed") and not related
    if possessed or not first.startswith(openings("agency_words", "opens_bare")) or _ITS_OWN.match(context.text, end):
        return "chủ sở hữu, không phải cơ quan được nêu"
    return None


def followed_by(context: Context, end: int, key: str) -> bool:
    """Whether one of the words of list ``key`` stands right after ``end``, a comma between them or not (``, x``: only behind a comma)."""
    return not words("agency_words", key).isdisjoint(_phrases_after(context, end))


def _phrases_after(context: Context, end: int) -> tuple[str, ...]:
    """What the lists may hold of the words right after ``end``: the first, the first two, the first behind a comma."""
    m = _WORDS_AFTER.match(context.lower, end)
    if m is None:
        return ()
    one, two = m.groups("")
    return one, f"{one} {two}", f", {one}" if m.group().startswith(",") else f" {one}"
