"""``trichluc extract``: texts in, the table of facts out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import dataset, options
from extractor.cli.terminal import Progress

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="The file to write: .csv .jsonl .parquet .xlsx .sqlite .duckdb; or a folder, for Parquet parts of facts and tasks.",
        show_default=False,
    ),
]
Resume = Annotated[bool, typer.Option("--resume", help="Carry on with the dataset folder of a run that was stopped.")]


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
    resume: Resume = False,
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
    folder = Path(output) if output is not None and dataset.is_folder(output) else None
    if resume and folder is None:
        raise typer.BadParameter("only a dataset folder can be carried on with: name one with -o (out/)", param_hint="--resume")
    rules = Rules.load(*patterns or ())
    settings = Settings(tuple(patterns or ()), ("facts", "documents"), options.check_kinds(kind, rules), day, place, timeout)
    columns = Asked(text_column, id_column, date_column)
    jobs = options.check_jobs(jobs)
    path = Path(output) if output is not None else None
    with options.reading(inputs, columns) as (items, meter):
        progress = Progress(quiet, path is not None, meter=meter)
        if folder is not None:
            counts = dataset.write(folder, items, settings, columns, inputs, progress, jobs, Extractor(rules), resume=resume)
        else:
            with opened(path) as sink:
                counts = record(items, settings, sink, progress.notice, jobs, Extractor(rules))
    progress.end(counts, path)
