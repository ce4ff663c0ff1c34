"""Arguments that several commands share, and how they are checked."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from extractor.cli.terminal import say

if TYPE_CHECKING:
    from extractor.load.batch import Asked
    from extractor.load.meter import Meter
    from extractor.model import Document
    from extractor.office.labels import Lang
    from extractor.pipeline import Extractor
    from extractor.rules import Rules
    from extractor.run import Item

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.docx .doc .rtf .pdf .html .txt .md, scans .png .jpg .tif), folders, .zip, patterns such as 'tin/*.txt', tables of"
        " articles (.jsonl .csv .parquet), or - for standard input.",
        show_default=False,
    ),
]
OutputTable = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="OUT", help="The file to write: .csv .jsonl .parquet .xlsx .sqlite .duckdb.", show_default=False
    ),
]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only facts of this kind; may be repeated.", show_default=False)
]
Patterns = Annotated[
    list[Path] | None,
    typer.Option(
        "--patterns",
        metavar="DIR",
        help="A folder of pattern files that add to or override the shipped ones; may be repeated.",
        show_default=False,
    ),
]
DocumentDate = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The documents' own date (2024-05-31), for those that state none.", show_default=False),
]
DocumentPlace = Annotated[
    str | None, typer.Option("--place", help="The documents' own place ('tỉnh Nghệ An'), for those that state none.", show_default=False)
]
TextColumn = Annotated[
    str | None, typer.Option("--text-column", metavar="NAME", help="The column of tables that holds the text.", show_default=False)
]
IdColumn = Annotated[str | None, typer.Option("--id-column", metavar="NAME", help="The column that holds the id.", show_default=False)]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=0,
        max=256,
        help="Processes to share the work; 0: as many as there are processors. The output is the same whatever N.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0.01, help="What one document may take at most; one that needs more is an error."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no warnings, no summary; errors are still printed.")]
Language = Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of titles and headings: vi or en.")]
DateColumn = Annotated[
    str | None, typer.Option("--date-column", metavar="NAME", help="The column that holds the date.", show_default=False)
]


def check_language(given: str) -> Lang:
    """``--lang`` as a language of the office's lists."""
    from extractor.office.labels import Lang

    known: tuple[Lang, ...] = get_args(Lang)
    for lang in known:
        if given == lang:
            return lang
    raise typer.BadParameter(f"there is no language {given!r}: choose {' or '.join(known)}", param_hint="--lang")


def check_date(given: str | None) -> date | None:
    """``--date`` as a date."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a date: write year-month-day, for instance 2024-05-31", param_hint="--date") from None


def extractor(patterns: list[Path] | None, jobs: int) -> Extractor | None:
    """What this process extracts with; null where others do the work and all rules are ours: loading them takes a second.

    :raises PatternError: a pattern folder of the user's is malformed, which is said before anything is written.
    """
    from extractor.run.collector import loading

    with loading():
        if jobs > 1 and not patterns:
            return None
        from extractor.pipeline import Extractor
        from extractor.rules import Rules

        return Extractor(Rules.load(*patterns or ()))


def check_jobs(given: int) -> int:
    """``--jobs`` as a number of processes, 0 being as many as can run at once."""
    if given:
        return given
    from extractor.run.pool import processors

    return processors()


def check_kinds(given: Iterable[str] | None, rules: Rules, also: Iterable[str] = ()) -> frozenset[str]:
    """``--kind`` as a set; every one must be a kind of the guideline or of some rule, or one of ``also``."""
    from extractor.model import KINDS
    from extractor.rules import NOTHING

    known = sorted({*KINDS, *(rule.kind for rule in rules.rules)} - {NOTHING} | {*also})
    for kind in given or ():
        if kind not in known:
            raise typer.BadParameter(f"there is no kind {kind!r}: choose among {', '.join(known)}", param_hint="--kind")
    return frozenset(given or ())


def check_inputs(given: Iterable[str]) -> None:
    """At least one of the inputs must be there; single ones that are missing are reported by the run."""
    given = list(given)
    if not any(name == "-" or Path(name).exists() or _matches(name) for name in given):
        raise typer.BadParameter(f"there is no {' and no '.join(given)}: check the path", param_hint="INPUT")


def _matches(pattern: str) -> bool:
    return any(glob.iglob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns


def read(inputs: list[str]) -> Iterator[Document | None]:
    """The documents of the inputs; for one that cannot be read a line on standard error, and None."""
    from extractor.load import read_documents
    from extractor.model import Failure

    for item in read_documents(inputs):
        if isinstance(item, Failure):
            say(item.message)
            yield None
        else:
            yield item


@contextmanager
def reading(inputs: list[str], columns: Asked) -> Iterator[tuple[Iterator[Item], Meter]]:
    """The documents of the inputs, files not yet read, and how far it has come."""
    from extractor.load.batch import plan
    from extractor.load.meter import Meter
    from extractor.load.zipped import Archives

    meter = Meter()
    with Archives() as archives:
        yield plan(inputs, columns, archives, meter=meter), meter
