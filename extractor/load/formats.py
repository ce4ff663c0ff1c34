"""Which endings are read, and by what. A new format is one reader module and one line here."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from extractor.load import delimited, jsonl, parquet
from extractor.load.tables import Table
from extractor.model import Document

DocumentReader = Callable[[bytes], Document]
TableReader = Callable[[BinaryIO], Table]


def _reader(module: str, function: str = "read") -> DocumentReader:
    """The reader of a module, which is imported when the first file asks for it: some bring large libraries along."""

    def read(data: bytes) -> Document:
        found: DocumentReader = getattr(import_module(f"extractor.load.{module}"), function)
        return found(data)

    return read


_IMAGE = _reader("ocr", "read_image")

# One file, one document. A reader sets the text, the media type and what the file says about itself.
DOCUMENTS: dict[str, DocumentReader] = {
    ".txt": _reader("plain"),
    ".md": _reader("markdown"),
    ".html": _reader("html"),
    ".htm": _reader("html"),
    ".mht": _reader("html", "read_mhtml"),
    ".mhtml": _reader("html", "read_mhtml"),
    ".docx": _reader("docx"),
    ".doc": _reader("doc"),
    ".rtf": _reader("rtf"),
    ".pdf": _reader("pdf"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), _IMAGE),
}

# One file, many documents.
TABLES: dict[str, TableReader] = {
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": delimited.read_csv,
    ".tsv": delimited.read_tsv,
    ".parquet": parquet.read,
}

# Many files in one.
ARCHIVE = ".zip"

# Documents that are not read, and what to do with them: in a folder they are told, where other files are passed over.
_AS_DOCX, _AS_CSV, _UNPACK = "save it as .docx or .pdf", "save the sheet as .csv, or as .pdf to read it as a document", "unpack it"
OTHERS = {
    **dict.fromkeys((".odt", ".ott", ".docm", ".dotx", ".wps", ".ppt", ".pptx", ".odp", ".epub", ".xps"), _AS_DOCX),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".ods"), _AS_CSV),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz"), _UNPACK),
    **dict.fromkeys((".eml", ".msg"), "save the mail and its attachments as files"),
    **dict.fromkeys((".bmp", ".gif", ".webp", ".heic"), "save the picture as .png or .jpg"),
}

GZIPPED = frozenset({".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".csv", ".tsv"})

ADVICE = (
    f"give a {', '.join(DOCUMENTS)} file, a folder or {ARCHIVE} of them, or a table of articles ({' '.join(TABLES)}); text files may be .gz"
)


def split_ending(path: Path) -> tuple[str, str]:
    """The stem and the full ending of a file name: ``tin.TXT.gz`` is ``("tin", ".txt.gz")``; an ending is lower case."""
    name = path.name
    packed = ".gz" if name.lower().endswith(".gz") else ""
    unpacked = Path(name[: len(name) - len(packed)])
    return unpacked.stem, unpacked.suffix.lower() + packed


def inner_ending(path: Path) -> str | None:
    """The ending that chooses the reader (``.txt`` for ``tin.txt.gz``), or None where we read no such file."""
    ending = split_ending(path)[1]
    inner = ending.removesuffix(".gz")
    readable = inner in GZIPPED if inner != ending else inner in DOCUMENTS or inner in TABLES
    return inner if readable else None


def open_bytes(path: Path) -> BinaryIO:
    """The bytes of a file, unpacked where its name ends in ``.gz``."""
    if path.name.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def unpacked(stream: BinaryIO, path: Path) -> BinaryIO:
    """The bytes of an open file, unpacked where its name ends in ``.gz``."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if path.name.lower().endswith(".gz") else stream


def readable(path: str | os.PathLike[str]) -> str:
    """A path fit for a table: ``/`` between folders, bytes that are not UTF-8 (possible on Linux) as U+FFFD."""
    name = os.fspath(path).replace(os.sep, "/")
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
