"""A time in a sentence and what it does there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from extractor.model import Span

Days = tuple[date, date]


class Role(Enum):
    """What a time does in its sentence."""

    FRAME = "opens a clause, or says up to when: holds for what follows, and in the next sentence"
    WITHIN = "has a preposition inside a clause: holds for its clause and what follows"
    ATTRIBUTE = "describes a noun: holds for its clause and what follows"
    EVENT = "is the day of an event, at the head of a clause: holds for what follows in its sentence"
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
