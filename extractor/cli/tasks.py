"""``trichluc tasks``: documents in, the list that an office works with out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import Progress, say
from extractor.model import Document, Failure

if TYPE_CHECKING:
    from extractor.office.labels import Lang
    from extractor.office.listed import ListedTask
    from extractor.result import Result
    from extractor.run import Collected, Counts, Notice

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
    quiet: options.Quiet = False,
) -> None:
    """Make the list of tasks: who is to do what, with whom, by when, on which basis.

    Without -o a readable list goes to the terminal, JSON Lines into a pipe. Exit code 0: all well; 1: some documents
    failed, the rest is written; 2: unusable arguments.
    """
    from extractor.load import read_documents
    from extractor.pipeline import Extractor
    from extractor.rules import Rules
    from extractor.run import results

    language = options.check_language(lang)
    day = options.check_date(date)
    options.check_inputs(inputs)
    office = output is not None and output.suffix.lower() in OFFICE
    _check_ending(output)
    if since is not None and since.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"{since} is no list: give the .xlsx that `trichluc tasks` has written", param_hint="--since")
    if since is not None and output is not None and since.exists() and output.exists() and since.samefile(output):
        raise typer.BadParameter(f"{output} is the list to carry on from: write the new one under another name", param_hint="--output")
    if since is not None and not office:
        raise typer.BadParameter(f"only a list for the office carries on: write {' '.join(OFFICE)} with -o", param_hint="--since")
    if todo and (output is None or output.suffix.lower() != ".ics"):
        raise typer.BadParameter("to-dos stand in calendars: write .ics with -o", param_hint="--todo")
    extractor = Extractor(Rules.load(*patterns or ()))
    earlier = _earlier(since)
    documents = _documents_of(since)
    items = read_documents(inputs, text_column=text_column, id_column=id_column, date_column=date_column)
    stream = results((options.stated(item, day, place) for item in items), extractor)
    progress = Progress(wanted=not quiet and output is not None, rows="tasks")

    def notice(counts: Counts, failure: Failure | None) -> None:
        if failure:
            progress.clear()
            say(failure.message)
        progress.show(counts)

    if output is not None and office:
        counts = _write_list(output, stream, notice, (earlier, documents), language, todo=todo, quiet=quiet)
    else:
        counts = _write_table(output, stream, notice, language)
    progress.clear()
    if not counts.rows and not quiet:
        say(f"no task was found in {counts.documents:,} {'document' if counts.documents == 1 else 'documents'}")
    if progress.on:
        say(f"{counts.documents:,} documents, {counts.rows:,} tasks, {counts.failed:,} failed: {output}")
    raise typer.Exit(1 if counts.failed else 0)


OFFICE = (".xlsx", ".docx", ".ics")


def _check_ending(output: Path | None) -> None:
    from extractor.write.formats import FORMATS

    known = list(dict.fromkeys((*OFFICE, *FORMATS)))
    if output is not None and output.suffix.lower() not in known:
        ending = output.suffix or "a name without an ending"
        raise typer.BadParameter(f"cannot write {ending}: end the name in {' '.join(known)}", param_hint="--output")


def _earlier(since: Path | None) -> list[ListedTask]:
    if since is None:
        return []
    from extractor.office.read_back import read_list

    return read_list(since)


def _documents_of(since: Path | None) -> list[Document]:
    if since is None:
        return []
    from extractor.office.read_back import read_documents_of

    return read_documents_of(since)


def _write_table(output: Path | None, stream: Iterator[Result | Failure], notice: Notice, lang: Lang) -> Counts:
    from extractor.cli.output import opened
    from extractor.run import record

    with opened(output, "tasks", lang) as sink:
        return record(stream, sink, notice, "tasks")


def _write_list(
    output: Path,
    stream: Iterator[Result | Failure],
    notice: Notice,
    earlier: tuple[list[ListedTask], list[Document]],
    lang: Lang,
    *,
    todo: bool,
    quiet: bool,
) -> Counts:
    from extractor.cli.due import say_unread
    from extractor.office.carry_over import carry_over
    from extractor.office.listed import ListedTask
    from extractor.run import Counts, collect

    run = collect(stream, notice)
    before, documents = earlier
    listed = carry_over(run.tasks, before, lang=lang) if before else [ListedTask(task) for task in run.tasks]
    say_unread(listed)
    read = len(run.documents)
    wanted = {task.task.doc_id for task in listed} - {document.doc_id for document in run.documents}
    run.documents.extend(document for document in documents if document.doc_id in wanted)
    _write_office(output, run, listed, lang, todo=todo, quiet=quiet)
    return Counts(read, len(listed), len(run.failures))


def _write_office(output: Path, run: Collected, listed: list[ListedTask], lang: Lang, *, todo: bool, quiet: bool) -> None:
    ending = output.suffix.lower()
    if ending == ".xlsx":
        from extractor.office.sheet import write_sheet

        write_sheet(output, listed, run.documents, lang=lang, failures=run.failures)
    elif ending == ".docx":
        from extractor.office.annex import write_annex

        write_annex(output, listed, run.documents, lang=lang)
    else:
        from extractor.office.calendar import write_calendar

        entries = write_calendar(output, listed, run.documents, lang=lang, todo=todo)
        if not quiet and entries < len(listed):
            say(f"{len(listed) - entries:,} of {len(listed):,} tasks name no day and are not in the calendar (--todo lists them)")
