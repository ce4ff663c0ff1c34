"""Where the rows go: a file, a readable table on a terminal, JSON Lines into a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.reading import reading
from extractor.run import Sink
from extractor.schema import TABLES
from extractor.write import open_writer
from extractor.write.jsonl import json_line
from extractor.write.values import Cells, as_rows

if TYPE_CHECKING:
    from extractor.office.labels import Lang


@contextmanager
def opened(output: Path | None, table: str = "facts", lang: Lang = "vi") -> Iterator[Sink]:
    """The sink for ``-o``: a file where one is named, else what suits standard output.

    :param table: what the file is about: ``facts``, ``tasks`` or ``findings``.
    :param lang: of the headings of tasks on a terminal.
    """
    if output is not None:
        with open_writer(output, (table, "documents", "errors")) as writer:
            yield writer
    else:
        with closed_pipe_is_fine():
            if not sys.stdout.isatty():
                yield JsonLines(table)
            elif table == "tasks":
                from extractor.cli.task_table import TerminalTasks

                yield TerminalTasks(lang)
            elif table == "findings":
                from extractor.cli.finding_table import TerminalFindings

                yield TerminalFindings()
            else:
                yield TerminalTable()


@contextmanager
def closed_pipe_is_fine() -> Iterator[None]:
    """``| head`` has read enough: no message, and nothing left to flush."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


class JsonLines:
    """One table on standard output, a JSON object a line; UTF-8 whatever the locale says."""

    def __init__(self, table: str) -> None:
        self._out = sys.stdout.buffer
        self._table = table

    def add(self, table: str, cells: list[Cells]) -> None:
        """Print the rows of the table; errors are told on standard error."""
        if table == self._table:
            self._out.writelines(json_line(row, TABLES[table]).encode() + b"\n" for row in cells)
            self._out.flush()


class TerminalTable:
    """A table a document: kind, the words, what they were read as, where they stand, and the rule."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(highlight=False)

    def add(self, table: str, cells: list[Cells]) -> None:
        """Print the rows of one document."""
        if table != "facts" or not cells:
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        rows = as_rows(cells, TABLES[table])
        shown = Table(title=Text(str(rows[0]["doc_id"])), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for name in ("kind", "text", "reading", "at", "rule"):
            shown.add_column(name, justify="right" if name == "at" else "left", overflow="fold")
        for row in rows:
            words = " ".join(str(row["text"]).split())
            shown_cells = (str(row["kind"]), words, reading(row), f"{row['start']}-{row['end']}", str(row["rule"]))
            shown.add_row(*(Text(cell) for cell in shown_cells))
        self._console.print(shown)
