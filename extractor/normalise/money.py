"""Sums of money: ``unit`` is the ISO 4217 code, the currency word is inside the span."""

from __future__ import annotations

from functools import cache

import regex

from extractor.context import Context
from extractor.figures import amount, ends, fact, spoken
from extractor.labels import glued
from extractor.model import Candidate, Found, Refused
from extractor.units import WINDOW, nothing_follows
from extractor.wordlists import any_of, table

_CLAUSE_END = regex.compile(r"[;.!?](?: |$)|\n")
_OTHER = regex.compile(r" ?\p{L}")
_BILLIONS = regex.compile(r"(?i:tỷ|tỉ)$")
_PEOPLE = regex.compile(r"(?i)dân số|người|thế giới|lượt|tuổi|hành tinh")
_MEDALS = regex.compile(r"(?i)\bbạc[^.;]{0,16}$")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact; ``low`` and ``high`` share a magnitude and a currency that only the second bears."""
    if "words" in candidate.groups:
        return _words(candidate, context)
    start = candidate.spans["low"].start
    if "before" not in candidate.groups and glued(context, start):
        return Refused("the number is part of a name")
    if "bare" in candidate.groups:
        return _bare(candidate, context)
    currency = candidate.groups.get("cur") or candidate.groups["before"]
    if currency == "đồng" and candidate.groups["low"].isdigit() and _MEDALS.search(context.before(start, 30)):
        return Refused("bronze medals")
    return _amounts(candidate, context, _code(currency))


def _amounts(candidate: Candidate, context: Context, code: str) -> list[Found] | Refused:
    groups = candidate.groups
    if "high" in groups:
        pair = ends(groups["low"], groups["high"], context, whole=True)
        return [fact(candidate, context, candidate.span, pair[0], code, high=pair[1])] if pair else Refused("the two numbers do not rise")
    value = amount(groups["low"], context, whole=True)
    return [fact(candidate, context, candidate.span, value, code)] if value is not None else Refused("the digits and marks are no number")


def _words(candidate: Candidate, context: Context) -> list[Found] | Refused:
    printed = candidate.groups["words"]
    found = spoken(printed)
    if found is None or found[1] != len(printed):
        return Refused("the words before the currency are no number")
    code = _code(candidate.groups["cur"])
    if found[0] < 1000 and code == "VND":
        return Refused("less than a thousand đồng in words is a figure of speech")
    return [fact(candidate, context, candidate.span, found[0], code)]


def _bare(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """``hơn 7 tỷ``: a magnitude without currency, in a clause about money, with nothing counted behind it."""
    after = context.after(candidate.span.end, WINDOW)
    if _OTHER.match(after) and not nothing_follows(after.lstrip()):
        return Refused("something else is counted, or another currency follows")
    if _BILLIONS.search(candidate.groups.get("high", candidate.groups["low"])) and not _PEOPLE.search(
        context.before(candidate.span.start, 40)
    ):
        return _amounts(candidate, context, "VND")
    clause = _CLAUSE_END.split(context.before(candidate.span.start, 70).lower())[-1]
    if not after.startswith(("/m2", "/tháng", "/lượng", "/chỉ", "/người", "/năm", "/căn")) and not _about().search(clause):
        return Refused("no word of money in the clause")
    return _amounts(candidate, context, "VND")


@cache
def _about() -> regex.Pattern[str]:
    """A word of money."""
    return regex.compile(rf"\b(?:{any_of('money', 'about')})\b")


@cache
def _codes() -> dict[str, str]:
    return {word: code for code, names in table("currencies").items() for word in names}


def _code(word: str) -> str:
    return _codes()[word.strip().lower().replace("-", " ").replace("đôla", "đô la")]
