"""Reader of PDF files: ``.pdf``. Paragraphs and tables in reading order; pages that are pictures are read by OCR.

    opening     the file            glyphs      its characters          words, lines    what they make
    rulings     its drawn lines     grids       the tables in them      order           columns
    furniture   heads and feet      paragraphs  and their ends          flow, compose   the text of all pages
    scans       pages for OCR       mended      legacy encodings
    page_numbers, stamps            what furniture knows        notes           footnotes

PDFium gives the characters and their places; nothing is run or fetched.
"""

from __future__ import annotations

from extractor.errors import LoadError
from extractor.load.legacy.fonts import with_capitals
from extractor.load.pdf.compose import compose
from extractor.load.pdf.opening import AGAIN, opened
from extractor.load.pdf.pages import read_pages
from extractor.model import Document


def read(data: bytes) -> Document:
    """The document in the bytes of a PDF file; ``Document.pages`` tells where each of its pages begins.

    ``warnings`` name the pages that were read by OCR or not at all; ``encoding`` is that of legacy fonts.

    :raises LoadError: it is no PDF, damaged, locked with a password, or all in pictures and there is no OCR here.
    """
    import pypdfium2

    document = opened(data)
    try:
        pages = read_pages(document)
    except pypdfium2.PdfiumError as error:
        raise LoadError(f"a damaged PDF ({' '.join(str(error).split())}): {AGAIN}") from None
    finally:
        document.close()
    done = compose(pages.sheets)
    if not done.text and pages.warnings:
        raise LoadError("; ".join(pages.warnings))
    return Document(
        text=with_capitals(done.text, pages.encoding),
        media_type="application/pdf",
        tables=done.tables,
        pages=done.pages,
        encoding=pages.encoding,
        warnings=pages.warnings,
    )
