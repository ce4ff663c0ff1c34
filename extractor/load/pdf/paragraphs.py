"""Lines to paragraphs, by what the page shows: lines that end short, indents, gaps, list markers, and lines that plainly go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import regex

from extractor.load.pdf.boxes import Line
from extractor.load.pdf.order import Column

_BLANK = 0.25  # of the size: the blank before a word (Times)
_SLACK = 0.3  # of the size: how far a line may stop short of the margin though its next word would fit
_INDENT = 0.7  # of the size: from here on a line is set in
_CENTRED = 0.5  # of the size: how far the middle of a centred line may be off
_SPACED = 0.35  # of the size: more room above a line than usual
_FULL = 4  # lines, from which a narrow column has margins of its own
_MARKER = regex.compile(
    r"(?:[+•▪●·►➢✓○o*❖\u25a0-\u25ff\uf000-\uf0ff](?=\s|\p{Lu})"
    r"|(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]{1,2}|[IVXivx]{1,5})[.)](?=\s|\p{Lu}|$))|(?:\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+\p{Lu})))"
)
# The same may stand inside a sentence: a range, a name, a reference.
_WEAK_MARKER = regex.compile(
    r"(?:[-–](?=\s|\p{Lu})"
    r"|(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ lục|PHỤ LỤC|Biểu|Bảng|Hình) (?:[\dIVXLC]|thứ)"
    r"|(?:Kính gửi|Nơi nhận|Số|Căn cứ|Theo đề nghị)\b))"
)
_LOWER = regex.compile(r"[\"“(]?\p{Ll}")
_ENDED = regex.compile(r"[.;:!?…][\"”’)\]]*$|\./\.$")
_STANDS_OFF = regex.compile(r"(?:^|\s)[-–—/]$")
_GLUED = regex.compile(r"[\p{L}\p{N}%)][-/–]$")
_BREAKABLE = regex.compile(r"(?<=\p{L}-)(?=\p{L})")  # where programs break a word over lines (UAX #14: not beside digits)
_GLUES = regex.compile(r"[\p{L}\p{N}]")


class Margins(NamedTuple):
    """Where the lines of a column begin and end, in points; the usual distance of their base lines, in sizes."""

    left: float
    right: float
    leading: float


@dataclass(slots=True)
class Paragraph:
    """Its words, and what the joining of pages asks of it: whether its last line is full, and how its first one stands."""

    text: str
    first: Line
    last: Line
    margins: Margins | None


def margins_of(lines: Sequence[Line]) -> Margins:
    """The margins of running text: the left one that most long lines have, the right one that many reach or else the furthest."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    wide = [line for line in lines if line.x1 - line.x0 > 0.5 * (right - left)] or lines
    (common, _), *_ = Counter(round(line.x0) for line in wide).most_common(1)
    reached, count = Counter(round(line.x1) for line in wide).most_common(1)[0]
    steps = [(b.base - a.base) / a.size for a, b in pairwise(lines) if 0 < b.base - a.base < 3 * a.size]
    usual = Counter(round(step, 1) for step in steps).most_common(1)
    justified = count >= max(3, 0.25 * len(wide))
    return Margins(float(common), float(reached) if justified else right, usual[0][0] if usual else 1.2)


def paragraphs_of(column: Column, page: Margins) -> list[Paragraph]:
    """The paragraphs of a column; ``page`` are the margins of whole lines on pages of this sort."""
    margins = page if column.whole else _own_margins(column.lines)
    found = [Paragraph(column.lines[0].text, column.lines[0], column.lines[0], margins)]
    for line in column.lines[1:]:
        paragraph = found[-1]
        glue = _goes_on(paragraph, line, margins)
        if glue is None:
            found.append(Paragraph(line.text, line, line, margins))
        else:
            paragraph.text, paragraph.last = paragraph.text + glue + line.text, line
    return found


