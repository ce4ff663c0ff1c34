"""A value of a cell as a row of the table of comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.compare.cells import Cell, Valued
from extractor.compare.comparison import Comparison
from extractor.compare.spans import label
from extractor.compare.values import reading


def row(cell: Cell, valued: Valued, cell_values: Sequence[Valued], name: str) -> Comparison:
    """The row of one value; ``cell_values`` are all of its cell, ``name`` is what the indicator is called."""
    facts = sorted(valued.facts, key=lambda fact: (fact.doc_id, fact.source or "", fact.start, fact.fact_id))
    exact = valued.facts[0]
    start, end, value = exact.period_start, exact.period_end, reading(exact)
    assert start is not None and end is not None and value is not None  # noqa: PT018, S101 - by extractor.compare.indicators
    measure = cell.indicator.measure
    return Comparison(
        indicator=name,
        kind=measure.kind,
        unit=exact.unit,
        change=measure.change,
        status=measure.status,
        place=exact.place or next((fact.place for fact in facts if fact.place), None),
        period_start=start,
        period_end=end,
        period=label(start, end),
        value=value,
        value_max=exact.value_max,
        out_of=exact.denominator if exact.kind == "ratio" else exact.out_of,
        verdict=valued.verdict,
        sources=valued.sources,
        documents=_each_once(fact.doc_id for fact in facts),
        printed=tuple(_plain(fact.text) for fact in facts),
        quotations=tuple(_plain(fact.sentence or fact.text) for fact in facts),
        facts=tuple(f"{fact.doc_id}#{fact.fact_id}" for fact in facts),
        against=tuple(_said(other) for other in cell_values if valued.verdict == other.verdict == "conflict" and other is not valued),
        wordings=_each_once(_plain(fact.subject or "") for fact in facts),
        place_code=exact.place_code,
        place_now=exact.place_now,
        place_now_code=exact.place_now_code,
    )


def order(row: Comparison) -> tuple[object, ...]:
    """By indicator, place and time; what stands first in a cell has most sources."""
    what = (row.indicator.casefold(), row.indicator, row.unit or "", row.change or "", row.status or "", row.out_of or 0)
    where = (row.place or "", row.place_code or "", row.period_start, row.period_end)
    return (*what, *where, row.verdict != "conflict", -row.sources, row.value, row.facts)


def _said(valued: Valued) -> str:
    documents = _each_once(sorted(fact.doc_id for fact in valued.facts))
    return f"{_plain(valued.facts[0].text)} ({', '.join(documents)})"


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _plain(text: str) -> str:
    return " ".join(text.split())
