"""``trichluc tasks``: documents in, the list that an office works with out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import Progress, say, say_unread

if TYPE_CHECKING:
    from extractor.model import Failure
    from extractor.office.labels import Lang
    from extractor.office.read_back import EarlierList
    from extractor.result import Result
    from extractor.run import Counts, Notice

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="The file to write: .xlsx .docx .ics for the office, .csv .jsonl .parquet .sqlite .duckdb for programs.",
        show_default=False,
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="OLD.xlsx",
        help="Carry on from this list, with all that people have typed into it; what is new, changed or superseded is marked.",
        show_default=False,
    ),
]
Todo = Annotated[bool, typer.Option("--todo", help="In .ics: to-dos in place of whole-day events.")]


def tasks(
    inputs: options.Inputs,
    output: Output = None,
    since: Since = None,
    todo: Todo = False,
    lang: options.Language = "vi",
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
    """Make the list of tasks: who is to do what, with whom, by when, on which basis.

    Without -o a readable list goes to the terminal, JSON Lines into a pipe. Exit code 0: all well; 1: some documents
    failed, the rest is written; 2: unusable arguments.
    """
    from extractor.cli.output import opened
    from extractor.load.batch import Asked
    from extractor.rules import digest_of
    from extractor.run import Settings, record, results

    language = options.check_language(lang)
    day = options.check_date(date)
    options.check_inputs(inputs)
    office = _check_ending(output)
    _check_since(since, output, office=office)
    if todo and (output is None or output.suffix.lower() != ".ics"):
        raise typer.BadParameter("to-dos stand in calendars: write .ics with -o", param_hint="--todo")
    processes = options.check_jobs(jobs)
    extractor = options.extractor(patterns, processes)
    earlier = _earlier(since) if since else None
    settings = Settings(
        tuple(patterns or ()), ("tasks", "documents"), date=day, place=place, timeout=timeout, digest=digest_of(*patterns or ())
    )
    with options.reading(inputs, Asked(text_column, id_column, date_column)) as (items, meter):
        progress = Progress(quiet, output is not None, rows="tasks", meter=meter)
        if output is not None and office:
            stream = results(items, settings, processes, extractor)
            counts = _write_list(output, stream, progress.notice, earlier, language, todo=todo, quiet=quiet)
        else:
            with opened(output, "tasks", language) as sink:
                counts = record(items, settings, sink, progress.notice, processes, extractor)
    if not counts.rows and not quiet:
        progress.clear()
        say(f"no task was found in {counts.documents:,} {'document' if counts.documents == 1 else 'documents'}")
    progress.end(counts, output)


def _check_ending(output: Path | None) -> bool:
    """Whether a list for the office is to be written."""
    from extractor.office.lists import ENDINGS
    from extractor.write.formats import FORMATS

    known = list(dict.fromkeys((*ENDINGS, *FORMATS)))
    if output is not None and output.suffix.lower() not in known:
        ending = output.suffix or "a name without an ending"
        raise typer.BadParameter(f"cannot write {ending}: end the name in {' '.join(known)}", param_hint="--output")
    return output is not None and output.suffix.lower() in ENDINGS


def _check_since(since: Path | None, output: Path | None, *, office: bool) -> None:
    from extractor.office.lists import ENDINGS

    if since is None:
        return
    if since.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"{since} is no list: give the .xlsx that `trichluc tasks` has written", param_hint="--since")
    if output is not None and since.exists() and output.exists() and since.samefile(output):
        raise typer.BadParameter(f"{output} is the list to carry on from: write the new one under another name", param_hint="--output")
    if not office:
        raise typer.BadParameter(f"only a list for the office carries on: write {' '.join(ENDINGS)} with -o", param_hint="--since")


def _earlier(since: Path) -> EarlierList:
    from extractor.office.read_back import read_earlier

    return read_earlier(since)


def _write_list(
    output: Path,
    stream: Iterator[Result | Failure],
    notice: Notice,
    earlier: EarlierList | None,
    lang: Lang,
    *,
    todo: bool,
    quiet: bool,
) -> Counts:
    from extractor.office.carry_over import carry_over
    from extractor.office.listed import ListedTask
    from extractor.office.lists import write_list
    from extractor.run import Counts, collect

    run = collect(stream, notice)
    listed = carry_over(run.tasks, earlier.tasks, lang=lang) if earlier and earlier.tasks else [ListedTask(task) for task in run.tasks]
    say_unread(listed)
    wanted = {task.task.doc_id for task in listed} - {document.doc_id for document in run.documents}
    documents = run.documents + [document for document in (earlier.documents if earlier else ()) if document.doc_id in wanted]
    shown = write_list(output, listed, documents, lang, failures=run.failures, todo=todo)
    if not quiet and shown < len(listed):
        say(f"{len(listed) - shown:,} of {len(listed):,} tasks name no day and are not in the calendar (--todo lists them)")
    return Counts(len(run.documents), len(listed), len(run.failures))
