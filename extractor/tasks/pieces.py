"""The text as a sequence of list items and paragraphs, their sentences, and the parts of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.context import Context
from extractor.model import Span
from extractor.outline import marker_end

_LONGEST_QUOTE = 6000  # code points
# Where a sentence may fall into parts: semicolons outside brackets and quotation marks.
_ENUMERATED = re.compile(r"\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\) ?")
_OPENING, _CLOSING = "([“", ")]”"
_CUT_OR_BRACKET = re.compile(r"[;(\[“)\]”]")


class Piece(NamedTuple):
    """A list item or a paragraph without its marker; ``path`` is its item path, ``marked`` whether it has a marker of its own."""

    span: Span
    path: str | None
    marked: bool


NO_PIECE = Piece(Span(0, 0), None, marked=False)
_QUOTES_LAW = re.compile(r"[“\"] ?(?:\d{1,2}[.)]|[a-zđ]\)|Điều \d|Khoản \d|\d)")


def quoted(context: Context) -> list[Span]:
    """Stretches that quote a law or another text: quotation marks that open a paragraph and close in the same or a later one."""
    text, found, end = context.text, [], -1
    for start in context.outline.paragraphs:
        if start < end or text[start : start + 1] not in ("“", '"'):
            continue
        close = text.find("”" if text[start] == "“" else '"', start + 1, start + _LONGEST_QUOTE)
        line = text.find("\n", start)
        if close > 0 and (0 <= line < close or _QUOTES_LAW.match(text, start)):
            end = close
            found.append(Span(start, close + 1))
    return found


def pieces(context: Context) -> Iterator[Piece]:
    """The pieces of the text up to the recipients, in order."""
    outline = context.outline
    starts = outline.item_starts
    alone = False  # the line before holds nothing but its marker
    for i, start in enumerate(starts):
        if start >= outline.boundary:
            return
        end = starts[i + 1] if i + 1 < len(starts) else outline.size
        body = marker_end(context.text, start)
        span = _trim(context.text, body, min(end, outline.boundary))
        if span.start < span.end:
            yield Piece(span, outline.item_paths[i], body > start or alone)
        alone = span.start >= span.end and body > start


def sentences(context: Context, span: Span) -> list[Span]:
    """The sentences of ``span``, blanks trimmed."""
    inner = context.outline.sentences
    cuts = [span.start, *inner[bisect_left(inner, span.start + 1) : bisect_left(inner, span.end)], span.end]
    found = [_trim(context.text, a, b) for a, b in pairwise(cuts)]
    return [s for s in found if s.start < s.end]


def parts(context: Context, span: Span) -> list[Span]:
    """``span`` cut at its semicolons; the semicolon belongs to no part."""
    text, depth, start, found = context.text, 0, span.start, []
    if text.find(";", *span) < 0:
        return [_trim(text, *span)]
    for m in _CUT_OR_BRACKET.finditer(text, *span):
        c = m.group()
        if c in _OPENING:
            depth += 1
        elif c in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            found.append(_trim(text, start, m.start()))
            start = m.end()
    found.append(_trim(text, start, span.end))
    found = [p for p in found if p.start < p.end]
    return [span] if any(_ENUMERATED.match(text, p.start) for p in found[1:]) else found


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n\t":
        start += 1
    while end > start and text[end - 1] in " \n\t":
        end -= 1
    return Span(start, end)
