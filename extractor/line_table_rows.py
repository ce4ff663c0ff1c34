"""Which lines of a row are which cells, where a table has lost its lines.

Cells stand in the order of the columns; some may be missing, some may run over several lines. Every way to lay the lines out has a
price: a name where a time belongs costs too much, a missing cell a little. A line whose column the cheapest ways do not agree on
makes the row uncertain.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from extractor.line_table_kinds import Kind, is_bullet, kind

MARGIN = 0.9  # how much dearer every other column of a line must be
_DEAREST = 5.5
_KINDS: tuple[Kind, ...] = ("time", "soon", "body", "anyone", "mixed", "paper", "short", "text", "ditto", "empty")
# The price of a line of each kind in the column of each role.
_PRICES: dict[str, dict[str, float]] = {
    role: dict(zip(_KINDS, prices, strict=True))
    for role, prices in {
        "task": (inf, 2.5, 3, 3, 0, 0.5, 0.5, 0, inf, inf),
        "lead": (inf, inf, 0, 1, 1, 3, 1.5, 3, 0.2, 1),
        "support": (inf, inf, 0, 0, 1, 3, 1.5, 3, 0.2, 0),
        "due": (0, 0, inf, inf, inf, 2.5, 1.5, 3, 0.2, 0),
        "basis": (2.5, 2.5, 2.5, 2.5, 1, 0, 1, 1.5, 0.2, 0),
        "product": (3, 2, 2, 2, 1, 0, 0, 0.5, 0.2, 0),
        "report_to": (inf, inf, 0, 0.5, 1, 1.5, 0.5, 2, 0.2, 0),
        "other": (1, 0.5, 1.5, 1.5, 0.5, 0.5, 0.5, 0.5, 0.2, 0),
        "rest": (1, 1, 1, 1, 0, 0, 0, 0, 1, 1),
    }.items()
}
_MISSING = {"task": inf, "lead": 3.0, "support": 1.0, "due": 1.5, "basis": 1.0, "product": 1.0, "report_to": 1.0, "other": 0.5, "rest": 0.0}
# A line more in a cell; in what follows the row it is one price for the first line.
_MORE = {"rest": 0.0, "lead": 1.2}
_REST = 2.0
_READ = ("task", "lead", "support", "due", "report_to")
_ONE_LINE = 2.0  # what two lines that hang together cost in two cells


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
    columns = [*roles, "rest"]
    forward = _pass(lines, columns, supporters)
    last = [price + sum(_MISSING[role] for role in columns[at + 1 :]) for at, price in enumerate(forward[-1])]
    if min(last) > _DEAREST:
        return None
    totals = _totals(lines, columns, forward, last, supporters)
    chosen = [min(range(len(columns)), key=row.__getitem__) for row in totals]
    unsure = {at for row in totals for at in range(len(columns)) if row[at] <= min(row) + MARGIN and _rivals(row) > 1}
    if any(columns[at] in _READ for at in unsure):
        return None
    cells = {at: (chosen.index(at), len(chosen) - chosen[::-1].index(at)) for at in set(chosen) - unsure - {len(roles)}}
    return Row(cells, sum(at == len(roles) for at in chosen))


def _rivals(row: Sequence[float]) -> int:
    return sum(price <= min(row) + MARGIN for price in row)


def _pass(lines: Sequence[str], columns: Sequence[str], supporters: frozenset[str]) -> list[list[float]]:
    """The least price of the lines up to each one, if it stands in each column."""
    reached: list[list[float]] = []
    for i, line in enumerate(lines):
        row = []
        for at, role in enumerate(columns):
            if i == 0:
                before = sum(_MISSING[r] for r in columns[:at]) + _REST * (role == "rest")
            else:
                before = min(reached[-1][p] + _step(lines[i - 1], line, p, at, columns) for p in range(at + 1))
            row.append(before + _price(line, role, supporters))
        reached.append(row)
    return reached


def _totals(
    lines: Sequence[str], columns: Sequence[str], forward: list[list[float]], last: list[float], supporters: frozenset[str]
) -> list[list[float]]:
    """The least price of the whole row, if each line stands in each column."""
    behind = [end - price if price < inf else inf for end, price in zip(last, forward[-1], strict=True)]
    totals = [last]
    for i in range(len(lines) - 1, 0, -1):
        after = [price + _price(lines[i], role, supporters) for price, role in zip(behind, columns, strict=True)]
        behind = [
            min(_step(lines[i - 1], lines[i], p, at, columns) + after[at] for at in range(p, len(columns))) for p in range(len(columns))
        ]
        totals.append([a + b for a, b in zip(forward[i - 1], behind, strict=True)])
    return totals[::-1]


def _step(above: str, line: str, before: int, at: int, columns: Sequence[str]) -> float:
    """The price of going from the column ``before`` to the column ``at`` between two lines."""
    bond = _bond(above, line)
    if at == before:
        return min(_MORE.get(columns[at], 1.0), 1.0 + (columns[at] == "lead") * 0.2) * (1 - bond if bond > 0 else 1.4 if bond < 0 else 1)
    broken = _ONE_LINE * bond if bond > 0 else 0.0
    return broken + sum(_MISSING[role] for role in columns[before + 1 : at]) + _REST * (columns[at] == "rest")


def _bond(above: str, line: str) -> float:
    """How surely two lines are of one cell: 1 surely, 0 unknown, -1 rather not."""
    if line[0].islower() or above.endswith((",", ":", " và", "(", " -")):
        return 1.0
    if above.endswith(";"):
        return 0.8
    if is_bullet(above) != is_bullet(line):
        return -1.0
    return 0.6 if is_bullet(line) else 0.0


def _price(line: str, role: str, supporters: frozenset[str]) -> float:
    price = _PRICES[role][kind(line)]
    return max(price, 2.0) if role == "lead" and line in supporters else price
