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
_ESTIMATE = regex.compile(r"(?<!\b(?:mong|mơ|điều|công|quy|giao|thỏa|khế|hiệp|ao|hẹn|thề|nguyện) )\bước\b(?! (?:mơ|muốn|nguyện|ao|gì))(?:[^\d]|\d+[/-]\d+(?:[/-]\d+)?|năm \d{4}|tháng \d+)*$")
_TURNS = regex.compile(r"^.{0,24}?\b(?:lên|xuống)\b")


class Comparison(NamedTuple):
    """``comparator`` and ``change`` as the schema defines them; null where the words say nothing (``eq`` is left null)."""

    comparator: str | None
    change: str | None


def compare(context: Context, start: int, end: int, head: str = "") -> Comparison:
    """The comparison of the number at folded ``[start, end)``; ``head`` is the first word of its unit, if it has one."""
    before = context.before(start, _REACH)
    after = context.after(end, _REACH)
    return _compare(before.lower(), after.lower(), head)


@lru_cache(maxsize=16384)
def _compare(before: str, after: str, head: str) -> Comparison:
    clause = _CLAUSE.sub("", before).strip() if not before.rstrip().endswith("(") else before.rstrip()[:-1].rpartition("(")[2]
    if before.rstrip().endswith("("):
        clause = ""
    tokens = clause.split()
    comparator, length, skipped = _cue(tokens)
    if comparator == "gt" and tokens[-1:] == ["trên"] and head in words("cues", "place"):
        comparator = None
    change = _change(tokens, after)
    if comparator == "gt" and length == 1 and tokens[-1] == "vượt" and _starts(after, words("cues", "passed"), 40):
        comparator, change = None, "up"
    if change and length == 2 and comparator in ("gt", "lt") and _starts(after, frozenset({"so với"}), 40):
        comparator = None
    if comparator is None or comparator == "about":
        comparator = _after(after) or comparator
    if comparator is None and not skipped and _ESTIMATE.search(clause):
        comparator = "about"
    return Comparison(None if comparator == "eq" else comparator, change)


@cache
def _cues() -> dict[str, str]:
    return {phrase: kind for kind in _KINDS for phrase in words("cues", kind)}


def _cue(tokens: list[str]) -> tuple[str | None, int, bool]:
    """The kind of the nearest cue, its length in words, and whether a cue for equality was met."""
    cues, end, fillers = _cues(), len(tokens), 0
    while end > 0 and fillers < 4:
        for length in (4, 3, 2, 1):
            phrase = " ".join(tokens[max(0, end - length) : end]) if length <= end else ""
            kind = cues.get(phrase)
            if kind and (not fillers or phrase not in words("cues", "near")):
                return kind, length, kind == "eq"
        step = next((n for n in (2, 1) if n <= end and " ".join(tokens[end - n : end]) in words("cues", "filler")), 0)
        if not step:
            break
        end, fillers = end - step, fillers + 1
    return None, 0, False


def _after(after: str) -> str | None:
    tail = regex.split(r"[;,()\d\n]|\.(?: |$)", after, maxsplit=1)[0]
    if any(f" {phrase}" in tail for phrase in words("cues", "from")):
        return "ge"
    return "le" if any(f" {phrase}" in tail for phrase in words("cues", "upto")) else None


def _starts(text: str, phrases: frozenset[str], reach: int) -> bool:
    clause = regex.split(r"[;,()\n]|\.(?: |$)", text, maxsplit=1)[0][:reach]
    return any(phrase in clause for phrase in phrases)


def _change(tokens: list[str], after: str) -> str | None:
    """``up`` or ``down`` where the nearest words are of change, with comparators and fillers between."""
    cues, fillers, end = _cues(), words("cues", "filler"), len(tokens)
    for _ in range(4):
        for length in (3, 2, 1):
            phrase = " ".join(tokens[max(0, end - length) : end])
            for change in ("up", "down"):
                if phrase in words("cues", change):
                    return None if tokens[-1] in ("từ", "còn", "lên") and _TURNS.match(after) else change
        step = next((n for n in (2, 1) if n <= end and (p := " ".join(tokens[end - n : end])) in fillers | cues.keys()), 0)
        if not step or " ".join(tokens[end - step : end]) in ("lên", "lên đến", "lên tới", "còn", "xuống còn"):
            return None
        end -= step
    return None
