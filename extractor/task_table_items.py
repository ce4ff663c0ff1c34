"""Numbers of rows in task tables as item paths: ``I/1``, ``A/II/3/3.1``, ``2/-1``, as ``extractor.outline`` writes those of lists."""

from __future__ import annotations

import re

_BULLETS = "-+•▪●·*"
# A number that fills its cell, and one that stands before the words of a task.
_PRINTED = r"\((?:\d{1,3}|[a-zđ])\)|(?:[IVX]{1,5}|[A-ZĐ]|\d{1,3})(?:\.\d{1,3}){0,3}|\d{1,3}[a-zđ]|[a-zđ]"
_NUMBER = re.compile(rf"({_PRINTED})[.)/:]{{0,2}}")
_MARKER = re.compile(rf"[*_]{{0,3}}(?:({_PRINTED})(?:[.)/:]|(?<=\)))[*_]{{0,3}}\s+|([{re.escape(_BULLETS)}]|\\-)\s+)(?=\S)")


def number(words: str) -> str | None:
    """The number that a cell of the column ``TT`` holds, as paths print it: ``1`` for ``1.``, ``a)`` for ``a)``; None where it is none."""
    printed = _NUMBER.fullmatch(words)
    if printed is None:
        return words if len(words) == 1 and words in _BULLETS else None
    return _clean(printed[1], words)


def marker(words: str) -> tuple[str, int] | None:
    """The number or bullet before the words of a task, and how many characters it takes with its blanks."""
    found = _MARKER.match(words)
    if found is None:
        return None
    return (_clean(found[1], found[0].strip("*_ ")) if found[1] else found[2].lstrip("\\")), found.end()


def is_section_number(printed: str) -> bool:
    """Whether a number is one of a section rather than of a task: ``I``, ``A``."""
    return _shape(printed) in ("I", "A")


class ItemPath:
    """The path of the present row. A number of a shape already open closes what was opened after it."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, str]] = []
        self._bullets = 0

    def __str__(self) -> str:
        return "/".join(printed for _, printed in self._stack)

    def enter(self, printed: str) -> None:
        """The row has this number, or this bullet, which is counted."""
        shape = _shape(printed)
        shapes = [s for s, _ in self._stack]
        again = shape in shapes
        if again:
            del self._stack[shapes.index(shape) :]
        if printed in _BULLETS:
            self._bullets = self._bullets + 1 if again else 1
            printed = f"{printed}{self._bullets}"
        self._stack.append((shape, printed))

    def enter_unnumbered(self) -> None:
        """A section without a number begins: the numbers of tasks above it are over."""
        self._stack = [(shape, printed) for shape, printed in self._stack if shape in ("I", "A")]

    def opens_below(self, printed: str, following: str) -> bool:
        """Whether a row numbered ``following``, right after one numbered ``printed``, would lie below it."""
        shapes = [shape for shape, _ in self._stack]
        own = _shape(printed)
        return _shape(following) not in [*(shapes[: shapes.index(own)] if own in shapes else shapes), own]


def _clean(printed: str, whole: str) -> str:
    return f"{printed})" if printed.isalpha() and printed.islower() and whole.endswith(")") else printed


def _shape(printed: str) -> str:
    if printed[0] == "(":
        return "(d)" if printed[1].isdigit() else "(a)"
    if printed[0].isdigit() or "." in printed:  # I.1 is a 1 below I
        return f"1{printed.count('.') - (not printed[0].isdigit())}"
    if printed in _BULLETS:
        return printed
    if printed[0].islower():
        return "a"
    return "I" if set(printed) <= set("IVX") else "A"
