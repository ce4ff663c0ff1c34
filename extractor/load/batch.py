"""Whatever a user names, as a stream of documents and failures."""

from __future__ import annotations

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
from extractor.load.signature import ending_of
from extractor.load.single import UNREADABLE, filled, from_bytes, read_bounded, read_file, reason
from extractor.load.streams import HEAD, Rejoined
from extractor.load.tables import BadRow, Table, to_document
from extractor.load.zipped import Archives
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
    names = [inputs] if isinstance(inputs, str) else [os.fspath(name) for name in inputs]
    sources = expand(names)
    files = [source for source in sources if isinstance(source, Source)]
    with Archives() as archives:
        run = _Run(_Asked(text_column, id_column, date_column), document_ids(files), len(files) == 1, archives, stdin)
        for source in sources:
            yield from run.read(source) if isinstance(source, Source) else (source,)


class _Run(NamedTuple):
    """What reading one source needs to know of all: ``alone`` where it is the only one."""

    asked: _Asked
    ids: dict[Path, str]
    alone: bool
    archives: Archives
    stdin: BinaryIO | None

    def read(self, source: Source) -> Iterator[Document | Failure]:
        try:
            if source.given == STDIN:
                yield from _read_stdin(self.stdin or sys.stdin.buffer, source, self.asked)
            elif source.is_table:
                prefix = "" if self.alone else f"{readable(split_ending(source.path)[0])}:"
                with self._opened(source) as stream:
                    yield from _read_table(stream, source, self.asked, prefix)
            else:
                yield self._document(source)
        except LoadError as error:
            yield failure(source.given, str(error))
        except UNREADABLE as error:
            yield failure(source.given, reason(error))
        except Exception as error:  # a defect of ours, or of a library on a file that nobody has met: the others go on
            yield failure(source.given, f"defect in trichluc, please report it: {defect(error)}")

    def _document(self, source: Source) -> Document:
        doc_id = self.ids[source.path]
        if source.archive is None:
            return read_file(source.path, doc_id)
        with self._opened(source) as stream:
            return from_bytes(read_bounded(stream), inner_ending(source.path) or "", doc_id, source.given)

    def _opened(self, source: Source) -> BinaryIO:
        if source.archive is None:
            return open_bytes(source.path)
        return unpacked(BytesIO(self.archives.read(source.archive, source.number)), source.path)


def _read_stdin(stream: BinaryIO, source: Source, asked: _Asked) -> Iterator[Document | Failure]:
    head = stream.read(HEAD)
    joined = BufferedReader(Rejoined(head, stream))
    if _JSON_OBJECT.match(head):
        yield from _read_rows(jsonl.read(joined), source, asked, "")
    else:
        data = read_bounded(joined)
        yield from_bytes(data, ending_of(data) or ".txt", "stdin", STDIN)


def _read_table(stream: BinaryIO, source: Source, asked: _Asked, id_prefix: str) -> Iterator[Document | Failure]:
    filled(stream.read(1))
    stream.seek(0)
    yield from _read_rows(TABLES[inner_ending(source.path) or ""](stream), source, asked, id_prefix)


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
