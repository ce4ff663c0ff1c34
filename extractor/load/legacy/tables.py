"""Text in a legacy Vietnamese encoding, its bytes taken for Latin-1 or cp1252, as Unicode.

Sources: TCVN3 (ABC) is TCVN 5712:1993, set VN3; VISCII is RFC 1456; VPS is the chart of the Vietnamese Unicode project: all three from the
tables of ``viparse``. VNI-Win is spelled out here, after the chart of the Vietnamese Unicode project
(vietunicode.sourceforge.net/charset) and UniKey: ``viparse`` lacks ẳ, ỵ and the letters whose base and mark differ in case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import product

ENCODINGS = ("TCVN3", "VNI", "VISCII", "cp1258", "VPS")

# VNI-Win: the marks behind a base letter, and the letters that are one byte.
_VNI_MARKS = {
    **{"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"},
    **{"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323"},
    **{"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323"},
}
_VNI_TONES = "ùøûõï"
_VNI_BEARERS = {"a": "".join(_VNI_MARKS), "e": _VNI_TONES + "âáàåãä", "o": _VNI_TONES + "âáàåãä", **dict.fromkeys("iuyôö", _VNI_TONES)}
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

# The bytes 0x80 to 0x9F that cp1252 gives a sign: Latin-1 has controls there.
_SIGNS = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
# Signs that PDF readers put for the soft hyphen (ư of TCVN3) and the middle dot (ã), where a letter stands beside them.
_GLYPHS = {"\u2212": "\u00ad", "\u2219": "\u00b7"}
_GREEK_MU = 0x03BC  # what NFKC makes of the micro sign
_GLYPH = re.compile("(?<=[^\\W\\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\\W\\d_])")


def to_unicode(text: str, encoding: str) -> str:
    """The text in Unicode NFC; what the encoding does not hold stays.

    :param text: its characters are bytes of the encoding, taken for Latin-1 or cp1252.
    :param encoding: one of ``ENCODINGS``.
    """
    return unicodedata.normalize("NFC", _converter(encoding)(text))


@cache
def _converter(encoding: str) -> Callable[[str], str]:
    if encoding == "VNI":
        table = vni_table()
        pattern = re.compile(f"[{_both(''.join(_VNI_BEARERS))}][{_both(''.join(_VNI_MARKS))}]|[{_both(''.join(_VNI_LETTERS))}]")
        return lambda text: pattern.sub(lambda m: table.get(m[0]) or "".join(table.get(c, c) for c in m[0]), text.translate(_SIGNS))
    table = _letters(encoding)
    if encoding in ("TCVN3", "cp1258"):
        with_signs = {**_SIGNS, **_codes(table), _GREEK_MU: table["µ"]}
        return lambda text: _GLYPH.sub(lambda m: _GLYPHS[m[0]], text).translate(with_signs)
    # VISCII and VPS have letters where cp1252 has signs.
    signs = {ord(sign): table[chr(byte)] for byte, sign in _SIGNS.items() if chr(byte) in table}
    both = {**signs, **_codes(table)}
    return lambda text: text.translate(both)


@cache
def vni_table() -> dict[str, str]:
    """Every letter of VNI-Win, one or two characters, with its Unicode NFC; the case is that of the base letter."""
    table = {**_VNI_LETTERS, **{key.upper(): letter.upper() for key, letter in _VNI_LETTERS.items()}}
    for base, marks in _VNI_BEARERS.items():
        for letter, mark in product((base, base.upper()), marks):
            composed = unicodedata.normalize("NFC", table.get(letter, letter) + _VNI_MARKS[mark])
            table[letter + mark] = table[letter + mark.upper()] = composed
    return table


def _letters(encoding: str) -> dict[str, str]:
    """The letters of an encoding of one byte a letter, by the Latin-1 character of their byte."""
    if encoding == "cp1258":
        high = (bytes([byte]).decode("cp1258", "ignore") for byte in range(0xA0, 0x100))
        return {chr(byte): letter for byte, letter in enumerate(high, 0xA0)}
    from viparse.normalize.encodings import get_charmap

    charmap = get_charmap(encoding.lower())
    return dict(charmap.pairs) if charmap else {}


def _codes(table: dict[str, str]) -> dict[int, str]:
    return {ord(char): letter for char, letter in table.items()}


def _both(letters: str) -> str:
    return letters + letters.upper()
