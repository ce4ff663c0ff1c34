"""Rows of a table of articles become documents."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extractor.load.columns import Columns
from extractor.load.dates import parse_date
from extractor.load.decode import guessed
from extractor.load.legacy.fonts import mend
from extractor.load.surrogates import whole
from extractor.model import Document

_NUMBER = re.compile(r"(?:[Ss]ố ?:? ?)?(?P<number>\d[\d.]*[a-dA-D]?)(?P<symbol> ?[/-] ?\S.*)?")


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


def to_document(row: Row, columns: Columns, source: str | None, id_prefix: str = "") -> Document | BadRow:
    """The document of a row. Its id is the id column's value, or ``id_prefix`` and the row number."""
    text = row.cells.get(columns.text)
    if text is None or (isinstance(text, str) and not text.strip()):
        return BadRow(row.number, f"column {columns.text!r} holds no text")
    if not isinstance(text, str):
        return BadRow(row.number, f"column {columns.text!r} holds {type(text).__name__}, not text")
    text = whole(text)  # a JSON escape may be cut
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    text, encoding = mend(text)
    title = _words(_cell(row, columns.title))
    number, symbol = _numbered(_words(_cell(row, columns.number)))
    return Document(
        text=text,
        doc_id=_words(_cell(row, columns.id)) or f"{id_prefix}{row.number}",
        source=source,
        sha256=sha256,
        title=mend(title)[0] if encoding and title else title,
        date=parse_date(_cell(row, columns.date)),
        place=_words(_cell(row, columns.place)),
        publisher=_words(_cell(row, columns.publisher)),
        author=_words(_cell(row, columns.author)),
        number=number,
        symbol=symbol,
        doc_type=_type(_words(_cell(row, columns.doc_type))),
        issuer=_words(_cell(row, columns.issuer)),
        signer=_words(_cell(row, columns.signer)),
        encoding=encoding,
        warnings=(guessed(encoding),) if encoding else (),
    )


def _numbered(cell: str | None) -> tuple[str | None, str | None]:
    """Number and symbol of a cell such as ``0624/TB-VPCP``, as the facts of a document have them; a cell without a number is no symbol."""
    m = _NUMBER.fullmatch(cell or "")
    if m is None:
        return None, None
    from extractor.doc_codes import parse_symbol, plain_number
    from extractor.fold import fold_text

    symbol = parse_symbol(fold_text(m.group("symbol") or ""))
    return plain_number(m.group("number"), symbol.doc_type), symbol.text or None


def _type(cell: str | None) -> str | None:
    """A type as the table writes it (``Quyết định``, ``QĐ``), lower case Vietnamese."""
    if cell is None:
        return None
    from extractor.doc_codes import type_of_word

    return type_of_word(unicodedata.normalize("NFC", cell))


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
    return whole(str(value)).strip() or None
