"""Reader of Word documents: ``.docx`` (Office Open XML, ECMA-376 and ISO/IEC 29500, strict and transitional; ``.docm``, ``.dotx`` as well).

    package   the parts, parsed                        styles     fonts, hidden text, list numbers of styles
    runs      the words of a paragraph                 numbering  what lists print in front of them
    grid      the cells of a table                     notes      footnotes and endnotes
    blocks    all of it in the order of reading        mended     text in a legacy encoding
    header    a letterhead kept in a page header       scanned    pictures of pages where there is no text

Other headers, footers, comments, deletions, field codes and hidden text are not read. Nothing is fetched, no entity is resolved.
"""

from __future__ import annotations

from extractor.errors import LoadError
from extractor.load.docx.blocks import EMBEDDED, Reader, set_blocks
from extractor.load.docx.header import letterhead
from extractor.load.docx.mended import finished
from extractor.load.docx.names import W
from extractor.load.docx.notes import Notes
from extractor.load.docx.numbering import Numbering
from extractor.load.docx.package import AGAIN, Package
from extractor.load.docx.scanned import scanned
from extractor.load.docx.styles import Styles
from extractor.load.legacy.fonts import with_capitals
from extractor.load.typeset import Typesetter
from extractor.model import Document

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes) -> Document:
    """The document in the bytes of a ``.docx`` file: Unicode NFC, list numbers in front of their paragraphs, notes behind theirs.

    ``encoding`` names the legacy encoding of its fonts, or of the text itself (then with a warning: it was guessed).

    :raises LoadError: it is no Word document, damaged, locked with a password, has a DTD, unpacks to more than 256 MB, or holds
        nothing but pictures that cannot be read.
    """
    package = Package(data)
    root = package.part(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise LoadError(f"a damaged DOCX (its part {package.main} is missing or has no body): {AGAIN}")
    styles = Styles(package.one("styles"), package.one("theme"))
    notes = Notes(package.one("footnotes"), package.one("endnotes"))
    reader = Reader(styles, Numbering(package.one("numbering"), styles), notes)
    head = letterhead(package, body)
    try:
        stories = [*([] if head is None else reader.blocks(head)), *reader.blocks(body)]
        blocks, encoding, told = finished(stories, reader.encodings)
    except RecursionError:
        raise LoadError(f"a damaged DOCX (its elements are nested too deep): {AGAIN}") from None
    setter = Typesetter()
    set_blocks(blocks, setter)
    if not setter.text:
        pictured = scanned(package, body, MEDIA_TYPE)
        if pictured is not None:
            return pictured
        if EMBEDDED in reader.warnings:
            raise LoadError(EMBEDDED)
    warnings = (*reader.warnings, *told)
    text = with_capitals(setter.text, encoding)
    return Document(text=text, media_type=MEDIA_TYPE, tables=setter.tables, encoding=encoding, warnings=warnings)
