"""Reader of JSON Lines tables: ``.jsonl``, ``.ndjson``; one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from extractor.load.streams import has_bad_bytes, text_lines
from extractor.load.tables import BadRow, Row, Table

_AHEAD = 100  # lines whose keys together are the columns: writers leave out empty keys


def read(stream: BinaryIO) -> Table:
    """The table in a stream; its columns are the keys of the first hundred objects."""
    rows = _rows(text_lines(stream, "\n"))
    ahead = list(islice(rows, _AHEAD))
    keys = dict.fromkeys(key for row in ahead if isinstance(row, Row) for key in row.cells)

    def all_rows(_wanted: Sequence[str]) -> Iterator[Row | BadRow]:
        return chain(ahead, rows)

    return Table(list(keys), all_rows)


def _rows(lines: Iterable[str]) -> Iterator[Row | BadRow]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield row_of(number, line)


_TYPES = {list: "array", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def row_of(number: int, line: str) -> Row | BadRow:
    """The row that a line holds; a line whose bytes are not UTF-8 comes with them as ``surrogateescape`` leaves them."""
    if has_bad_bytes(line):
        return BadRow(number, "the line is not UTF-8")
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return BadRow(number, f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1}")
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested by the thousand
        return BadRow(number, "not JSON that can be read: a number too long or brackets too deep")
    if not isinstance(value, dict):
        return BadRow(number, f'a JSON {_TYPES.get(type(value), "value")} where an object such as {{"text": …}} belongs')
    return Row(number, value)
