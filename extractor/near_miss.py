"""How far the regex of a rule got where it failed: the parts that match, and the part that does not.

The regex is cut into parts (``{FRAGMENT}``, group, class, literal, each with its quantifier), and prefixes of ever more
parts are matched at the anchor. Where a plain group fails the search goes on inside it; of alternatives the one that gets
farthest counts.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.fragments import Fragments, join_lines

_ATOM = regex.compile(
    r"(?P<fragment>\{[A-Z][A-Z0-9_]*\})"
    r"|\\[pPN]\{[^}]*\}|\\."
    r"|(?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*+\])"
    r"|(?P<group>\((?:\\.|(?&class)|[^()\\\[]|(?&group))*+\))"
    r"|[^()|]",
    regex.V1 | regex.DOTALL,
)
_QUANTIFIER = regex.compile(r"(?:[*+?]|\{\d*,?\d*\})[+?]?")
_LITERAL = regex.compile(r"[^\\\[({.^$]|\\\W")
_PLAIN_GROUP = regex.compile(r"\((?:\?P?<\w+>|\?(?P<flags>[a-z]*):|\?>|(?!\?))(?P<inside>.*)\)", regex.DOTALL)


class Reached(NamedTuple):
    """The regex matched up to the folded offset ``end``; ``wanted`` is the part that did not match there."""

    end: int
    wanted: str


class NearMiss:
    """Looks for the failing part of rules in one folded text."""

    def __init__(self, text: str, fragments: Fragments) -> None:
        self._text = text
        self._fragments = fragments

    def reached(self, written: str, start: int) -> Reached | None:
        """How far ``written``, a regex as rule authors write it, gets from ``start``; None where it matches."""
        return self._alternatives("", join_lines(written), "", start, start)

    def _alternatives(self, before: str, source: str, flags: str, start: int, end: int) -> Reached | None:
        """The farthest failure of ``source`` after ``before``, which matches up to ``end``; None where an alternative matches."""
        failures = [self._parts(before, parts, flags, start, end) for parts in cut(source)]
        return max((f for f in failures if f), key=lambda f: f.end, default=None) if all(failures) else None

    def _parts(self, before: str, parts: list[str], flags: str, start: int, end: int) -> Reached | None:
        for part in parts:
            longer = before + (f"(?{flags}:{part})" if flags else part)
            reached = self._end(longer, start)
            if reached is None:
                inside = self._inside(before, part, flags, start, end)
                return inside if inside and inside.end > end else Reached(end, part)
            before, end = longer, reached
        return None

    def _inside(self, before: str, part: str, flags: str, start: int, end: int) -> Reached | None:
        m = _PLAIN_GROUP.fullmatch(part)
        return self._alternatives(before, m["inside"], flags + (m["flags"] or ""), start, end) if m else None

    def _end(self, source: str, start: int) -> int | None:
        try:
            m = self._fragments.pattern(source).match(self._text, start, timeout=1.0)
        except (regex.error, TimeoutError):  # a prefix that is no regex of its own
            return None
        return m.end() if m else None


def cut(source: str) -> list[list[str]]:
    """A regex cut at its bars, and each alternative into parts; runs of literals stay together."""
    alternatives: list[list[str]] = [[]]
    position, literal = 0, False
    while position < len(source):
        m = _ATOM.match(source, position)
        if m is None:  # a bar
            alternatives.append([])
            position, literal = position + 1, False
            continue
        quantified = _QUANTIFIER.match(source, m.end())
        position = quantified.end() if quantified else m.end()
        parts, part = alternatives[-1], source[m.start() : position]
        joins = not quantified and _LITERAL.fullmatch(part) is not None
        if joins and literal:
            parts[-1] += part
        else:
            parts.append(part)
        literal = joins
    return alternatives
