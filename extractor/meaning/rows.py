"""A stretch of text as a row of syllables with the marks between them: what subjects are cut out of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.fact_view import FactView
from extractor.meaning.subject_words import phrases, words_of
from extractor.model import Span

# Stands for a date, which is no part of a subject.
_DATE = "¤"
_GLUED = regex.compile(r"(?:(?<=[\p{L}\d%)\]”])([,;:])(?=[\p{L}“])|(?<=[\p{L}%)\]”])([,;:])(?=\d))")
_BRACKETS = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = "\"“”‘’'()[]|*_…."
COMMA, BREAK, COLON = 1, 2, 3
_MARKS = {",": COMMA, ";": BREAK, ":": COLON}


@dataclass(slots=True)
class Row:
    """Syllables ``printed`` and in lower case (``low``), and the mark behind each: 0, ``COMMA``, ``BREAK`` (``;``) or ``COLON``."""

    printed: list[str]
    low: list[str]
    marks: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def part(self, start: int, end: int | None = None) -> Row:
        """The syllables from ``start`` to ``end``."""
        return Row(self.printed[start:end], self.low[start:end], self.marks[start:end])

    def text(self) -> str:
        """The syllables with their commas, none at the end."""
        if not self.printed:
            return ""
        pieces = self.printed
        if any(self.marks):
            pieces = [word + "," if mark else word for word, mark in zip(self.printed, self.marks, strict=True)]
        return " ".join(pieces).rstrip(", -–")

    def last_mark(self, least: int = COMMA, end: int | None = None) -> int:
        """Where the words behind the last mark (of at least ``least``) before ``end`` begin; a mark right before ``end`` counts."""
        at = len(self) if end is None else end
        while at and self.marks[at - 1] < least:
            at -= 1
        return at

    def first_mark(self, start: int = 0) -> int:
        """Where the words behind the first mark from ``start`` on begin; the end of the row where there is none."""
        for at in range(start, len(self.marks)):
            if self.marks[at]:
                return at + 1
        return len(self.marks)

    def unmarked(self, end: int) -> Row:
        """The syllables before ``end``, the last of them without its mark."""
        return Row(self.printed[:end], self.low[:end], [*self.marks[: end - 1], 0])


def row(words: str) -> Row:
    """The syllables of ``words`` (folded)."""
    printed: list[str] = []
    low: list[str] = []
    marks: list[int] = []
    quoted = False
    for word in words.split():
        for token, core, lower, mark in _tokens(word):
            if not core:
                if marks:
                    marks[-1] = BREAK if token == "|" else max(marks[-1], mark)
                continue
            if quoted or token[0] == "“":
                quoted = "”" not in token
                mark = 0 if quoted else mark
            printed.append(core)
            low.append(lower)
            marks.append(mark)
    if COMMA in marks:
        _join_places(printed, low, marks)
    return Row(printed, low, marks)


@lru_cache(maxsize=16384)
def _tokens(word: str) -> tuple[tuple[str, str, str, int], ...]:
    """What stands between two blanks, cut behind each mark: as printed, its syllable (empty where it is none) also in lower case, its mark.

    The same few thousand syllables make up most of all texts: each is looked at once.
    """
    return tuple(_token(token) for token in _GLUED.sub(r"\g<0> ", word).split())


def _token(token: str) -> tuple[str, str, str, int]:
    bare = token.strip(_EDGES)
    core = bare.rstrip(",;:")
    mark = 0 if core == bare else _MARKS[bare[-1]]
    core = core.rstrip(_EDGES) if core[-1:] in '"”' else core
    if core != _DATE and not any(map(str.isalnum, core)):
        core = ""
    return token, core, core.lower(), mark


def _join_places(printed: list[str], low: list[str], marks: list[int]) -> None:
    """A comma between a place and the unit that it lies in ends nothing: ``ở phường 7, quận Gò Vấp``."""
    for at, mark in enumerate(marks[:-1]):
        if mark == COMMA and words_of("level", low[at + 1]) and (printed[at][0].isupper() or printed[at].isdigit()):
            marks[at] = 0


def row_before(view: FactView, span: Span) -> Row:
    """The syllables of ``span`` without what stands in brackets, and without dates and the words of time before them."""
    words = _undated(view, span)
    if "(" in words or "[" in words:
        words = _BRACKETS.sub(" ", words)
    return without_time(row(words)) if _DATE in words else row(words)


def without_brackets(words: str) -> str:
    """``words`` without what stands in brackets."""
    return _BRACKETS.sub(" ", words) if "(" in words or "[" in words else words


def _undated(view: FactView, span: Span) -> str:
    text, pieces, at = view.context.text, [], span.start
    dated = [*view.within("date", span), *view.within("deadline", span)]
    for fact in sorted(dated, key=lambda f: f.span) if dated else ():
        if fact.span.start >= at and fact.span.end <= span.end:
            pieces += [text[at : fact.span.start], f" {_DATE} "]
            at = fact.span.end
    return "".join(pieces) + text[at : span.end]


def without_time(syllables: Row) -> Row:
    """The row without its dates and the words of time before each."""
    keep = Row([], [], [])
    for word, low, mark in zip(syllables.printed, syllables.low, syllables.marks, strict=True):
        if low != _DATE:
            keep.printed.append(word)
            keep.low.append(low)
            keep.marks.append(mark)
            continue
        while keep.low and not keep.marks[-1] and (length := phrases("time").before(keep.low, len(keep.low))):
            del keep.printed[-length:], keep.low[-length:], keep.marks[-length:]
        if keep.marks:
            keep.marks[-1] = max(keep.marks[-1], mark)
    return keep
