"""The terms in which every tool answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple


class Answer(NamedTuple):
    """One thing found: its kind (of gold/GUIDELINES.md), half-open code points into the text, and values as far as the tool gives any.

    Values are named as in the table of facts; days are ISO strings.
    """

    kind: str
    start: int
    end: int
    fields: Mapping[str, object]


Find = Callable[[str, date | None], list[Answer]]
