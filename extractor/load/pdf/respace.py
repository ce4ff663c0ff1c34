"""Wrong blanks in the lines of a page, mended where the words show them; the letters keep their places."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.load.pdf.boxes import Line, Word, line_of
from extractor.load.spacing import repaired

_BROKEN = 3  # lines of a page with syllables that have come apart: it is so all over the page


def respaced(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with the blanks that ``spacing.repaired`` finds."""
    once = [_respaced(line, broken=False) for line in lines]
    apart = sum(len(after.words) < len(before.words) for before, after in zip(lines, once, strict=True))
    return [_respaced(line, broken=True) for line in once] if apart >= _BROKEN else once


def _respaced(line: Line, broken: bool) -> Line:
    text = line.text
    mended = repaired(text, broken)
    if mended == text:
        return line
    letters = [letter for word in line.words for letter in _letters(word)]
    words: list[Word] = []
    position = 0
    for token in mended.split(" "):
        own = letters[position : position + len(token)]
        position += len(token)
        words.append(own[0]._replace(text=token, x1=own[-1].x1))
    return line_of(words)


def _letters(word: Word) -> list[Word]:
    """The letters of a word, taken to be of one width."""
    width = (word.x1 - word.x0) / len(word.text)
    starts = [word.x0 + width * index for index in range(len(word.text))]
    return [word._replace(text=letter, x0=x, x1=x + width) for letter, x in zip(word.text, starts, strict=True)]
