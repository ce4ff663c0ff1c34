r"""Tables drawn with pipes in running text: ``| TT | Nhiệm vụ | Thời hạn |``.

The pipe tables of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-), and what real texts have besides: no
line of dashes below the header, no pipes at the ends of the rows, rows with cells missing or left over, and line breaks inside a cell
(Google Docs writes them so). A pipe behind a backslash belongs to the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.model import Cell, Span, Table

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\s*+(?:\|\s*+)?+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+(?:\|\s*+)?+")
_CLOSED = re.compile(r"(?<!\\)\|\s*$")
_LONGEST_ROW = 20  # lines of one row whose cells hold line breaks


class _Row(NamedTuple):
    """One row as printed: ``framed`` where it begins with a pipe."""

    span: Span
    cells: tuple[Span, ...]
    framed: bool
    delimiter: bool


def pipe_tables(text: str) -> tuple[Table, ...]:
    """The pipe tables of any ``text``, with spans in its code points. Costs nothing where the text holds no pipe.

    A row begins with a pipe, or is one of at least two lines in a row that have three cells or more, or has a line of dashes below.
    ``header`` is 1 where a line of dashes stands below the first row, else 0.
    """
    if "|" not in text:
        return ()
    return tuple(_table(block) for lines in _blocks(text) for block in _split(lines))


def _blocks(text: str) -> Iterator[list[_Row]]:
    """Runs of rows that follow each other line by line."""
    block: list[_Row] = []
    for row in _rows(text):
        if block and row.span.start != block[-1].span.end + 1:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _rows(text: str) -> Iterator[_Row]:
    position = text.find("|")
    while position >= 0:
        start = text.rfind("\n", 0, position) + 1
        row = _row(text, start)
        yield row
        position = text.find("|", row.span.end)


def _row(text: str, start: int) -> _Row:
    end = _row_end(text, start)
    pipes = [m.start() for m in _PIPE.finditer(text, start, end)]
    framed = bool(pipes) and not text[start : pipes[0]].strip()
    last = bool(pipes) and not text[pipes[-1] + 1 : end].strip() and len(pipes) > framed
    edges = [*([] if framed else [start - 1]), *pipes, *([] if last else [end])]
    cells = tuple(_tight(text, left + 1, right) for left, right in pairwise(edges))
    return _Row(Span(start, end), cells, framed, _DELIMITER.fullmatch(text, start, end) is not None and bool(pipes))


def _row_end(text: str, start: int) -> int:
    """The end of the line, or of a later one where the row opens with a pipe and closes only there."""
    end = _line_end(text, start)
    line = text[start:end]
    if not line.lstrip().startswith("|") or _CLOSED.search(line):
        return end
    further = end
    for _ in range(_LONGEST_ROW):
        begin, further = further + 1, _line_end(text, further + 1)
        line = text[begin:further]
        if not line.strip() or line.lstrip().startswith("|"):
            return end
        if _CLOSED.search(line):
            return further
    return end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _tight(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    if not words.strip():
        middle = min(start + 1, end)
        return Span(middle, middle)
    left = start + len(words) - len(words.lstrip())
    return Span(left, left + len(words.strip()))


def _split(rows: list[_Row]) -> Iterator[list[_Row]]:
    """The tables of a block: a row above a line of dashes begins one."""
    starts = [0, *(i - 1 for i, row in enumerate(rows) if row.delimiter and i > 1 and not rows[i - 1].delimiter)]
    for begin, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        table = rows[begin:end]
        if _is_table(table):
            yield table


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether rows are one: pipes at the beginning or a line of dashes tell, else there must be several rows of three cells."""
    if not any(start < end for row in rows if not row.delimiter for start, end in row.cells):
        return False
    told = rows[0].framed or any(row.delimiter for row in rows)
    return told or (len(rows) > 1 and all(len(row.cells) > 2 for row in rows))


def _table(rows: Sequence[_Row]) -> Table:
    printed = [row for row in rows if not row.delimiter]
    header = int(len(rows) > 1 and rows[1].delimiter and not rows[0].delimiter)
    return Table(tuple(Cell(span, i, j) for i, row in enumerate(printed) for j, span in enumerate(row.cells)), header)
