"""Which lines of a row are which cells, where a table has lost its lines.

Cells stand in the order of the columns; some may be missing, some may run over several lines. Every way to lay the lines out has a
price: a name where a time belongs costs too much, a missing cell a little. A line whose column the cheapest ways do not agree on
makes the row uncertain.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from extractor.line_table_kinds import Kind, is_bullet, kind

MARGIN = 0.9  # how much dearer every other column of a line must be
_DEAREST = 5.5
_KINDS: tuple[Kind, ...] = ("time", "soon", "body", "anyone", "mixed", "paper", "short", "text", "ditto", "empty", "number")
# The price of a line of each kind in the column of each role.
_PRICES: dict[str, dict[str, float]] = {
    role: dict(zip(_KINDS, prices, strict=True))
    for role, prices in {
        "task": (inf, 2.5, 3, 3, 0, 0.5, 0.5, 0, inf, inf, inf),
        "lead": (inf, inf, 0, 1.2, 1, 3, 1.5, 3, 0.2, 1, inf),
        "head": (inf, inf, 0, 0.5, 1, 3, 1, 2, 0.2, 0, inf),
        "support": (inf, inf, 0, 0, 1, 3, 1.5, 3, 0.2, 0, inf),
        "due": (0, 0, inf, inf, inf, 2.5, 1.5, 3, 0.2, 0, inf),
        "basis": (2.5, 2.5, 2.5, 2.5, 1, 0, 1, 1.5, 0.2, 0, inf),
        "product": (3, 2, 2, 2, 1, 0, 0, 0.5, 0.2, 0, 2.5),
        "report_to": (inf, inf, 0, 0.5, 1, 1.5, 0.5, 2, 0.2, 0, inf),
        "other": (1, 0.5, 1.5, 1.5, 0.5, 0.5, 0.5, 0.5, 0.2, 0, 0.5),
        "rest": (1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0),
    }.items()
}
_NEVER = 100.0
_MISSING = {
    "task": _NEVER,
    "lead": 3.0,
    "head": 1.5,
    "support": 1.0,
    "due": 1.5,
    "basis": 1.0,
    "product": 1.0,
    "report_to": 1.0,
    "other": 0.5,
    "rest": 0.0,
}
_MORE = 1.0  # a line more in a cell
_REST = 2.0  # lines behind the last cell, however many
_BOUND = 0.5
_WRONG, _ODD = 1.5, 2.5  # the highest price of a cell of a name, a time or a task in a whole row, and of any other
_READ = ("task", "lead", "support", "due", "report_to")
_BROKEN = 2.0  # what two lines that hang together cost in two cells


class Row(NamedTuple):
    """The first line and the one past the last of each column that has a cell, and how many lines at the end belong to no cell."""

    cells: dict[int, tuple[int, int]]
    rest: int


def lay_out(lines: Sequence[str], roles: Sequence[str], supporters: frozenset[str] = frozenset()) -> Row | None:
    """Which of ``lines`` are the cells of columns with these ``roles`` (of ``_PRICES``); None where names or times are not certain.

    A column that is no name and no time stays empty where it is uncertain. ``supporters`` are lines that elsewhere in the table
    only take part.
    """
    if len(lines) == 1 and roles[0] == "task" and kind(lines[0]) in ("text", "mixed", "short", "paper"):
        return Row({0: (0, 1)}, 0)
    if len(lines) == len(roles) and _is_whole(lines, roles, supporters):
        return Row({at: (at, at + 1) for at in range(len(roles))}, 0)
    plan = _Plan(lines, [*roles, "rest"], supporters)
    totals = plan.totals()
    if min(totals[-1]) > _DEAREST:
        return None
    chosen = [min(range(len(row)), key=row.__getitem__) for row in totals]
    rivals = [[at for at, price in enumerate(row) if price <= min(row) + MARGIN] for row in totals]
    unsure = {at for row in rivals if len(row) > 1 for at in row}
    if any(plan.columns[at] in _READ for at in unsure):
        return None
    cells = {at: (chosen.index(at), len(chosen) - chosen[::-1].index(at)) for at in set(chosen) - unsure - {len(roles)}}
    return Row(cells, sum(at == len(roles) for at in chosen))


def _is_whole(lines: Sequence[str], roles: Sequence[str], supporters: frozenset[str]) -> bool:
    """Whether a row of as many lines as columns is one line a cell: nothing says that two lines are one, and no cell is against it."""
    prices = [_price(line, role, supporters) for line, role in zip(lines, roles, strict=True)]
    apart = all(_bond(above, line) < _BOUND for above, line in pairwise(lines))
    return apart and all(price <= (_WRONG if role in _READ else _ODD) for price, role in zip(prices, roles, strict=True))


class _Plan:
    """The prices of one row, added up from both ends."""

    def __init__(self, lines: Sequence[str], columns: Sequence[str], supporters: frozenset[str]) -> None:
        self.columns = columns
        self._prices = [[_price(line, role, supporters) for role in columns] for line in lines]
        self._bonds = [_bond(above, line) for above, line in pairwise(lines)]
        self._missing = [0.0, *accumulate(_MISSING[role] for role in columns)]

    def totals(self) -> list[list[float]]:
        """The least price of the whole row, if each line stands in each column."""
        width = range(len(self.columns))
        forward = [[self._missing[at] + _REST * (self.columns[at] == "rest") + self._prices[0][at] for at in width]]
        for bond, prices in zip(self._bonds, self._prices[1:], strict=True):
            above = forward[-1]
            forward.append([min(above[p] + self._step(bond, p, at) for p in range(at + 1)) + prices[at] for at in width])
        behind = [[self._missing[-1] - self._missing[at + 1] for at in width]]
        for bond, prices in zip(self._bonds[::-1], self._prices[:0:-1], strict=True):
            after = [a + b for a, b in zip(behind[-1], prices, strict=True)]
            behind.append([min(self._step(bond, p, at) + after[at] for at in width if at >= p) for p in width])
        return [[a + b for a, b in zip(one, other, strict=True)] for one, other in zip(forward, behind[::-1], strict=True)]

    def _step(self, bond: float, before: int, at: int) -> float:
        """The price of going from the column ``before`` to the column ``at`` between two lines."""
        if at == before:
            return 0.0 if self.columns[at] == "rest" else _MORE * (1 - bond)
        broken = _BROKEN * bond if bond > 0 else 0.0
        return broken + self._missing[at] - self._missing[before + 1] + _REST * (self.columns[at] == "rest")


def _bond(above: str, line: str) -> float:
    """How surely two lines are of one cell: 1 surely, 0 unknown, less rather not."""
    if {kind(above), kind(line)} & {"ditto", "empty"}:
        return -1.0
    if line[0].islower() or above.endswith((",", ":", " và", "(", " -")):
        return 1.0
    if above.endswith(";"):
        return 0.8 if kind(above) == kind(line) or {kind(above), kind(line)} == {"body", "anyone"} else 0.2
    if (kind(above) == "time") != (kind(line) == "time"):
        return -0.6
    if is_bullet(above) != is_bullet(line):
        return -0.4
    return 0.6 if is_bullet(line) else 0.0


def _price(line: str, role: str, supporters: frozenset[str]) -> float:
    price = _PRICES[role][kind(line)]
    return max(price, 2.0) if role == "lead" and line in supporters else price
