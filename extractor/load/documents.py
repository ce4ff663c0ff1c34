"""The two entrances of the stage: one file, and whatever a user names."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple

from extractor.errors import LoadError
from extractor.load import jsonl, plain
from extractor.load.columns import find_columns, is_own_result
from extractor.load.formats import ADVICE, DOCUMENTS, TABLES, inner_ending, open_bytes, split_ending
from extractor.load.inputs import STDIN, Source, document_ids, expand, failure, readable
from extractor.load.streams import HEAD, Rejoined
from extractor.load.tables import BadRow, Table, to_document
from extractor.model import Document, Failure

# What a damaged, locked or vanished file raises while its bytes are read.
_UNREADABLE = (OSError, EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError)


class _Asked(NamedTuple):
    """Columns that the user named."""

    text: str | None
    id: str | None
    date: str | None


def load(path: str | os.PathLike[str]) -> Document:
    """One file as a document: ``.txt`` or ``.txt.gz``.

    :param path: a file; its stem becomes ``doc_id`` and its path ``source``.
    :return: the document, its text exactly as decoded; ``sha256`` is of the unpacked bytes, so packing changes no document.
    :raises LoadError: the file is missing, empty, of an ending or an encoding that is not read, or a table or a folder.
    """
    path = Path(path)
    if path.is_dir() or inner_ending(path) in TABLES:
        raise LoadError(f"{readable(path)}: holds many documents: use read_documents")
    ending = inner_ending(path)
    if ending is None:
        raise LoadError(f"{readable(path)}: cannot read {split_ending(path)[1] or 'a file without an ending'}: {ADVICE}")
    try:
        with open_bytes(path) as stream:
            data = stream.read()
        return _document(DOCUMENTS[ending](_filled(data)), data, readable(split_ending(path)[0]), readable(path))
    except FileNotFoundError:
        raise LoadError(f"{readable(path)}: there is no such file: check the path") from None
    except _UNREADABLE as error:
        raise LoadError(f"{readable(path)}: {_reason(error)}") from None
    except LoadError as error:
        raise LoadError(f"{readable(path)}: {error}") from None


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
    """
    names = [inputs] if isinstance(inputs, str) else [os.fspath(name) for name in inputs]
    sources = expand(names)
    files = [source for source in sources if isinstance(source, Source)]
    ids = document_ids(files)
    asked = _Asked(text_column, id_column, date_column)
    for source in sources:
        if isinstance(source, Failure):
            yield source
        elif source.given == STDIN:
            yield from _read_stdin(stdin or sys.stdin.buffer, asked)
        elif source.is_table:
            prefix = f"{readable(split_ending(source.path)[0])}:" if len(files) > 1 else ""
            yield from _read_table_file(source, asked, prefix)
        else:
            yield _read_file(source, ids[source.path])


def _read_file(source: Source, doc_id: str) -> Document | Failure:
    try:
        return replace(load(source.path), doc_id=doc_id)
    except LoadError as error:
        return failure(source.given, str(error).removeprefix(f"{source.given}: "))


def _read_stdin(stream: BinaryIO, asked: _Asked) -> Iterator[Document | Failure]:
    try:
        head = stream.read(HEAD)
        if re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"', head):
            table = jsonl.read(BufferedReader(Rejoined(head, stream)))
            yield from _read_rows(table, Source(Path(STDIN), STDIN, STDIN), asked, "")
        else:
            data = head + stream.read()
            yield _document(plain.read(_filled(data)), data, "stdin", STDIN)
    except LoadError as error:
        yield failure(STDIN, str(error))
    except _UNREADABLE as error:
        yield failure(STDIN, _reason(error))


def _read_table_file(source: Source, asked: _Asked, prefix: str) -> Iterator[Document | Failure]:
    try:
        with open_bytes(source.path) as stream:
            if not stream.read(1):
                raise LoadError("the file is empty: remove it or write it again")
            stream.seek(0)
            table = TABLES[inner_ending(source.path) or ""](stream)
            yield from _read_rows(table, source, asked, prefix)
    except LoadError as error:
        yield failure(source.given, str(error))
    except _UNREADABLE as error:
        yield failure(source.given, _reason(error))


def _read_rows(table: Table, source: Source, asked: _Asked, prefix: str) -> Iterator[Document | Failure]:
    if asked.text is None and is_own_result(table.columns):
        if not source.in_folder:
            raise LoadError("the table was written by trichluc: give the articles, not the result")
        return
    columns = find_columns(table.columns, text=asked.text, id=asked.id, date=asked.date)
    count = 0
    with closing(_closable(table.rows(columns.names()))) as rows:
        for count, row in enumerate(rows, 1):
            item = row if isinstance(row, BadRow) else to_document(row, columns, source.given, prefix)
            yield failure(f"{source.given}:{item.number}", f"row {item.number}: {item.why}") if isinstance(item, BadRow) else item
    if not count:
        raise LoadError("the table has no rows")


def _closable[T](items: Iterable[T]) -> Iterator[T]:
    yield from items


def _filled(data: bytes) -> bytes:
    if not data:
        raise LoadError("the file is empty: remove it or write it again")
    return data


def _document(document: Document, data: bytes, doc_id: str, source: str) -> Document:
    if not document.text.strip():
        raise LoadError("the file holds no text: remove it or write it again")
    return replace(document, doc_id=doc_id, source=source, sha256=hashlib.sha256(data).hexdigest())


def _reason(error: BaseException) -> str:
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return "damaged or cut off gzip: pack it again"
    if isinstance(error, UnicodeDecodeError):
        return f"does not fit {error.encoding.upper()} from there on: save it again as UTF-8"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
