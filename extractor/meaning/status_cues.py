"""The cues of a number's status: the words and patterns of ``patterns/_status.toml``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import ahocorasick
import regex

from extractor.wordlists import table, words

_LIST = "status"
_CLASSES = ("target", "plan", "result", "norm", "term", "measure", "no_cue")


class Cue(NamedTuple):
    """A cue word in a sentence: where it stands in the text, and which list it is of."""

    start: int
    end: int
    kind: str


def cues_in(lower: str, start: int, end: int) -> list[Cue]:
    """The cue words of ``lower[start:end]``, left to right; of those that overlap the one that begins first, and of these the longest."""
    matches = []
    for last, (length, kind) in _automaton().iter(lower[start:end]):
        stop = start + last + 1
        first = stop - length
        if not (lower[stop : stop + 1].isalpha() or lower[first - 1 : first].isalpha()):
            matches.append((first, -stop, kind))
    matches.sort()
    kept: list[Cue] = []
    behind = start
    for first, stop, kind in matches:
        if first >= behind:
            behind = -stop
            if kind != "no_cue":
                kept.append(Cue(first, behind, kind))
    return kept


@lru_cache(maxsize=4096)
def is_unit(name: str, unit: str) -> bool:
    """Whether ``unit`` begins with an entry of the list ``name``: ``cấp tháng 11/2025``."""
    parts = unit.lower().split()
    return any(" ".join(parts[:length]) in words(_LIST, name) for length in range(1, min(len(parts), 3) + 1))


@cache
def behind(name: str) -> regex.Pattern[str]:
    """A pattern for what follows a number, to be matched there."""
    return _compiled("after", name)


@cache
def ahead(name: str) -> regex.Pattern[str]:
    """A pattern for what ends right before a number, to be matched backwards from there."""
    return _compiled("before", name, regex.REVERSE)


@cache
def between(name: str) -> regex.Pattern[str]:
    """A pattern for all that stands between two numbers."""
    return _compiled("between", name)


def _compiled(part: str, name: str, flags: int = 0) -> regex.Pattern[str]:
    return regex.compile(str(table(_LIST)[part][name]).replace("\n", ""), regex.V1 | flags)


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for kind in reversed(_CLASSES):  # a word of two lists is of the first
        for entry in words(_LIST, kind):
            automaton.add_word(entry, (len(entry), kind))
    automaton.make_automaton()
    return automaton
