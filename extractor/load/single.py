"""One file as one document."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from dataclasses import fields, replace
from pathlib import Path
from typing import BinaryIO

from extractor.errors import LoadError, defect
from extractor.load.formats import ADVICE, DOCUMENTS, TABLES, inner_ending, open_bytes, readable, split_ending
from extractor.load.signature import check_kind
from extractor.load.surrogates import whole
from extractor.load.zipped import LARGEST, is_bomb
from extractor.model import Document

# What a damaged, locked or vanished file raises while its bytes are read.
UNREADABLE = (OSError, EOFError, zlib.error, UnicodeError)


def load_file(path: str | os.PathLike[str]) -> Document:
    """``extractor.load.load``: see there."""
    path = Path(path)
    try:
        return read_file(path, doc_id=readable(split_ending(path)[0]))
    except LoadError as error:
        raise LoadError(f"{readable(path)}: {error}") from None


def read_file(path: Path, doc_id: str) -> Document:
    """Like ``load_file``, under a given id, and with a message that leaves the path to the caller.

    :raises LoadError: as ``load_file``.
    """
    ending = inner_ending(path)
    if path.is_dir() or ending in TABLES:
        raise LoadError("it holds many documents: use read_documents")
    if ending is None:
        raise LoadError(f"cannot read {split_ending(path)[1] or 'a file without an ending'}: {ADVICE}")
    try:
        bounded(path.stat().st_size)
        with open_bytes(path) as stream:
            data = read_bounded(stream)
    except UNREADABLE as error:
        raise LoadError(reason(error)) from None
    return from_bytes(data, ending, doc_id, readable(path))


def from_bytes(data: bytes, ending: str, doc_id: str, source: str) -> Document:
    """The document in the bytes of a whole file, read by what its ending says.

    :raises LoadError: they are none, something else than the ending says, or damaged.
    """
    check_kind(ending, filled(data))
    try:
        document = DOCUMENTS[ending](data)
    except LoadError:
        raise
    except Exception as error:  # files are damaged in more ways than any reader or library foresees
        raise LoadError(f"damaged in a way that trichluc does not know ({defect(error)}): save it again, and please report it") from None
    return identified(document, data, doc_id, source)


def read_bounded(stream: BinaryIO) -> bytes:
    """All bytes of a stream.

    :raises LoadError: there are more than a document can have.
    """
    data = stream.read(LARGEST + 1)
    bounded(len(data))
    packed = getattr(stream, "fileobj", None)  # of a gzip file
    if packed is not None and is_bomb(len(data), packed.tell()):
        raise LoadError(f"it unpacks from {packed.tell() >> 10:,} kB to {len(data) >> 20:,} MB, as bombs do: it is not read")
    return data


def bounded(size: int) -> None:
    """Nothing, where a file of so many bytes may be read.

    :raises LoadError: it is too large.
    """
    if size > LARGEST:
        raise LoadError(f"it is larger than {LARGEST >> 20} MB: split it, or give it as a table of articles, which is read row by row")


def filled(data: bytes) -> bytes:
    """The bytes themselves.

    :raises LoadError: there are none.
    """
    if not data:
        raise LoadError("the file is empty: remove it or write it again")
    return data


def identified(document: Document, data: bytes, doc_id: str, source: str) -> Document:
    """What a reader made of the bytes, with id, source and SHA-256.

    :raises LoadError: its text is blank.
    """
    if not document.text.strip():
        raise LoadError("the file holds no text: remove it or write it again")
    return replace(storable(document), doc_id=doc_id, source=source, sha256=hashlib.sha256(data).hexdigest())


def storable(document: Document) -> Document:
    """The document with U+FFFD for halves of characters, which files may hold and no encoding can store; lengths stay."""
    texts = {f.name: value for f in fields(document) if isinstance(value := getattr(document, f.name), str)}
    return replace(document, **{name: whole(value) for name, value in texts.items()})  # type: ignore[arg-type]


def reason(error: Exception) -> str:
    """One of ``UNREADABLE`` in words fit for a user."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file: check the path"
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return "damaged or cut off gzip: pack it again"
    if isinstance(error, UnicodeDecodeError):
        return f"does not fit {error.encoding.upper()} from there on: save it again as UTF-8"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
