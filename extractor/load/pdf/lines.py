"""Words to lines: what stands on one base line, cut where the gap is one between columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.load.pdf.boxes import Line, Word, line_of
from extractor.load.pdf.respace import respaced
from extractor.raised import RAISED

_GAP = 1.0  # of the size: a gap without a blank in it, from which the words belong to two columns
_SPACED_GAP = 4.0  # the same where a blank stands in it (justified lines, or a row of blanks)
_MARKER = re.compile(r"(?:[-+•▪●·►➢✓○o*–\uf0b7\uf02d\uf0a7]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]{1,2}|[IVXivx]{1,5})[.):/]{0,2})")
_RAISED_GAP = 0.3  # of the size: a raised mark so near belongs to the word before it
_TOUCHING = 0.06  # of the size: what follows a raised mark so near is no word of its own (a comma)
_DIGITS = re.compile(r"\d{1,3}[)*]?")


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of a page, cut at the gaps between columns, from top to bottom and left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        row = next((row for row in reversed(rows[-6:]) if _same_row(row[0], word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    rows = _with_raised(rows)
    lines = [line_of(part) for row in rows for part in _parts(sorted(row, key=lambda word: word.x0))]
    return sorted(respaced([_superscripted(line) for line in lines]), key=lambda line: (line.base, line.x0))


def _same_row(first: Word, word: Word) -> bool:
    """Whether two words share a base line; of one size, they may be off by a quarter of it."""
    return abs(first.base - word.base) <= 0.25 * min(first.size, word.size)


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small raised marks go to the row that they stand at."""
    kept: list[list[Word]] = []
    for index, row in enumerate(rows):
        host = next((other for other in rows[index + 1 : index + 4] if _lifted(row, other)), None)
        if host is None:
            kept.append(row)
        else:
            host.extend(row)
    return kept


def _lifted(row: list[Word], other: list[Word]) -> bool:
    size, base = other[-1].size, other[-1].base
    return all(word.size < 0.82 * size and 0 < base - word.base < 0.6 * size and _DIGITS.fullmatch(word.text) for word in row)


def _parts(row: Sequence[Word]) -> list[list[Word]]:
    parts = [[row[0]]]
    for before, word in pairwise(row):
        gap = word.x0 - before.x1
        limit = (_SPACED_GAP if word.spaced else _GAP) * max(before.size, word.size)
        marker = len(parts[-1]) == 1 and _MARKER.fullmatch(before.text) and gap < 5 * before.size
        if gap > limit and not marker:
            parts.append([])
        parts[-1].append(word)
    return parts


def _superscripted(line: Line) -> Line:
    """Small digits above the base line as Unicode superscripts, set to the word before them, and to what touches them."""
    if not any(_is_raised(word, line) for word in line.words):
        return line
    words: list[Word] = []
    marked = False
    for word in line.words:
        raised = _is_raised(word, line)
        text = word.text.translate(RAISED) if raised else word.text
        gap = _RAISED_GAP if raised else _TOUCHING if marked and not word.spaced else -1.0
        if words and word.x0 - words[-1].x1 < gap * line.size:
            words[-1] = words[-1]._replace(text=words[-1].text + text, x1=word.x1)
        else:
            words.append(word._replace(text=text))
        marked = raised
    return line_of(words)


def _is_raised(word: Word, line: Line) -> bool:
    return word.size < 0.82 * line.size and line.base - word.base > 0.12 * line.size and _DIGITS.fullmatch(word.text) is not None
