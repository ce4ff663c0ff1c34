"""The facts of many documents, put beside each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.compare.cells import Cell, Valued, cells, judged, merged
from extractor.compare.comparison import Comparison
from extractor.compare.corroborated import Value, corroborated
from extractor.compare.indicators import Indicator, Told, told
from extractor.compare.rows import order, row
from extractor.compare.sources import Source, copies, source_of
from extractor.compare.wording import name_of
from extractor.gazetteer.place import split_level
from extractor.model import Fact

_DIGIT = re.compile(r"\d")


def compare(facts: Iterable[Fact]) -> list[Comparison]:
    """What several documents say of the same indicator, place and period.

    A row is one value of an indicator at a place in a period, with all facts that agree on it; rounding and words such as ``hơn`` are
    allowed for. Values that contradict each other are rows one below the other. Only numbers with a subject and a period are compared.

    :param facts: all facts of the documents, of every kind, in any order: by their sentences copies are known.
    :return: by indicator, place and period; of those in one place and period the value with most sources first.
    """
    every = _distinct(facts)
    copied = copies(every)
    numbers = told(every)
    names = _names(numbers)
    valued = _valued(numbers, copied)
    return sorted((row(cell, each, own, names[_words(cell.indicator)]) for cell, own in valued.items() for each in own), key=order)


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, though several tables hold it; in an order of their own."""
    by_name = {(*source_of(fact), fact.fact_id): fact for fact in facts}
    return [by_name[name] for name in sorted(by_name)]


Named = tuple[frozenset[str], str]


def _names(numbers: Iterable[Told]) -> dict[Named, str]:
    """What the same words are called most often, whatever their unit or status; the shortest of these.

    Names that hold a year or their own place come last: the indicator is that of other years and places too.
    """
    wordings: dict[Named, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for each in numbers:
        name = name_of(each.fact, each.wording.base)
        own = _DIGIT.search(name) is not None or (each.fact.place is not None and split_level(each.fact.place)[1].lower() in name.lower())
        wordings[_words(each.indicator)][own, name] += 1
    return {key: min(found, key=lambda n: (n[0], -found[n], len(n[1]), n[1]))[1] for key, found in wordings.items()}


def _words(indicator: Indicator) -> Named:
    return indicator.content, indicator.measure.base


def _valued(numbers: Sequence[Told], copied: Mapping[Source, Source]) -> dict[Cell, list[Valued]]:
    """The values of every cell; those of words too general to name an indicator only where a more specific one has the same number."""
    specific = {each.indicator for each in numbers if each.wording.specific}
    found = {cell: judged(own, copied, disputable=cell.indicator in specific) for cell, own in cells(numbers).items()}
    undisputed = [(Value(cell, i), each.facts) for cell, own in found.items() for i, each in enumerate(own) if each.verdict != "conflict"]
    undisputed.sort(key=lambda entry: (entry[0].cell.indicator not in specific, -len(entry[1])))
    phrases = {Cell(each.indicator, each.where, each.when): each.wording.phrase for each in numbers}
    union = corroborated(dict(undisputed), phrases)
    kept = {cell: [each for each in own if each.verdict == "conflict"] for cell, own in found.items()}
    together: dict[Value, list[Fact]] = {}
    for value, members in undisputed:
        together.setdefault(union.first(value), []).extend(members)
    for value, members in together.items():
        if value.cell.indicator in specific:
            kept[value.cell].append(merged(members, copied))
    return kept
