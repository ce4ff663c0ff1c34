"""The characters of a PDF page with their places, as PDFium finds them, turned so that the text stands upright."""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from extractor.load.pdf.boxes import Box

_NAME = 128  # bytes of a font's name that are looked at
_OBLIQUE = math.pi / 16  # a stamp or watermark stands across the page; text is off a right angle by less


class Glyph(NamedTuple):
    """One character: its extent along the line, base line and size in points, the font's name.

    ``generated``: PDFium put it in (a blank in a gap, a line break), so that it has no place of its own.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    generated: bool


class Turn(NamedTuple):
    """How user space becomes upright page space: quarter turns of the text against user space, and the page's box in user space."""

    quarters: int
    box: Box  # left, lower, right, upper of user space

    @property
    def width(self) -> float:
        """Of the upright page, in points."""
        return self.box.bottom - self.box.top if self.quarters % 2 else self.box.x1 - self.box.x0

    @property
    def height(self) -> float:
        """Of the upright page, in points."""
        return self.box.x1 - self.box.x0 if self.quarters % 2 else self.box.bottom - self.box.top

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space on the upright page, y downwards."""
        left, lower, right, upper = self.box
        if self.quarters == 1:
            return y - lower, x - left
        if self.quarters == 2:
            return right - x, y - lower
        if self.quarters == 3:
            return upper - y, right - x
        return x - left, upper - y


class _Raw(NamedTuple):
    char: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    font: str
    angle: float
    generated: bool


def read_glyphs(page: Any) -> tuple[list[Glyph], Turn, int]:
    """The characters of a ``pypdfium2.PdfPage`` in the file's order, the turn that made them upright, and how many stand across."""
    raw = _raw_glyphs(page)
    quarters = Counter(_quarters(glyph.angle) for glyph in raw if not glyph.generated)
    turn = Turn(max(quarters, key=lambda key: quarters[key], default=0) % 4, Box(*page.get_bbox()))
    kept = [glyph for glyph in raw if glyph.generated or _quarters(glyph.angle) == turn.quarters]
    return [_upright(glyph, turn) for glyph in kept], turn, len(raw) - len(kept)


def _quarters(angle: float) -> int:
    """Quarter turns against the clock from 0 to 3 (PDFium counts with it); -1 for text across the page."""
    nearest = round(angle / (math.pi / 2))
    return -nearest % 4 if abs(angle - nearest * math.pi / 2) < _OBLIQUE else -1


def _upright(glyph: _Raw, turn: Turn) -> Glyph:
    left, bottom, right, top = glyph.box
    first, _ = turn.place(left, bottom)
    second, _ = turn.place(right, top)
    _, base = turn.place(*glyph.origin)
    return Glyph(glyph.char, min(first, second), max(first, second), base, glyph.size, glyph.font, glyph.generated)


def _raw_glyphs(page: Any) -> list[_Raw]:
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    handle, count = textpage.raw, textpage.count_chars()
    fonts = _fonts(handle, pdfium)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[_Raw] = []
    for index in range(count):
        char = _char(pdfium.FPDFText_GetUnicode(handle, index))
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        generated = pdfium.FPDFText_IsGenerated(handle, index) == 1
        angle = pdfium.FPDFText_GetCharAngle(handle, index)
        font, size = ("", 0.0) if generated else fonts(index)
        found.append(_Raw(char, (box.left, box.bottom, box.right, box.top), (x.value, y.value), size, font, angle, generated))
    textpage.close()
    return found


def _char(code: int) -> str:
    """A character; half a pair of surrogates, which a file may name by mistake, is none."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > sys.maxunicode else chr(code)


def _fonts(handle: Any, pdfium: Any) -> Callable[[int], tuple[str, float]]:
    """A function that gives the name and the size in points of a character's font; it asks once for each run of text."""
    name, flags, matrix = ctypes.create_string_buffer(_NAME), ctypes.c_int(), pdfium.FS_MATRIX()
    known: dict[int, tuple[str, float]] = {}

    def font(index: int) -> tuple[str, float]:
        run = pdfium.FPDFText_GetTextObject(handle, index)
        key = ctypes.cast(run, ctypes.c_void_p).value or 0
        if key not in known:
            name.value = b""
            pdfium.FPDFText_GetFontInfo(handle, index, name, _NAME, flags)
            pdfium.FPDFText_GetMatrix(handle, index, matrix)
            size = pdfium.FPDFText_GetFontSize(handle, index) * (math.hypot(matrix.c, matrix.d) or 1)
            known[key] = (name.value.decode("utf-8", "replace"), abs(size))
        return known[key]

    return font
