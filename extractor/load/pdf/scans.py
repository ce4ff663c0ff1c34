"""Pages that hold a picture instead of text, or text that cannot be read: their pictures."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from extractor.load.pdf.glyphs import Glyph

RESOLUTION = 300.0  # dots per inch
_MOST_PIXELS = 40_000_000  # A3 at 300 dpi has 17 million
_FEW = 100  # letters: a scanned page may bear a stamp or a page number in letters
_COVERED = 0.5  # of the page, by a picture
_GARBAGE = 0.3  # of the characters


def is_garbage(glyphs: Sequence[Glyph]) -> bool:
    """Whether the text of a page cannot be read: its fonts do not tell which letters they draw."""
    seen = [glyph.char for glyph in glyphs if not glyph.generated and not glyph.char.isspace()]
    bad = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc") for char in seen)
    return bad > _GARBAGE * len(seen) > 0


def is_picture(page: Any, glyphs: Sequence[Glyph]) -> bool:
    """Whether what a ``pypdfium2.PdfPage`` says stands in a picture: it draws something and has no text, or hardly any beside one."""
    import pypdfium2.raw as pdfium

    letters = sum(glyph.char.isalnum() for glyph in glyphs)
    if letters > _FEW:
        return False
    if letters == 0:
        return bool(pdfium.FPDFPage_CountObjects(page.raw) > 0)
    width, height = page.get_size()
    return any(_area(image) > _COVERED * width * height for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def picture_of(page: Any) -> tuple[Any, float]:
    """A ``pypdfium2.PdfPage`` as a grey ``PIL.Image``, and its resolution in dots per inch."""
    width, height = page.get_size()
    pixels = width * height * (RESOLUTION / 72) ** 2
    resolution = RESOLUTION if pixels <= _MOST_PIXELS else RESOLUTION * (_MOST_PIXELS / pixels) ** 0.5
    return page.render(scale=resolution / 72, grayscale=True).to_pil(), resolution


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))
