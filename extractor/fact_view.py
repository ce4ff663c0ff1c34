"""The facts of one document by kind and position, for stages that look at neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date

from extractor.context import Context
from extractor.model import Found, Span


class FactView:
    """Look-ups over facts sorted by span, of one document."""

    def __init__(self, found: list[Found], context: Context) -> None:
        self.context = context
        self._of_kind: dict[str, list[Found]] = {}
        for fact in found:
            self._of_kind.setdefault(fact.kind, []).append(fact)
        self._known: dict[str, tuple[str, ...]] = {}
        self._starts = {kind: [f.span.start for f in facts] for kind, facts in self._of_kind.items()}

    @property
    def documents(self) -> list[Found]:
        """The document facts, by start."""
        return self._of_kind.get("document", [])

    def first_from(self, kind: str, position: int) -> Found | None:
        """The first fact of ``kind`` that begins at ``position`` or later."""
        facts = self._of_kind.get(kind, [])
        i = bisect_left(self._starts.get(kind, []), position)
        return facts[i] if i < len(facts) else None

    def last_before(self, kind: str, position: int, reach: int) -> Found | None:
        """The last fact of ``kind`` that ends at or before ``position``, at most ``reach`` code points away."""
        facts = self._of_kind.get(kind, [])
        i = bisect_left(self._starts.get(kind, []), position) - 1
        while i >= 0 and facts[i].span.end > position:
            i -= 1
        return facts[i] if i >= 0 and position - facts[i].span.end <= reach else None

    def within(self, kind: str, span: Span) -> list[Found]:
        """The facts of ``kind`` that begin inside ``span``."""
        starts = self._starts.get(kind, [])
        return self._of_kind.get(kind, [])[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]

    def between(self, position: int, fact: Found) -> str:
        """The text from ``position`` to the beginning of ``fact``; a line break stands for anything farther than 100 code points."""
        return self.context.text[position : fact.span.start] if fact.span.start - position <= 100 else "\n"

    def masked(self, start: int, end: int) -> str:
        """The text of a gap with each date in it written ``D`` and each body ``A``."""
        text, pieces, position = self.context.text, [], start
        inside = [*((f, "D") for f in self.within("date", Span(start, end))), *((f, "A") for f in self.within("agency", Span(start, end)))]
        for fact, letter in sorted(inside, key=lambda pair: pair[0].span):
            if fact.span.start >= position and fact.span.end <= end:
                pieces += [text[position : fact.span.start], letter]
                position = fact.span.end
        return "".join(pieces) + text[position:end]

    def once(self, name: str, read: Callable[[FactView], tuple[str, ...]]) -> tuple[str, ...]:
        """What ``read`` says of the whole document: it is asked once for each ``name``."""
        if name not in self._known:
            self._known[name] = read(self)
        return self._known[name]

    @staticmethod
    def day(dated: Found) -> date | None:
        """The day of a date fact; null where it names a longer time."""
        start, end = dated.fields.get("start_date"), dated.fields.get("end_date")
        return start if isinstance(start, date) and start == end else None
