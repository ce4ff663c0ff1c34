"""Whatever a user names, as a stream of documents and failures."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader
from typing import BinaryIO, NamedTuple

from extractor.errors import LoadError
from extractor.load import jsonl, plain
from extractor.load.columns import find_columns, is_own_result
from extractor.load.formats import TABLES, inner_ending, open_bytes, readable, split_ending
from extractor.load.inputs import STDIN, Source, document_ids, expand, failure
from extractor.load.single import UNREADABLE, filled, identified, read_file, reason
from extractor.load.streams import HEAD, Rejoined
from extractor.load.tables import BadRow, Table, to_document
from extractor.model import Document, Failure

_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


class _Asked(NamedTuple):
    """Columns that the user named."""

    text: str | None
    id: str | None
    date: str | None


def read_documents(
    inputs: Sequence[str],
    *,
    text_column: str | None = None,
    id_column: str | None = None,
    date_column: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Failure]:
    """The documents of all inputs, one after the other, never more than a few in memory.

    :param inputs: each a file, a folder (read with its subfolders, hidden files left out), a pattern such as
        ``"tin/**/*.txt"``, a table of articles (``.jsonl .ndjson .csv .tsv .parquet``, text ones also ``.gz``), or ``-``.
    :param text_column: the column of tables that holds the text; likewise ``id_column`` and ``date_column``. Without them
        they are found by name (``extractor.load.columns.NAMES``).
    :param stdin: what ``-`` reads, by default standard input: one document, or JSON Lines where it begins with ``{"``.
    :return: documents, and for each file or row that cannot be read one ``Failure``. ``doc_id`` is the file's stem
        (see ``inputs.document_ids`` for equal stems) or the id column's value. A row without an id takes its number,
        with the table's stem before it (``tin-2024:17``) where the run has more than one input file.
        Tables that Trích Lục wrote are left out of folders, so that a result never becomes an input.
    """
    names = [inputs] if isinstance(inputs, str) else [os.fspath(name) for name in inputs]
    sources = expand(names)
    files = [source for source in sources if isinstance(source, Source)]
    ids = document_ids(files)
    asked = _Asked(text_column, id_column, date_column)
    for source in sources:
        if isinstance(source, Failure):
            yield source
        else:
            yield from _read_source(source, asked, ids.get(source.path), len(files) == 1, stdin)


def _read_source(source: Source, asked: _Asked, doc_id: str | None, alone: bool, stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    try:
        if source.given == STDIN:
            yield from _read_stdin(stdin or sys.stdin.buffer, source, asked)
        elif doc_id is None:
            yield from _read_table(source, asked, "" if alone else f"{readable(split_ending(source.path)[0])}:")
        else:
            yield read_file(source.path, doc_id)
    except LoadError as error:
        yield failure(source.given, str(error))
    except UNREADABLE as error:
        yield failure(source.given, reason(error))


def _read_stdin(stream: BinaryIO, source: Source, asked: _Asked) -> Iterator[Document | Failure]:
    head = stream.read(HEAD)
    if _JSON_OBJECT.match(head):
        table = jsonl.read(BufferedReader(Rejoined(head, stream)))
        yield from _read_rows(table, source, asked, "")
    else:
        data = head + stream.read()
        yield identified(plain.read(filled(data)), data, "stdin", STDIN)


def _read_table(source: Source, asked: _Asked, id_prefix: str) -> Iterator[Document | Failure]:
    with open_bytes(source.path) as stream:
        filled(stream.read(1))
        stream.seek(0)
        table = TABLES[inner_ending(source.path) or ""](stream)
        yield from _read_rows(table, source, asked, id_prefix)


def _read_rows(table: Table, source: Source, asked: _Asked, id_prefix: str) -> Iterator[Document | Failure]:
    if asked.text is None and is_own_result(table.columns):
        if source.in_folder:
            return
        raise LoadError("the table was written by trichluc: give the articles, not the result")
    columns = find_columns(table.columns, asked._asdict())
    empty = True
    for row in table.rows(columns.names()):
        empty = False
        item = row if isinstance(row, BadRow) else to_document(row, columns, source.given, id_prefix)
        yield failure(f"{source.given}:{item.number}", f"row {item.number}: {item.why}") if isinstance(item, BadRow) else item
    if empty:
        raise LoadError("the table has no rows: remove it or write it again")
