"""Why there is a fact, or none: the story that the trace of one document tells, as lines of text.

Offsets that come in and go out are those of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

from extractor.model import Candidate, Document, Fact, Found, Span
from extractor.near_miss import NearMiss, Reached
from extractor.pipeline import Extractor, Trace
from extractor.reading import reading
from extractor.resolve import Dropped
from extractor.rules import NOTHING, Rule
from extractor.scan import Scanner
from extractor.table import fact_row

_NEAR = 60  # folded code points between an anchor and the offset asked about
_SHOWN = 3  # rules named where none fired
_AROUND = 30  # folded code points of context shown on each side


class _Miss(NamedTuple):
    rule: Rule
    start: int
    reached: Reached

    def away(self, at: int) -> tuple[int, int]:
        """Nearest first; of equally near ones that which got farther."""
        start, end = self.start, max(self.reached.end, self.start + 1)
        return max(start - at, at - end + 1, 0), start - end


class Explanation:
    """Explains the facts of one document; ``facts`` are those that ``extract`` gives."""

    def __init__(self, document: Document, extractor: Extractor, kinds: Collection[str] = ()) -> None:
        analysis = extractor.analyse(document, trace=True)
        assert analysis.trace is not None  # noqa: S101 - asked for
        self._trace: Trace = analysis.trace
        self._folded = self._trace.folded
        self._text = self._folded.text
        self._rules = extractor.rules
        self._by_id = {rule.id: rule for rule in extractor.rules.rules}
        self._kinds = kinds
        self.facts = [fact for fact in analysis.facts if self._asked(fact.kind)]
        self.date, self.place = analysis.date, analysis.place

    def fact(self, fact: Fact) -> Iterator[str]:
        """The rule with its why, file and groups, what was read, and what the fact beat."""
        rule = self._by_id[fact.rule]
        span = Span(self._folded_at(fact.start), self._folded_at(fact.end - 1) + 1)
        yield f"{fact.start}-{fact.end} {fact.kind} ⟦{_flat(fact.text)}⟧ = {reading(fact_row(fact))}"
        yield f"  rule   {rule.id}: {rule.why} ({rule.file})"
        if origin := self._origin(fact.rule, span):
            yield from (f"  group  {name} = {text!r}" for name, text in origin.groups.items())
        yield from (f"  value  {name} = {value}" for name, value in fact_row(fact).items() if value is not None and name not in _PLAIN)
        for drop in self._trace.dropped:
            if drop.winner.rule == fact.rule and drop.winner.span == span:
                yield f"  beat   {self._named(drop.loser)}: {_decided(drop)}"

    def at(self, offset: int) -> Iterator[str]:
        """The facts that hold the source ``offset``, or why there is none: refused, beaten, or not matched."""
        covering = [fact for fact in self.facts if fact.start <= offset < fact.end]
        for fact in covering:
            yield from self.fact(fact)
        if not covering:
            yield from self._nothing_at(offset)

    def _nothing_at(self, offset: int) -> Iterator[str]:
        at = self._folded_at(offset)
        left, right = self._text[max(0, at - _AROUND) : at], self._text[at : at + _AROUND]
        yield f"{offset} no fact: {_flat(left)}⟦{_flat(right[:1])}⟧{_flat(right[1:])}"
        if at >= self._trace.context.outline.boundary:
            yield "  here the recipients of a document are listed (Nơi nhận): nothing counts from there on"
            return
        reasons = [*self._look_alikes(at), *self._refused(at), *self._beaten(at)]
        yield from reasons or self._misses(at)

    def _look_alikes(self, at: int) -> Iterator[str]:
        for found in self._trace.kept:
            if found.kind == NOTHING and found.span.start <= at < found.span.end:
                yield f"  look-alike  {self._named(found)}: {self._by_id[found.rule].why}"

    def _refused(self, at: int) -> Iterator[str]:
        for candidate, refused in self._trace.refused:
            if candidate.span.start <= at < candidate.span.end and self._asked(candidate.kind):
                yield f"  refused  {self._named(candidate)}: {refused.reason}"

    def _beaten(self, at: int) -> Iterator[str]:
        for drop in self._trace.dropped:
            if drop.loser.span.start <= at < drop.loser.span.end and self._asked(drop.loser.kind):
                yield f"  dropped  {self._named(drop.loser)}: lost to {self._named(drop.winner)}: {_decided(drop)}"

    def _misses(self, at: int) -> Iterator[str]:
        """The nearest rules that were tried, and the part of each that failed."""
        near = NearMiss(self._text, self._rules.fragments)
        misses = [
            _Miss(rule, start, reached)
            for start, rules in Scanner(self._rules).anchors(self._text, self._trace.context.lower)
            if abs(start - at) <= _NEAR
            for rule in rules
            if self._asked(rule.kind) and (reached := near.reached(rule.source, start))
        ]
        misses.sort(key=lambda miss: miss.away(at))
        for rule, start, (end, wanted) in misses[:_SHOWN]:
            got = f"⟦{_flat(self._text[start:end])}⟧ matched, " if end > start else ""
            found = _flat(self._text[end : end + _AROUND]) or "the end of the text"
            yield f"  nearest  {rule.id} tried at {self._source_at(start)}: {got}then {wanted} was wanted, there is {found!r}"
        if not misses:
            yield f"  no rule begins within {_NEAR} characters: neither a number nor a word that a rule starts with"

    def _asked(self, kind: str) -> bool:
        return not self._kinds or kind in self._kinds

    def _named(self, what: Candidate | Found) -> str:
        return f"{what.rule} ⟦{_flat(self._text[slice(*what.span)])}⟧"

    def _origin(self, rule: str, span: Span) -> Candidate | None:
        """The match of ``rule`` that a fact at ``span`` came from: that which shares most with it."""
        matches = [c for c in self._trace.candidates if c.rule == rule and c.span.start < span.end and span.start < c.span.end]
        return max(matches, key=lambda c: min(c.span.end, span.end) - max(c.span.start, span.start), default=None)

    def _source_at(self, position: int) -> int:
        return self._folded.source_span(position, position + 1).start

    def _folded_at(self, offset: int) -> int:
        """The folded position that stands for a source offset."""
        return max(bisect_right(range(len(self._text)), offset, key=self._source_at) - 1, 0)


# Fields that stand in the first line already, or tell nothing about the reading.
_PLAIN = {"doc_id", "fact_id", "kind", "text", "start", "end", "sentence", "rule", "source"}


def _decided(drop: Dropped) -> str:
    loser, winner = drop
    if winner.priority > loser.priority:
        return f"priority {winner.priority} over {loser.priority}"
    longer = winner.span.end - winner.span.start > loser.span.end - loser.span.start
    return "the longer wins" if longer else "the earlier wins"


def _flat(text: str) -> str:
    return text.replace("\n", "⏎").replace("\r", "")
