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
    return sorted((row(cell, each, own, names[cell.indicator]) for cell, own in valued.items() for each in own), key=order)


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, though several tables hold it; in an order of their own."""
    by_name = {(*source_of(fact), fact.fact_id): fact for fact in facts}
    return [by_name[name] for name in sorted(by_name)]


def _names(numbers: Iterable[Told]) -> dict[Indicator, str]:
    """What each indicator is called most often, by names without a year if there are any; the shortest of these."""
    wordings: dict[Indicator, Counter[str]] = defaultdict(Counter)
    for each in numbers:
        wordings[each.indicator][name_of(each.fact, each.wording.base)] += 1
    return {
        indicator: min(found, key=lambda name: (_DIGIT.search(name) is not None, -found[name], len(name), name))
        for indicator, found in wordings.items()
    }


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
