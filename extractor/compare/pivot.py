"""One indicator as a table of places by periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from extractor.compare.comparison import Comparison
from extractor.compare.wording import NATION, syllables
from extractor.model import Number

if TYPE_CHECKING:
    from pandas import DataFrame

Head = tuple[str, str, str, str, str]


class Period(NamedTuple):
    """First and last day, and what it is called."""

    start: date
    end: date
    label: str


@dataclass(frozen=True, slots=True)
class PivotRow:
    """What is known of one place: its value by period; ``unsettled`` are the periods for which no value has most sources."""

    place: str | None
    place_code: str | None
    values: dict[str, Number]
    unsettled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pivot:
    """An indicator, the periods in their order, and a row for each place; parts of a whole (``23/25``) are per cent of it."""

    indicator: str
    kind: str
    unit: str
    change: str
    status: str
    periods: tuple[Period, ...]
    rows: tuple[PivotRow, ...]

    @property
    def known(self) -> int:
        """For how many places and periods there is a value."""
        return sum(len(row.values) + len(row.unsettled) for row in self.rows)

    def to_frame(self) -> DataFrame:
        """A frame with a row for each place and a column for each period; numbers, missing where no value is settled."""
        import pandas as pd

        places = pd.Index([row.place or "" for row in self.rows], name="place")
        columns = {period.label: [row.values.get(period.label) for row in self.rows] for period in self.periods}
        return pd.DataFrame(columns, index=places, dtype="Float64").rename_axis(columns="period")


def named(rows: Iterable[Comparison], words: str) -> list[Comparison]:
    """The rows whose indicator has all of these words (``tỷ lệ giải ngân``), in any order, spelling and abbreviation."""
    wanted = syllables(words)
    return [row for row in rows if wanted <= syllables(row.indicator)]


def pivot(rows: Iterable[Comparison], words: str = "") -> list[Pivot]:
    """The table of each indicator that has all of these words: first those that have no others, then those with most values.

    :param rows: what ``compare`` gives.
    """
    chosen = sorted(named(rows, words), key=_head)
    tables = [_pivot(head, list(own)) for head, own in groupby(chosen, key=_head)]
    wanted = syllables(words)
    return sorted(tables, key=lambda table: (syllables(table.indicator) != wanted, -table.known, table.indicator, table.status))


def _head(row: Comparison) -> Head:
    return row.indicator, row.kind, row.unit or "" if row.kind in ("money", "percent") else "", row.change or "", row.status or ""


def _pivot(head: Head, rows: Sequence[Comparison]) -> Pivot:
    periods = sorted({Period(row.period_start, row.period_end, row.period) for row in rows})
    ordered = sorted(rows, key=_where)
    places = tuple(_row(list(own)) for _, own in groupby(ordered, key=_where))
    indicator, kind, _, change, status = head
    unit = "%" if kind == "ratio" else rows[0].unit or ""
    return Pivot(indicator, kind, unit, change, status, tuple(periods), places)


def _number(row: Comparison) -> Number:
    return round(100 * row.value / row.out_of, 2) if row.kind == "ratio" and row.out_of else row.value


def _where(row: Comparison) -> tuple[str, str]:
    return row.place_code or "", "" if row.place == NATION else (row.place or "").lower()


def _row(rows: Sequence[Comparison]) -> PivotRow:
    values: dict[str, Number] = {}
    unsettled: list[str] = []
    for period, own in groupby(sorted(rows, key=lambda row: (row.period_start, row.period_end)), key=lambda row: row.period):
        first, *others = sorted(own, key=lambda row: -row.sources)
        if others and others[0].sources == first.sources:
            unsettled.append(f"{period}: {' | '.join(row.printed[0] for row in (first, *others))}")
        else:
            values[period] = _number(first)
    return PivotRow(next((row.place for row in rows if row.place), None), rows[0].place_code, values, tuple(unsettled))
