"""What Tesseract misreads in the same way again and again in Vietnamese documents, mended where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.load.pdf.boxes import Word

# Each: what is read, what stands on the paper.
_WORDS: tuple[tuple[regex.Pattern[str], str], ...] = (
    (regex.compile(r"^(S|s)(?:ó|ô|ỗ|ổ)(?=:$)"), r"\1ố"),
    # Icelandic Ð and the Euro sign are no letters of Vietnamese.
    (regex.compile("Ð"), "Đ"),
    (regex.compile("ð"), "đ"),
    (regex.compile(r"(?<=(?:NĐ|QĐ|NQ|CT)-)€(?=P\b)"), "C"),
)
_NUMBER = regex.compile(r"\d[\dOoIl.,/-]*[\d%;:.,)]")
_ZERO = regex.compile(r"(?<=\d[.,/]?)[Oo](?=[\d.,/])")
_ONE = regex.compile(r"(?<=\d[.,/]?)[Il](?=\d)")


def mended(words: Sequence[Word]) -> list[Word]:
    """The words with certain misreadings put right."""
    return [word._replace(text=_mend(word.text)) for word in words]


def _mend(text: str) -> str:
    for pattern, right in _WORDS:
        text = pattern.sub(right, text)
    return _ONE.sub("1", _ZERO.sub("0", text)) if _NUMBER.fullmatch(text) else text
