"""Where in a sentence the clause that orders may begin."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.words import phrase, starts_with

_MARKS = regex.compile(r"[ \"“”'‘’(*_-]*(?:(?:[ivx]{1,4}|\d{1,2})\) )?")
_MOST_CLAUSES = 14  # commas of an opening phrase that are tried


class Start(NamedTuple):
    """A possible beginning; ``behind_comma`` where an opening phrase stands before it."""

    at: int
    behind_comma: bool


def clause_starts(view: FactView, span: Span) -> list[Start]:
    """The beginnings in order: at once, behind an opening word, behind the commas of an opening phrase."""
    lower, end = view.context.lower, span.end
    marks = _MARKS.match(lower, span.start, end)
    at = marks.end() if marks else span.start
    found = [Start(at, False)]
    preamble = starts_with("preambles").match(lower, at, end) is not None
    while m := phrase("opener").match(lower, at, end):
        at = m.end()
        preamble = preamble or starts_with("preambles").match(lower, at, end) is not None
        found.append(Start(at, False))
    if duty := phrase("by_duty").match(lower, at, end):
        found.append(Start(duty.end(), False))
    if preamble:
        found += _behind_commas(lower, at, end)
        found += [Start(m.end(), True) for m in phrase("behind_condition").finditer(lower, at, end)]
        found = sorted(set(found))
    return found


def _behind_commas(lower: str, at: int, end: int) -> list[Start]:
    found: list[Start] = []
    for count, m in enumerate(phrase("clause_mark").finditer(lower, at, end)):
        if count == _MOST_CLAUSES:
            break
        found.append(Start(m.end(), True))
        if opener := phrase("opener").match(lower, m.end(), end):
            found.append(Start(opener.end(), True))
    return found


def behind_marks(lower: str, at: int, end: int) -> int:
    """Past the blanks, colons and quotation marks at ``at``."""
    while at < end and lower[at] in ' :,"“':
        at += 1
    return at
