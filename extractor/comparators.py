"""How a number compares, and whether it is the size of a change: read from the words around it (``patterns/_cues.toml``).

The word nearest the number decides: ``khoảng trên 50 tỷ`` is ``gt``. A far cue reaches over words such as ``là`` or ``đạt``
(``tối thiểu là 2``); ``ước`` reaches over its clause (``ước giải ngân đến 31/10 là …``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.context import Context
from extractor.wordlists import words

_REACH = 64
_KINDS = ("gt", "ge", "lt", "le", "about", "almost", "eq")
_CLAUSE = regex.compile(r".*(?:[;:()“”\"!?\[\]\n]|,(?!\d)|\.(?!\d))")
_CLAUSE_END = regex.compile(r"[;,()\n]|\.(?: |$)")
_NEXT_NUMBER = regex.compile(r"[;,()\d\n]|\.(?: |$)")
# "ước" as an estimate, with no number but a date between it and the amount.
_ESTIMATE = regex.compile(
    r"(?<!\b(?:mong|mơ|điều|công|quy|giao|thỏa|khế|hiệp|ao|hẹn|thề|nguyện) )\bước\b(?! (?:mơ|muốn|nguyện|ao|gì))"
    r"(?:[^\d]|\d+[/-]\d+(?:[/-]\d+)?|năm \d{4}|tháng \d+)*$"
)
_TURNS = regex.compile(r"^.{0,24}?\b(?:lên|xuống)\b")


class Comparison(NamedTuple):
    """``comparator`` and ``change`` as the schema defines them; null where the words say nothing (``eq`` is left null)."""

    comparator: str | None
    change: str | None


def compare(context: Context, start: int, end: int, head: str = "") -> Comparison:
    """The comparison of the number at folded ``start``; cues after it are looked for from ``end`` on, where its unit ends.

    ``head`` is the first word of its unit, if it has one: ``trên 3 lĩnh vực`` is a place.
    """
    return _compare(context.before(start, _REACH).lower(), context.after(end, _REACH).lower(), head)


@lru_cache(maxsize=16384)
def _compare(before: str, after: str, head: str) -> Comparison:
    clause = _CLAUSE.sub("", before).strip()
    tokens = clause.split()
    comparator, length = _cue(tokens)
    change = _change(tokens, after)
    if comparator == "gt" and tokens[-1] == "trên" and head in words("cues", "place"):
        comparator = None
    elif comparator == "gt" and length == 1 and tokens[-1] == "vượt" and _in_clause(after, words("cues", "passed")):
        comparator, change = None, "up"
    elif change and length == 2 and comparator in ("gt", "lt") and _in_clause(after, frozenset({"so với"})):
        comparator = None
    if comparator in (None, "about"):
        comparator = _after(after) or comparator
    if comparator is None and "ước" in clause and _ESTIMATE.search(clause):
        comparator = "about"
    return Comparison(None if comparator == "eq" else comparator, change)


@cache
def _cues() -> dict[str, str]:
    return {phrase: kind for kind in _KINDS for phrase in words("cues", kind)}


def _ending(tokens: list[str], end: int, length: int) -> str:
    """The last ``length`` of the first ``end`` words as one phrase; empty where there are not so many."""
    return " ".join(tokens[end - length : end]) if length <= end else ""


def _cue(tokens: list[str]) -> tuple[str | None, int]:
    """The kind of the nearest cue and its length in words; a cue that is not ``near`` reaches over up to three fillers."""
    cues, end = _cues(), len(tokens)
    for _ in range(4):
        for length in (4, 3, 2, 1):
            phrase = _ending(tokens, end, length)
            if (kind := cues.get(phrase)) and (end == len(tokens) or phrase not in words("cues", "near")):
                return kind, length
        step = next((n for n in (2, 1) if _ending(tokens, end, n) in words("cues", "filler")), 0)
        if not step:
            break
        end -= step
    return None, 0


def _after(after: str) -> str | None:
    tail = _NEXT_NUMBER.split(after, maxsplit=1)[0]
    if any(f" {phrase}" in tail for phrase in words("cues", "from")):
        return "ge"
    return "le" if any(f" {phrase}" in tail for phrase in words("cues", "upto")) else None


def _in_clause(after: str, phrases: frozenset[str]) -> bool:
    """Whether one of ``phrases`` stands in the 40 characters after the number, before the clause ends."""
    clause = _CLAUSE_END.split(after, maxsplit=1)[0][:40]
    return any(phrase in clause for phrase in phrases)


def _change(tokens: list[str], after: str) -> str | None:
    """``up`` or ``down`` where the nearest words are of change, with comparators and fillers between."""
    end = len(tokens)
    for _ in range(4):
        for length in (3, 2, 1):
            phrase = _ending(tokens, end, length)
            for change in ("up", "down"):
                if phrase in words("cues", change):
                    return None if tokens[-1] in ("từ", "còn", "lên") and _TURNS.match(after) else change
        step = next((n for n in (2, 1) if _passable(_ending(tokens, end, n))), 0)
        if not step:
            return None
        end -= step
    return None


def _passable(phrase: str) -> bool:
    """Whether ``phrase`` may stand between a word of change and its size: not "tăng lên 45%", which is the level reached."""
    reached = ("lên", "lên đến", "lên tới", "còn", "xuống còn")
    return phrase not in reached and (phrase in words("cues", "filler") or phrase in _cues())
