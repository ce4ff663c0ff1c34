"""An administrative unit: its name, its code, the time in which it exists, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

# The day on which provinces and communes were merged and districts ended (Nghị quyết 202/2025/QH15, 203/2025/QH15).
REORGANISED = date(2025, 7, 1)


class Place(NamedTuple):
    """A province, a district or a commune between two days.

    ``name`` carries its level (``tỉnh Nghệ An``, ``xã Thạnh An``), ``code`` is that of the Statistics Office: two digits for a
    province, three for a district, five for a commune. ``since`` and ``until`` are its first and last day; null where it has no end or
    its beginning is not recorded. ``parent`` is the unit above it. ``parts`` are the communes in which its land lies today, where known.
    """

    name: str
    code: str
    since: date | None
    until: date | None
    parent: Place | None
    parts: tuple[Place, ...]
    act: str | None = None

    @property
    def level(self) -> str:
        """``tỉnh``, ``thành phố``, ``quận``, ``huyện``, ``thị xã``, ``xã``, ``phường``, ``thị trấn`` or ``đặc khu``."""
        return split_level(self.name)[0]

    @property
    def province(self) -> Place:
        """The province that it is, or lies in."""
        return self.parent.province if self.parent else self

    @property
    def now(self) -> Place:
        """The smallest unit of today that holds all of it: itself, the one that it was merged into, or the province of today."""
        if len(self.parts) == 1:
            return self.parts[0].now
        return self if self.until is None else self.parent.now if self.parent else self

    def existed(self, on: date) -> bool:
        """Whether it existed on that day, as far as is recorded."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def inside(self, outer: Place) -> bool:
        """Whether it lies in ``outer``, a unit of its own time or of today."""
        if len(outer.code) == 2 and outer._unmerged:
            return self.province.now is outer.now
        return any(unit.code == outer.code and unit._of_today == outer._of_today for unit in self._above())

    @property
    def _of_today(self) -> bool:
        """Whether it outlived the reorganisation; a province that it left as it was did."""
        return self.until is None or self.until >= REORGANISED

    @property
    def _unmerged(self) -> bool:
        """A province of today, or one that has only changed its level since."""
        return self._of_today or (self.code == self.now.code and self.now.existed(REORGANISED - timedelta(days=1)))

    def _above(self) -> Iterator[Place]:
        unit: Place | None = self
        while unit := unit.parent if unit else None:
            yield unit

    def __repr__(self) -> str:
        return f"<Place {self.code} {', '.join((self.name, *(unit.name for unit in self._above())))}>"


_LEVEL = re.compile("(?:thành phố|thị trấn|đặc khu|thị xã|phường|huyện|quận|tỉnh|xã) ", re.IGNORECASE)


def split_level(name: str) -> tuple[str, str]:
    """Level, in lower case, and bare name; the level is empty where the name has none."""
    m = _LEVEL.match(name)
    return (m.group()[:-1].lower(), name[m.end() :].strip()) if m else ("", name.strip())
