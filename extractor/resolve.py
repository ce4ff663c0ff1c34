"""Overlaps: which of the facts that claim the same words stays, and why the others go."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import NamedTuple

from extractor.model import Found, Span

# Kinds of which the second may stand inside the first: "Tổ công tác Đề án 06" names a body and a document.
_NESTS = {("agency", "document")}


class Dropped(NamedTuple):
    """A fact that lost, and the one that it lost to."""

    loser: Found
    winner: Found


def resolve(found: list[Found]) -> tuple[list[Found], list[Dropped]]:
    """The facts that stay, by start offset, and those dropped: higher priority wins, then the longer, then the earlier."""
    order = sorted(found, key=lambda f: (-f.priority, f.span.start - f.span.end, f.span.start, f.rule))
    kept: list[tuple[Span, int]] = []
    winners: list[Found] = []
    dropped: list[Dropped] = []
    longest = 0
    for candidate in order:
        rival = _rival(candidate, kept, winners, longest)
        if rival is not None:
            dropped.append(Dropped(candidate, rival))
            continue
        insort(kept, (candidate.span, len(winners)))
        winners.append(candidate)
        longest = max(longest, candidate.span.end - candidate.span.start)
    return sorted(winners, key=lambda f: (f.span, f.kind)), dropped


def _rival(candidate: Found, kept: list[tuple[Span, int]], winners: list[Found], longest: int) -> Found | None:
    """A kept fact that overlaps ``candidate`` and may not nest with it."""
    start, end = candidate.span
    i = bisect_left(kept, (Span(start - longest, 0), -1))
    while i < len(kept) and kept[i][0].start < end:
        span, index = kept[i]
        if span.end > start and not _may_nest(candidate, winners[index]):
            return winners[index]
        i += 1
    return None


def _may_nest(a: Found, b: Found) -> bool:
    outer, inner = (a, b) if a.span.end - a.span.start >= b.span.end - b.span.start else (b, a)
    return (outer.kind, inner.kind) in _NESTS and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
