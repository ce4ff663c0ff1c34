"""Anchors first, then rules where an anchor stands.

One pass finds every digit run, one Aho-Corasick pass every literal that some rule starts with; a rule's regex is then
matched at those places only. Cost grows with the number of anchors, not with rules times text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import ahocorasick

from extractor.groups import Groups, GroupSpans
from extractor.model import Candidate, Span
from extractor.rule import LETTER, NUMBER, Rule
from extractor.rules import Rules

# How far from its start, in code points, a rule may look for one of its needs.
REACH = 100
_NUMBER = re.compile(r"([0-9]+)(?:[.,][0-9]+)*")
_DIGITS = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]")


class Scanner:
    """Compiled once per rule set; ``scan`` yields every match of every rule at its anchors."""

    def __init__(self, rules: Rules) -> None:
        self._at_number = [r for r in rules.rules if NUMBER in r.starts]
        self._before: dict[tuple[str, str], list[Rule]] = {}
        self._at_word: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules.rules:
            for literal in rule.starts:
                if literal != NUMBER:
                    self._at_word[literal].append(rule)
        self._automaton = ahocorasick.Automaton()
        for literal, at in self._at_word.items():
            self._automaton.add_word(literal, (len(literal), at))
        if self._at_word:
            self._automaton.make_automaton()

    def scan(self, text: str, lower: str) -> Scan:
        """The matches in folded ``text``; ``lower`` is its lower case, of the same length."""
        return Scan(list(self.anchors(text, lower)), text, lower)

    def _before_what_follows(self, lower: str, start: int) -> list[Rule]:
        """The rules that a number may begin, by what follows its first digits and the whole of it."""
        m = _NUMBER.match(lower, start)
        if m is None:  # digits of other scripts
            return self._at_number
        key = _next_after(lower, m.end(1)), _next_after(lower, m.end())
        rules = self._before.get(key)
        if rules is None:
            follows = {*key, LETTER} if any(c.isalpha() for c in key) else set(key)
            rules = self._before[key] = [r for r in self._at_number if not r.next or not r.next.isdisjoint(follows)]
        return rules

    def anchors(self, text: str, lower: str) -> Iterator[tuple[int, list[Rule]]]:
        """Where rules are tried, and which."""
        for m in _DIGITS.finditer(text):
            yield m.start(), self._before_what_follows(lower, m.start())
        if not self._at_word:
            return
        for last, (length, rules) in self._automaton.iter(lower):
            start = last - length + 1
            if start and lower[start - 1].isalpha() and lower[start].isalpha() and not _capital_after_small(text, start):
                continue
            if last + 1 < len(lower) and lower[last].isalpha() and lower[last + 1].isalpha():
                continue
            yield start, rules


def _next_after(lower: str, position: int) -> str:
    """The character at ``position``, or behind the blank there."""
    if lower.startswith(" ", position):
        position += 1
    return lower[position : position + 1]


def _capital_after_small(text: str, start: int) -> bool:
    """A word boundary that lost its blank: "TheoChủ tịch"."""
    return text[start].isupper() and text[start - 1].islower()


class Scan:
    """Every match in one text, by anchor. A rule is matched once at each place, whoever asks."""

    def __init__(self, anchors: list[tuple[int, list[Rule]]], text: str, lower: str) -> None:
        self._text, self._lower = text, lower
        self._rules: dict[int, list[Rule]] = {}
        for start, rules in anchors:
            before = self._rules.get(start)
            self._rules[start] = before + [r for r in rules if r not in before] if before else rules
        self._found: dict[int, list[Candidate]] = {}

    def __iter__(self) -> Iterator[Candidate]:
        for start in self._rules:
            yield from self._at(start)

    def at(self, kind: str, position: int) -> list[Candidate]:
        """What the rules of ``kind`` match from ``position`` on."""
        return [c for c in self._at(position) if c.kind == kind] if position in self._rules else []

    def _at(self, start: int) -> list[Candidate]:
        found = self._found.get(start)
        if found is None:
            found = self._found[start] = list(_try(self._rules[start], self._text, self._lower, start))
        return found


def _try(rules: list[Rule], text: str, lower: str, start: int) -> Iterator[Candidate]:
    window = lower[start : start + REACH]
    for rule in rules:
        if rule.needs and not any(literal in window for literal in rule.needs):
            continue
        m = rule.pattern.match(text, start)
        if m is None:
            continue
        first, last = m.span("fact") if "fact" in rule.pattern.groupindex else m.span()
        if first < 0:  # the alternative that matched has no group of that name
            first, last = m.span()
        if first == last:  # nothing to point at
            continue
        yield Candidate(rule.kind, rule.id, Span(first, last), Groups(m), GroupSpans(m), rule.priority)
