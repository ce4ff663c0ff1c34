"""What a printed number may stand for: its rounding and the words before it leave an interval."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.model import Fact

_DIGITS = re.compile(r"\d[\d.,]*")
_PLAIN = 1000  # a count in words below it is exact
_FEW = 3  # so many zeros at the end tell of rounding


class Bounds(NamedTuple):
    """A closed interval that holds the number meant."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.low + self.high) / 2

    @property
    def reach(self) -> float:
        """Half of its width."""
        return (self.high - self.low) / 2

    def __add__(self, other: Bounds) -> Bounds:  # type: ignore[override]
        return Bounds(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Bounds) -> Bounds:
        return Bounds(self.low - other.high, self.high - other.low)

    def over(self, other: Bounds) -> Bounds | None:
        """The quotient, null where the divisor may be zero or one of the two negative."""
        if other.low <= 0 or self.low < 0:
            return None
        return Bounds(self.low / other.high, self.high / other.low)

    def times(self, factor: float) -> Bounds:
        """Multiplied by a positive number."""
        return Bounds(self.low * factor, self.high * factor)

    def apart(self, other: Bounds) -> float:
        """How far the two lie apart; 0 where they overlap."""
        return max(self.low - other.high, other.low - self.high, 0.0)


def bounds_of(fact: Fact) -> Bounds | None:
    """What ``fact`` may stand for; null for a limit (``không quá 5``), a range, and what has no value.

    A number is rounded or cut at its last digit, so it may be off by one of these; ``hơn``, ``gần`` and ``khoảng`` leave as much as the
    zeros at its end do (``hơn 300`` is less than 400).
    """
    value = fact.value
    if value is None or fact.value_max is not None or fact.comparator in ("le", "ge") or value < 0:
        return None
    step, zeros = _precision(fact.text, float(value), fact.kind)
    loose = max(step * 10**zeros, step)
    slack = loose / 2 if zeros >= _FEW else step
    if fact.comparator == "gt":
        return Bounds(value, value + loose)
    if fact.comparator in ("lt", "almost"):
        return Bounds(value - loose, value)
    if fact.comparator == "about":
        return Bounds(value - loose, value + loose)
    exact = fact.kind == "quantity" and step == 1 and slack == 1
    return Bounds(value, value) if exact else Bounds(value - slack, value + slack)


def _precision(text: str, value: float, kind: str) -> tuple[float, int]:
    """What one of the last printed digit is worth, and how many zeros stand at the end of the digits (none behind a decimal mark)."""
    groups = _DIGITS.findall(text)
    digits = re.sub(r"\D", "", groups[0]).lstrip("0") if len(groups) == 1 else ""
    if not digits:
        return (1.0 if kind == "quantity" and value < _PLAIN else abs(value) * 0.01), 0
    step = value / int(digits)
    fraction = len(re.split(r"[.,]", groups[0].rstrip(".,"))[-1]) if re.search(r"[.,]\d", groups[0]) else 0
    whole = step >= 1 and fraction in (0, 3)
    return step, len(digits) - len(digits.rstrip("0")) if whole else 0
