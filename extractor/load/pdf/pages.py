"""The pages of a PDF as sheets of words and tables, each from its text or from its picture."""

from __future__ import annotations

from typing import Any, NamedTuple

from extractor.errors import LoadError
from extractor.load.decode import guessed
from extractor.load.pdf.boxes import Sheet, Word
from extractor.load.pdf.compose import cell_text
from extractor.load.pdf.glyphs import read_glyphs
from extractor.load.pdf.grids import grids_of
from extractor.load.pdf.mended import font_encodings, in_unicode
from extractor.load.pdf.rulings import Edge, read_edges
from extractor.load.pdf.scans import is_garbage, is_picture, picture_of
from extractor.load.pdf.words import words_of

_LARGEST = 14_400.0  # points: the largest page that PDF knows (ISO 32000-1, annex C)
_GARBLED = "page {} has text that cannot be read (its fonts do not tell their letters)"


class Pages(NamedTuple):
    """The sheets of a document, its legacy encoding, and what a user is told."""

    sheets: list[Sheet]
    encoding: str | None
    warnings: tuple[str, ...]


class _Written(NamedTuple):
    """A page that has text."""

    width: float
    height: float
    words: list[Word]
    edges: list[Edge]


def read_pages(document: Any) -> Pages:
    """All pages of a ``pypdfium2.PdfDocument``.

    :raises LoadError: no page has text, and there is no OCR for their pictures.
    """
    written: dict[int, _Written] = {}
    read: dict[int, Sheet] = {}
    unread: list[int] = []
    fonts: set[str] = set()
    warnings: list[str] = []
    for number in range(len(document)):
        page = _page(document, number)
        glyphs, turn, across = read_glyphs(page)
        garbled = is_garbage(glyphs)
        if garbled or is_picture(page, glyphs):
            warnings += [_GARBLED.format(number + 1)] if garbled else []
            sheet = _by_ocr(page, number, warnings)
            if sheet is None:
                unread.append(number)
            else:
                read[number] = sheet
                continue
        if across:
            warnings.append(f"page {number + 1}: {across} characters that stand across the page were left out")
        fonts.update(glyph.font for glyph in glyphs)
        edges = [] if garbled else read_edges(page, turn)
        written[number] = _Written(turn.width, turn.height, [] if garbled else words_of(glyphs), edges)
    _complain(unread, bool(read) or any(page.words for page in written.values()), warnings)
    encoding = _finish(written, read, fonts, warnings)
    return Pages([read[number] for number in sorted(read)], encoding, tuple(warnings))


def _page(document: Any, number: int) -> Any:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise LoadError(f"page {number + 1} of the PDF is damaged: open it in a PDF program and print it to PDF again") from None
    if not all(0 < side <= _LARGEST for side in page.get_size()):
        raise LoadError(f"page {number + 1} of the PDF is of an impossible size: print it to PDF again on paper of a usual size")
    return page


def _by_ocr(page: Any, number: int, warnings: list[str]) -> Sheet | None:
    """The sheet of a page that is a picture; None where there is no OCR."""
    from extractor.load.ocr.engine import is_installed
    from extractor.load.ocr.page import read_page, warning

    if not is_installed():
        return None
    picture, resolution = picture_of(page)
    done = read_page(picture, resolution)
    if done.confidence:
        warnings.append(warning(number + 1, done))
    return done.sheet


def _complain(unread: list[int], others: bool, warnings: list[str]) -> None:
    from extractor.load.ocr import MISSING

    if not unread:
        return
    names = ", ".join(str(number + 1) for number in unread)
    one = len(unread) == 1
    if not others:
        raise LoadError(f"page {unread[0] + 1} is a picture: {MISSING}")
    warnings.append(f"page{'' if one else 's'} {names} {'is a picture' if one else 'are pictures'} and could not be read: {MISSING}")


def _finish(written: dict[int, _Written], read: dict[int, Sheet], fonts: set[str], warnings: list[str]) -> str | None:
    """Put the sheets of the pages with text to the others; the encoding that their fonts or words were in."""
    encoding = font_encodings(sorted(fonts))
    pages, mended = in_unicode([page.words for page in written.values()])
    if mended and not encoding:
        warnings.append(guessed(mended))
    for (number, page), words in zip(written.items(), pages, strict=True):
        grids, rest = grids_of(page.edges, words, cell_text)
        read[number] = Sheet(page.width, page.height, tuple(rest), tuple(grids))
    return encoding or mended
