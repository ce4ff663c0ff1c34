"""Rows of a table of articles become documents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extractor.load.columns import Columns
from extractor.load.dates import parse_date
from extractor.model import Document

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Row(NamedTuple):
    """One row: its number, from 1 (a header is not counted; in JSON Lines it is the line), and its cells by column."""

    number: int
    cells: dict[str, object]


class BadRow(NamedTuple):
    """A row that cannot be read, and why."""

    number: int
    why: str


class Table(NamedTuple):
    """An open table: the names of its columns, and a function from the columns wanted to its rows, read as they are asked for."""

    columns: Sequence[str]
    rows: Callable[[Sequence[str]], Iterator[Row | BadRow]]


def to_document(row: Row, columns: Columns, source: str, id_prefix: str = "") -> Document | BadRow:
    """The document of a row. Its id is the id column's value, or ``id_prefix`` and the row number."""
    text = row.cells.get(columns.text)
    if text is None or (isinstance(text, str) and not text.strip()):
        return BadRow(row.number, f"column {columns.text!r} holds no text")
    if not isinstance(text, str):
        return BadRow(row.number, f"column {columns.text!r} holds {type(text).__name__}, not text")
    text = _LONE_SURROGATE.sub("\ufffd", text)  # half of a character, from a cut JSON escape: no encoding can store it
    return Document(
        text=text,
        doc_id=_words(_cell(row, columns.id)) or f"{id_prefix}{row.number}",
        source=source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=_words(_cell(row, columns.title)),
        date=parse_date(_cell(row, columns.date)),
        place=_words(_cell(row, columns.place)),
        publisher=_words(_cell(row, columns.publisher)),
        author=_words(_cell(row, columns.author)),
    )


def _cell(row: Row, column: str | None) -> object:
    return None if column is None else row.cells.get(column)


def _words(value: object) -> str | None:
    """A cell as text: numbers without ``.0``, lists of names joined; None where it is empty or nothing that reads as text."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value))) or None
    if isinstance(value, float):
        value = int(value) if value.is_integer() else None if value != value else value
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        return None
    return _LONE_SURROGATE.sub("\ufffd", str(value)).strip() or None
