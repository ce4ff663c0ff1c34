"""Comparisons as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from extractor.compare import Comparison, Pivot

_STYLES = {"conflict": "bold red", "agree": "green", "single": ""}
_STATUS = {"target": "target", "baseline": "baseline"}


def show(rows: Sequence[Comparison]) -> None:
    """A table for each indicator, place and period: every value, how many sources give it, and their sentences."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = _console()
    for title, own in groupby(rows, key=_title):
        console.print(Text(title, style="bold"))
        shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in ("verdict", "sources", "printed", "document", "sentence"):
            shown.add_column(
                name, justify="right" if name == "sources" else "left", overflow="fold", ratio=3 if name == "sentence" else None
            )
        for row in own:
            for i, (printed, quotation, fact) in enumerate(zip(row.printed, row.quotations, row.facts, strict=True)):
                first = (row.verdict, str(row.sources)) if i == 0 else ("", "")
                cells = (*first, printed, fact.rpartition("#")[0], quotation)
                shown.add_row(*(Text(cell, style=_STYLES[row.verdict] if j == 0 else "") for j, cell in enumerate(cells)))
        console.print(shown)


def show_pivots(pivots: Sequence[Pivot]) -> None:
    """A table for each indicator: a row a place, a column a period."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = _console()
    for pivot in pivots:
        words = (pivot.indicator, f"({pivot.unit})" if pivot.unit else "", pivot.change, _STATUS.get(pivot.status, ""))
        console.print(Text(" ".join(filter(None, words)), style="bold"))
        shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        shown.add_column("place", overflow="fold")
        for period in pivot.periods:
            shown.add_column(period.label, justify="right")
        for row in pivot.rows:
            values = (_number(row.values[p.label]) if p.label in row.values else "" for p in pivot.periods)
            shown.add_row(Text(row.place or "-"), *map(Text, values))
        console.print(shown)
        for row in pivot.rows:
            for unsettled in row.unsettled:
                console.print(Text(f"  {row.place or '-'} {unsettled}", style=_STYLES["conflict"]))


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _title(row: Comparison) -> str:
    words = (row.indicator, row.change, _STATUS.get(row.status or ""), row.place, row.period)
    return " · ".join(filter(None, words))


def _console() -> Any:
    from rich.console import Console

    return Console(highlight=False)
