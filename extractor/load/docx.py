"""Reader of Word documents: ``.docx`` (Office Open XML, ECMA-376 part 1). Paragraphs and tables in the order of the body.

python-docx opens the package and knows its elements; external entities are never resolved and nothing is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from extractor.errors import LoadError
from extractor.load.typeset import Place, Typesetter, is_layout
from extractor.model import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST = 1 << 28  # bytes of all parts unpacked: the largest real documents have a tenth of it
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # [MS-CFB]: .doc, and the envelope of an encrypted .docx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.1
_AGAIN = "open it in Word and save it again as .docx"


def read(data: bytes) -> Document:
    """The document in the bytes of a ``.docx`` file.

    :raises LoadError: it is no Word document, damaged, locked with a password, or unpacks to more than 256 MB.
    """
    _check(data)
    setter = Typesetter()
    _set_blocks(_body(data), setter)
    return Document(text=setter.text, media_type=MEDIA_TYPE, tables=setter.tables)


def _check(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED in data
        raise LoadError(f"locked with a password: {_AGAIN} without one" if locked else f"an old Word file (.doc): {_AGAIN}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
            names = package.namelist()
    except (zipfile.BadZipFile, UnicodeError, NotImplementedError) as error:
        raise LoadError(f"damaged or cut off, or no DOCX at all ({error}): {_AGAIN}") from None
    if size > _LARGEST:
        raise LoadError(f"it unpacks to {size >> 20} MB, and {_LARGEST >> 20} MB are read at most: split it, or take out its pictures")
    if not any(name.startswith("word/") for name in names):
        raise LoadError(f"a ZIP that holds no Word document: {_AGAIN}")


def _body(data: bytes) -> Any:
    """The ``w:body`` element."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    damaged = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, AttributeError, EOFError, RuntimeError)
    try:
        return docx.Document(io.BytesIO(data)).element.body
    except damaged as error:
        raise LoadError(f"a damaged DOCX ({' '.join(str(error).split())}): {_AGAIN}") from None


def _blocks(parent: Any) -> Iterator[Any]:
    """The ``w:p`` and ``w:tbl`` elements of a body or cell in their order, those of content controls among them."""
    from docx.oxml.ns import qn

    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from _blocks(child.find(qn("w:sdtContent"), ()))


def _set_blocks(parent: Any, setter: Typesetter) -> None:
    from docx.oxml.ns import qn

    for block in _blocks(parent):
        if block.tag == qn("w:p"):
            setter.paragraph(block.text)
            continue
        cells = _places(block)
        if is_layout([place for _, place in cells]):
            for cell, _ in cells:
                _set_blocks(cell, setter)
        else:
            setter.table([(_words(cell), place) for cell, place in cells], _header_rows(block))


def _places(table: Any) -> list[tuple[Any, Place]]:
    """Each cell with its place; a cell that continues one above (``w:vMerge``) lengthens it."""
    found: dict[tuple[int, int], tuple[Any, Place]] = {}
    above: dict[int, tuple[int, int]] = {}  # column -> the cell that it last belonged to
    for number, row in enumerate(table.tr_lst):
        column = row.grid_before
        for cell in row.tc_lst:
            key = above.get(column)
            if cell.vMerge == "continue" and key is not None:
                first, place = found[key]
                found[key] = (first, place._replace(rows=number - place.row + 1))
            else:
                above[column] = (number, column)
                found[number, column] = (cell, Place(number, column, 1, cell.grid_span))
            column += cell.grid_span
    return list(found.values())


def _words(cell: Any) -> str:
    """The words of a cell, those of tables inside it at their place."""
    inside = Typesetter()
    _set_blocks(cell, inside)
    return inside.text


def _header_rows(table: Any) -> int:
    """The first rows that Word repeats on every page (``w:tblHeader``)."""
    count = 0
    for row in table.tr_lst:
        if not row.xpath("./w:trPr/w:tblHeader"):
            break
        count += 1
    return count
