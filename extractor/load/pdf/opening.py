"""Opening a PDF: what can be wrong with the file as a whole."""

from __future__ import annotations

from typing import Any

from extractor.errors import LoadError

MOST_PAGES = 3000  # pages; the longest state documents with annexes have about a thousand
_HEAD = 1024  # bytes in which the mark may stand (ISO 32000-1, annex H: implementation note 13)
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY
AGAIN = "open it in a PDF program and save or print it to PDF again"


def opened(data: bytes) -> Any:
    """The ``pypdfium2.PdfDocument`` of a file's bytes; the caller closes it.

    :raises LoadError: it is no PDF, damaged, locked with a password, without pages, or has more than ``MOST_PAGES``.
    """
    import pypdfium2

    if b"%PDF-" not in data[:_HEAD]:
        raise LoadError(f"no PDF, whatever its name says: {_named(data)}")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise LoadError(_reason(getattr(error, "err_code", None), data)) from None
    pages = len(document)
    if 0 < pages <= MOST_PAGES:
        return document
    document.close()
    if pages:
        raise LoadError(f"a PDF of {pages} pages, and {MOST_PAGES} are read at most: split it")
    raise LoadError(f"a PDF without a page: {AGAIN}")


def _reason(code: int | None, data: bytes) -> str:
    if code == _PASSWORD:
        return "locked with a password: save it again without one"
    if code == _SECURITY:
        return "locked by a protection that cannot be opened here: save or print it to PDF again without it"
    cut = b"%%EOF" not in data[-_HEAD:]
    return f"a PDF that is cut off: fetch it again, or {AGAIN}" if cut else f"a damaged PDF: {AGAIN}"


def _named(data: bytes) -> str:
    from extractor.load.legacy.likely import likely_encoding

    return f"it looks like {likely_encoding(data)}; give it the ending that it should have"
