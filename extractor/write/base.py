"""What all writers share: rows in batches, and a file that appears complete or not at all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.model import Value
from extractor.schema import TABLES
from extractor.write.atomic import cannot_write, make_folder, neighbour, remove_empty
from extractor.write.values import Cells, to_cells

BATCH = 10_000  # rows of a table held in memory; also the size of a Parquet row group


DEFAULT = ("facts", "documents", "errors")


class Writer(ABC):
    """Writes some ``tables`` of ``schema.TABLES`` to ``path``; use it in ``with``.

    All is written to temporary neighbours, which take the final names when the block ends well. When it ends in an
    exception they are removed, and what stood under the names before stays.
    """

    def __init__(self, path: Path, tables: Sequence[str] = DEFAULT) -> None:
        self.path = path
        self.tables = tables  # the first is the one that the file is about
        self.failures: tuple[type[Exception], ...] = (OSError,)  # what the library raises when it cannot write
        self._pending: dict[str, list[Cells]] = {table: [] for table in tables}
        self._parts: dict[Path, Path] = {}  # final name -> temporary neighbour
        self._new: list[Path] = []  # folders that were not there before, the deepest first

    @property
    def named(self) -> Path:
        """How messages call what is written."""
        return self.path

    def __enter__(self) -> Self:
        with self._reported(), self._undone_on_error():
            self._new = make_folder(self.path.parent)
            self._open()
        return self

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Add rows to a table, as often as there are some.

        :param table: one of ``tables``.
        :param rows: values by column name (``extractor.table.fact_row``); a missing key is an empty cell.
        :raises WriteError: the disk is full, the file is locked, and the like.
        """
        self.add(table, to_cells(rows, TABLES[table]))

    def add(self, table: str, cells: list[Cells]) -> None:
        """Add rows as ``to_cells`` gives them; otherwise as ``write``."""
        pending = self._pending[table]
        pending.extend(cells)
        while len(pending) >= BATCH:
            with self._reported():
                self._write(table, pending[:BATCH])
            del pending[:BATCH]

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._undo()
            return
        with self._reported(), self._undone_on_error():
            for table, pending in self._pending.items():
                if pending:
                    self._write(table, pending)
            self._close(complete=True)
            self._publish()

    @abstractmethod
    def _open(self) -> None:
        """Start the files, each under the name that ``_part`` gives."""

    @abstractmethod
    def _write(self, table: str, cells: list[Cells]) -> None:
        """Append rows, in schema order, at most ``BATCH``."""

    @abstractmethod
    def _close(self, *, complete: bool) -> None:
        """Let go of the files, whose rows are complete or (after a failure at any stage, even of ``_open``) are not."""

    def _publish(self) -> None:
        # The first file opened is the one the user named: it comes last and seals the set.
        for final, part in reversed(self._parts.items()):
            part.replace(final)

    def _part(self, final: Path) -> Path:
        part = neighbour(final)
        self._parts[final] = part
        return part

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except self.failures as error:
            raise cannot_write(self.named, error) from error

    @contextmanager
    def _undone_on_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        with suppress(Exception):  # libraries stumble in many ways over a file that could not be written
            self._close(complete=False)
        for part in self._parts.values():
            for leftover in (part, part.with_name(part.name + ".wal")):  # DuckDB keeps its log beside
                with suppress(OSError):
                    leftover.unlink()
        remove_empty(self._new)
