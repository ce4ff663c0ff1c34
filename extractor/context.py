"""What a normaliser may know about the document beyond its own match."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from extractor.model import Candidate
from extractor.outline import Outline
from extractor.provinces import Unit


class Matches(Protocol):
    """Matches by anchor; ``extractor.scan`` has them."""

    def at(self, kind: str, position: int) -> list[Candidate]:
        """What the rules of ``kind`` match from ``position`` on."""
        ...


@dataclass(slots=True)
class Context:
    """A folded document and what holds for all of it.

    ``date`` is the document's own date, ``place`` its own place (canonical); both may be unknown.
    ``boundary`` is where the facts end: from ``Nơi nhận`` on nothing counts.
    """

    text: str
    lower: str
    outline: Outline
    date: date | None = None
    place: str | None = None
    # Level to name of the district and the commune that the document is about: {"huyện": "Cần Giờ"}.
    units: dict[str, str] = field(default_factory=dict)
    # Start offset and unit of every province that the text names, in order.
    provinces: list[tuple[int, Unit]] = field(default_factory=list)

    # What the rules match at each anchor; set once the text has been scanned.
    matches: Matches | None = None

    def at(self, kind: str, position: int) -> list[Candidate]:
        """What the rules of ``kind`` match from ``position`` on."""
        return self.matches.at(kind, position) if self.matches else []

    def before(self, position: int, length: int = 40) -> str:
        """Up to ``length`` code points left of ``position``, within its paragraph."""
        start = max(0, position - length)
        return self.text[max(start, self.text.rfind("\n", start, position) + 1) : position]

    def after(self, position: int, length: int = 40) -> str:
        """Up to ``length`` code points from ``position`` on, within its paragraph."""
        if self.text[max(position - 1, 0) : position] == "\n":  # that paragraph has ended
            return ""
        end = self.text.find("\n", position, position + length)
        return self.text[position : end if end >= 0 else position + length]
