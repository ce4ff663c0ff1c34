"""The named groups of a match as mappings, read only where somebody asks: most matches are dropped before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import regex

from extractor.model import Span

_Value = TypeVar("_Value")


class _View(Mapping[str, _Value]):
    """The groups that took part, by name."""

    __slots__ = ("_match",)

    def __init__(self, match: regex.Match[str]) -> None:
        self._match = match

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._match.re.groupindex and self._match.span(name)[0] >= 0

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._match.re.groupindex if self._match.span(name)[0] >= 0)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Groups(_View[str]):
    """Name to text."""

    def __getitem__(self, name: str) -> str:
        value = self._match.group(name) if name in self._match.re.groupindex else None
        if value is None:
            raise KeyError(name)
        return str(value)


class GroupSpans(_View[Span]):
    """Name to half-open span."""

    def __getitem__(self, name: str) -> Span:
        if name not in self:
            raise KeyError(name)
        return Span(*self._match.span(name))
