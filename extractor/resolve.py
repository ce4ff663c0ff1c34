"""Overlaps: which of the facts that claim the same words stays, and why the others go."""

from __future__ import annotations

from bisect import insort
from typing import NamedTuple

from extractor.model import Found

# Kinds of which the second may stand inside the first: "Tổ công tác Đề án 06" names a body and a document.
_NESTS = {("agency", "document")}


# Facts are looked up by the stretches of so many code points that they touch: most touch one.
_STRETCH = 128


class Dropped(NamedTuple):
    """A fact that lost, and the one that it lost to."""

    loser: Found
    winner: Found


def resolve(found: list[Found]) -> tuple[list[Found], list[Dropped]]:
    """The facts that stay, by start offset, and those dropped: higher priority wins, then the longer, then the earlier."""
    order = sorted(found, key=_rank)
    claimed = bytearray(max((f.span.end for f in found), default=0))
    kept: dict[int, list[tuple[int, int, int]]] = {}
    winners: list[Found] = []
    dropped: list[Dropped] = []
    for candidate in order:
        start, end = candidate.span
        rival = _rival(candidate, kept, winners) if claimed.find(1, start, end) >= 0 else None
        if rival is not None:
            dropped.append(Dropped(candidate, rival))
            continue
        for stretch in _stretches(start, end):
            insort(kept.setdefault(stretch, []), (start, end, len(winners)))
        winners.append(candidate)
        claimed[start:end] = b"\1" * (end - start)
    return sorted(winners, key=lambda f: (f.span, f.kind)), dropped


def _rank(found: Found) -> tuple[int, int, int, str]:
    start, end = found.span
    return -found.priority, start - end, start, found.rule


def _rival(candidate: Found, kept: dict[int, list[tuple[int, int, int]]], winners: list[Found]) -> Found | None:
    """The first of the kept facts that overlap ``candidate`` and may not nest with it."""
    start, end = candidate.span
    for stretch in _stretches(start, end):
        for kept_start, kept_end, index in kept.get(stretch, ()):
            if kept_start < end and kept_end > start and not _may_nest(candidate, winners[index]):
                return winners[index]
    return None


def _stretches(start: int, end: int) -> range:
    return range(start // _STRETCH, (end - 1) // _STRETCH + 1)


def _may_nest(a: Found, b: Found) -> bool:
    outer, inner = (a, b) if a.span.end - a.span.start >= b.span.end - b.span.start else (b, a)
    return (outer.kind, inner.kind) in _NESTS and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
