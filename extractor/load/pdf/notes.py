"""Footnotes whose number is printed like any other: known by the raised number in the text above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.load.pdf.boxes import Line
from extractor.raised import RAISED, RAISED_DIGITS, TO_DIGITS

_FOOT = 0.5  # of the page's height: from here on a footnote may begin
_GAP = 1.8  # of the size: how far the base line of the first note is from that of the text at least
_MARK = re.compile(rf"(?<![{RAISED_DIGITS}])([{RAISED_DIGITS}]{{1,3}})")
_UNIT = re.compile(r"(?:\d|(?:^|\W)[mcdk]?m)$")
_NUMBER = re.compile(r"[1-9]\d{0,2}")


def with_marked_notes(lines: Sequence[Line], height: float) -> list[Line]:
    """The lines of a page ``height`` points high, from top to bottom, with the numbers of its footnotes raised as they are in the text."""
    marks: set[str] = set()
    found: list[Line] = []
    inside = False
    for index, line in enumerate(lines):
        apart = index > 0 and line.base - lines[index - 1].base > _GAP * line.size
        if line.base > _FOOT * height and (inside or apart) and _is_note(line, marks):
            number = line.words[0]
            line = replace(line, words=(number._replace(text=number.text.translate(RAISED)), *line.words[1:]))
            inside = True
        marks |= _marks(line)
        found.append(line)
    return found


def _is_note(line: Line, marks: set[str]) -> bool:
    return len(line.words) > 1 and line.words[0].text in marks and line.words[1].text[0].isupper()


def _marks(line: Line) -> set[str]:
    """The raised numbers that are no power of a number or unit (10⁶, m²)."""
    found = {m[1].translate(TO_DIGITS) for m in _MARK.finditer(line.text) if not _UNIT.search(line.text[: m.start()])}
    return {number for number in found if _NUMBER.fullmatch(number)}
