"""Word lists as parts of a regex."""

from __future__ import annotations

import regex

from extractor.wordlists import words


def any_of(name: str, key: str) -> str:
    """The entries of a list of ``patterns/_<name>.toml`` as alternatives, the longest first."""
    return "|".join(regex.escape(entry, literal_spaces=True) for entry in sorted(words(name, key), key=len, reverse=True))
