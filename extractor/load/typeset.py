"""The text of a document whose file holds paragraphs and tables rather than text (Word, HTML).

A blank line parts the blocks, so that no reader of the text takes the end of one for a wrapped line. Files made from PDF or mail
hold every line as a paragraph: where the words plainly run on, a blank and a line break stand in its place. A table has one line a row,
``| 1 | Rà soát | Sở Y tế |``; a merged cell stands at its first place, and the places that it covers are left empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.errors import LoadError
from extractor.model import Cell, Span, Table
from extractor.wrap import soft_breaks

LARGEST = 1_000_000  # places in the tables of a document; a few bytes of merged cells can ask for billions
_PIPE = re.compile(r"(?<!\\)\|")


class Place(NamedTuple):
    """Where a cell lies in its table, and how far a merged one reaches; rows and columns are counted from 0."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Room:
    """How many places the tables of a document may still take: ``LARGEST`` at first."""

    def __init__(self) -> None:
        self._left = LARGEST

    def take(self, height: int, width: int) -> None:
        """Count a table of this many rows and columns.

        :raises LoadError: there is no room for it.
        """
        self._left -= height * width
        if self._left < 0:
            raise LoadError(f"its tables are too large (more than {LARGEST:,} places): the file is damaged; save it again")


def is_layout(places: Sequence[Place]) -> bool:
    """Whether a table only places text on the page (letterhead, signatures, a frame): one column, or one row of at most three cells."""
    return all(place.column == 0 for place in places) or (len(places) <= 3 and all(place.row == 0 for place in places))


class Typesetter:
    """Takes the blocks of a document in their order, and gives ``text`` and ``tables``.

    :param room: shared where the tables of several texts count together.
    """

    def __init__(self, room: Room | None = None) -> None:
        self._room = room or Room()
        self._pieces: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._joints: list[int] = []  # where two paragraphs meet
        self._joint = False  # whether the next paragraph follows one

    @property
    def length(self) -> int:
        """Code points set so far."""
        return self._length

    @property
    def text(self) -> str:
        """What has been set."""
        text = "".join(self._pieces)
        wrapped = list(text)
        for joint in self._joints:
            wrapped[joint] = " "
        soft = soft_breaks("".join(wrapped)) if self._joints else set()
        for joint in self._joints if soft else ():
            if joint + 1 not in soft:
                wrapped[joint] = "\n"
        return "".join(wrapped) if soft else text

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that have been set, with spans into ``text``."""
        return tuple(self._tables)

    def paragraph(self, words: str) -> None:
        """Set a paragraph, its line breaks kept; one without words only keeps its neighbours apart."""
        words = words.strip()
        if words:
            if self._joint:
                self._joints.append(self._length)
            self._begin_block()
            self._set(words)
        self._joint = bool(words)

    def table(self, cells: Sequence[tuple[str, Place]], header: int = 0) -> None:
        """Set a table of words and their places; line breaks in the words become blanks, and a pipe gets a backslash.

        :raises LoadError: the tables have more than ``LARGEST`` places together.
        """
        self._joint = False
        if not any(words.strip() for words, _ in cells):
            return
        height = max(place.row for _, place in cells) + 1
        width = max(place.column for _, place in cells) + 1
        self._room.take(height, width)
        self._begin_block()
        by_place = {(place.row, place.column): (words, place) for words, place in cells}
        placed: list[Cell] = []
        for row in range(height):
            self._set("\n|" if row else "|")
            for column in range(width):
                if (row, column) not in by_place:
                    self._set("  |")
                    continue
                words, place = by_place[row, column]
                self._set(" ")
                start = self._length
                self._set(_PIPE.sub(r"\\|", " ".join(words.split())))
                extent = (min(place.rows, height - row), min(place.columns, width - column))
                placed.append(Cell(Span(start, self._length), row, column, *extent))
                self._set(" |")
        self._tables.append(Table(tuple(placed), min(header, height)))

    def _begin_block(self) -> None:
        if self._pieces:
            self._set("\n\n")

    def _set(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)
