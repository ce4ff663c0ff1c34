"""``trichluc due``: what falls due soon, and what is overdue."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date as Date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import say, say_unread

if TYPE_CHECKING:
    from extractor.office.due_list import FallingDue
    from extractor.office.labels import Lang

List = Annotated[
    Path,
    typer.Argument(
        metavar="LIST",
        help="The office's list (.xlsx), or tasks as `trichluc tasks` writes them (.jsonl .parquet .csv).",
        show_default=False,
    ),
]
Within = Annotated[int, typer.Option("--within", metavar="DAYS", min=0, max=1000, help="How many working days ahead.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Count from this day (2024-05-31) in place of today.", show_default=False)
]
Language = Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of the table: vi or en.")]


def due(tasks: List, within: Within = 7, today: Today = None, lang: Language = "vi") -> None:
    """List the tasks that fall due within so many working days, and those overdue, by lead.

    The day is the last on which a task is still in time (the day before "trước ngày 30/4"). Tasks done are left out. A table goes
    to the terminal, JSON Lines into a pipe.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.office.due_list import falling_due, last_day_of
    from extractor.office.tables_in import read_tasks

    language = options.check_language(lang)
    start = _day(today)
    listed = read_tasks(tasks)
    say_unread(listed)
    found = falling_due(listed, start, within)
    if not found:
        say(_nothing(within, last_day_of(start, within), language))
        return
    with closed_pipe_is_fine():
        if sys.stdout.isatty():
            _show(found, start, language)
        else:
            sys.stdout.buffer.writelines(_json_line(item) for item in found)
            sys.stdout.buffer.flush()


def _day(given: str | None) -> Date:
    try:
        return Date.fromisoformat(given) if given else Date.today()
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a date: write year-month-day, for instance 2024-05-31", param_hint="--today") from None


def _json_line(item: FallingDue) -> bytes:
    listed = item.listed
    row = {"last_day": item.day.isoformat(), "days_left": item.days_left, "overdue": item.overdue, "lead": item.lead}
    row |= {name: listed.value(name) for name in ("text", "due_text", "rrule", "item", "doc_id", "task_id")}
    row |= {"state": listed.state, "note": listed.note}
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _show(found: Iterable[FallingDue], today: Date, lang: Lang) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from extractor.office.labels import COLUMNS

    console = Console(highlight=False)
    for lead, items in groupby(found, key=lambda item: item.lead):
        title = "; ".join(lead) or ("Chưa rõ cơ quan chủ trì" if lang == "vi" else "No lead named")
        shown = Table(title=Text(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        shown.add_column(COLUMNS["due"].text(lang), no_wrap=True)
        shown.add_column("Còn (ngày làm việc)" if lang == "vi" else "Working days left", justify="right", max_width=14)
        for name in ("text", "state"):
            shown.add_column(COLUMNS[name].text(lang), overflow="fold")
        for item in items:
            words = " ".join(str(item.listed.value("text")).split())
            cells = (_printed(item.day, lang), _left(item, today, lang), words, item.listed.state or "")
            shown.add_row(*(Text(cell) for cell in cells), style="bold" if item.overdue else "")
        console.print(shown)


def _left(item: FallingDue, today: Date, lang: Lang) -> str:
    if item.overdue:
        return f"{'quá hạn' if lang == 'vi' else 'overdue'} {-item.days_left}"
    if item.day == today:
        return "hôm nay" if lang == "vi" else "today"
    return str(item.days_left)


def _nothing(within: int, until: Date, lang: Lang) -> str:
    day = _printed(until, lang)
    if lang == "vi":
        return f"không có nhiệm vụ nào quá hạn hoặc đến hạn trong {within} ngày làm việc tới (đến hết {day})"
    return f"nothing is overdue or falls due within {within} working days (up to {day})"


def _printed(day: Date, lang: Lang) -> str:
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()
