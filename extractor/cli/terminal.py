"""What goes to standard error: messages of one line, and progress where a person looks on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from extractor.run import Counts

_EVERY = 0.2  # seconds between two updates of the progress line


def say(message: str) -> None:
    """One line on standard error, with the program's name before it."""
    typer.echo(f"trichluc: {' '.join(message.splitlines())}", err=True)


class Progress:
    """A line on standard error that counts; silent unless standard error is a terminal."""

    def __init__(self, wanted: bool, rows: str = "facts") -> None:
        self.on = wanted and sys.stderr.isatty()
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

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self.on and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
