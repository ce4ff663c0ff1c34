"""A tool in its own process, as the comparison talks to it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import Any

from peers.answer import Answer

_BENCHMARKS = Path(__file__).parent.parent
_PATIENCE = 300.0  # seconds for one request


class ToolError(Exception):
    """The tool could not be started, died, or took too long; its text says so."""


class Tool:
    """A served module (``peers.serve``), until ``close``. Every request raises ``ToolError`` where the process cannot answer.

    :raises ToolError: it cannot be loaded.
    """

    def __init__(self, python: str, module: str) -> None:
        try:
            self._process = subprocess.Popen(
                [python, "-m", "peers.serve", module],
                cwd=_BENCHMARKS,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise ToolError(f"not installed ({error.strerror})") from error
        try:
            self.start_up: float = self._told()["loaded"]
        except ToolError:
            self.close()
            raise

    def texts(self, texts: Sequence[tuple[str, str | None]]) -> None:
        """The texts that the next requests are about, each with its document's day (ISO) or null."""
        self._ask(texts=texts)

    def seconds(self) -> float:
        """Seconds of one pass over the texts."""
        self._ask(run=True)
        return float(self._told()["seconds"])

    def answers(self) -> list[list[Answer]]:
        """What is found in each text."""
        self._ask(answers=True)
        return [[Answer(*answer) for answer in found] for found in self._told()["answers"]]

    def memory(self) -> int | None:
        """The most memory that the process has held, in MB; null where the system does not tell."""
        self._ask(memory=True)
        mb: float | None = self._told()["mb"]
        return round(mb) if mb else None

    def close(self) -> None:
        """End the process."""
        with self._process as process:  # closes its pipes
            process.kill()

    def _ask(self, **asked: Any) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        try:
            print(json.dumps(asked, ensure_ascii=False), file=self._process.stdin, flush=True)
        except OSError as error:
            raise ToolError("its process has ended") from error

    def _told(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101
        guard = Timer(_PATIENCE, self._process.kill)
        guard.start()
        line = self._process.stdout.readline()
        guard.cancel()
        if not line:
            raise ToolError(f"its process has ended (within {_PATIENCE:.0f} s)")
        told: dict[str, Any] = json.loads(line)
        if "error" in told:
            raise ToolError(told["error"])
        return told
