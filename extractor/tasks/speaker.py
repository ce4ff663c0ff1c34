"""Who gives the orders of an official document."""

from __future__ import annotations

from functools import cache

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.words import PHRASES, expanded, phrase
from extractor.wordlists import table

_HEAD = 2500  # code points in which a document says who speaks
_OFFICE_RANK = 3  # departments of a province


def document_speaker(view: FactView) -> str | None:
    """The canonical name: whose conclusions the title says they are, who orders in the first words, else who issued it."""
    context = view.context
    bodies = view.within("agency", Span(0, min(_HEAD, context.outline.boundary)))
    titled = next((f for f in bodies if _is_title(view, f)), None)
    if titled is not None:
        return str(titled.fields["name"])
    for body in bodies:
        if not body.fields.get("collective") and _orders(view, body):
            return str(body.fields["name"])
    own = next((d for d in view.documents if d.rule == "document.letterhead"), None)
    issuer = own.fields.get("issuer") if own else None
    return str(issuer) if issuer else None


def _is_title(view: FactView, body: Found) -> bool:
    """Whether the body stands in capitals behind ``KẾT LUẬN CỦA``, or opens a title of its own line."""
    context, start = view.context, body.span.start
    m = phrase("titled", reverse=True).search(context.lower, max(0, start - 40), start)
    if m is None:
        return False
    line = context.text.rfind("\n", 0, m.start()) + 1
    return context.text[start : body.span.end].isupper() or not context.text[line : m.start()].strip()


def _orders(view: FactView, body: Found) -> bool:
    lower = view.context.lower
    return phrase("concludes").match(lower, body.span.end, min(len(lower), body.span.end + 260)) is not None


def is_petition(order: str, speaker: str | None, told: tuple[str, ...]) -> bool:
    """Whether ``order`` (the words of the order verb) asks one who stands higher, or one office asks another: no task of the guideline."""
    if "đề nghị" not in order and "kiến nghị" not in order:
        return False
    own = _rank(speaker)
    others = [_rank(name) for name in told]
    return own > 0 and all(other > own or own == other == _OFFICE_RANK for other in others)


def _rank(name: str | None) -> int:
    """0 where the words do not tell."""
    return next((rank for rank, pattern in _ranks() if name and pattern.search(name)), 0)


@cache
def _ranks() -> tuple[tuple[int, regex.Pattern[str]], ...]:
    """The ranks of ``patterns/_task_phrases.toml``, the highest first."""
    found = ((int(rank), regex.compile(expanded(source), regex.V1)) for rank, source in table(PHRASES)["ranks"].items())
    return tuple(sorted(found, key=lambda pair: -pair[0]))
