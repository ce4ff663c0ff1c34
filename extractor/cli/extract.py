"""``trichluc extract``: texts in, the table of facts out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import Progress
from extractor.model import Failure

if TYPE_CHECKING:
    from extractor.result import Result

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
    quiet: options.Quiet = False,
) -> None:
    """Extract the facts of texts into a table.

    Without -o a readable table goes to the terminal, JSON Lines into a pipe. Exit code 0: all well; 1: some documents
    failed, the rest is written; 2: unusable arguments.
    """
    from extractor.cli.output import opened
    from extractor.load import read_documents
    from extractor.pipeline import Extractor
    from extractor.rules import Rules
    from extractor.run import record, results

    day = options.check_date(date)
    options.check_inputs(inputs)
    rules = Rules.load(*patterns or ())
    kinds = options.check_kinds(kind, rules)
    items = read_documents(inputs, text_column=text_column, id_column=id_column, date_column=date_column)
    documents = (options.stated(item, day, place) for item in items)
    stream = (_only(item, kinds) for item in results(documents, Extractor(rules)))
    progress = Progress(quiet, output is not None)
    with opened(output) as sink:
        counts = record(stream, sink, progress.notice)
    progress.end(counts, output)


def _only(item: Result | Failure, kinds: frozenset[str]) -> Result | Failure:
    if isinstance(item, Failure) or not kinds:
        return item
    return replace(item, facts=[fact for fact in item.facts if fact.kind in kinds])
