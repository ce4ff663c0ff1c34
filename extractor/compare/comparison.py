"""One value of an indicator at a place in a period, and who gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extractor.model import Number, Value
from extractor.schema import COMPARISONS
from extractor.table import to_frame as frame_of

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Comparison:
    """A row of ``schema.COMPARISONS``, which says what the fields mean."""

    indicator: str
    kind: str
    unit: str | None
    change: str | None
    status: str | None
    place: str | None
    period_start: date
    period_end: date
    period: str
    value: Number
    value_max: Number | None
    out_of: Number | None
    verdict: str
    sources: int
    documents: tuple[str, ...]
    printed: tuple[str, ...]
    quotations: tuple[str, ...]
    facts: tuple[str, ...]
    against: tuple[str, ...]
    wordings: tuple[str, ...]
    place_code: str | None
    place_now: str | None
    place_now_code: str | None


def rows_of(comparisons: Iterable[Comparison]) -> list[dict[str, Value]]:
    """Comparisons as rows of ``schema.COMPARISONS``."""
    return [{column.name: getattr(each, column.name) for column in COMPARISONS} for each in comparisons]


def to_frame(comparisons: Iterable[Comparison]) -> DataFrame:
    """Comparisons as a frame, one row each."""
    return frame_of(rows_of(comparisons), COMPARISONS)
