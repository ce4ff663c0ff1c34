"""Regexes that are tried only where their first characters stand.

Most phrases that are looked for stand nowhere near: one look at two characters, or one Aho-Corasick pass, tells that at a tenth of
what the regex would take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick
import regex

from extractor.leading import equally_long, leading

_HEAD = 3  # code points that are looked at before a match
_HEADS = 5  # where one look stands for several regexes
_LITERAL = 12  # code points of the literals that are looked for before a search


class Prefiltered:
    """A compiled regex with the methods of ``regex.Pattern`` that find something; they give what the pattern itself would give.

    :param source: the regex, in the syntax of ``regex`` V1.
    :param reverse: it is looked for from the end backwards.
    :param needs: literals of which one stands in every text that a search finds something in, for a regex that begins with anything.
    """

    __slots__ = ("_finditer", "_fullmatch", "_heads", "_literals", "_match", "_needs", "_search", "_width", "pattern")

    def __init__(self, source: str, *, reverse: bool = False, needs: tuple[str, ...] = ()) -> None:
        self.pattern = regex.compile(source, regex.V1 | (regex.REVERSE if reverse else 0))
        self._match, self._fullmatch = self.pattern.match, self.pattern.fullmatch
        self._search, self._finditer = self.pattern.search, self.pattern.finditer
        self._heads = equally_long(leading(source, _HEAD))
        self._width = len(min(self._heads))
        self._needs = needs
        self._literals: ahocorasick.Automaton | None = None  # made when something is searched for the first time

    def match(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.match``."""
        if text[start : start + self._width] not in self._heads:
            return None
        return self._match(text, start) if end is None else self._match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.fullmatch``."""
        if text[start : start + self._width] not in self._heads:
            return None
        return self._fullmatch(text, start) if end is None else self._fullmatch(text, start, end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.search``."""
        stop = len(text) if end is None else end
        first = self._first(text, start, stop)
        return None if first < 0 else self._search(text, first, stop)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[regex.Match[str]]:
        """As ``regex.Pattern.finditer``."""
        stop = len(text) if end is None else end
        first = self._first(text, start, stop)
        return iter(()) if first < 0 else self._finditer(text, first, stop)

    def _first(self, text: str, start: int, end: int) -> int:
        """Where a match may begin at the earliest; -1 where there can be none."""
        if self._literals is None:
            self._literals = _automaton(leading(self.pattern.pattern, _LITERAL))
        if not self._literals:
            return start if not self._needs or any(text.find(literal, start, end) >= 0 for literal in self._needs) else -1
        if start >= end:
            return -1
        first = -1
        # A slice, since the automaton copies the whole of a text that it is given. It tells literals by their ends: "giao" before
        # the "kính giao chuyển" that begins earlier.
        for last, length in self._literals.iter(text[start:end]):
            if 0 <= first <= last + 1 - _LITERAL:
                break
            first = min(first, last + 1 - length) if first >= 0 else last + 1 - length
        return start + first if first >= 0 else -1


class Heads:
    """Tells where none of several regexes can match, from the first characters alone."""

    __slots__ = ("_by_width",)

    def __init__(self, *patterns: Prefiltered) -> None:
        found = [leading(pattern.pattern.pattern, _HEADS) or {""} for pattern in patterns]
        by_width: dict[int, set[str]] = {}
        for head in frozenset[str]().union(*found):
            by_width.setdefault(len(head), set()).add(head)
        self._by_width = sorted(by_width.items(), reverse=True)

    def at(self, text: str, position: int) -> bool:
        """Whether one of them may match at ``position``."""
        for width, heads in self._by_width:  # noqa: SIM110  # a generator takes twice as long
            if text[position : position + width] in heads:
                return True
        return False


def _automaton(literals: frozenset[str] | None) -> ahocorasick.Automaton:
    """Finds the literals; empty where there are none."""
    automaton = ahocorasick.Automaton()
    for literal in literals or ():
        automaton.add_word(literal, len(literal))
    if literals:
        automaton.make_automaton()
    return automaton


class Entries:
    """Finds a whole entry of a list where the words begin; the longest where several do."""

    __slots__ = ("_by_head", "_width")

    def __init__(self, entries: Iterable[str]) -> None:
        longest_first = sorted(entries, key=len, reverse=True)
        self._width = min(_HEAD, len(longest_first[-1]))
        self._by_head: dict[str, list[str]] = {}
        for entry in longest_first:
            self._by_head.setdefault(entry[: self._width], []).append(entry)

    def match(self, text: str, start: int = 0, end: int | None = None) -> int | None:
        """Where the entry that begins at ``start`` ends, at ``end`` at the latest; no letter follows it. Null where none does."""
        stop = len(text) if end is None else min(end, len(text))
        for entry in self._by_head.get(text[start : start + self._width], ()):
            if text.startswith(entry, start, stop):
                behind = start + len(entry)
                if behind >= stop or not text[behind].isalpha():
                    return behind
        return None


class Ending:
    """Finds one of ``entries`` at the very end of words, with a blank behind it."""

    __slots__ = ("_ends", "_search", "pattern")

    def __init__(self, source: str, entries: frozenset[str]) -> None:
        self.pattern = regex.compile(source, regex.V1 | regex.REVERSE)
        self._search = self.pattern.search
        self._ends = frozenset(f"{entry[-2:]} "[-3:] for entry in entries)

    def search(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        """As ``regex.Pattern.search``."""
        return self._search(text, start, end) if text[max(end - 3, 0) : end] in self._ends else None
