"""A time in a sentence and what it does there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from extractor.model import Span

Days = tuple[date, date]
# The last day of what goes on until a day that is not known: "từ năm 2020 đến nay" in a document without date.
UNKNOWN_END = date.max


class Role(Enum):
    """What a time does in its sentence."""

    FRAME = "opens a clause, or says up to when: holds for what follows, and in the next sentence"
    WITHIN = "has a preposition inside a clause: holds for its clause and what follows"
    ATTRIBUTE = "describes a noun: holds for its clause and what follows"
    EVENT = "is the day of an event, at the head of a clause: holds for what follows in its sentence"
    DAY = "is a day that is only mentioned: holds for the number before it where it says when that was (vào ngày …, or in brackets)"
    DEADLINE = "is the end of a task: holds for its own clause"
    COMPARED = "is compared with: holds for the value that is given with it"
    SAME = "is the same stretch of another year, compared with: holds for the value that is given with it"


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a sentence (folded offsets), the days that it stands for, and the stretch in which it can hold for anything."""

    span: Span
    days: Days
    role: Role
    scope: Span

    def holds(self, span: Span) -> bool:
        """Whether the time can hold for what stands at ``span``."""
        return self.scope.start <= span.start and span.end <= self.scope.end


# The roles of times that hold for what follows in their sentence.
OPEN = frozenset({Role.FRAME, Role.WITHIN, Role.ATTRIBUTE, Role.EVENT})
