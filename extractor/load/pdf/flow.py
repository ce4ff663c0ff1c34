"""The blocks of all pages in one flow: what a page break cut in two is one again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extractor.load.pdf.boxes import Grid, Line, Sheet
from extractor.load.pdf.grid_join import join_grids
from extractor.load.pdf.order import Column, columns_of
from extractor.load.pdf.paragraphs import Margins, Paragraph, continues, margins_of, paragraphs_of
from extractor.raised import RAISED_DIGITS

_NOTE = 0.9  # of the size of the text: footnotes are set smaller
_NOTE_MARK = regex.compile(rf"[{RAISED_DIGITS}*\d(\[]")
_REACHED = 0.8  # of the width of a page: full lines reach at least so far, even where the page has none
_NO_MARGINS = Margins(0.0, 0.0, 1.2)  # of pages whose lines all stand in columns
_SAME_MARGINS = 20.0  # points by which the widths of pages with the same margins differ


@dataclass(slots=True)
class Block:
    """A paragraph or a table; ``turns`` are the pages that begin in it: (page from 0, code points or rows from its start)."""

    content: Paragraph | Grid
    note: bool = False
    header: int = 0
    turns: list[tuple[int, int]] = field(default_factory=list)


def flow_of(sheets: Sequence[Sheet], lines: Sequence[Sequence[Line]]) -> list[Block]:
    """The blocks of all pages in reading order; ``lines`` are those of each sheet outside its tables."""
    pages = [list(_ordered(sheet, own)) for sheet, own in zip(sheets, lines, strict=True)]
    margins = _margins(sheets, pages)
    flow: list[Block] = []
    for number, (sheet, items) in enumerate(zip(sheets, pages, strict=True)):
        blocks = _blocks(items, margins.get(_width(sheet), _NO_MARGINS))
        _mark_notes(blocks)
        if blocks and _join(flow, blocks[0], number):
            blocks.pop(0)
        elif blocks:
            blocks[0].turns.append((number, 0))
        flow.extend(blocks)
    return flow


def _ordered(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Column | Grid]:
    """Columns and tables from top to bottom."""
    rest = list(lines)
    for grid in sorted(sheet.grids, key=lambda grid: grid.box.top):
        yield from columns_of([line for line in rest if line.base <= grid.box.top + 1])
        yield grid
        rest = [line for line in rest if line.base > grid.box.top + 1]
    yield from columns_of(rest)


def _width(sheet: Sheet) -> int:
    return round(sheet.width / _SAME_MARGINS)


def _margins(sheets: Sequence[Sheet], pages: Sequence[Sequence[Column | Grid]]) -> dict[int, Margins]:
    """The margins of the pages of each width."""
    by_width: dict[int, list[Line]] = {}
    for sheet, items in zip(sheets, pages, strict=True):
        for item in items:
            if isinstance(item, Column) and item.whole:
                by_width.setdefault(_width(sheet), []).extend(item.lines)
    return {width: _at_least(margins_of(lines), _REACHED * width * _SAME_MARGINS) for width, lines in by_width.items()}


def _at_least(margins: Margins, right: float) -> Margins:
    return margins._replace(right=max(margins.right, right))


def _blocks(items: Iterable[Column | Grid], margins: Margins) -> list[Block]:
    blocks: list[Block] = []
    for item in items:
        if isinstance(item, Grid):
            blocks.append(Block(item))
        else:
            blocks.extend(Block(paragraph) for paragraph in paragraphs_of(item, margins))
    return blocks


def _mark_notes(blocks: Sequence[Block]) -> None:
    """Footnotes: the last paragraphs of a page, smaller than those before them, from one with a mark on."""
    texts = [block.content for block in blocks if isinstance(block.content, Paragraph)]
    sizes = sorted(paragraph.first.size for paragraph in texts for _ in range(len(paragraph.text) // 40 + 1))
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    start = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        content = blocks[index].content
        if not isinstance(content, Paragraph) or content.first.size > _NOTE * usual:
            break
        if _NOTE_MARK.match(content.text):
            start = index
    for block in blocks[start:]:
        block.note = True


def _join(flow: Sequence[Block], block: Block, number: int) -> bool:
    """Whether the first block of a page goes on with the last of the page before; then it has been set to that."""
    last = next((each for each in reversed(flow) if not each.note), None)
    if last is None or block.note:
        return False
    before, after = last.content, block.content
    if isinstance(before, Grid) and isinstance(after, Grid):
        joined = join_grids(before, after)
        if joined is None:
            return False
        last.turns.append((number, joined.row))
        last.content, last.header = joined.grid, max(last.header, joined.header)
        return True
    if isinstance(before, Paragraph) and isinstance(after, Paragraph):
        glue = continues(before, after)
        if glue is None:
            return False
        last.turns.append((number, len(before.text) + len(glue)))
        last.content = Paragraph(before.text + glue + after.text, before.first, after.last, after.margins)
        return True
    return False
