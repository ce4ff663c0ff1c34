"""What a rule is, once read: the records that pattern files become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import regex

NUMBER = "number"  # the start that means any digit
LETTER = "letter"  # in ``next``: any letter
NOTHING = "nothing"  # the kind of look-alikes: they win against facts and give no row


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its facts marked ``⟦…⟧`` (folded), the reference date and place, and the values of each mark."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[Mapping[str, Any], ...]
    on: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule; ``regex`` is matched at an anchor, its group ``fact`` (or the whole match) is the span.

    Whatever it matches begins with one of ``heads``, all of one length (of no length where that cannot be told).
    A ``part`` finds what other rules' facts are made of, and no fact of its own.
    """

    id: str
    kind: str
    why: str
    starts: tuple[str, ...]
    needs: tuple[str, ...]
    next: frozenset[str]
    source: str
    pattern: regex.Pattern[str]
    heads: frozenset[str]
    priority: int
    file: Path
    part: bool = False
    match: tuple[Example, ...] = ()
    reject: tuple[Example, ...] = ()
    todo_match: tuple[Example, ...] = ()
    todo_reject: tuple[Example, ...] = ()

    @property
    def examples(self) -> int:
        """How many examples stand beside the rule."""
        return len(self.match) + len(self.reject) + len(self.todo_match) + len(self.todo_reject)
