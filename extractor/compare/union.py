"""Things that belong together, two by two, as groups."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets; each is known by its first member in the order of ``members``."""

    def __init__(self, members: Iterable[T]) -> None:
        self._rank = {member: i for i, member in enumerate(members)}
        self._above = {member: member for member in self._rank}

    def first(self, member: T) -> T:
        """The first member of the set that ``member`` is in."""
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def join(self, one: T, other: T) -> None:
        """Make one set of the two."""
        a, b = sorted((self.first(one), self.first(other)), key=self._rank.__getitem__)
        self._above[b] = a