def continues(before: Paragraph, after: Paragraph) -> str | None:
    """What joins a paragraph to the first one of the next page, or None where they are two."""
    if before.margins is None or after.margins is None or abs(before.last.size - after.first.size) > 0.1 * before.last.size:
        return None
    widths = [margins.right - margins.left for margins in (before.margins, after.margins)]
    if (
        abs(widths[0] - widths[1]) > after.first.size
        or _MARKER.match(after.text)
        or _WEAK_MARKER.match(after.text)
        or before.text.isupper() != after.text.isupper()
    ):
        return None
    if _LOWER.match(after.text):
        return joint(before.text, after.text)
    set_in = after.first.x0 - after.margins.left > _INDENT * after.first.size
    ended = _ENDED.search(before.text) is not None or _ends_short(before.last, after.first, before.margins)
    return None if set_in or ended else joint(before.text, after.text)


def joint(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: a blank, or nothing where a word like ``NĐ-CP`` or ``12/2024/`` was broken."""
    return "" if _GLUED.search(before) and _GLUES.match(after) and not _STANDS_OFF.search(before) else " "


def _own_margins(lines: Sequence[Line]) -> Margins | None:
    """The margins of a column of running text; None for heads and signatures, whose lines are set one by one."""
    if len(lines) < _FULL:
        return None
    margins = margins_of(lines)
    full = sum(line.x1 > margins.right - 2 * line.size for line in lines)
    return margins if full >= 0.5 * len(lines) and margins.right - margins.left > 10 * lines[0].size else None


def _goes_on(paragraph: Paragraph, line: Line, margins: Margins | None) -> str | None:
    """What joins a line to the paragraph before it, or None where it begins one."""
    before = paragraph.last
    step = (line.base - before.base) / max(before.size, 1)
    if abs(before.size - line.size) > 0.12 * before.size:
        return None
    broken = joint(before.text, line.text) == ""  # "31-" and "10." are a day and its month, no item 10
    if not broken and (_MARKER.match(line.text) or _is_item(paragraph, line, margins)):
        return None
    lower = _LOWER.match(line.text) is not None
    if margins is None:
        return joint(before.text, line.text) if lower and step < 2 and not _ENDED.search(before.text) else None
    if step > max(margins.leading + _SPACED, 1.3 if lower else 0) + (0.5 if lower else 0):
        return None
    if _ends_short(before, line, margins):
        return "\n" if lower and not _ENDED.search(before.text) else None
    return None if not lower and _is_set_in(paragraph, line, margins) else joint(before.text, line.text)


def _is_item(paragraph: Paragraph, line: Line, margins: Margins | None) -> bool:
    """Whether a marker that may also stand inside a sentence begins an item: the line before it was ended, or this one is set in."""
    if not _WEAK_MARKER.match(line.text):
        return False
    before = paragraph.last
    ended = _ENDED.search(before.text) is not None or margins is None or _ends_short(before, line, margins)
    return ended or abs(line.x0 - before.x0) > _INDENT * line.size > line.x0 - paragraph.first.x0 + line.size


def _ends_short(before: Line, line: Line, margins: Margins) -> bool:
    """Whether the first word of ``line`` would have had room behind ``before``: the line was ended, not broken."""
    room = margins.right - before.x1
    if _is_centred(before, margins):
        room += before.x0 - margins.left
    word = line.words[0]
    first = _BREAKABLE.split(word.text, maxsplit=1)[0]
    width = (word.x1 - word.x0) * len(first) / len(word.text)
    return room > width + (_BLANK + _SLACK) * before.size


def _is_centred(line: Line, margins: Margins) -> bool:
    before, behind = line.x0 - margins.left, margins.right - line.x1
    return before > line.size and behind > line.size and abs(before - behind) < 2 * _CENTRED * line.size


def _is_set_in(paragraph: Paragraph, line: Line, margins: Margins) -> bool:
    """Whether the indent of a line after a full one says that a paragraph begins."""
    before = paragraph.last
    shift = (line.x0 - before.x0) / line.size
    if shift > _INDENT:
        # A hanging indent stands deeper than the marker above it.
        return not (before is paragraph.first and _MARKER.match(before.text))
    alone = before is paragraph.first and line.x0 - margins.left > _INDENT * line.size
    return alone and abs(shift) <= _INDENT and _ENDED.search(before.text) is not None
