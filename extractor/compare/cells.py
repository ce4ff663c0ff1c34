"""What all documents say of one indicator at one place in one period: who agrees, and who does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from extractor.compare.indicators import Indicator, Told
from extractor.compare.sources import Source, independent, source_of
from extractor.compare.values import by_exactness, groups
from extractor.model import Fact

Verdict = Literal["agree", "conflict", "single"]


class Cell(NamedTuple):
    """Indicator, place and period."""

    indicator: Indicator
    where: tuple[str, ...]
    when: tuple[str, str]


class Valued(NamedTuple):
    """One value of a cell: the facts that agree on it, the most exact first; how many independent sources they come from; who objects."""

    facts: list[Fact]
    sources: int
    verdict: Verdict


def cells(told: Iterable[Told]) -> dict[Cell, list[Fact]]:
    """The facts by cell."""
    found: dict[Cell, list[Fact]] = {}
    for each in told:
        found.setdefault(Cell(each.indicator, each.where, each.when), []).append(each.fact)
    return found


def judged(facts: Sequence[Fact], copied: Mapping[Source, Source], *, disputable: bool) -> list[Valued]:
    """The values of one cell.

    A document that gives the cell several values does not mean one thing by these words: it may confirm a value and contradicts none.
    Neither do sources contradict each other that are copies.

    :param disputable: whether the words name one thing, so that two values contradict each other.
    """
    values = groups(facts)
    disputed = _disputed(values, copied) if disputable and len(values) > 1 else set[int]()
    return [
        Valued(own, len(independent(own, copied)), "conflict") if i in disputed else merged(own, copied) for i, own in enumerate(values)
    ]


def merged(facts: Iterable[Fact], copied: Mapping[Source, Source]) -> Valued:
    """Facts that say the same, and that nobody contradicts."""
    ordered = sorted(facts, key=by_exactness)
    sources = len(independent(ordered, copied))
    return Valued(ordered, sources, "agree" if sources > 1 else "single")


def _disputed(values: Sequence[Sequence[Fact]], copied: Mapping[Source, Source]) -> set[int]:
    """The values that have a source which gives no other one; none where there are not two of them."""
    number = {(*source_of(fact), fact.fact_id): i for i, own in enumerate(values) for fact in own}
    sources = independent([fact for own in values for fact in own], copied)
    given = [{number[*source_of(fact), fact.fact_id] for fact in own} for own in sources]
    found = {min(own) for own in given if len(own) == 1}
    return found if len(found) > 1 else set()
