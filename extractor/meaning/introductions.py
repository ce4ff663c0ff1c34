"""The line that introduces a list, for each of its items."""

from __future__ import annotations

from extractor.context import Context
from extractor.model import Span
from extractor.outline import marker_end

_DEEPEST = 3  # lists in lists that are looked up


class Introductions:
    """The introducing sentences of one document, read from it once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._over: dict[int, int] | None = None

    def of(self, paragraph: Span) -> list[Span]:
        """The last sentences of the lines that introduce ``paragraph``, the nearest first; none outside of lists."""
        if self._over is None:
            self._over = _introduced(self._context)
        found: list[Span] = []
        start = paragraph.start
        while len(found) < _DEEPEST and start in self._over:
            start = self._over[start]
            line = self._context.outline.paragraph(start)
            found.append(self._context.outline.sentence(max(start, line.end - 1)))
        return found


def _introduced(context: Context) -> dict[int, int]:
    """From the start of each list item to the start of the line that introduces it."""
    text, over, line = context.text, {}, None
    starts = context.outline.paragraphs
    for start, end in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        item = marker_end(text, start) > start
        if item and line is not None:
            over[start] = line
        if text[end - 2 : end - 1] == ":":
            line = start
        elif not item and end - start > 1:
            line = None
    return over
