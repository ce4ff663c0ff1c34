"""The documents that a task names as its basis."""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span

_ZEROS = regex.compile(r"(?<!\d)0+(?=[1-9])")  # the number of a document is kept without them, the task names it as printed


def named_documents(view: FactView, *spans: Span | None) -> tuple[str, ...]:
    """Numbers of the documents named in ``spans``, each once and as printed."""
    numbers = (_number(view, fact) for span in spans if span for fact in view.within("document", span))
    return tuple(dict.fromkeys(n for n in numbers if n))


def _number(view: FactView, document: Found) -> str | None:
    number, symbol = document.fields.get("number"), document.fields.get("symbol")
    if not number or not symbol:
        return str(number) if number else None
    words = view.context.text[document.span.start : document.span.end]
    mark = "-" if f"{number}-{symbol}" in words else "/"
    zeros = _ZEROS.search(words)
    return f"{zeros.group() if zeros else ''}{number}{mark}{symbol}"
