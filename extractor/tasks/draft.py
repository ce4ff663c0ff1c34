"""A task in folded offsets, and how the parts of one sentence become one task or several."""

from __future__ import annotations

from typing import NamedTuple

from extractor.model import Span
from extractor.tasks.timing import Timing
from extractor.tasks.words import phrase

_EDGE = 40  # code points between a time and the edge of the part that is its own
_SHORT = 60  # code points of a part that only says when all is done
_HEAD = 4


class Draft(NamedTuple):
    """A task in folded offsets."""

    span: Span
    rule: str
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    report_to: tuple[str, ...]
    assigner: str | None
    timing: Timing
    product: str | None = None
    documents: tuple[str, ...] = ()  # numbers as printed


def merged(drafts: list[Draft], text: str) -> list[Draft]:
    """Neighbouring parts with the same bodies are one task, unless each has its own time.

    A time at the very head or end of its part is that part's own; one in its midst is told by the way and dates the whole.
    """
    out: list[Draft] = []
    for draft in drafts:
        if out and out[-1].lead == draft.lead and not _parted(out[-1], draft, text):
            out[-1] = _joined(out[-1], draft)
        else:
            out.append(draft)
    return out


def _parted(before: Draft, draft: Draft, text: str) -> bool:
    """Whether two parts of one sentence with the same bodies are due at different times."""
    if before.timing.key() == draft.timing.key():
        return False
    if before.timing and draft.timing:
        return True
    if draft.timing:
        closes = phrase("closing").match(text[draft.span.start : draft.span.end].lower()) and draft.span.end - draft.span.start < _SHORT
        return _at_edge(draft) and not closes
    return not _heads(before) and _at_edge(before)


def _heads(draft: Draft) -> bool:
    """Whether the time opens the sentence: then it holds for all of it."""
    return draft.timing.span is not None and draft.timing.span.start - draft.span.start < _HEAD


def _at_edge(draft: Draft) -> bool:
    when = draft.timing.span
    return when is not None and (draft.span.end - when.end < _EDGE or when.start - draft.span.start < _EDGE)


def _joined(a: Draft, b: Draft) -> Draft:
    return a._replace(
        span=Span(a.span.start, b.span.end),
        support=(*a.support, *(n for n in b.support if n not in a.support)),
        report_to=(*a.report_to, *(n for n in b.report_to if n not in a.report_to)),
        timing=a.timing or b.timing,
    )
