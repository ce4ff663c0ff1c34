"""The lines of a stretch of a document as a reader sees them: marks of Markdown and rules of dashes gone, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from extractor.fold import Folded, fold
from extractor.model import Span
from extractor.nfc import nfc

# Cells of a table and lines are pieces alike; what holds no letter and no digit is a rule or the mark of a column.
_PIECE, _BROKEN = re.compile(r"[^\n|]+"), re.compile(r"<br ?/?>")
_WORDS = regex.compile(r"[\p{L}\d]")
_BEFORE, _AFTER = " \\_*#>-=~•+:,;", " \\_*#=~•-"
_EMPHASIS = regex.compile(r"[*\u00ad\u200b-\u200f\u2060\ufeff]+")
_FEW = 12  # one small letter among so many leaves a line in capitals: "TP." is often printed "Tp."


class Line(NamedTuple):
    """A line: folded for comparison, its words in the source, and where it begins there.

    ``mark`` names the group of the pattern that made it a line of its own, ``groups`` holds what the pattern captured, folded.
    """

    folded: str
    source: str
    start: int
    mark: str | None = None
    groups: Mapping[str, str | None] = {}

    @property
    def printed(self) -> str:
        """Its words as printed on one line: NFC, marks of emphasis dropped, one blank between words."""
        return " ".join(_EMPHASIS.sub("", nfc(self.source)).split())

    @property
    def is_capitals(self) -> bool:
        """Whether it is printed in capitals."""
        letters = [c for c in self.folded if c.isalpha()]
        return len(letters) > 1 and sum(c.islower() for c in letters) * _FEW <= len(letters)


def lines_of(source: str, start: int, end: int, marks: regex.Pattern[str] | None = None) -> list[Line]:
    """The lines of ``source[start:end]``; what ``marks`` matches inside a line becomes a line of its own."""
    folded = fold(source[start:end])
    found = []
    for piece in _PIECE.finditer(_BROKEN.sub(_rule, folded.text)):
        for span, m in _parts(folded.text, Span(*piece.span()), marks):
            left, right = span if m else _trimmed(folded.text, span)
            if left < right and _WORDS.search(folded.text, left, right):
                found.append(_line(folded, Span(left, right), start, m))
    return found


def _rule(m: re.Match[str]) -> str:
    """A line break of a table cell in Markdown, as long as it was."""
    return "|" * len(m.group())


def _parts(text: str, piece: Span, marks: regex.Pattern[str] | None) -> Iterator[tuple[Span, regex.Match[str] | None]]:
    done = piece.start
    for m in marks.finditer(text, *piece) if marks else ():
        if done < m.start():
            yield Span(done, m.start()), None
        yield Span(*m.span()), m
        done = m.end()
    yield Span(done, piece.end), None


def _line(folded: Folded, span: Span, offset: int, m: regex.Match[str] | None) -> Line:
    source = folded.source_span(*span)
    words = folded.source[slice(*source)]
    return Line(folded.text[slice(*span)], words, offset + source.start, m.lastgroup if m else None, m.groupdict() if m else {})


def _trimmed(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    start = span.start + len(piece) - len(piece.lstrip(_BEFORE))
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip(_AFTER)))))
