"""JSON Lines: one object a row with every column, null where it is empty, dates ISO, Vietnamese as itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from extractor.schema import Column
from extractor.write.values import Cells


class JsonlFile:
    """One table as JSON Lines, in UTF-8."""

    failures: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._names = [column.name for column in columns]
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, cells: list[Cells]) -> None:
        """Append rows."""
        self._file.writelines(_line(self._names, row) + "\n" for row in cells)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def json_line(cells: Cells, columns: Sequence[Column]) -> str:
    """One row as one line of JSON, without the line end: what the file holds, for a pipe."""
    return _line([column.name for column in columns], cells)


def _line(names: Sequence[str], cells: Cells) -> str:
    return json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False, allow_nan=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no cell")
