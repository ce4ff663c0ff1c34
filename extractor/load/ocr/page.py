"""The picture of a page to a sheet of words and tables."""

from __future__ import annotations

from typing import Any, NamedTuple

from extractor.load.ocr.engine import recognise
from extractor.load.ocr.mends import mended
from extractor.load.ocr.ruled import take_rulings
from extractor.load.pdf.boxes import Sheet
from extractor.load.pdf.compose import cell_text
from extractor.load.pdf.grids import grids_of

_POINTS = 72.0  # in an inch
_PALE = 200  # of 255: a page without anything darker is blank


class ReadPage(NamedTuple):
    """A page as OCR reads it, and the mean confidence in its words, per cent; 0 where it found none."""

    sheet: Sheet
    confidence: float


def read_page(picture: Any, resolution: float) -> ReadPage:
    """Read a ``PIL.Image`` of any mode; ``resolution`` in dots per inch."""
    scale = _POINTS / resolution
    grey = picture.convert("L")
    if grey.getextrema()[0] > _PALE:
        return ReadPage(Sheet(picture.width * scale, picture.height * scale, ()), 0.0)
    grey, edges = take_rulings(grey, resolution)
    found = recognise(grey, resolution)
    words = mended(found.words)
    grids, rest = grids_of(edges, words, cell_text)
    return ReadPage(Sheet(picture.width * scale, picture.height * scale, tuple(rest), tuple(grids)), found.confidence)


def warning(number: int, confidence: float) -> str:
    """What a user is told of page ``number`` (from 1)."""
    return f"page {number} was read by OCR (mean confidence {round(confidence)} %)"
