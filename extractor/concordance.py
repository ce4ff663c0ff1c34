"""Keyword in context: where a regex matches, for rule authors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.errors import PatternError
from extractor.fold import fold
from extractor.model import Document, Span

_SECONDS = 10.0  # for one document: a regex that needs longer is no use as a rule


class Hit(NamedTuple):
    """One match in folded text, its span in the source, and the named groups that took part."""

    doc_id: str
    span: Span
    left: str
    text: str
    right: str
    groups: dict[str, str]

    def line(self, width: int) -> str:
        """One line, the matches below each other."""
        groups = "  " + " ".join(f"{name}={value!r}" for name, value in self.groups.items()) if self.groups else ""
        return f"{self.doc_id}:{self.span.start}-{self.span.end}  {self.left:>{width}}⟦{self.text}⟧{self.right}{groups}"


def concordance(pattern: regex.Pattern[str], document: Document, width: int = 40) -> Iterator[Hit]:
    """Every match of ``pattern`` in the folded text of ``document``, with ``width`` characters on each side.

    :raises PatternError: the regex needs too much time.
    """
    folded = fold(document.text)
    text = folded.text
    try:
        for m in pattern.finditer(text, timeout=_SECONDS):
            start, end = m.span()
            if start == end:
                continue
            left, right = text[max(0, start - width) : start], text[end : end + width]
            groups = {name: value for name, value in m.groupdict().items() if value is not None}
            yield Hit(document.doc_id, folded.source_span(start, end), _flat(left), _flat(m.group()), _flat(right), groups)
    except TimeoutError:
        raise PatternError(f"REGEX: needs more than {_SECONDS:.0f} seconds on {document.doc_id}: make its repetitions possessive") from None


def _flat(text: str) -> str:
    return text.replace("\n", "⏎")
