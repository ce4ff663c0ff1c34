"""Numbers that state each other: where they stand (``patterns/_check.toml``), and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import regex

from extractor.check.bounds import Bounds, bounds_of
from extractor.check.masked import ANY, LETTERS, Masked
from extractor.model import Fact
from extractor.wordlists import table

Groups = Mapping[str, Sequence[Fact]]


class Relation(NamedTuple):
    """A structure that makes numbers state each other, and the formula that they must fit."""

    name: str
    formula: str
    pattern: regex.Pattern[str]


class Stated(NamedTuple):
    """A printed number and what the numbers beside it make of it, both in the unit printed."""

    check: str
    printed: Fact
    printed_bounds: Bounds
    expected: Bounds
    formula: str
    basis: Sequence[Fact]


def stated(masked: Masked) -> Iterator[Stated]:
    """Every number of a document that others beside it state as well, whether they agree or not; by relation, then by place."""
    for relation in relations():
        for m in relation.pattern.finditer(masked.text):
            groups = {name: [masked.facts[i] for i in m.starts(name)] for name in m.groupdict() if m[name] is not None}
            for i, printed in enumerate(groups["printed"]):
                if each := _stated(relation, printed, {**groups, "printed": [printed], **_nth(groups, "whole", i)}):
                    yield each


def _nth(groups: Groups, name: str, i: int) -> Groups:
    """The ``i``-th of the facts that go with as many printed ones."""
    return {name: [groups[name][i]]} if name in groups else {}


def _stated(relation: Relation, printed: Fact, groups: Groups) -> Stated | None:
    found, bounds = _FORMULAS[relation.formula](groups), bounds_of(printed)
    if not found or not bounds:
        return None
    basis = sorted((f for name, facts in groups.items() if name != "printed" for f in facts), key=lambda f: f.start)
    return Stated(relation.name, printed, bounds, *found, basis)


@cache
def relations() -> tuple[Relation, ...]:
    """The relations of ``patterns/_check.toml``, in its order."""
    letters = {name: LETTERS[name] for name in ("ratio", "percent", "quantity", "date")}
    names = {"any": ANY, "amount": f"[{LETTERS['money']}{LETTERS['quantity']}]", **letters}
    for name, part in table("check")["fragments"].items():
        names[name] = _filled(part, names)
    return tuple(
        Relation(each["name"], each["formula"], regex.compile(_filled(each["regex"], names), regex.V1))
        for each in table("check")["relation"]
    )


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    for name, part in names.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _ratio(groups: Groups) -> tuple[Bounds, str] | None:
    (ratio,) = groups["part"]
    if not ratio.denominator or ratio.numerator is None:
        return None
    share = 100 * ratio.numerator / ratio.denominator
    return Bounds(share, share), f"{ratio.numerator:g} / {ratio.denominator:g}"


def _share(groups: Groups) -> tuple[Bounds, str] | None:
    (part,), (whole,), (share,) = groups["part"], groups["whole"], groups["printed"]
    if share.change is not None or part.change is not None or whole.change is not None or not _alike(part, whole):
        return None
    return _quotient(part, whole, 100)


def _multiple(groups: Groups) -> tuple[Bounds, str] | None:
    (now,), (before,) = groups["now"], groups["before"]
    return _quotient(now, before, 1) if _alike(now, before) else None


def _quotient(part: Fact, whole: Fact, factor: float) -> tuple[Bounds, str] | None:
    a, b = bounds_of(part), bounds_of(whole)
    found = a.over(b) if a and b else None
    return (found.times(factor), f"{_said(part)} / {_said(whole)}") if found else None


def _growth(groups: Groups) -> tuple[Bounds, str] | None:
    (now,), (change,), (printed,) = groups["now"], groups["change"], groups["printed"]
    a, c, way = bounds_of(now), bounds_of(change), change.change or printed.change
    if not a or not c or not way or not _alike(now, change) or now.change is not None:
        return None
    found = c.over(a - c if way == "up" else a + c)
    return (found.times(100), f"{_said(change)} / ({_said(now)} {'-' if way == 'up' else '+'} {_said(change)})") if found else None


def _difference(groups: Groups) -> tuple[Bounds, str] | None:
    (now,), (before,), (printed,) = groups["now"], groups["before"], groups["printed"]
    a, b = bounds_of(now), bounds_of(before)
    if not a or not b or not _alike(now, before):
        return None
    larger, smaller, names = (b, a, (before, now)) if printed.change == "down" else (a, b, (now, before))
    change, formula = larger - smaller, f"{_said(names[0])} - {_said(names[1])}"
    if printed.kind != "percent" or printed.unit == "pp":
        return (change, formula) if now.kind == "percent" or _alike(now, printed) else None
    share = Bounds(max(change.low, 0), max(change.high, 0)).over(b)
    return (share.times(100), f"({formula}) / {_said(before)}") if share else None


def _points(groups: Groups) -> tuple[Bounds, str] | None:
    return _difference(groups) if groups["printed"][0].unit == "pp" else None


def _part(groups: Groups) -> tuple[Bounds, str] | None:
    (whole,), (share,) = groups["whole"], groups["share"]
    a, b = bounds_of(whole), bounds_of(share)
    return (Bounds(a.low * b.low / 100, a.high * b.high / 100), f"{_said(whole)} x {_said(share)}") if a and b else None


def _sum(groups: Groups) -> tuple[Bounds, str] | None:
    parts = groups["part"]
    bounds = [bounds_of(part) for part in parts]
    total = Bounds(0, 0)
    for each in bounds:
        if each is None:
            return None
        total += each
    if {part.kind for part in parts} != {groups["printed"][0].kind}:
        return None
    return total, " + ".join(map(_said, parts))


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two amounts are of one unit: the same currency, or things whose name begins alike (one may leave it out)."""
    if one.kind != other.kind:
        return False
    a, b = (one.unit or "").lower().split(), (other.unit or "").lower().split()
    return not a or not b or a[0] == b[0]


def _said(fact: Fact) -> str:
    return " ".join(fact.text.split())


_FORMULAS: dict[str, Callable[[Groups], tuple[Bounds, str] | None]] = {
    "ratio": _ratio,
    "part / whole": _share,
    "change / before": _growth,
    "now - before": _difference,
    "now / before": _multiple,
    "points": _points,
    "part of": _part,
    "sum": _sum,
}
