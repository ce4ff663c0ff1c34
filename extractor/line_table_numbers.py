"""The numbers of rows in a table that has lost its lines: which of the lines that could be one go on from the rows above."""

from __future__ import annotations

import re

from extractor.task_table_items import number

_JUMP = 3  # rows whose number may be lost
_ROMAN = {"I": 1, "V": 5, "X": 10}
_MOST = 300
_PARTS = re.compile(r"\d{1,3}|[IVX]+|[A-ZĐ]|[a-zđ]")


class Sequence:
    """The last number of each depth. ``restart`` says that the next row may begin at 1 again: below a section."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, ...]] = {}
        self.restart = True
        self._gap: set[str] = set()

    def gap(self) -> None:
        """Rows are missing: the next number of each depth may be any."""
        self._gap = {"A", "I", "I.1", "1", "1.1", "a"}

    def depth(self, line: str) -> float:
        """How deep the number on a ``line`` lies: those of sections least, then ``1``, ``1.1``, ``a``."""
        found = self._read(line)
        if found is None:
            return 0.0
        shape, value = found
        return {"A": 0.0, "I": 1.0, "I.1": 1 + len(value) / 10, "a": 9.0}.get(shape, 1.0 + len(value))

    def follows(self, line: str) -> str | None:
        """The shape of the number that a ``line`` holds if it goes on from those above: ``A``, ``I``, ``1``, ``1.1``, ``a``."""
        found = self._read(line)
        return found[0] if found and self._goes_on(*found) else None

    def enter(self, line: str) -> None:
        """A row with the number on this ``line`` begins."""
        found = self._read(line)
        if found is None:
            return
        shape, value = found
        self._last[shape] = value
        for deeper in {"A": ("a",), "I": ("a",), "1": ("a",)}.get(shape, ()):
            self._last.pop(deeper, None)
        if shape == "A":
            self._last.pop("I", None)
        self.restart = shape in ("A", "I", "I.1")
        self._gap.discard(shape)

    def _read(self, line: str) -> tuple[str, tuple[int, ...]] | None:
        printed = number(line.strip("*_ "))
        if printed is None or len(line) > 12:
            return None
        parts = _PARTS.findall(printed)
        if not parts:
            return None
        if len(parts) > 1:
            return "I.1" if parts[0][0].isupper() else "1.1", tuple(
                _roman(part) if part[0].isupper() else int(part) for part in parts if part.isdigit() or part.isupper()
            )
        one = parts[0]
        if one.isdigit():
            return "1", (int(one),)
        if one.islower():
            return "a", (ord(one) - ord("a"),)
        return self._letter(one)

    def _letter(self, one: str) -> tuple[str, tuple[int, ...]]:
        """A single I, V or X is a letter only where letters lead up to it."""
        if set(one) <= set(_ROMAN) and not (len(one) == 1 and "I" not in self._last and one != "I"):
            return "I", (_roman(one),)
        return "A", (ord(one) - ord("A"),)

    def _goes_on(self, shape: str, value: tuple[int, ...]) -> bool:
        if shape in self._gap:
            return max(value) <= _MOST
        last = self._last.get(shape)
        if shape in ("1.1", "I.1"):
            return max(value) < 100 and (last is None or self.restart or value > last)
        first = 0 if shape in ("A", "a") else 1
        if value[0] == first and (last is None or self.restart or shape == "a"):
            return True
        if last is None:
            return False
        return last[0] < value[0] <= last[0] + _JUMP


def _roman(digits: str) -> int:
    values = [_ROMAN.get(digit, 0) for digit in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
