"""Tesseract with its Vietnamese model: from the picture of a page to words with their places."""

from __future__ import annotations

import os
from functools import cache
from statistics import median
from typing import Any, NamedTuple

from extractor.load.pdf.boxes import Word

LANGUAGE = "vie"
_PATIENCE = 120  # seconds for a page; a dense one takes ten
_OPTIONS = "--oem 1 --psm 3"  # the neural model; page segmentation that finds columns
_SURE = 20.0  # per cent: what is less sure and no word is dirt
_LETTER_HEIGHT = 0.92  # of the type size: from the foot of a Vietnamese word to its highest mark, on average
_ONE_SIZE = 0.4  # by how much of the usual size a line's may be off and be taken for the usual one
_DESCENDER = 0.2  # of the size
_DESCENDING = frozenset("gjpqyạặậẹệịọộợụựỵçĝ,;()ẠẶẬẸỆỊỌỘỢỤỰỴQ")
_POINTS = 72.0  # in an inch
_GAP = 2.5  # of the size: the widest gap between words that Tesseract puts into one line of running text


class Recognised(NamedTuple):
    """The words of a page, and the mean confidence in them, per cent (by letters); 0 where there are none."""

    words: tuple[Word, ...]
    confidence: float


@cache
def is_installed() -> bool:
    """Whether Tesseract and its Vietnamese model are here."""
    import pytesseract

    try:
        return LANGUAGE in pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return False


def recognise(picture: Any, resolution: float) -> Recognised:
    """The words of a page's picture (``PIL.Image``), its ``resolution`` in dots per inch; none where a page takes too long."""
    import pytesseract

    # Threads inside one page cost more than they gain, and pages run side by side.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        options = f"{_OPTIONS} --dpi {round(resolution)}"
        found = pytesseract.image_to_data(picture, LANGUAGE, options, timeout=_PATIENCE, output_type=pytesseract.Output.DICT)
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return Recognised((), 0.0)
    return _words([_Seen(*row) for row in zip(*(found[key] for key in _COLUMNS), strict=True)], _POINTS / resolution)


_COLUMNS = ("block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text")


class _Seen(NamedTuple):
    """A row of Tesseract's table, in pixels."""

    block: int
    paragraph: int
    line: int
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str

    @property
    def size(self) -> float:
        return self.height / _LETTER_HEIGHT


def _words(seen: list[_Seen], scale: float) -> Recognised:
    kept = [word for word in seen if word.text.strip() and (word.confidence >= _SURE or word.text.isalpha())]
    if not kept or _stand_upright(kept):
        return Recognised((), 0.0)
    usual = median(word.size for word in kept for _ in word.text)
    lines: dict[tuple[int, int, int], list[_Seen]] = {}
    for word in kept:
        lines.setdefault((word.block, word.paragraph, word.line), []).append(word)
    words = [word for line in lines.values() for word in _line_words(line, usual, scale)]
    letters = sum(len(word.text) for word in kept)
    return Recognised(tuple(words), sum(word.confidence * len(word.text) for word in kept) / letters)


def _stand_upright(seen: list[_Seen]) -> bool:
    """Whether lines run up or down the page: Tesseract reads those too, but their words have no places in lines of ours."""
    long = [word.height > word.width for word in seen if len(word.text) > 2]
    return sum(long) > 0.5 * len(long)


def _line_words(line: list[_Seen], usual: float, scale: float) -> list[Word]:
    size = median(word.size for word in line)
    size = usual if abs(size - usual) < _ONE_SIZE * usual else size
    base = median(word.top + word.height - (_DESCENDER * size if _DESCENDING.intersection(word.text) else 0) for word in line)
    words: list[Word] = []
    end = 0
    for word in sorted(line, key=lambda word: word.left):
        spaced = bool(words) and word.left - end < _GAP * size
        words.append(Word(word.text.strip(), word.left * scale, (word.left + word.width) * scale, base * scale, size * scale, spaced))
        end = word.left + word.width
    return words
