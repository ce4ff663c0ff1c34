"""Legacy encodings in the words of pages: what no font name tells is told by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extractor.load.pdf.boxes import Word


def in_unicode(pages: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], str | None]:
    """The words of pages in Unicode, and the name of the encoding that they were guessed to be in (None: Unicode already)."""
    from extractor.load.legacy.fonts import mend

    rows = [[list(row) for _, row in groupby(page, key=lambda word: word.base)] for page in pages]
    flat = [row for page in rows for row in page]
    text, encoding = mend("\n".join(" ".join(word.text for word in row) for row in flat))
    lines = text.split("\n")
    if encoding is None or len(lines) != len(flat):
        return [[_bare(word) for word in page] for page in pages], None
    mended = iter([_renamed(row, line) for row, line in zip(flat, lines, strict=True)])
    return [[word for _ in page for word in next(mended)] for page in rows], encoding


def _renamed(row: list[Word], line: str) -> list[Word]:
    tokens = line.split(" ")
    if len(tokens) != len(row):
        return row
    return [word._replace(text=token) for word, token in zip(row, tokens, strict=True) if token]


def _bare(word: Word) -> Word:
    """A word without soft hyphens; until now they might have been letters (ư in TCVN3)."""
    return word._replace(text=word.text.replace("\u00ad", "")) if "\u00ad" in word.text else word


def font_encodings(fonts: Sequence[str]) -> str | None:
    """The legacy encodings that the names of fonts tell, joined by ``; ``; None where they tell none."""
    from extractor.load.legacy.fonts import font_encoding

    return "; ".join(sorted({encoding for font in fonts if (encoding := font_encoding(font))})) or None
