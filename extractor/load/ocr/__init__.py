"""Reader of pictures of pages: ``.png .jpg .jpeg .tif .tiff``, the last with as many pages as it holds. Tesseract reads the words."""

from __future__ import annotations

from extractor.errors import LoadError
from extractor.load.ocr.engine import is_installed
from extractor.load.ocr.page import read_page, warning
from extractor.load.ocr.picture import pictures
from extractor.load.pdf.compose import compose
from extractor.model import Document

MISSING = "install tesseract-ocr tesseract-ocr-vie (trichluc doctor)"


def read_image(data: bytes) -> Document:
    """The document on a picture; ``warnings`` tell how sure each page is.

    :raises LoadError: it is no picture that we read, damaged, too large, or Tesseract or its Vietnamese model is missing.
    """
    media_type, pages = pictures(data)
    if not is_installed():
        raise LoadError(f"page 1 is a picture: {MISSING}")
    read = [read_page(picture, resolution) for picture, resolution in pages]
    if not any(page.sheet.words or page.sheet.grids for page in read):
        raise LoadError("OCR finds no words in the picture that it is sure of: scan the page again, upright and at 300 dpi")
    warnings = tuple(warning(number, page) for number, page in enumerate(read, start=1))
    done = compose([page.sheet for page in read])
    return Document(text=done.text, media_type=media_type, tables=done.tables, pages=done.pages, warnings=warnings)
