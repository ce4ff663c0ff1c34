"""The picture of a page to a sheet of words and tables."""

from __future__ import annotations

from typing import Any, NamedTuple

from extractor.budget import uncounted
from extractor.load.ocr.engine import recognise
from extractor.load.ocr.mends import mended
from extractor.load.ocr.ruled import take_rulings
from extractor.load.ocr.upright import straightened, turns
from extractor.load.pdf.boxes import Sheet
from extractor.load.pdf.compose import cell_text
from extractor.load.pdf.grids import grids_of

_POINTS = 72.0  # in an inch
_SURE = 75.0  # per cent: a page read with less may lie sideways; upright ones of any quality are read with more
_SENSE = 60.0  # per cent: below it words and numbers are invented (sideways pages: under 50)
_PALE = 200  # of 255: a page without anything darker is blank


class ReadPage(NamedTuple):
    """A page as OCR reads it, and the mean confidence in its words, per cent; 0 where it found none."""

    sheet: Sheet
    confidence: float


@uncounted()
def read_page(picture: Any, resolution: float) -> ReadPage:
    """Read a ``PIL.Image`` of any mode; ``resolution`` in dots per inch."""
    grey = picture.convert("L")
    if grey.getextrema()[0] > _PALE:
        return _unread(grey, resolution, 0.0)
    best = _read(straightened(grey), resolution)
    if best.confidence < _SURE:
        turned = (_read(straightened(grey.rotate(angle, expand=True)), resolution) for angle in turns(grey))
        best = max([best, *turned], key=lambda page: page.confidence)
    return best if best.confidence >= _SENSE else _unread(grey, resolution, best.confidence)


def _read(grey: Any, resolution: float) -> ReadPage:
    scale = _POINTS / resolution
    size = (grey.width * scale, grey.height * scale)
    grey, edges = take_rulings(grey, resolution)
    found = recognise(grey, resolution)
    words = mended(found.words)
    grids, rest = grids_of(edges, words, cell_text)
    return ReadPage(Sheet(*size, tuple(rest), tuple(grids)), found.confidence)


def _unread(grey: Any, resolution: float, confidence: float) -> ReadPage:
    scale = _POINTS / resolution
    return ReadPage(Sheet(grey.width * scale, grey.height * scale, ()), confidence)


def warning(number: int, page: ReadPage) -> str:
    """What a user is told of page ``number`` (from 1)."""
    sure = f"mean confidence {round(page.confidence)} %"
    if page.sheet.words or page.sheet.grids:
        return f"page {number} was read by OCR ({sure})"
    if page.confidence:
        return f"page {number} cannot be read by OCR ({sure}): scan it again, upright and at 300 dpi"
    return f"OCR finds no words on page {number}"
