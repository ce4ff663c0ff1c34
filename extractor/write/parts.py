"""One part of a dataset folder: ``facts/part-00000.parquet``, and the same of the other tables, empty or not."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from extractor.write.atomic import make_folder
from extractor.write.beside import BesideWriter
from extractor.write.parquet import ParquetFile

TABLES = ("facts", "tasks", "documents", "errors")
LEFTOVERS = ".trichluc-*"  # what a run that was killed leaves in a folder


class PartFile(TypedDict):
    """A file of a part: its path below the folder, its size, and its SHA-256."""

    path: str
    bytes: int
    sha256: str


class PartWriter(BesideWriter):
    """Writes part ``number`` of the dataset in ``folder``. Its files are on the disk, not only on their way there, when the block ends."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__(folder / f"part-{number:05}.parquet", TABLES, ParquetFile)

    @property
    def named(self) -> Path:
        """The dataset: that is what the user named."""
        return self.path.parent

    def beside(self, table: str) -> Path:
        """Where a table goes."""
        return self.path.parent / table / self.path.name

    def files(self) -> Iterator[PartFile]:
        """What has been written."""
        for table in self.tables:
            data = self.beside(table).read_bytes()
            yield PartFile(path=f"{table}/{self.path.name}", bytes=len(data), sha256=hashlib.sha256(data).hexdigest())

    def _open(self) -> None:
        for table in self.tables:
            self._new = make_folder(self.beside(table).parent) + self._new
            self._file(table)

    def _publish(self) -> None:
        for final, part in self._parts.items():
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(final)


def remove_strays(folder: Path, known: set[str]) -> None:
    """Remove the parts of the dataset that are not ``known``, by path below the folder, and what lies there half written."""
    for table in TABLES:
        for pattern in ("part-*.parquet", LEFTOVERS):
            for path in (folder / table).glob(pattern):
                if f"{table}/{path.name}" not in known:
                    with suppress(OSError):
                        path.unlink()
