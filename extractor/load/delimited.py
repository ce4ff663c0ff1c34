"""Reader of delimited tables with a header: ``.csv`` (comma, semicolon or tab, as Excel writes them) and ``.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TextIO

from extractor.load.streams import has_bad_bytes, text_lines
from extractor.load.tables import BadRow, Row, Table

_LONGEST_CELL = 1 << 26  # characters; csv's own limit of 131,072 is below a long article


def read_csv(stream: BinaryIO) -> Table:
    """The table in a stream; the delimiter is the one of ``, ; tab`` that the header holds most often."""
    lines = text_lines(stream, "")
    header = lines.readline()
    return _table(header, lines, max(",;\t", key=header.count))


def read_tsv(stream: BinaryIO) -> Table:
    """The table in a stream, delimited by tabs."""
    lines = text_lines(stream, "")
    return _table(lines.readline(), lines, "\t")


def _table(header: str, lines: TextIO, delimiter: str) -> Table:
    columns = next(csv.reader([header], delimiter=delimiter), [])

    def rows(wanted: Sequence[str]) -> Iterator[Row | BadRow]:
        return _rows(lines, columns, delimiter)

    return Table(columns, rows)


def _rows(lines: TextIO, columns: Sequence[str], delimiter: str) -> Iterator[Row | BadRow]:
    csv.field_size_limit(_LONGEST_CELL)
    # strict: a stray quote is told, not swallowed together with the rows behind it
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield BadRow(number, f"malformed near line {reader.line_num + 1}: {error}")
            continue
        if cells is None:
            return
        if cells:
            yield _row(number, cells, columns)


def _row(number: int, cells: list[str], columns: Sequence[str]) -> Row | BadRow:
    if any(cells[len(columns) :]):
        return BadRow(number, f"{len(cells)} cells under {len(columns)} columns: put quotes around cells that hold the delimiter")
    if any(has_bad_bytes(cell) for cell in cells):
        return BadRow(number, "the row is not UTF-8")
    return Row(number, dict(zip(columns, cells, strict=False)))
