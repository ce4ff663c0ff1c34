"""Pages of words and tables to the text of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.load.pdf.boxes import Grid, Sheet, Word
from extractor.load.pdf.flow import flow_of
from extractor.load.pdf.furniture import without_furniture
from extractor.load.pdf.lines import lines_of
from extractor.load.pdf.notes import with_marked_notes
from extractor.load.pdf.paragraphs import joint
from extractor.load.typeset import Place, Typesetter
from extractor.model import Table


class Composed(NamedTuple):
    """What has been set: the text, its tables with spans into it, and where each page begins."""

    text: str
    tables: tuple[Table, ...]
    pages: tuple[int, ...]


def compose(sheets: Sequence[Sheet]) -> Composed:
    """The text of pages in their order. A paragraph or table that runs over a page is one, and the next page begins inside it."""
    lines = without_furniture([(sheet.height, with_marked_notes(lines_of(sheet.words), sheet.height)) for sheet in sheets])
    setter = Typesetter()
    starts: dict[int, int] = {}
    for block in flow_of(sheets, lines):
        begin = setter.length + 2 if setter.length else 0
        if isinstance(block.content, Grid):
            _set_grid(block.content, block.header, setter)
            starts.update((page, _row_start(setter.tables[-1], row)) for page, row in block.turns)
        else:
            setter.paragraph(block.content.text)
            starts.update((page, begin + inside) for page, inside in block.turns)
    return Composed(setter.text, setter.tables, _pages(starts, len(sheets), setter.length))


def cell_text(words: Sequence[Word]) -> str:
    """The words of a table cell, line by line."""
    text = ""
    for line in lines_of(words):
        text = f"{text}{joint(text, line.text)}{line.text}" if text else line.text
    return text


def _set_grid(grid: Grid, header: int, setter: Typesetter) -> None:
    setter.table([(text, Place(cell.row, cell.column, cell.rows, cell.columns)) for text, cell in grid.cells], header)


def _row_start(table: Table, row: int) -> int:
    """Where the line of a row begins: its first cell stands behind ``| ``."""
    return min((cell.span.start for cell in table.cells if cell.row >= row), default=table.cells[-1].span.end + 2) - 2


def _pages(starts: dict[int, int], count: int, end: int) -> tuple[int, ...]:
    """The start of every page; one without text begins where the next one does."""
    pages = [end] * count
    following = end
    for page in range(count - 1, -1, -1):
        following = pages[page] = min(starts.get(page, following), following)
    return (0, *pages[1:]) if pages else ()
