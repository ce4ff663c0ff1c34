"""Whether a time in a sentence is one by which something is to be done, or only tells when something was or is."""

from __future__ import annotations

from functools import cache

import regex

from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.model import Span
from extractor.wordlists import words
from extractor.years import dated_year

# How far the words that settle it may stand, in code points.
_NEAR, _FAR, _AFTER = 60, 220, 110
# A running period that ends within so many days is as good as over.
_AT_HAND = 10
_CLAUSE_END = regex.compile(r"[.;:\n]|, (?=(?:trong đó|qua đó|đồng thời))")


@cache
def cue(name: str) -> regex.Pattern[str]:
    """The word list ``name`` of ``patterns/_time_cues.toml`` as one pattern of whole words."""
    entries = sorted(words("time_cues", name), key=len, reverse=True)
    return regex.compile(r"(?<!\p{L})(?:" + "|".join(map(regex.escape, entries)) + r")(?!\p{L})", regex.V1)


def before(context: Context, position: int, length: int = _FAR) -> str:
    """The lower-case words of the sentence left of ``position``."""
    start = max(context.outline.sentence(position).start, position - length)
    return context.lower[start:position]


def after(context: Context, position: int, length: int = _AFTER) -> str:
    """The lower-case words of the sentence right of ``position``."""
    end = min(context.outline.sentence(max(position - 1, 0)).end, position + length)
    return context.lower[position:end]


def ends_with(text: str, name: str) -> bool:
    """Whether ``text`` ends with a word of the list ``name``, marks aside."""
    text = text.rstrip(" ,(“\"-:")
    return any(m.end() == len(text) for m in cue(name).finditer(text, max(0, len(text) - 30)))


def weigh(context: Context, span: Span, days: Period) -> float:
    """Evidence that the time at ``span`` is due rather than told; about 2 and more is a deadline.

    The period against the document's day, work named shortly before, orders and aims in the sentence, and words of telling against it.
    """
    left, right = before(context, span.start), after(context, span.end)
    score = _position_in_time(days, context)
    near = left[-_NEAR:]
    score += 1.5 if cue("task").search(near) else 0.0
    score += 1.0 if cue("order").search(left) else 0.0
    score += 0.5 if cue("order").search(near) else 0.0
    score += 0.5 if cue("order").search(right) or cue("task").search(right[:40]) else 0.0
    score -= 1.5 if cue("past").search(near) else 0.5 if cue("past").search(left) else 0.0
    score -= 1.0 if regex.search(r"(?<!\p{L})(?:đã|vừa|được)(?!\p{L})", right[:60]) else 0.0
    score -= 2.5 if ends_with(left, "attribute") else 0.0
    return score


def _position_in_time(days: Period, context: Context) -> float:
    """The past speaks against a deadline; a period that ends within days of the document may be told or due."""
    if context.date is None:
        year = dated_year(context.text)
        return 0.0 if year is None or days.end.year == year else 1.0 if days.end.year > year else -2.5
    left = (days.end - context.date).days
    if left < 0:
        return -2.5
    if days.start > context.date:
        return 1.0
    return 0.5 if left > _AT_HAND else -0.5
