"""Formats that hold one table a file: ``facts.csv`` has ``facts.documents.csv`` and ``facts.errors.csv`` beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from extractor.schema import TABLES, Column
from extractor.write.base import Writer
from extractor.write.values import Cells


class TableFile(Protocol):
    """One table being written to one file; ``failures`` are what its library raises when it cannot write."""

    failures: tuple[type[Exception], ...]

    def write(self, cells: list[Cells]) -> None:
        """Append rows."""

    def close(self) -> None:
        """Finish the file."""


class BesideWriter(Writer):
    """The first table under the name given, the others beside; a file of errors only where there are any."""

    def __init__(self, path: Path, tables: Sequence[str], start: Callable[[Path, Sequence[Column]], TableFile]) -> None:
        super().__init__(path, tables)
        self._start = start
        self._files: dict[str, TableFile] = {}

    def beside(self, table: str) -> Path:
        """Where a table goes."""
        return self.path if table == self.tables[0] else self.path.with_name(f"{self.path.stem}.{table}{self.path.suffix}")

    def _open(self) -> None:
        for table in self.tables:
            if table != "errors":
                self._file(table)

    def _write(self, table: str, cells: list[Cells]) -> None:
        self._file(table).write(cells)

    def _file(self, table: str) -> TableFile:
        if table not in self._files:
            self._files[table] = self._start(self._part(self.beside(table)), TABLES[table])
            self.failures = self._files[table].failures
        return self._files[table]

    def _close(self, *, complete: bool) -> None:  # noqa: ARG002  # a cut file is removed like a whole one
        with ExitStack() as files:  # each is closed, whatever becomes of the others
            for file in self._files.values():
                files.callback(file.close)

    def _publish(self) -> None:
        super()._publish()
        if "errors" not in self._files:
            self.beside("errors").unlink(missing_ok=True)  # of an earlier run
