"""Times that stand together and are one: ``tháng 7, 8/2020``, ``năm 2021 và năm 2022``, ``từ 1/3 đến 5/3``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractor.meaning.time import Days, Role, Time
from extractor.model import Span

_AND = regex.compile(r"(?:, | và |, và )")
_UNIT = regex.compile(r"(?:năm|tháng|quý|ngày)(?!\p{L})")
_VERB = regex.compile(r",? (?:đạt|là|có|tăng|giảm|còn|sẽ|đã|ước|chỉ|thì|lên|xuống|cũng)(?!\p{L})")
_EACH = ("lần lượt", "tương ứng")  # each of the times has a number of its own
_STRETCHES = frozenset({Role.FRAME, Role.WITHIN, Role.ATTRIBUTE})


def joined(times: Sequence[Time], lower: str, sentence: Span) -> Iterator[Time]:
    """``times`` of a sentence by start, those joined by ``và`` or a comma as one, without those inside of others."""
    before: Time | None = None
    for time in sorted(times, key=lambda t: (t.span.start, -t.span.end)):
        if before and time.span.end <= before.span.end:
            continue
        if before and _belong(before, time, lower) and not any(lower.find(word, *sentence) >= 0 for word in _EACH):
            before = Time(Span(before.span.start, time.span.end), _both(before, time), before.role, before.scope)
            continue
        if before:
            yield before
        before = time
    if before:
        yield before


def _belong(first: Time, second: Time, lower: str) -> bool:
    gap = _AND.fullmatch(lower, first.span.end, second.span.start)
    if gap is None or first.role not in _STRETCHES or second.role not in _STRETCHES or _length(first) != _length(second):
        return False
    if not _UNIT.match(lower, second.span.start):
        return True
    if gap.group() == ", ":  # "tăng 5% năm 2022, năm 2023 đạt 7%"
        return False
    return first.role is not Role.ATTRIBUTE or _VERB.match(lower, second.span.end) is None


def _length(time: Time) -> int:
    """How long a time is, by the month."""
    return round((time.days[1] - time.days[0]).days / 31)


def _both(first: Time, second: Time) -> Days:
    return min(first.days[0], second.days[0]), max(first.days[1], second.days[1])
