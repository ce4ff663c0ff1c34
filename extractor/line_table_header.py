"""The headings of a table that has lost its lines: one a line from ``STT`` on, down to the first number of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.fold import fold_text
from extractor.model import Cell, Span, Table
from extractor.table_grid import Grid
from extractor.task_table_header import LEAD, TASK, Columns, header_at
from extractor.task_table_items import number
from extractor.wordlists import words

_LONGEST = 90  # characters of a heading
_MOST = 12  # lines of a header
_SECTION = 6  # syllables from which a line above the first row is rather a section than a heading
_COUNT = re.compile(r"\(?(\d{1,2}|[A-D])\)?")
_READ = {"task", "lead", "support", "product", "due", "report_to", "basis"}


class Header(NamedTuple):
    """The span and the role of each column, that of the numbers first, and the first line below them, and what ``header_at`` reads."""

    headings: tuple[Span, ...]
    roles: tuple[str, ...]
    end: int
    ranges: Mapping[str, tuple[int, int]]


@cache
def opening() -> re.Pattern[str]:
    """What finds a line that is the heading of a number column, behind a line break; fast where there is none."""
    entries = sorted(words("task_tables", "no"), key=len, reverse=True)
    either = "|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else re.escape(c) for c in entry) for entry in entries)
    return re.compile(rf"\n[ \t*|]*(?:{either})[ .*]*(?=[\r\n])")


@lru_cache(1024)
def is_number_heading(line: str) -> bool:
    """Whether a ``line`` is ``STT`` or the like."""
    return len(line) < 24 and fold_text(line).strip(" .*").lower() in words("task_tables", "no")


def read_header(text: str, lines: Sequence[Span], start: int) -> Header | None:
    """The header of a task table whose number column is headed by the line ``start``."""
    spans = [lines[start]]
    for span in lines[start + 1 : start + 1 + _MOST]:
        line = text[span.start : span.end]
        if number(line) or len(line) > _LONGEST:
            break
        if line[0].islower() or line[0] == "(":
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    end = next((i for i in range(start, len(lines)) if lines[i].start >= spans[-1].end), len(lines))
    for headings, sections in ((spans, 0), (spans[:-1], 1)):
        read = _read(text, headings)
        if read is not None and (sections or not _is_section(text, spans, read)):
            headings, columns = read
            return Header(tuple(headings), _roles(text, headings, columns), _past_count(text, lines, end, len(headings)), columns.ranges)
    return None


def _read(text: str, headings: Sequence[Span]) -> tuple[list[Span], Columns] | None:
    """The headings in the order of the columns, where they head a task table."""
    for ordered in (_unfold(text, headings), list(headings)):
        if ordered and len(ordered) > 2:
            columns = _columns(text, ordered)
            if columns is not None and columns.ranges.get("no") == (0, 1):
                return ordered, columns
    return None


def _columns(text: str, headings: Sequence[Span]) -> Columns | None:
    """The columns that these headings tell, if they head a task table."""
    return header_at(Grid(Table(tuple(Cell(span, 0, column) for column, span in enumerate(headings)), 1), text), 0)


def _unfold(text: str, headings: Sequence[Span]) -> list[Span] | None:
    """A header of two rows, ``Cơ quan thực hiện`` over ``Chủ trì`` and ``Phối hợp``: the two take the place of the one above them."""
    if len(headings) < 5:
        return None
    said = [fold_text(text[span.start : span.end]).lower() for span in headings]
    below = [at for at in range(len(said) - 2, len(said)) if re.search("chủ trì|phối hợp", said[at])]
    above = [at for at in range(1, len(said) - 2) if re.search("thực hiện|phân công|trách nhiệm|cơ quan|đơn vị", said[at])]
    above = [at for at in above if not re.search("thời|nội dung|nhiệm vụ|kinh phí|chủ trì|phối hợp|kết quả|sản phẩm|tiến độ", said[at])]
    if len(below) < 2 or len(above) != 1:
        return None
    return [*headings[: above[0]], *headings[-2:], *headings[above[0] + 1 : -2]]


def _roles(text: str, headings: Sequence[Span], columns: Columns) -> tuple[str, ...]:
    """The role of each column; a second one that names who leads is ``head``, one that is not read ``other``."""
    read = {start: role for role, (start, _) in columns.ranges.items() if role in _READ}
    names = {at for at in range(1, len(headings)) if at not in read and _leads(text, headings, columns, at)}
    return ("no", *(read.get(at, "head" if at in names else "other") for at in range(1, len(headings))))


def _leads(text: str, headings: Sequence[Span], columns: Columns, at: int) -> bool:
    """Whether a heading alone beside that of the task would name who leads."""
    alone = _columns(text, [headings[0], headings[columns.ranges[TASK][0]], headings[at]])
    return alone is not None and LEAD in alone.ranges


def _is_section(text: str, spans: Sequence[Span], read: tuple[list[Span], Columns]) -> bool:
    """Whether the last heading is rather the title of a section above the first row: long or in capitals, and of no role of its own."""
    headings, columns = read
    if headings[-1] != spans[-1] or any(start == len(headings) - 1 for role, (start, _) in columns.ranges.items() if role in _READ):
        return False
    said = text[spans[-1].start : spans[-1].end]
    return len(said.split()) >= _SECTION or (said.isupper() and not text[spans[-2].start : spans[-2].end].isupper())


def _past_count(text: str, lines: Sequence[Span], at: int, width: int) -> int:
    """The first line behind a row that only counts the columns: ``(1)``, ``(2)``, ``(3)``."""
    counted = 0
    for span in lines[at : at + width]:
        found = _COUNT.fullmatch(text[span.start : span.end])
        if found is None or (found[1].isdigit() and counted and int(found[1]) > counted + 1):
            break
        counted += 1
    return at + counted if counted > 2 or (counted == width) else at


def repeats(text: str, lines: Sequence[Span], at: int, header: Header) -> int:
    """How many lines at ``at`` head the same columns again, with or without the heading of the numbers."""
    width = len(header.headings)
    first = at + is_number_heading(text[lines[at].start : lines[at].end])
    said = {_words(text, span) for span in header.headings}
    if sum(_words(text, span) in said for span in lines[first : first + 3]) < 2:
        return 0
    again = _columns(text, [header.headings[0], *lines[first : first + width - 1]])
    if again is None or again.ranges != header.ranges:
        return 0
    return _past_count(text, lines, first + width - 1, width) - at


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].lower().split()) if span.end - span.start <= _LONGEST else ""
