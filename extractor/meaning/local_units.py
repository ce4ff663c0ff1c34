"""The districts and communes that a document names, where it names them, and the one that it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

import regex

from extractor.context import Context
from extractor.model import Span
from extractor.places import two_words
from extractor.provinces import province

_WORD = re.compile(r"(?<!\w)(?:huyện|quận|thị (?:xã|trấn)|thành phố|xã(?<!hợp tác xã)|phường|đặc khu|t[px])(?=[. ])")
_UNIT = regex.compile(
    r"(?P<level>(?i:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|tp|tx))\.? ?"
    r"(?P<name>\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,3}|(?<=(?i:quận|phường) )\d{1,2}(?![\d/.,%]))"
)
_WRITTEN = {"tp": "thành phố", "tx": "thị xã"}
# A document is about a unit that its head names and that comes back so often, and more often than any other.
_HEAD, _OFTEN = 700, 4


class LocalUnits:
    """The units of one document, by start; a name that stood with its level once is known without it as well."""

    def __init__(self, context: Context) -> None:
        named = sorted(self._named(context))
        self._starts = [span.start for span, _ in named]
        self._units = named
        self.focus = _focus(named)

    def within(self, span: Span) -> list[tuple[Span, str]]:
        """The units in ``span`` with their canonical names."""
        return self._units[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    @staticmethod
    def _named(context: Context) -> Iterator[tuple[Span, str]]:
        text, end = context.text, context.outline.boundary
        bare: dict[str, str] = {}
        done: list[int] = [0]
        for word in _WORD.finditer(context.lower, 0, end):
            m = _UNIT.match(text, word.start(), end) if word.start() >= done[-1] else None
            if m and not province(name := two_words(m.group("name"))):
                level = m.group("level").lower()
                unit = f"{_WRITTEN.get(level, level)} {name}"
                done.append(m.start("name") + len(name))
                if " " in name:
                    bare.setdefault(name, unit)
                yield Span(m.start(), done[-1]), unit
        if bare:
            ends = set(done)
            pattern = regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(map(regex.escape, bare))})(?!\p{{L}})(?! \p{{Lu}})")
            for m in pattern.finditer(text, 0, end):
                if m.end() not in ends and not _UPPER.search(text, max(0, m.start() - 12), m.start()):
                    yield Span(*m.span()), bare[m.group()]


_UPPER = regex.compile(r"\p{Lu}\p{Ll}+ $")


def _focus(named: list[tuple[Span, str]]) -> str | None:
    in_head = {unit for span, unit in named if span.start < _HEAD}
    counts = Counter(unit for _, unit in named).most_common(2)
    if not counts or counts[0][0] not in in_head or counts[0][1] < _OFTEN:
        return None
    return counts[0][0] if len(counts) == 1 or counts[1][1] < counts[0][1] else None
