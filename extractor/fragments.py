"""Regexes as rule authors write them: ``{NAME}`` is a fragment, line breaks and indentation are dropped, ``#`` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import regex

from extractor.alternation import alternation
from extractor.errors import PatternError
from extractor.fold import fold_text
from extractor.leading import equally_long, leading
from extractor.subroutines import with_subroutines

FRAGMENT = regex.compile(r"(?<!\\[pPN])\{([A-Z][A-Z0-9_]*)\}")
# Ligatures need no full case-folding here (ﬁ for fi): without it a rule compiles a third faster and matches a little faster.
_SIMPLE_FOLDING = "(?-f)"
_NAME = regex.compile(r"[A-Z][A-Z0-9_]*")
_BROKEN = (regex.error, RecursionError, OverflowError, ValueError)  # what a malformed regex raises
# Code points of a regex written out above which it is compiled with subroutines: nested word lists take seconds otherwise. Shorter
# ones are not, because every call takes time when matching.
_LONG = 10_000
_HEAD = 3  # code points that are looked at before a rule is tried


class Fragments(Mapping[str, str]):
    """Named pieces of regex, each as written and written out (``fragments[name]``); a later one of the same name replaces an earlier."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}
        self._expanded: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        return self._expanded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._expanded)

    def __len__(self) -> int:
        return len(self._expanded)

    def add(self, path: Path, values: Mapping[str, object]) -> None:
        """Take the fragments of one file; each may use those that stand before it. They are compiled with the rules that use them."""
        for name, value in values.items():
            where = f"{path}: fragment {name}"
            if not _NAME.fullmatch(name):
                raise PatternError(f"{where}: the name must be of capitals, digits and _")
            written = join_lines(value) if isinstance(value, str) else _alternatives(value)
            if written is None:
                raise PatternError(f"{where}: is neither a regex, nor a list of words, nor a table of names with lists of other spellings")
            self._expanded[name] = f"(?:{self._expand(written, where)})"
            self._written[name] = written

    def compile(self, written: str, where: str) -> regex.Pattern[str]:
        """The regex ``written`` with its fragments; ``where`` (file and rule) opens the message of a ``PatternError``."""
        source = join_lines(written)
        self._expand(source, where)
        try:
            pattern = self.pattern(source)
        except _BROKEN as error:
            raise PatternError(f"{where}: the regex does not compile: {self._blame(source, error)}") from None
        if pattern.fullmatch(""):
            raise PatternError(f"{where}: the regex matches the empty text")
        return pattern

    def heads(self, written: str) -> frozenset[str]:
        """The first code points, equally many, of whatever ``written`` matches: empty ones where it may begin with anything."""
        return equally_long(leading(self._expand(join_lines(written)), _HEAD))

    def pattern(self, source: str) -> regex.Pattern[str]:
        """``source``, a regex on one line with known fragments, compiled. Raises what ``regex.compile`` does."""
        expanded = self._expand(source)
        written = expanded if len(expanded) < _LONG else with_subroutines(source, self._written, self._expanded)
        try:
            return regex.compile(f"{_SIMPLE_FOLDING}{written}", regex.V1)
        except _BROKEN:
            return regex.compile(written, regex.V1)  # raises the same, with positions that count from the writer's first character

    def _expand(self, source: str, where: str = "") -> str:
        for m in FRAGMENT.finditer(source):
            if m.group(1) not in self._expanded:
                raise PatternError(f"{where}: unknown fragment {m.group()}")
        return FRAGMENT.sub(lambda m: self._expanded[m.group(1)], source)

    def _blame(self, source: str, error: Exception) -> str:
        """What is wrong and where: in a fragment that does not compile by itself, or in ``source``."""
        for name in dict.fromkeys(FRAGMENT.findall(source)):
            if own := _error_of(self._expanded[name]):
                return f"fragment {name}: {_shown(self._expanded[name], getattr(own, 'pos', None), own)}"
        return _shown(source, self._position(source, getattr(error, "pos", None)), error)

    def _position(self, source: str, position: int | None) -> int | None:
        """Where ``position`` of the regex written out stands in ``source``; inside a fragment, where the fragment begins."""
        if position is None:
            return None
        left = position
        for m in FRAGMENT.finditer(source):
            grown = len(self._expanded[m.group(1)]) - len(m.group())
            if left <= m.start():
                break
            if left < m.end() + grown:
                return m.start()
            left -= grown
        return left


def join_lines(written: str) -> str:
    """The regex on one line, without its comments; one that is written on one line stays as it is."""
    if "\n" not in written:
        return written
    lines = (line.strip("\n") for line in written.split("\n"))
    return "".join(line.lstrip() for line in lines if not line.lstrip().startswith("#"))


def _alternatives(value: object) -> str | None:
    """A list of words, or a table of names with their other spellings, as an alternation of literals, longest first."""
    if isinstance(value, dict) and all(isinstance(spellings, list) for spellings in value.values()):
        value = [word for name, spellings in value.items() for word in (name, *spellings)]
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word.strip() for word in value):
        return None
    return alternation(map(fold_text, value))


def _error_of(source: str) -> Exception | None:
    try:
        regex.compile(source, regex.V1)
    except _BROKEN as error:
        return error
    return None


def _shown(source: str, position: int | None, error: Exception) -> str:
    if position is None or not hasattr(error, "msg"):
        return str(error)
    return f"{error.msg} at position {position}: {source[max(0, position - 20) : position]}⟨here⟩{source[position : position + 20]}"
