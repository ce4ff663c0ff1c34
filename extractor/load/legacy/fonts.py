"""Text that was typed in a legacy Vietnamese font, or whose bytes were taken for Latin-1: as Unicode.

font_encoding(font)    the encoding that the name of a font stands for
from_font(text, font)  the text of a run set in that font
mend(text)             text without a font: the encoding is told by its words
"""

from __future__ import annotations

import re
import unicodedata

from extractor.load.legacy.capitals import capitals
from extractor.load.legacy.detect import is_unicode
from extractor.load.legacy.mend import mend
from extractor.load.legacy.tables import to_unicode

__all__ = ["font_encoding", "from_font", "mend", "with_capitals"]

_SUBSET = re.compile(r"^[A-Z]{6}\+")  # ABCDEF+.VnTime: part of a font in a PDF
_FONTS = (
    (re.compile(r"^(?i:[._]+vn|vn(?:time|arial)h?(?:$|[,-]))"), "TCVN3"),
    (re.compile(r"^(?i:vni)(?:[-_ ,]|(?=[A-Z][a-z]))"), "VNI"),
    (re.compile(r"^(?i:vps)(?:[-_ ,]|(?=[A-Z][a-z]))"), "VPS"),
)
_CAPITALS = re.compile(r"(?:[a-z ]|MS)H(?:[,-].*)?$")  # .VnTimeH, .VnArial NarrowH, .VnAvantH,Bold: capitals at the bytes of small letters


def font_encoding(font: str | None) -> str | None:
    """``TCVN3``, ``VNI`` or ``VPS`` where the name (``.VnTime``, ``ABCDEF+VNI-Times``, ``VPS Times``) is that of a legacy font, or None."""
    if not font:
        return None
    name = _SUBSET.sub("", font.strip())
    return next((encoding for pattern, encoding in _FONTS if pattern.search(name)), None)


def with_capitals(text: str, encoding: str | None) -> str:
    """The whole text of a document whose fonts were of ``encoding``, with the capitals that only whole lines tell; same length."""
    return capitals(text) if "TCVN3" in (encoding or "") else text


def from_font(text: str, font: str) -> str:
    """The text of a run set in a legacy font as Unicode NFC; the font is believed unless the text holds Vietnamese letters of Unicode.

    :param font: its name; text in any other font comes back as NFC. In fonts such as ``.VnTimeH`` every letter is a capital.
    """
    encoding = font_encoding(font)
    if encoding is None or is_unicode(text):
        return unicodedata.normalize("NFC", text)
    read = to_unicode(text, encoding)
    if encoding != "TCVN3":
        return read
    return read.upper() if _CAPITALS.search(font.strip()) else capitals(read, opening=False)
