"""Words, lines and ruled tables with their places on a page, as the PDF reader and the reader of pictures share them.

Lengths are points (1/72 inch); x grows to the right and y downwards from the top left corner of the upright page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ASCENT, _DESCENT = 0.8, 0.22  # of the size: what letters take above and below the base line


class Box(NamedTuple):
    """A rectangle: ``x0 <= x1`` and ``top <= bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Word(NamedTuple):
    """Letters without a blank among them: where they begin and end, their base line and type size.

    ``spaced``: a blank of the file's own stands before the word, so that a wide gap there is no gap between columns.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    spaced: bool = False

    @property
    def top(self) -> float:
        """The height to which capitals and their marks reach."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The depth to which letters reach."""
        return self.base + _DESCENT * self.size


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, at least one, from left to right."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    base: float
    size: float

    @property
    def top(self) -> float:
        """As ``Word.top``."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """As ``Word.bottom``."""
        return self.base + _DESCENT * self.size

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(word.text for word in self.words)


def line_of(words: Sequence[Word]) -> Line:
    """The line that ``words`` make, whatever their order; its base and size are those of most of its letters."""
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    weights: dict[tuple[float, float], int] = {}
    for word in ordered:
        key = (round(word.size, 1), round(word.base, 1))
        weights[key] = weights.get(key, 0) + len(word.text)
    size, base = max(weights, key=lambda key: (weights[key], key))
    return Line(ordered, ordered[0].x0, max(word.x1 for word in ordered), base, size)


class GridCell(NamedTuple):
    """A cell of a ruled table: its box, its place and how far it reaches (rows and columns from 0)."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its outline, the x of its column edges, its cells with their words in reading order."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[tuple[str, GridCell], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as read: the words outside its tables, and the tables from top to bottom."""

    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()
