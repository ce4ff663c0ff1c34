"""Words that print the type of an official document as its title (``patterns/_metadata.toml``)."""

from __future__ import annotations

from functools import cache

import regex

from extractor.doc_codes import type_of_word
from extractor.wordlists import words


@cache
def _titles() -> regex.Pattern[str]:
    longest_first = sorted(words("metadata", "titles"), key=len, reverse=True)
    return regex.compile(rf"(?P<word>(?i:{'|'.join(longest_first)}))(?![\p{{L}}\d])")


def type_in_title(line: str) -> tuple[str, int] | None:
    """The type that opens a folded title line, lower case, and where the rest begins: a word in capitals, or the whole line."""
    m = _titles().match(line)
    if m is None or not (m.group().isupper() or m.end() == len(line.rstrip(" :.")) or line[m.end() :].isupper()):
        return None
    return type_of_word(m.group().lower()), m.end()


def type_named(words: str) -> tuple[str, int] | None:
    """The type whose name opens ``words`` (folded) in any case, and where the rest begins."""
    m = _titles().match(words)
    return (type_of_word(m.group().lower()), m.end()) if m else None


def printed_or_coded(printed: str | None, coded: str | None) -> str | None:
    """The type of the title line, else that of the symbol; a consolidated text prints the type of what it consolidates."""
    return coded if coded == "văn bản hợp nhất" else printed or coded
