"""Whether a time in a sentence is one by which something is to be done, or only tells when something was or is.

The words that decide it are lists in ``patterns/_time_cues.toml``; one pass over the sentence finds them all.
"""

from __future__ import annotations

from functools import cache, lru_cache

import ahocorasick

from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.wordlists import table, words
from extractor.years import dated_year

_TABLE = "time_cues"
# How far the words that settle it may stand, in code points.
_NEAR, _FAR, _AFTER = 60, 220, 110
# A running period that ends within so many days is as good as over.
_AT_HAND = 10
_MASKED = {"task", "order", "aim", "programme"}
_MARKS = ' ,(“"-:'


class Words:
    """A stretch of lower-case words and where the listed cues stand in it; inside a name of the list ``mask`` no aim or work does."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = _cues(text)
        for first, last in self._at.pop("mask", ()):
            for name in _MASKED & self._at.keys():
                self._at[name] = [(s, e) for s, e in self._at[name] if e <= first or s >= last]

    def has(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a word of the list ``name`` stands wholly between ``start`` and ``end`` (negative: from the right)."""
        first = max(len(self.text) + start, 0) if start < 0 else start
        last = len(self.text) if end is None else end
        return any(first <= s and e <= last for s, e in self._at.get(name, ()))

    def last(self, name: str) -> int:
        """Where the last word of the list ``name`` ends, or -1."""
        return max((e for _, e in self._at.get(name, ())), default=-1)

    def ends_with(self, name: str) -> bool:
        """Whether the words end with one of the list ``name``, marks aside."""
        end = len(self.text.rstrip(_MARKS))
        return any(e == end for _, e in self._at.get(name, ()))


def _cues(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where the words of each list stand, whole words only."""
    found: dict[str, list[tuple[int, int]]] = {}
    size = len(text)
    for last, (length, names) in _automaton().iter(text):
        start, end = last - length + 1, last + 1
        if (end < size and text[end].isalpha()) or (start and text[start - 1].isalpha()):
            continue
        for name in names:
            found.setdefault(name, []).append((start, end))
    return found


@cache
def _automaton() -> ahocorasick.Automaton:
    lists: dict[str, list[str]] = {}
    for name in table(_TABLE):
        for word in words(_TABLE, name):
            lists.setdefault(word, []).append(name)
    automaton = ahocorasick.Automaton()
    for word, names in lists.items():
        automaton.add_word(word, (len(word), names))
    automaton.make_automaton()
    return automaton


def left_of(context: Context, position: int) -> Words:
    """The words of the sentence left of ``position``."""
    return _words_in(context.lower[max(context.outline.sentence(position).start, position - _FAR) : position])


def right_of(context: Context, position: int) -> Words:
    """The words of the sentence right of ``position``."""
    end = context.outline.sentence(max(position - 1, 0)).end
    return _words_in(context.lower[position : min(end, position + _AFTER)])


@lru_cache(maxsize=4)
def _words_in(text: str) -> Words:
    """The same stretch is asked for again while one candidate is weighed."""
    return Words(text)


def weigh(left: Words, right: Words, days: Period, context: Context) -> float:
    """Evidence that the time between ``left`` and ``right`` is due rather than told; about 2 and more is a deadline.

    The period against the document's day, work named shortly before, orders and aims in the sentence, and words of telling against it.
    """
    score = _position_in_time(days, context)
    score += 1.5 if left.has("task", -_NEAR) else 0.0
    score += 1.0 if left.has("order") else 0.0
    score += 0.5 if left.has("order", -_NEAR) else 0.0
    score += 0.5 if right.has("order") or right.has("task", 0, 40) else 0.0
    score -= 1.5 if left.has("past", -_NEAR) else 0.5 if left.has("past") else 0.0
    score -= 3.0 if right.has("done", 0, 5) else 1.0 if right.has("done", 0, 60) else 0.0
    score += 0.5 if left.ends_with("aim") else 0.0
    score -= 2.5 if left.ends_with("attribute") else 0.0
    return score


def _position_in_time(days: Period, context: Context) -> float:
    """The past speaks against a deadline; a period that ends within days of the document may be told or due."""
    if context.date is None:
        year = dated_year(context.text)
        return -0.5 if year is None else 0.0 if days.end.year == year else 1.0 if days.end.year > year else -2.5
    left = (days.end - context.date).days
    if left < 0:
        return -2.5
    if days.start > context.date:
        return 1.0
    return 0.5 if left > _AT_HAND else -0.5
