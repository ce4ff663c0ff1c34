"""The words of ``patterns/_subjects.toml`` as phrases of syllables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.wordlists import words

LISTS = "subjects"


class Phrases:
    """Phrases of a list, found at a place in a row of syllables.

    ``firsts`` and ``lasts`` are the syllables with which one begins, or ends: most syllables are none of them.
    """

    __slots__ = ("_all", "_by_first", "_by_last", "firsts", "lasts")

    def __init__(self, entries: frozenset[str]) -> None:
        self._all = frozenset(tuple(entry.split()) for entry in entries)
        self._by_first: dict[str, tuple[int, ...]] = {}
        self._by_last: dict[str, tuple[int, ...]] = {}
        for phrase in self._all:
            for table, key in ((self._by_first, phrase[0]), (self._by_last, phrase[-1])):
                table[key] = tuple(sorted({*table.get(key, ()), len(phrase)}, reverse=True))
        self.firsts, self.lasts = frozenset(self._by_first), frozenset(self._by_last)

    def at(self, row: Sequence[str], start: int, end: int | None = None) -> int:
        """How many syllables the longest phrase has that begins at ``start``; 0 where none does."""
        stop = len(row) if end is None else end
        for length in self._by_first.get(row[start], ()) if start < stop else ():
            if start + length <= stop and (length == 1 or tuple(row[start : start + length]) in self._all):
                return length
        return 0

    def before(self, row: Sequence[str], end: int, start: int = 0) -> int:
        """How many syllables the longest phrase has that ends before ``end``; 0 where none does."""
        for length in self._by_last.get(row[end - 1], ()) if end > start else ():
            if end - length >= start and (length == 1 or tuple(row[end - length : end]) in self._all):
                return length
        return 0


@cache
def phrases(*names: str) -> Phrases:
    """The phrases of one list, or of several."""
    return Phrases(frozenset[str]().union(*(words(LISTS, name) for name in names)))


@cache
def comparing() -> Phrases:
    """Comparators of ``patterns/_cues.toml``, which may stand between a subject and its number."""
    kinds = ("gt", "ge", "lt", "le", "about", "almost", "eq")
    return Phrases(frozenset[str]().union(*(words("cues", kind) for kind in kinds)))


def words_of(name: str, word: str) -> bool:
    """Whether ``word`` is an entry of the list."""
    return word in words(LISTS, name)
