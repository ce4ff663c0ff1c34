"""Anchors first, then rules where an anchor stands.

One pass finds every digit run, one Aho-Corasick pass every literal that some rule starts with; a rule's regex is then
matched at those places only. Cost grows with the number of anchors, not with rules times text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import ahocorasick
import regex

from extractor.groups import Groups, GroupSpans
from extractor.model import Candidate, Span
from extractor.rule import LETTER, NUMBER, Rule
from extractor.rules import Rules

# How far from its start, in code points, a rule may look for one of its needs.
REACH = 100
# How far a match may reach, in code points: the longest in 20 MB of real texts has 319. A list without end is cut there, and is not
# read again from each of its items where it is longer than SETTLED: a shorter one may hold names that its rule finds only from within.
LONGEST, SETTLED = 1000, 500
# A number, and the characters behind its first digits and behind all of it, a blank between them aside. The standard library's re
# scans fast for a class that comes first.
_NUMBER = re.compile(r"[0-9](?<![0-9][0-9])(?<![0-9][.,][0-9])[0-9]*(?= ?(.?))(?:[.,][0-9]+)*(?= ?(.?))", re.DOTALL)


class Scanner:
    """Compiled once per rule set; ``scan`` yields every match of every rule at its anchors."""

    def __init__(self, rules: Rules) -> None:
        self._rules = [_Tried(rule) for rule in rules.rules]
        self._at_number = tuple(r for r in rules.rules if NUMBER in r.starts)
        self._before: dict[tuple[str, ...], tuple[Rule, ...]] = {}
        at_word: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules.rules:
            for literal in rule.starts:
                if literal != NUMBER:
                    at_word[literal].append(rule)
        self._automaton = ahocorasick.Automaton()
        for literal, at in at_word.items():
            self._automaton.add_word(literal, (len(literal), tuple(at)))
        self._has_words = bool(at_word)
        if at_word:
            self._automaton.make_automaton()

    def scan(self, text: str, lower: str) -> Scan:
        """The matches in folded ``text``; ``lower`` is its lower case, of the same length."""
        return Scan(self.anchors(text, lower), self._rules, text, lower)

    def anchors(self, text: str, lower: str) -> Iterator[tuple[int, tuple[Rule, ...]]]:
        """Where rules are tried, and which."""
        for m in _NUMBER.finditer(lower):
            yield m.start(), self._before.get(m.groups()) or self._before_what_follows(m.groups())
        if not self._has_words:
            return
        padded = lower + " "
        for last, (length, rules) in self._automaton.iter(lower):
            if padded[last + 1].isalpha() and padded[last].isalpha():
                continue
            start = last - length + 1
            if start and lower[start - 1].isalpha() and lower[start].isalpha() and not _capital_after_small(text, start):
                continue
            yield start, rules

    def _before_what_follows(self, behind: tuple[str, ...]) -> tuple[Rule, ...]:
        """The rules that a number may begin, by the characters ``behind`` its first digits and the whole of it."""
        follows = {*behind, LETTER} if any(c.isalpha() for c in behind) else {*behind}
        rules = self._before[behind] = tuple(r for r in self._at_number if not r.next or not r.next.isdisjoint(follows))
        return rules


def _capital_after_small(text: str, start: int) -> bool:
    """A word boundary that lost its blank: "TheoChủ tịch"."""
    return text[start].isupper() and text[start - 1].islower()


class _Tried:
    """A rule with all that trying it needs, looked up once."""

    __slots__ = ("fact", "heads", "id", "kind", "match", "needs", "priority", "width")

    def __init__(self, rule: Rule) -> None:
        self.id, self.kind, self.priority, self.needs, self.heads = rule.id, rule.kind, rule.priority, rule.needs, rule.heads
        self.match = rule.pattern.match
        self.fact = rule.pattern.groupindex.get("fact", 0)
        self.width = len(min(rule.heads))


class Scan:
    """Every match in one text, by anchor; those of one anchor in the order of the rules.

    Rules are matched one after the other, each at all its anchors: that keeps a regex in the processor's cache.
    """

    def __init__(self, anchors: Iterable[tuple[int, tuple[Rule, ...]]], rules: Iterable[_Tried], text: str, lower: str) -> None:
        self._found: dict[int, list[Candidate]] = {}
        starts_of, self._order = _starts(anchors)
        for rule in rules:
            if (starts := starts_of.get(rule.id)) is not None:
                self._try(rule, starts, text, lower)

    def __iter__(self) -> Iterator[Candidate]:
        found = self._found
        return chain.from_iterable(found[start] for start in self._order if start in found)

    def at(self, kind: str, position: int) -> list[Candidate]:
        """What the rules of ``kind`` match from ``position`` on."""
        return [c for c in self._found.get(position, ()) if c.kind == kind]

    def _try(self, rule: _Tried, starts: Iterable[int], text: str, lower: str) -> None:
        heads, width, match = rule.heads, rule.width, rule.match
        if width:
            starts = [start for start in starts if text[start : start + width] in heads]
        if rule.needs:
            starts = _near(rule.needs, starts, lower)
        begun = passed = 0
        for start in starts:
            if begun < start < passed:
                continue
            m = match(text, start, start + LONGEST)
            if m is not None and m.end() - start > SETTLED:
                begun, passed = start, m.end()
                if passed == start + LONGEST:  # cut inside a word
                    m = match(text, start, max(start, text.rfind(" ", start, passed)))
            if m is not None and (span := _span(m, rule.fact)):
                found = Candidate(rule.kind, rule.id, span, Groups(m), GroupSpans(m), rule.priority)
                self._found.setdefault(start, []).append(found)


def _starts(anchors: Iterable[tuple[int, tuple[Rule, ...]]]) -> tuple[dict[str, dict[int, None]], dict[int, None]]:
    """Rule id to the places where it is tried, each once, and all these places. Anchors share their rules, which are gone through once."""
    by_rules: dict[int, tuple[tuple[Rule, ...], dict[int, None]]] = {}  # by identity: comparing rules takes long
    order: dict[int, None] = {}
    for start, rules in anchors:
        order[start] = None
        shared = by_rules.get(id(rules))
        if shared is None:
            shared = by_rules[id(rules)] = rules, {}
        shared[1][start] = None
    found: dict[str, dict[int, None]] = {}
    for rules, starts in by_rules.values():
        for rule in rules:
            if rule.id in found:
                found[rule.id].update(starts)
            else:
                found[rule.id] = dict(starts)
    return found, order


def _near(needs: tuple[str, ...], starts: Iterable[int], lower: str) -> Iterator[int]:
    """Those of ``starts`` within ``REACH`` from which one of the literals ``needs`` stands."""
    present = [literal for literal in needs if literal in lower]
    if not present:
        return iter(())
    return (start for start in starts if any(lower.find(literal, start, start + REACH) >= 0 for literal in present))


def _span(m: regex.Match[str], fact: int) -> Span | None:
    """Where group ``fact`` stands, or all where the alternative that matched has none; null where it is empty."""
    first, last = m.span(fact)
    if first < 0:
        first, last = m.span()
    return Span(first, last) if first < last else None
