"""What goes to standard error: messages of one line, and progress where a person looks on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import typer

from extractor.model import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import NoReturn

    from extractor.office.listed import ListedTask
    from extractor.result import Result
    from extractor.run import Counts

_EVERY = 0.2  # seconds between two updates of the progress line


def say(message: str) -> None:
    """One line on standard error, with the program's name before it."""
    typer.echo(f"trichluc: {' '.join(message.splitlines())}", err=True)


def say_unread(listed: Iterable[ListedTask]) -> None:
    """Say of each task which typed deadline names no day: no calendar and no reminder knows it."""
    from extractor.office.edits import unread_deadline
    from extractor.office.timing import called, is_done

    for task in listed:
        if (typed := unread_deadline(task)) and not is_done(task):
            say(f"{called(task)}: the deadline typed, {typed!r}, names no day: write 30/6/2026, tháng 6/2026 or quý II/2026")


class Progress:
    """A line on standard error that counts; silent unless standard error is a terminal."""

    def __init__(self, quiet: bool, to_file: bool, rows: str = "facts") -> None:
        self.on = not quiet and to_file and sys.stderr.isatty()
        self._quiet = quiet
        self._begun = time.monotonic()
        self._shown = 0.0
        self._rows = rows

    def show(self, counts: Counts) -> None:
        """Update the line, a few times a second."""
        now = time.monotonic()
        if self.on and now - self._shown >= _EVERY:
            self._shown = now
            rate = counts.documents / max(now - self._begun, 0.001)
            sys.stderr.write(f"\r\x1b[K{counts.documents:,} documents, {counts.rows:,} {self._rows}, {rate:,.0f} documents/s")
            sys.stderr.flush()

    def notice(self, counts: Counts, item: Result | Failure) -> None:
        """What the run calls after each document: say why it failed or what was read with loss, and count."""
        if isinstance(item, Failure):
            messages = [item.message]
        else:
            document = item.document
            messages = [] if self._quiet else [f"{document.source or document.doc_id}: warning: {each}" for each in document.warnings]
        if messages:
            self.clear()
        for message in messages:
            say(message)
        self.show(counts)

    def end(self, counts: Counts, output: Path | None) -> NoReturn:
        """Sum up the run, and leave the program: exit code 1 where documents failed, else 0."""
        self.clear()
        if self.on:
            say(f"{counts.documents:,} documents, {counts.rows:,} {self._rows}, {counts.failed:,} failed: {output}")
        raise typer.Exit(1 if counts.failed else 0)

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self.on and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
