"""Numbers as lists print them: the formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59) that Vietnamese documents use."""

from __future__ import annotations

from extractor.raised import RAISED

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999
_UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def formatted(number: int, form: str) -> str:
    """``number`` in the format ``form``; in decimal digits where the format is another or cannot hold it, nothing for ``none``.

    Formats: ``decimalZero`` 01, ``upperRoman`` IV, ``lowerRoman`` iv, ``upperLetter`` D, ``lowerLetter`` d (after z: aa, bb),
    ``ordinal`` 4th, ``vietnameseCounting`` bốn, ``numberInDash`` - 4 -, ``none`` and ``bullet`` nothing.
    """
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("upperRoman", "lowerRoman"):
        return _cased(_roman(number), form)
    if form in ("upperLetter", "lowerLetter"):
        return _cased(_letters(number), form)
    if form == "ordinal":
        return f"{number}{_english_suffix(number)}"
    if form == "vietnameseCounting":
        return _vietnamese(number)
    return f"- {number} -" if form == "numberInDash" else str(number)


def superscript(number: int) -> str:
    """The mark of a footnote: ``12`` is ``¹²``."""
    return str(number).translate(RAISED)


def _cased(upper: str, form: str) -> str:
    return upper if form.startswith("upper") else upper.lower()


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    digits = ""
    for worth, sign in _ROMAN:
        digits += sign * (number // worth)
        number %= worth
    return digits


def _letters(number: int) -> str:
    """A to Z, then AA, BB … (not AA, AB); Word stops at 780, thirty times the alphabet."""
    if not 0 < number <= 780:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _english_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _vietnamese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, unit = divmod(number, 10)
    if not tens:
        return _UNITS[unit]
    last = "lăm" if unit == 5 else "mốt" if unit == 1 and tens > 1 else _UNITS[unit]
    return f"{'mười' if tens == 1 else f'{_UNITS[tens]} mươi'} {last}".rstrip()
