"""Whatever a user names, as a stream of documents and failures."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from extractor.errors import LoadError, defect
from extractor.load import jsonl
from extractor.load.columns import find_columns, is_own_result
from extractor.load.formats import TABLES, inner_ending, open_bytes, readable, split_ending, unpacked
from extractor.load.inputs import STDIN, Source, document_ids, expand, failure
from extractor.load.meter import Meter
from extractor.load.remarks import Remarks
from extractor.load.signature import ending_of
from extractor.load.single import UNREADABLE, filled, from_bytes, read_bounded, read_file, reason
from extractor.load.streams import HEAD, Rejoined
from extractor.load.tables import BadRow, Row, Table, to_document
from extractor.load.zipped import Archives
from extractor.model import Document, Failure

_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


class Asked(NamedTuple):
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

    :param inputs: each a file, a folder or ``.zip`` (read with its subfolders, hidden files left out), a pattern such as
        ``"tin/**/*.txt"``, a table of articles (``.jsonl .ndjson .csv .tsv .parquet``, text ones also ``.gz``), or ``-``.
    :param text_column: the column of tables that holds the text; likewise ``id_column`` and ``date_column``. Without them
        they are found by name (``extractor.load.columns.NAMES``).
    :param stdin: what ``-`` reads, by default standard input: one document, or JSON Lines where it begins with ``{"``. The
        document may be of any format that tells itself by its bytes; what is none is text.
    :return: documents, and for each file or row that cannot be read one ``Failure``. ``doc_id`` is the file's stem
        (see ``inputs.document_ids`` for equal stems) or the id column's value. A row without an id takes its number,
        with the table's stem before it (``tin-2024:17``) where the run has more than one input file.
        Tables that Trích Lục wrote are left out of folders, so that a result never becomes an input.
    """
    columns = Asked(text_column, id_column, date_column)
    with Archives() as archives:
        for item in plan(inputs, columns, archives, stdin=stdin):
            yield item.read(archives) if isinstance(item, Unread) else item


class Unread(NamedTuple):
    """A file that is one document, not read yet: reading takes long, and any process can do it."""

    source: Source
    doc_id: str

    def size(self) -> int:
        """Bytes to read, packed or not; 0 where that is not known."""
        try:
            return self.source.size or self.source.path.stat().st_size
        except OSError:
            return 0

    def read(self, archives: Archives) -> Document | Failure:
        """The document, or why there is none."""
        try:
            if self.source.archive is None:
                return read_file(self.source.path, self.doc_id)
            with _opened(self.source, archives) as stream:
                return from_bytes(read_bounded(stream), inner_ending(self.source.path) or "", self.doc_id, self.source.given)
        except Exception as error:
            return _failed(self.source, error)

    def sha256(self, archives: Archives) -> str | None:
        """What ``sha256`` of the document will be, which takes no more than its bytes; null where they cannot be had."""
        try:
            with _opened(self.source, archives) as stream:
                return hashlib.sha256(read_bounded(stream)).hexdigest()
        except (LoadError, *UNREADABLE):
            return None


def plan(
    inputs: Sequence[str], columns: Asked, archives: Archives, *, stdin: BinaryIO | None = None, meter: Meter | None = None
) -> Iterator[Document | Failure | Unread]:
    """As ``read_documents``, with single files left unread.

    :param meter: is told how far the reading has come.
    """
    names = [inputs] if isinstance(inputs, str) else [os.fspath(name) for name in inputs]
    sources = expand(names)
    files = [source for source in sources if isinstance(source, Source)]
    run = _Run(columns, document_ids(files), len(files) == 1, archives, stdin, meter or Meter())
    run.meter.expect(files)
    for source in sources:
        yield from run.read(source) if isinstance(source, Source) else (source,)


class _Run(NamedTuple):
    """What reading one source needs to know of all: ``alone`` where it is the only one."""

    asked: Asked
    ids: dict[Path, str]
    alone: bool
    archives: Archives
    stdin: BinaryIO | None
    meter: Meter

    def read(self, source: Source) -> Iterator[Document | Failure | Unread]:
        try:
            if source.given == STDIN:
                yield from _read_stdin(self.stdin or sys.stdin.buffer, source, self.asked, self.meter)
            elif source.is_table:
                prefix = "" if self.alone else f"{readable(split_ending(source.path)[0])}:"
                with _opened(source, self.archives) as stream:
                    self.meter.follow(source, stream)
                    yield from _read_table(stream, source, self.asked, prefix, self.meter)
            else:
                yield Unread(source, self.ids[source.path])
        except Exception as error:
            yield _failed(source, error)
        self.meter.finished(source)


def _failed(source: Source, error: Exception) -> Failure:
    if isinstance(error, LoadError):
        return failure(source.given, str(error))
    if isinstance(error, UNREADABLE):
        return failure(source.given, reason(error))
    # a defect of ours, or of a library on a file that nobody has met: the others go on
    return failure(source.given, f"defect in trichluc, please report it: {defect(error)}")


def _opened(source: Source, archives: Archives) -> BinaryIO:
    if source.archive is None:
        return open_bytes(source.path)
    return unpacked(BytesIO(archives.read(source.archive, source.number)), source.path)


def _read_stdin(stream: BinaryIO, source: Source, asked: Asked, meter: Meter) -> Iterator[Document | Failure]:
    head = stream.read(HEAD)
    joined = BufferedReader(Rejoined(head, stream))
    if _JSON_OBJECT.match(head):
        yield from _read_rows(jsonl.read(joined), source, asked, "", meter)
    else:
        data = read_bounded(joined)
        yield from_bytes(data, ending_of(data) or ".txt", "stdin", STDIN)


def _read_table(stream: BinaryIO, source: Source, asked: Asked, id_prefix: str, meter: Meter) -> Iterator[Document | Failure]:
    filled(stream.read(1))
    stream.seek(0)
    yield from _read_rows(TABLES[inner_ending(source.path) or ""](stream), source, asked, id_prefix, meter)


def _read_rows(table: Table, source: Source, asked: Asked, id_prefix: str, meter: Meter) -> Iterator[Document | Failure]:
    if asked.text is None and is_own_result(table.columns):
        if source.in_folder:
            return
        raise LoadError("the table was written by trichluc: give the articles, not the result")
    columns = find_columns(table.columns, asked._asdict())
    empty, remarks = True, Remarks(source.given)
    for row in table.rows(columns.names()):
        empty = False
        item = row if isinstance(row, BadRow) else to_document(row, columns, source.given, id_prefix)
        if isinstance(row, Row) and isinstance(item, Document):
            remarks.note(row, columns, item)
        yield failure(f"{source.given}:{item.number}", f"row {item.number}: {item.why}") if isinstance(item, BadRow) else item
    meter.remarks += remarks.lines()
    if empty:
        raise LoadError("the table has no rows: remove it or write it again")
