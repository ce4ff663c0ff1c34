"""Blocks of a Word document in the order in which they are read: lines of text and tables, with notes and text boxes at their anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from extractor.load.docx import grid
from extractor.load.docx.names import W, flag, value
from extractor.load.docx.notes import Notes
from extractor.load.docx.numbering import Numbering
from extractor.load.docx.pieces import Box, Item, Label, Note, Piece, composed
from extractor.load.docx.runs import TRACKED, Runs
from extractor.load.docx.styles import Styles
from extractor.load.typeset import Place, Room, Typesetter, is_layout

EMBEDDED = "a document embedded in this one (w:altChunk) was not read: open it in Word and save it again as .docx"
_LOST = frozenset((W + "del", W + "moveFrom"))
_CHANGES = _LOST | {W + "ins", W + "moveTo"}
_BLOCKS = frozenset((W + "p", W + "tbl", W + "altChunk"))


class Line(NamedTuple):
    """A paragraph. ``apart`` where it cannot be the rest of the one before it: it has a list number, or is a note.

    ``bare`` where it is a list number alone, which counts in a table and is nothing in running text.
    """

    text: str
    apart: bool = False
    bare: bool = False


class Grid(NamedTuple):
    """A table that is more than layout: the words of its cells, their places, and how many rows are header."""

    cells: list[tuple[str, Place]]
    header: int


Block = Line | Grid


class Reader:
    """Reads blocks; ``warnings`` (in their order) and ``encodings`` tell what was met on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.warnings: dict[str, None] = {}
        self.encodings: set[str] = set()
        self._numbering = numbering
        self._notes = notes
        self._runs = Runs(styles, self.warnings)
        self._waiting: list[tuple[str, Any]] = []  # notes that follow the block they are referred to in: mark, element
        self._known: set[Any] = set()  # notes that were referred to
        self._in_note = False
        self._in_table = 0
        self._room = Room()  # for tables inside cells

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks of a body, cell, note or text box."""
        before: list[Item] = []  # paragraphs whose end was deleted or hidden: they go on in the next one
        for element in grid.inner(parent, _BLOCKS):
            if element.tag == W + "p":
                label, items, ended = self._paragraph(element)
                if label.text and not any(isinstance(item, Label) for item in before):
                    before.insert(0, label)
                before += items
                if ended:
                    yield from self._set(before)
                    before = []
                continue
            if before:
                yield from self._set(before)
            before = []
            if element.tag == W + "tbl":
                yield from self._table(element)
            else:
                self.warnings[EMBEDDED] = None
        if before:
            yield from self._set(before)

    def _paragraph(self, element: Any) -> tuple[Label, list[Item], bool]:
        """The list number of a paragraph, what it holds, and whether it ends a line on paper."""
        properties = element.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        style = value(properties, "pStyle")
        items = self._runs.items(element, style)
        changes = set() if mark is None else {child.tag for child in mark} & _CHANGES
        if changes:
            self.warnings[TRACKED] = None
        if changes & _LOST:
            return Label(""), items, False
        hidden = bool(flag(mark, "vanish") or flag(mark, "specVanish"))
        if hidden and not items:
            return Label(""), items, False
        return self._numbering.label(properties, style), items, not hidden

    def _set(self, items: list[Item]) -> Iterator[Block]:
        """The lines of one paragraph, then the notes and text boxes that belong to it."""
        pieces = [self._mark(item) if isinstance(item, Note) else item for item in items if not isinstance(item, Box)]
        listed = any(isinstance(piece, Label) for piece in pieces)
        bare = not any(piece.text.strip() for piece in pieces if not isinstance(piece, Label))
        for text in composed(pieces, self.encodings).split("\f"):
            yield Line(text, listed, bare)
        if not self._in_table:
            yield from self._released()
        for item in items:
            if isinstance(item, Box):
                yield from self.blocks(item.element)

    def _mark(self, note: Note) -> Piece:
        """The mark of a note as it stands in the text; the note itself waits for the end of the block where it is first referred to.

        Notes have no notes of their own (17.11.14): what they refer to is not set with them.
        """
        found = self._notes.found(note)
        if found is None:
            return Piece("")
        if not self._in_note and found[1] not in self._known:
            self._known.add(found[1])
            self._waiting.append(found)
        return Piece(found[0])

    def _released(self) -> Iterator[Block]:
        waiting, self._waiting = self._waiting, []
        for mark, element in waiting:
            self._in_note = True
            blocks = [block for block in self.blocks(element) if isinstance(block, Grid) or block.text.strip()]
            self._in_note = False
            if blocks and isinstance(blocks[0], Line):
                blocks[0] = Line(f"{mark} {blocks[0].text.lstrip()}", apart=True)
            elif blocks:
                yield Line(mark, apart=True)
            yield from blocks

    def _table(self, element: Any) -> Iterator[Block]:
        if grid.changed(element):
            self.warnings[TRACKED] = None
        rows = grid.rows(element)
        cells = grid.places(rows)
        if is_layout([place for _, place in cells]):
            for cell, _ in cells:
                yield from self.blocks(cell)
            return
        self._in_table += 1
        words = [(_flat(self.blocks(cell), self._room), place) for cell, place in cells]
        self._in_table -= 1
        yield Grid(words, grid.header_rows(rows))
        if not self._in_table:
            yield from self._released()


def set_blocks(blocks: Iterable[Block], setter: Typesetter, *, numbers: bool = False) -> None:
    """Give the blocks to a typesetter; list numbers without words only where ``numbers`` says so."""
    for block in blocks:
        if isinstance(block, Grid):
            setter.table(block.cells, block.header)
            continue
        if block.apart:
            setter.paragraph("")
        setter.paragraph(block.text if numbers or not block.bare else "")


def _flat(blocks: Iterable[Block], room: Room) -> str:
    """The words of a cell, those of tables inside it at their place."""
    inside = Typesetter(room)
    set_blocks(blocks, inside, numbers=True)
    return inside.text
