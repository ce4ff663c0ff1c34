"""Signs of the fonts Symbol and Wingdings, which have no Unicode characters of their own.

Word keeps such a sign as U+F000 plus its byte in the font. Symbol: the table ADOBE/symbol.txt at unicode.org; Wingdings: its signs
as Unicode 7.0 took them in, only those that are seen in office documents.
"""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, which no text can hold
# From 0x20 and from 0xA0 on, a position each; a blank where there is nothing to read.
_SYMBOL_LOW = " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL = {
    **{0x20 + place: sign for place, sign in enumerate(_SYMBOL_LOW)},
    **{0xA0 + place: sign for place, sign in enumerate(_SYMBOL_HIGH)},
    0x2A: "*",
    0x2D: "-",  # a minus sign in the font; what offices type with it are dashes
}
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xB2: "◇", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●", 0x98: "●", 0xA3: "□"}
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x75: "►", 0x7D: "►"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3}


def sign(code: int, font: str | None) -> str | None:
    """The character for a position of a font, plain (0x00 to 0xFF) or in the private area; null where it is not known."""
    found = _FONTS.get((font or "").lower(), {}).get(code & 0xFF if code in _PRIVATE else code)
    return found or (None if code in _PRIVATE or code in _SURROGATES else chr(code))


def readable(text: str, font: str | None) -> str:
    """``text`` with the signs of its font as characters; what is not known of them falls out.

    ASCII letters stay letters unless one stands alone: a run of words in such a font is a slip, which Word alone shows as signs.
    """
    if (font or "").lower() not in _FONTS and not any(ord(char) in _PRIVATE for char in text):
        return text
    lone = len(text.strip()) == 1
    return "".join(char if char.isascii() and not lone else sign(ord(char), font or "symbol") or "" for char in text)
