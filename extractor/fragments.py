"""Regexes as rule authors write them: ``{NAME}`` is a fragment, line breaks and indentation are dropped, ``#`` opens a comment line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import regex

from extractor.errors import PatternError
from extractor.fold import fold_text

FRAGMENT = regex.compile(r"(?<!\\[pPN])\{([A-Z][A-Z0-9_]*)\}")
_NAME = regex.compile(r"[A-Z][A-Z0-9_]*")


def compile_regex(written: str, fragments: Mapping[str, str], where: str) -> regex.Pattern[str]:
    """``written`` with its fragments put in, compiled; ``where`` (file and rule) opens the message of a ``PatternError``."""
    pattern = _compile(join_lines(written), fragments, where)
    if pattern.fullmatch(""):
        raise PatternError(f"{where}: the regex matches the empty text")
    return pattern


def add_fragments(path: Path, values: Mapping[str, object], fragments: dict[str, str]) -> None:
    """Put the fragments of one file into ``fragments``; each may use those that stand before it.

    They are compiled as part of the rules that use them only: nested word lists make that dear.
    """
    for name, value in values.items():
        where = f"{path}: fragment {name}"
        if not _NAME.fullmatch(name):
            raise PatternError(f"{where}: the name must be of capitals, digits and _")
        written = value if isinstance(value, str) else _alternatives(value)
        if written is None:
            raise PatternError(f"{where}: is neither a regex, nor a list of words, nor a table of names with lists of their other spellings")
        fragments[name] = f"(?:{_expand(join_lines(written), fragments, where)})"


def _compile(source: str, fragments: Mapping[str, str], where: str) -> regex.Pattern[str]:
    try:
        return regex.compile(_expand(source, fragments, where), regex.V1)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise PatternError(f"{where}: the regex does not compile: {_blame(source, fragments, error)}") from None


def _blame(source: str, fragments: Mapping[str, str], error: Exception) -> str:
    """What is wrong and where: in a fragment that does not compile by itself, or in ``source``."""
    broken = next((name for name in fragments if f"{{{name}}}" in source and _error_of(fragments[name])), None)
    if broken:
        source, error = fragments[broken], _error_of(fragments[broken]) or error
        return f"fragment {broken}: {_shown(source, getattr(error, 'pos', None), error)}"
    return _shown(source, _position(source, fragments, getattr(error, "pos", None)), error)


def _error_of(source: str) -> Exception | None:
    try:
        regex.compile(source, regex.V1)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        return error
    return None


def _shown(source: str, position: int | None, error: Exception) -> str:
    if position is None or not hasattr(error, "msg"):
        return str(error)
    return f"{error.msg} at position {position}: {source[max(0, position - 20) : position]}⟨here⟩{source[position : position + 20]}"


def _alternatives(value: object) -> str | None:
    """A list of words, or a table of names with their other spellings, as an alternation of literals, longest first."""
    if isinstance(value, dict) and all(isinstance(spellings, list) for spellings in value.values()):
        value = [word for name, spellings in value.items() for word in (name, *spellings)]
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word.strip() for word in value):
        return None
    words = sorted(dict.fromkeys(fold_text(word) for word in value), key=len, reverse=True)
    return "|".join(regex.escape(word, literal_spaces=True) for word in words)


def join_lines(written: str) -> str:
    """The regex on one line, without its comments; one that is written on one line stays as it is."""
    if "\n" not in written:
        return written
    lines = (line.strip("\n") for line in written.split("\n"))
    return "".join(line.lstrip() for line in lines if not line.lstrip().startswith("#"))


def _expand(source: str, fragments: Mapping[str, str], where: str) -> str:
    def fragment(m: regex.Match[str]) -> str:
        if m.group(1) not in fragments:
            raise PatternError(f"{where}: unknown fragment {{{m.group(1)}}}")
        return fragments[m.group(1)]

    return FRAGMENT.sub(fragment, source)


def _position(source: str, fragments: Mapping[str, str], position: int | None) -> int | None:
    """Where ``position`` of the expanded regex stands in ``source``; inside a fragment, where the fragment begins."""
    if position is None:
        return None
    left = position
    for m in FRAGMENT.finditer(source):
        grown = len(fragments[m.group(1)]) - len(m.group())
        if left <= m.start():
            break
        if left < m.end() + grown:
            return m.start()
        left -= grown
    return min(left, len(source))
