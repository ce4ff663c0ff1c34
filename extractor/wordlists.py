"""Word lists that Python code looks up: ``patterns/_<name>.toml``, shipped beside the rules and read once.

The files that begin with ``_`` are no rules. A list may be written as one long string of entries separated by ``|``
or as a TOML array; entries are folded and in lower case.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from extractor.alternation import alternation
from extractor.errors import PatternError
from extractor.fold import fold_text
from extractor.rules import pattern_folder


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of ``patterns/_<name>.toml``. Raises ``PatternError`` where the file is missing or malformed."""
    path = pattern_folder() / f"_{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PatternError(f"{path}: {error}") from None


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The entries of one list of ``patterns/_<name>.toml``, folded, in lower case."""
    raw = table(name)[key]
    entries = raw.split("|") if isinstance(raw, str) else raw
    return frozenset(w for e in entries if (w := fold_text(" ".join(str(e).split())).lower()))


@cache
def any_of(name: str, key: str) -> str:
    """The same entries as the alternatives of a regex."""
    return alternation(words(name, key))


@cache
def openings(name: str, key: str) -> tuple[str, ...]:
    """The same entries as ``str.startswith`` and ``str.endswith`` want them."""
    return tuple(words(name, key))
