"""Agreement where the words differ more: the same number, unit, place and period, told in words that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

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
    for block, alike in _likeness(_blocks(values), phrases):
        for i, j, cosine in alike:
            one, other = block[i], block[j]
            long = min(max(map(digits, values[each])) for each in (one, other))
            if cosine >= _ALIKE[min(long, len(_ALIKE) - 1)] and _apart(values[one], values[other]):
                union.join(one, other)
    return union


def _blocks(values: Mapping[Value, Sequence[Fact]]) -> list[list[Value]]:
    """The values that share a number, its unit, place and period."""
    blocks: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for value, facts in values.items():
        measure = value.cell.indicator.measure
        for number in {reading(fact) for fact in facts}:
            blocks[measure.kind, measure.unit, measure.change, measure.status, value.cell.where, value.cell.when, number].append(value)
    return [block for block in blocks.values() if len(block) > 1]


def _likeness(blocks: Sequence[list[Value]], phrases: Mapping[Cell, str]) -> Iterator[tuple[list[Value], list[tuple[int, int, float]]]]:
    """For each block the pairs whose words may be alike enough: by their places in it, with the cosine."""
    if not blocks:
        return
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=_grams).fit(sorted(set(phrases.values())))
    for block in blocks:
        rows = vectors.transform(phrases[value.cell] for value in block)
        cosines = (rows @ rows.T).tocoo()
        found = zip(cosines.row.tolist(), cosines.col.tolist(), cosines.data.tolist(), strict=True)
        yield block, sorted((i, j, cosine) for i, j, cosine in found if i < j and cosine >= min(_ALIKE))


def _grams(phrase: str) -> list[str]:
    syllables = phrase.split()
    return [*syllables, *map(" ".join, pairwise(syllables))]


def _apart(one: Iterable[Fact], other: Iterable[Fact]) -> bool:
    """Whether the facts stand in different documents."""
    return not {source_of(fact) for fact in one} & {source_of(fact) for fact in other}
