"""``trichluc extract``: texts in, the table of facts out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import options
from extractor.cli.options import reading
from extractor.cli.terminal import Progress

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="OUT", help="The file to write: .csv .jsonl .parquet .xlsx .sqlite .duckdb.", show_default=False
    ),
]


def extract(
    inputs: options.Inputs,
    output: Output = None,
    kind: options.Kinds = None,
    patterns: options.Patterns = None,
    date: options.DocumentDate = None,
    place: options.DocumentPlace = None,
    text_column: options.TextColumn = None,
    id_column: options.IdColumn = None,
    date_column: options.DateColumn = None,
    jobs: options.Jobs = 1,
    timeout: options.Timeout = 30.0,
    quiet: options.Quiet = False,
) -> None:
    """Extract the facts of texts into a table.

    Without -o a readable table goes to the terminal, JSON Lines into a pipe. Exit code 0: all well; 1: some documents
    failed, the rest is written; 2: unusable arguments.
    """
    from extractor.cli.output import opened
    from extractor.load.batch import Asked
    from extractor.pipeline import Extractor
    from extractor.rules import Rules
    from extractor.run import Settings, record

    day = options.check_date(date)
    options.check_inputs(inputs)
    rules = Rules.load(*patterns or ())
    kinds = options.check_kinds(kind, rules)
    settings = Settings(tuple(patterns or ()), ("facts", "documents"), kinds, day, place, timeout)
    with reading(inputs, Asked(text_column, id_column, date_column)) as (items, meter):
        progress = Progress(quiet, output is not None, meter=meter)
        with opened(output) as sink:
            counts = record(items, settings, sink, progress.notice, options.check_jobs(jobs), Extractor(rules))
    progress.end(counts, output)
