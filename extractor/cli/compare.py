"""``trichluc compare``: the same indicator, place and period in several documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from extractor.cli import options
from extractor.cli.terminal import say

if TYPE_CHECKING:
    from extractor.compare import Comparison, Pivot

T = TypeVar("T")

Tables = Annotated[
    list[Path],
    typer.Argument(
        metavar="FACTS",
        help="Tables of facts as `trichluc extract` writes them (.csv .jsonl .parquet .xlsx .sqlite .duckdb), or dataset folders.",
        show_default=False,
    ),
]
All = Annotated[bool, typer.Option("--all", help="Also what only one source tells.")]
IndicatorWords = Annotated[
    str | None,
    typer.Option("--indicator", metavar="WORDS", help="All values of the indicators that have these words, over time.", show_default=False),
]
PivotWords = Annotated[
    str | None,
    typer.Option(
        "--pivot",
        metavar="WORDS",
        help="The same as a table of places by periods, one for each indicator; in .xlsx a sheet for each (.csv .jsonl .parquet too).",
        show_default=False,
    ),
]


def compare(
    facts: Tables, output: options.OutputTable = None, every: All = False, indicator: IndicatorWords = None, pivot: PivotWords = None
) -> None:
    """Put the numbers of many documents beside each other: what several sources agree on, and where they contradict each other.

    Compared are numbers with a subject and a period, of the same kind, unit, direction of change and status (a target is no result).
    Rounding and words such as "hơn", "gần", "khoảng" are allowed for; copies of a text count as one source. Without -o a readable
    table goes to the terminal, JSON Lines into a pipe. Exit code 0: all tables were read, whatever was found; 2: unusable arguments.
    """
    from extractor.compare import compare as compared
    from extractor.compare import named, read_facts
    from extractor.compare import pivot as pivoted

    if pivot is not None and indicator is not None:
        raise typer.BadParameter("give the words once: --pivot is the table of what --indicator lists", param_hint="--pivot")
    rows = compared(read_facts(facts))
    if pivot is not None:
        _put_pivots(_found(pivoted(rows, pivot), pivot), output)
    elif indicator is not None:
        _put(_found(named(rows, indicator), indicator), output)
    else:
        _put([row for row in rows if every or row.verdict != "single"], output)


def _found(rows: list[T], words: str) -> list[T]:
    """The rows; where there are none, why."""
    if not rows:
        say(f"no indicator has the words {words!r}: give fewer of them, or look at --all")
    return rows


def _put(rows: Sequence[Comparison], output: Path | None) -> None:
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.compare.comparison import rows_of
    from extractor.schema import COMPARISONS
    from extractor.write import open_writer
    from extractor.write.jsonl import json_line
    from extractor.write.values import to_cells

    if output is not None:
        with open_writer(output, ("comparisons",)) as writer:
            writer.write("comparisons", rows_of(rows))
        return
    with closed_pipe_is_fine():
        if sys.stdout.isatty():
            from extractor.cli.comparison_table import show

            show(rows)
        else:
            _print(json_line(cells, COMPARISONS) for cells in to_cells(rows_of(rows), COMPARISONS))


def _put_pivots(pivots: Sequence[Pivot], output: Path | None) -> None:
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.compare.pivot_out import columns_of, rows_of, write_pivots
    from extractor.write.jsonl import json_line
    from extractor.write.values import to_cells

    if output is not None:
        write_pivots(output, pivots)
        return
    with closed_pipe_is_fine():
        if sys.stdout.isatty():
            from extractor.cli.comparison_table import show_pivots

            show_pivots(pivots)
        else:
            columns = columns_of(pivots)
            _print(json_line(cells, columns) for pivot in pivots for cells in to_cells(rows_of(pivot), columns))


def _print(lines: Iterable[str]) -> None:
    sys.stdout.buffer.writelines(line.encode() + b"\n" for line in lines)
    sys.stdout.buffer.flush()
