"""Agreement where the words differ more: the same number, unit, place and period, told in words that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from extractor.compare.cells import Cell
from extractor.compare.sources import source_of
from extractor.compare.union import Union
from extractor.compare.values import digits, reading
from extractor.model import Fact

# How much alike the words of two equal numbers have to be, by how many digits they have: cosine of TF-IDF over syllables and pairs of them.
_ALIKE = (0.85, 0.85, 0.7, 0.45)


class Value(NamedTuple):
    """One value of a cell, by its place among the values of the cell."""

    cell: Cell
    number: int


def corroborated(values: Mapping[Value, Sequence[Fact]], phrases: Mapping[Cell, str]) -> Union[Value]:
    """The values of different indicators that are one after all: the longer a number, the less is it chance that two documents print it.

    :param values: those that nobody contradicts, with their facts.
    :param phrases: the words of each cell's indicator.
    """
    union = Union(values)
    blocks: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for value, facts in values.items():
        measure = value.cell.indicator.measure
        for number in {reading(fact) for fact in facts}:
            blocks[measure.kind, measure.unit, measure.change, measure.status, value.cell.where, value.cell.when, number].append(value)
    beside = dict.fromkeys(pair for block in blocks.values() for pair in combinations(block, 2))
    pairs = [(one, other) for one, other in beside if _apart(values[one], values[other])]
    for (one, other), alike in zip(pairs, _likeness(pairs, phrases), strict=True):
        long = min(max(map(digits, values[each])) for each in (one, other))
        if alike >= _ALIKE[min(long, len(_ALIKE) - 1)]:
            union.join(one, other)
    return union


def _grams(phrase: str) -> list[str]:
    syllables = phrase.split()
    return [*syllables, *map(" ".join, pairwise(syllables))]


def _apart(one: Iterable[Fact], other: Iterable[Fact]) -> bool:
    """Whether the facts stand in different documents."""
    return not {source_of(fact) for fact in one} & {source_of(fact) for fact in other}


def _likeness(pairs: Sequence[tuple[Value, Value]], phrases: Mapping[Cell, str]) -> Sequence[float]:
    """The cosine of each pair's words."""
    if not pairs:
        return []
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=_grams)
    vectors.fit(sorted(set(phrases.values())))
    left, right = (vectors.transform([phrases[pair[i].cell] for pair in pairs]) for i in (0, 1))
    product: Any = left.multiply(right).sum(axis=1)
    return [float(each) for each in product.A1] if hasattr(product, "A1") else [float(each) for each in product]
