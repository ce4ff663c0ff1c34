"""Anchors first, then rules where an anchor stands.

One pass finds every digit run, one Aho-Corasick pass every literal that some rule starts with; a rule's regex is then
matched at those places only. Cost grows with the number of anchors, not with rules times text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import ahocorasick

from extractor.model import Candidate, Span
from extractor.rules import NUMBER, Rule, Rules

_DIGITS = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]")


class Scanner:
    """Compiled once per rule set; ``scan`` yields every match of every rule at its anchors."""

    def __init__(self, rules: Rules) -> None:
        self._at_number = [r for r in rules.rules if NUMBER in r.starts]
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

    def scan(self, text: str, lower: str) -> Iterator[Candidate]:
        """Candidates in folded ``text``; ``lower`` is its lower case, of the same length."""
        for start, rules in self.anchors(text, lower):
            yield from _try(rules, text, start)

    def anchors(self, text: str, lower: str) -> Iterator[tuple[int, list[Rule]]]:
        """Where rules are tried, and which."""
        for m in _DIGITS.finditer(text):
            yield m.start(), self._at_number
        if not self._at_word:
            return
        for last, (length, rules) in self._automaton.iter(lower):
            start = last - length + 1
            if start and lower[start - 1].isalpha() and lower[start].isalpha() and not _capital_after_small(text, start):
                continue
            if last + 1 < len(lower) and lower[last].isalpha() and lower[last + 1].isalpha():
                continue
            yield start, rules


def _capital_after_small(text: str, start: int) -> bool:
    """A word boundary that lost its blank: "TheoChủ tịch"."""
    return text[start].isupper() and text[start - 1].islower()


def _try(rules: list[Rule], text: str, start: int) -> Iterator[Candidate]:
    for rule in rules:
        m = rule.pattern.match(text, start)
        if m is None:
            continue
        names = [name for name, value in m.groupdict().items() if value is not None]
        span = Span(*m.span("fact" if "fact" in names else 0))
        if span.start == span.end:  # nothing to point at
            continue
        yield Candidate(
            kind=rule.kind,
            rule=rule.id,
            span=span,
            groups={name: m.group(name) for name in names},
            spans={name: Span(*m.span(name)) for name in names},
            priority=rule.priority,
        )
