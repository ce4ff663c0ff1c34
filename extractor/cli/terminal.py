"""What goes to standard error: messages of one line, and progress where a person looks on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import NoReturn

    from extractor.load.meter import Meter
    from extractor.model import Failure
    from extractor.office.listed import ListedTask
    from extractor.run import Counts, Seen

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


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Progress:
    """A line on standard error that counts; silent unless standard error is a terminal."""

    def __init__(self, quiet: bool, to_file: bool, rows: str = "facts", meter: Meter | None = None) -> None:
        self.on = not quiet and to_file and sys.stderr.isatty()
        self._quiet = quiet
        self._begun = time.monotonic()
        self._shown = 0.0
        self._rows = rows
        self._meter = meter
        self._skipped: float | None = None  # what of the whole had been done when the first document came

    def show(self, counts: Counts) -> None:
        """Update the line, a few times a second."""
        now = time.monotonic()
        if self.on and now - self._shown >= _EVERY:
            self._shown = now
            spent = max(now - self._begun, 0.001)
            rate = f"{counts.documents / spent:,.0f} documents/s"
            sys.stderr.write(f"\r\x1b[K{counts.documents:,} documents, {counts.rows:,} {self._rows}, {rate}{self._left(spent)}")
            sys.stderr.flush()

    def _left(self, spent: float) -> str:
        """How much is done and how long the rest will take, where the whole is known."""
        share = self._meter.share() if self._meter else None
        if share is None:
            return ""
        if self._skipped is None:
            self._skipped = share if share < 1 else 0.0
        fresh = share - self._skipped
        left = f", {_clock(spent * (1 - share) / fresh)} left" if fresh > 0 else ""
        return f", {share:.0%}{left}"

    def notice(self, counts: Counts, item: Seen | Failure) -> None:
        """What the run calls after each document: say why it failed or what was read with loss, and count."""
        from extractor.model import Failure

        if isinstance(item, Failure):
            messages = [item.message]
        else:
            messages = [] if self._quiet else [f"{item.name}: warning: {each}" for each in item.warnings]
        if messages:
            self.clear()
        for message in messages:
            say(message)
        self.show(counts)

    def end(self, counts: Counts, output: Path | None) -> NoReturn:
        """Sum up the run, and leave the program: exit code 1 where documents failed, else 0."""
        self.clear()
        for line in self._meter.remarks if self._meter and not self._quiet else ():
            say(line)
        if self.on:
            say(f"{counts.documents:,} documents, {counts.rows:,} {self._rows}, {counts.failed:,} failed: {output}")
        raise typer.Exit(1 if counts.failed else 0)

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self.on and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
