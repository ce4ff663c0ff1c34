"""The groups that the normaliser of a kind reads: a rule has to have those of one of these ways to write it.

Kinds that are not here read the groups that there are.
"""

from __future__ import annotations

from collections.abc import Collection

_WAYS: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(way.split()) for way in ways)
    for name, ways in {
        "quantity": ("low", "list", "words", "label numbers"),
        "percent": ("low sign", "low lowsign", "words sign"),
        "money": ("low cur", "low before", "low bare", "words cur"),
        "ratio": ("numerator denominator",),
        "rank": ("rank thu",),
        "rank.place": ("rank cue",),  # some rules are read in a way of their own
        "rank.one_of": ("out_of cue",),
        "deadline": ("when", "unit", "count span_unit how", "yearly days", "tet", "feast"),
    }.items()
}


def lacking(rule: str, kind: str, groups: Collection[str]) -> str | None:
    """What the rule of this id with these named groups lacks, in words; null where it has all that is read."""
    ways = _WAYS.get(rule, _WAYS.get(kind, ()))
    if not ways or any(way <= set(groups) for way in ways):
        return None
    nearest = min(ways, key=lambda way: len(way - set(groups)))
    missing = " and ".join(f"(?P<{group}>…)" for group in sorted(nearest - set(groups)))
    return f"the regex lacks the group {missing}, which is read of a {kind}"
