"""The stretch in which words of a sentence can say something of others: inside their own brackets or quotation marks."""

from __future__ import annotations

from extractor.model import Span

_PAIRS = (("(", ")"), ("“", "”"))


def scope(text: str, span: Span, sentence: Span) -> Span:
    """The inside of the narrowest brackets or quotation marks of ``sentence`` around ``span``; else the sentence."""
    inner = sentence
    for opening, closing in _PAIRS:
        start = text.rfind(opening, inner.start, span.start)
        if start < 0 or text.find(closing, start, span.start) >= 0:
            continue
        end = text.find(closing, span.end, inner.end)
        inner = Span(start + 1, end if end >= 0 else inner.end)
    return inner
