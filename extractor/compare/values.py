"""Whether two printed numbers can be the same number."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from extractor.check.bounds import Bounds, bounds_of
from extractor.model import Fact

_DIGIT = re.compile(r"\d")


def reading(fact: Fact) -> float | None:
    """The number that is compared: the value, the place of a rank, the part of a ratio (its whole belongs to the indicator)."""
    number = {"rank": fact.rank, "ratio": fact.numerator}.get(fact.kind, fact.value)
    return None if number is None else float(number)


def bounds(fact: Fact) -> Bounds:
    """What the number of ``fact`` may stand for, as ``trichluc check`` reads it; a range and a limit leave all that they name."""
    number = reading(fact) or 0.0
    if fact.kind in ("rank", "ratio"):
        return Bounds(number, number)
    if fact.value_max is not None:
        return Bounds(number, float(fact.value_max))
    if fact.comparator in ("le", "ge"):
        return Bounds(-math.inf, number) if fact.comparator == "le" else Bounds(number, math.inf)
    return bounds_of(fact) or Bounds(number, number)


def groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts by values that agree: 45%, hơn 45% and 45,03% are one group. The most exact value of a group decides."""
    found: list[tuple[Bounds, list[Fact]]] = []
    for fact in sorted(facts, key=by_exactness):
        own = bounds(fact)
        for known, members in found:
            if known.apart(own) == 0:
                members.append(fact)
                break
        else:
            found.append((own, [fact]))
    return [members for _, members in found]


def digits(fact: Fact) -> int:
    """How many digits the number is printed with, without the zeros at its ends."""
    return len("".join(_DIGIT.findall(fact.text)).strip("0"))


def by_exactness(fact: Fact) -> tuple[float, float, str, str]:
    """A key that puts the facts first whose words leave least open."""
    own = bounds(fact)
    return own.high - own.low, reading(fact) or 0.0, fact.doc_id, fact.fact_id
