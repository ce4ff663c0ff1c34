"""What a file is by its first bytes, whatever its name says.

Signatures from the formats' own specifications: ISO 32000 (PDF), APPNOTE.TXT (ZIP), [MS-CFB] (old Office), RTF 1.9.1, RFC 1952 (gzip),
PNG, JFIF, TIFF 6.0.
"""

from __future__ import annotations

import io
import re
import zipfile

from extractor.errors import LoadError
from extractor.load.zipped import DAMAGED

_START = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\x00", "SQLite"),
)
_PDF_WITHIN = 1024  # readers allow so many bytes before %PDF (ISO 32000-2, Annex I)
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .doc, .xls, .ppt, and the envelope of a .docx with a password ([MS-OFFCRYPTO])
LOCKED = "locked Office"
# Names of streams in an old Office file, as its directory holds them.
_STREAMS = (("EncryptedPackage", LOCKED), ("WordDocument", "DOC"), ("Workbook", "XLS"), ("PowerPoint Document", "PPT"))
# What a ZIP holds tells what it is.
_PARTS = (("word/", "DOCX"), ("xl/", "XLSX"), ("ppt/", "PPTX"))
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|table)\b", re.IGNORECASE | re.DOTALL
)

# What may stand under an ending. Word opens what is under .doc by its bytes, so offices never notice that such a file is no DOC.
_IMAGES = frozenset({"PNG", "JPEG", "TIFF"})
_EXPECTED: dict[str, frozenset[str]] = {
    ".doc": frozenset({"DOC", "DOCX", "RTF", "HTML"}),
    ".docx": frozenset({"DOCX"}),
    ".rtf": frozenset({"RTF"}),
    ".pdf": frozenset({"PDF"}),
    ".zip": frozenset({"ZIP"}),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), _IMAGES),
}
# Formats that begin like nothing else, so that a text file never looks like one.
_BINARY = frozenset(name for _, name in _START) | {"PDF", "DOC", "XLS", "PPT", "DOCX", "XLSX", "PPTX", "ODT", "ZIP", LOCKED}
_UNSURE = {"ZIP": "a ZIP, DOCX or XLSX", "gzip": "gzip (unpack it or name it .gz)"}
_ENDINGS = {"DOCX": ".docx", "DOC": ".doc", "RTF": ".rtf", "PDF": ".pdf", "PNG": ".png", "JPEG": ".jpg", "TIFF": ".tif", "HTML": ".html"}


def kind_of(data: bytes) -> str | None:
    """The format that the bytes of a whole file begin as (``PDF``, ``DOCX``, ``locked Office`` …), or None: text, or unknown."""
    for start, name in _START:
        if data.startswith(start):
            return name
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip_kind(data)
    if data.startswith(OLD_OFFICE):
        return next((name for stream, name in _STREAMS if stream.encode("utf-16-le") in data), "old Office")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "PDF"
    return "HTML" if _HTML.match(data) else None


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except DAMAGED:
        # The directory stands at the end: a file that was cut off still begins with the names of its first parts.
        return "DOCX" if b"word/" in data[:4096] or b"[Content_Types].xml" in data[:4096] else "ZIP"
    if "mimetype" in names and "content.xml" in names:
        return "ODT"
    return next((kind for part, kind in _PARTS if any(name.startswith(part) for name in names)), "ZIP")


def named(data: bytes) -> str | None:
    """What the bytes are, in words for a message (``a PDF``), or None where they may be text."""
    kind = kind_of(data)
    return None if kind in (None, "HTML") else _UNSURE.get(kind or "") or _article(kind or "")


def ending_of(data: bytes) -> str | None:
    """The ending whose reader fits the bytes, or None where they are no format that tells itself."""
    return _ENDINGS.get(kind_of(data) or "")


def check_kind(ending: str, data: bytes) -> None:
    """Nothing, where the bytes may stand under the ending.

    :raises LoadError: they are something else; the message names it and says how to go on.
    """
    kind = kind_of(data)
    expected = _EXPECTED.get(ending)
    if kind == LOCKED:
        raise LoadError("locked with a password: open it in Word and save it again without one")
    if kind in expected if expected else kind not in _BINARY:
        return
    found = f"it is {_article(kind)} file" if kind else "it is no such file"
    renamed = _ENDINGS.get(kind or "")
    advice = f"rename it to {renamed}" if renamed else "open it in the program that made it and save it again"
    raise LoadError(f"{found} under the name {ending}: {advice}")


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "HRXo" else f"a {kind}"
