"""Ruled tables: from the lines of a page to cells with the words inside them. pdfplumber finds the cells between the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from extractor.load.pdf.boxes import Box, Grid, GridCell, Word
from extractor.load.pdf.rulings import Edge
from extractor.load.typeset import Place, is_layout

_SNAP = 3.0  # points between lines that are one
_MOST = 1500  # lines after snapping; finding cells takes the square of them


def grids_of(edges: Sequence[Edge], words: Sequence[Word], joined: Callable[[Sequence[Word]], str]) -> tuple[list[Grid], list[Word]]:
    """The tables between ``edges`` from top to bottom, and the words that stand in none of them.

    ``joined`` makes one text of the words of a cell. A table without words, or one that only places text on the page, is none.
    """
    grids: list[Grid] = []
    rest = list(words)
    for boxes in _tables(edges):
        cells = _placed(boxes)
        if is_layout([Place(cell.row, cell.column, cell.rows, cell.columns) for cell in cells]):
            continue
        inside, outside = _shared_out(cells, rest)
        texts = [(joined(own), cell) for cell, own in zip(cells, inside, strict=True)]
        if not any(text for text, _ in texts):
            continue
        grids.append(Grid(_outline(cells), _edges_of(cell.box.x0 for cell in cells), tuple(texts)))
        rest = outside
    return grids, rest


def _tables(edges: Sequence[Edge]) -> list[list[Box]]:
    if not edges:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges([_dictionary(edge) for edge in edges], _SNAP, _SNAP, _SNAP, _SNAP)
    if len(merged) > _MOST:
        return []
    tables = cells_to_tables(intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP)))
    return [[Box(*cell) for cell in cells] for cells in tables]


def _dictionary(edge: Edge) -> dict[str, Any]:
    """An edge as pdfplumber has it."""
    return {**edge._asdict(), "orientation": "h" if edge.flat else "v", "width": edge.x1 - edge.x0, "height": edge.bottom - edge.top}


def _placed(boxes: Sequence[Box]) -> list[GridCell]:
    """Cells with their rows and columns, row by row."""
    xs = _edges_of(x for box in boxes for x in (box.x0, box.x1))
    ys = _edges_of(y for box in boxes for y in (box.top, box.bottom))
    cells = []
    for box in boxes:
        row, column = _index(ys, box.top), _index(xs, box.x0)
        cells.append(GridCell(box, row, column, max(1, _index(ys, box.bottom) - row), max(1, _index(xs, box.x1) - column)))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _edges_of(positions: Iterable[float]) -> tuple[float, ...]:
    """Sorted positions, those nearer than ``_SNAP`` to one before taken for the same."""
    found: list[float] = []
    for position in sorted(positions):
        if not found or position - found[-1] > _SNAP:
            found.append(position)
    return tuple(found)


def _index(positions: Sequence[float], wanted: float) -> int:
    return min(range(len(positions)), key=lambda index: abs(positions[index] - wanted))


def _shared_out(cells: Sequence[GridCell], words: Iterable[Word]) -> tuple[list[list[Word]], list[Word]]:
    """The words of each cell, and those of none; a word belongs where its middle stands."""
    inside: list[list[Word]] = [[] for _ in cells]
    outside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
        own = next((index for index, cell in enumerate(cells) if cell.box.holds(x, y)), None)
        (outside if own is None else inside[own]).append(word)
    return inside, outside


def _outline(cells: Sequence[GridCell]) -> Box:
    boxes = [cell.box for cell in cells]
    return Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))
