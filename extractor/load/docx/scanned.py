"""Word documents that are nothing but pictures: scanned pages put into Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.errors import LoadError
from extractor.load.docx.names import MC, A, R, chosen
from extractor.load.docx.package import Package
from extractor.model import Document, Span, Table

_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"


def scanned(package: Package, body: Any, media_type: str) -> Document | None:
    """The document on the pictures of a body, a page each, read by OCR; None where there is no picture.

    :raises LoadError: none of them can be read; as ``ocr.read_image``.
    """
    from extractor.load.ocr import read_image

    pages: list[Document] = []
    error: LoadError | None = None
    parts = package.related(package.main)
    for relation in dict.fromkeys(_pictures(body)):
        data = package.file(parts.get(relation, ""))
        try:
            pages += [read_image(data)] if data else []
        except LoadError as failed:  # a logo, a drawing, a line
            error = failed
    if not pages and error is not None:
        raise LoadError(f"it holds pictures and no text: {error}")
    return _joined(pages, media_type) if pages else None


def _pictures(parent: Any) -> Iterator[str]:
    """The relationships of the pictures in ``parent``, in their order, one of several renderings each."""
    for element in parent:
        if element.tag == MC + "AlternateContent":
            yield from _pictures(chosen(element))
        elif element.tag == A + "blip":
            yield element.get(R + "embed", "")
        elif element.tag == _VML_PICTURE:
            yield element.get(R + "id", "")
        else:
            yield from _pictures(element)


def _joined(pages: list[Document], media_type: str) -> Document:
    text = ""
    tables: list[Table] = []
    starts: list[int] = []
    for page in pages:
        offset = len(text) + 2 * bool(text)
        starts.append(offset)
        text += ("\n\n" if text else "") + page.text
        tables += [_moved(table, offset) for table in page.tables]
    told = (f"picture {number}: {line}" for number, page in enumerate(pages, 1) for line in page.warnings)
    return Document(text=text, media_type=media_type, tables=tuple(tables), pages=tuple(starts), warnings=tuple(told))


def _moved(table: Table, offset: int) -> Table:
    cells = (cell._replace(span=Span(cell.span.start + offset, cell.span.end + offset)) for cell in table.cells)
    return Table(tuple(cells), table.header)
