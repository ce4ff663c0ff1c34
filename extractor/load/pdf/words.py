"""Characters to words, by their places: programs write the letters of a line in any order, and blanks that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from extractor.load.pdf.boxes import Word
from extractor.load.pdf.glyphs import Glyph

_HYPHENS = "\x02\ufffe"  # what PDFium writes for a hyphen at the end of a line
_IGNORED = "\u200b\u200c\u200d\u2060\ufeff"
_ONE_ROW = 0.25  # of the size: how far the base lines of letters in a row are off at most
_NO_GAP = 0.06  # of the size: a blank that takes no more than this has been drawn over
_GAP = 0.15  # of the size: a gap that parts words, in addition to what the letters are set apart (the blank of Times is 0.25)
_THIN = 0.09  # of the size: a thin blank where a number begins or ends, which PDFium leaves out
_SOME = 8  # gaps between letters, from which their usual width is known
_TWICE = 0.08  # of the size: the same letter so near is one, drawn twice to look bold


def words_of(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words of a page in Unicode NFC, row by row."""
    return [word for row in _rows(_clusters(glyphs)) for word in _row_words(row)]


def _clusters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters with the combining marks that the file writes after them; a blank that PDFium put in tells where one ends."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if glyph.generated and glyph.char not in _HYPHENS:
            if found and found[-1].x0 < glyph.x0 < found[-1].x1 and abs(glyph.base - found[-1].base) < 1:
                found[-1] = found[-1]._replace(x1=glyph.x0)
        elif found and unicodedata.combining(glyph.char):
            found[-1] = found[-1]._replace(char=found[-1].char + glyph.char)
        elif glyph.char in _HYPHENS:
            found.append(glyph._replace(char="-"))
        elif glyph.char not in _IGNORED and (glyph.char.isspace() or unicodedata.category(glyph.char) != "Cc"):
            found.append(glyph)
    return found


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters of each base line, from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        row = next((row for row in reversed(rows[-4:]) if abs(row[0].base - glyph.base) <= _ONE_ROW * min(row[0].size, glyph.size)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def _row_words(row: Sequence[Glyph]) -> Iterator[Word]:
    gap = _GAP + _set_apart(row)
    run: list[Glyph] = []
    blank = spaced = False
    for glyph in row:
        if glyph.char.isspace():
            blank = True
            continue
        if run and _is_twice(run[-1], glyph):
            continue
        if run and ((blank and _is_number_edge(run[-1], glyph)) or _parted(run[-1], glyph, _NO_GAP if blank else gap)):
            yield _word(run, spaced)
            run, spaced = [], blank
        run.append(glyph)
        blank = False
    if run:
        yield _word(run, spaced)


def _parted(before: Glyph, glyph: Glyph, gap: float) -> bool:
    thin = _is_number_edge(before, glyph)
    return (glyph.x0 - before.x1) / (max(before.size, glyph.size) or 1) > (min(gap, _THIN) if thin else gap)


def _is_number_edge(before: Glyph, glyph: Glyph) -> bool:
    """Whether a number begins or ends between two characters: a blank there is never a slip inside a word, however narrow."""
    return before.char[0].isdigit() != glyph.char[0].isdigit() and before.char[0].isalnum() and glyph.char[0].isalnum()


def _set_apart(row: Sequence[Glyph]) -> float:
    """What the letters of a row are set apart, in sizes: the usual gap between two."""
    gaps = [(b.x0 - a.x1) / a.size for a, b in pairwise(row) if a.size and not (a.char.isspace() or b.char.isspace())]
    return max(0.0, median(gaps)) if len(gaps) >= _SOME else 0.0


def _is_twice(before: Glyph, glyph: Glyph) -> bool:
    return before.char == glyph.char and glyph.x0 - before.x0 < _TWICE * glyph.size


def _word(run: list[Glyph], spaced: bool) -> Word:
    text = "".join(_decoded("".join(glyph.char for glyph in part), font) for font, part in groupby(run, key=lambda glyph: glyph.font))
    size = max(glyph.size for glyph in run)
    return Word(unicodedata.normalize("NFC", text), run[0].x0, max(glyph.x1 for glyph in run), run[0].base, size, spaced)


def _decoded(text: str, font: str) -> str:
    from extractor.load.legacy.fonts import font_encoding, from_font

    return from_font(text, font) if font_encoding(font) else text
