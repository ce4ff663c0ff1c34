"""``trichluc spark``: the tables of a large collection of articles, worked out by Spark."""

from __future__ import annotations

import sys
import warnings
from typing import Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import say

Given = Annotated[
    str,
    typer.Argument(
        metavar="INPUT",
        help="Parquet or JSON Lines: a file, a folder (publisher=…/ in it too) or a pattern, on any file system that Spark reads.",
        show_default=False,
    ),
]
Output = Annotated[
    str, typer.Argument(metavar="OUT", help="The folder to make: facts/ tasks/ documents/ errors/ as Parquet.", show_default=False)
]
Master = Annotated[
    str | None,
    typer.Option(help="Spark's address of the cluster; without it what spark-submit says, else this machine.", show_default=False),
]
PartitionBy = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="A column of INPUT whose values become folders of OUT; may be repeated.", show_default=False),
]
Partitions = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Into how many tasks to split: 4 a processor.", show_default=False)
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write where there is something already.")]


def spark(
    given: Given,
    output: Output,
    text_column: options.TextColumn = None,
    id_column: options.IdColumn = None,
    date_column: options.DateColumn = None,
    patterns: options.Patterns = None,
    timeout: options.Timeout = 30.0,
    partition_by: PartitionBy = None,
    partitions: Partitions = None,
    overwrite: Overwrite = False,
    master: Master = None,
    quiet: options.Quiet = False,
) -> None:
    """Extract facts and tasks of a large table of articles on Spark, on this machine or a cluster.

    Exit code 0: all well; 1: some documents failed (OUT/errors), the rest is written; 2: unusable arguments, or Spark gave up.
    """
    from extractor.spark.job import Job, run
    from extractor.spark.session import opened
    from extractor.spark.stopping import stoppable

    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)  # nothing goes through pandas
    columns = {"text": text_column, "id": id_column, "date": date_column}
    job = Job(given, output, columns, tuple(patterns or ()), tuple(partition_by or ()), partitions, overwrite, timeout)
    with opened(master, progress=not quiet and sys.stderr.isatty()) as session:
        totals = stoppable(session, lambda: run(session, job))
    if not quiet:
        say(f"{totals.documents:,} documents, {totals.facts:,} facts, {totals.tasks:,} tasks, {totals.failed:,} failed: {output}")
    raise typer.Exit(1 if totals.failed else 0)
