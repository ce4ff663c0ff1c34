"""Reader of delimited tables with a header: ``.csv`` (comma, semicolon or tab, as Excel writes them) and ``.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import BinaryIO

from extractor.errors import LoadError
from extractor.load.streams import has_bad_bytes, text_lines
from extractor.load.tables import BadRow, Row, Table

_LONGEST_CELL = 1 << 26  # characters; csv's own limit of 131,072 is below a long article


def read_csv(stream: BinaryIO) -> Table:
    """The table in a stream; the delimiter is the one of ``, ; tab`` that the first line holds most often.

    :raises LoadError: the header is malformed.
    """
    lines = text_lines(stream, "")
    first = lines.readline()
    return _table(chain([first], lines), max(",;\t", key=first.count))


def read_tsv(stream: BinaryIO) -> Table:
    """The table in a stream, delimited by tabs.

    :raises LoadError: the header is malformed.
    """
    return _table(text_lines(stream, ""), "\t")


def _table(lines: Iterable[str], delimiter: str) -> Table:
    csv.field_size_limit(_LONGEST_CELL)
    # strict: a stray quote is told, not swallowed together with the rows behind it
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        columns = next(reader, [])
    except csv.Error as error:
        raise LoadError(f"the header is malformed ({error}): write the table again") from None

    def rows(_wanted: Sequence[str]) -> Iterator[Row | BadRow]:
        for number in count(1):
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield BadRow(number, f"malformed near line {reader.line_num}: {error}")
                continue
            if cells is None:
                return
            if cells:
                yield _row(number, cells, columns)

    return Table(columns, rows)


def _row(number: int, cells: list[str], columns: Sequence[str]) -> Row | BadRow:
    if any(cells[len(columns) :]):
        return BadRow(number, f"{len(cells)} cells under {len(columns)} columns: put quotes around cells that hold the delimiter")
    if any(has_bad_bytes(cell) for cell in cells):
        return BadRow(number, "the row is not UTF-8")
    return Row(number, dict(zip(columns, cells, strict=False)))
