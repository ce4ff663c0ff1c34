"""Names of laws: where the name of a law that the text mentions ends.

Known names come from ``patterns/_laws.toml``; a name that the list does not know ends where the sentence goes on with a verb or
a preposition.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import regex

from extractor.wordlists import words

_YEAR = regex.compile(r"(?: năm)? (?:19|20)\d\d(?![\d/])")
_WORD = regex.compile(r"[\p{L}&]+")
_AMENDING = regex.compile(
    r"(?i)sửa đổi(?:,? ?(?:và )?bổ sung)?(?: (?:một số )?(?:điều|điểm|khoản)(?:,? (?:và )?(?:điều|khoản|điểm))*)?"
    r"(?: (?:của|tại))?(?: các)? "
)
_COUNTED = regex.compile(
    r"\d+ (?i:luật)(?: (?:có liên quan đến|liên quan đến|về|trong lĩnh vực|thuộc lĩnh vực) [^\n;:.()“”\"\d]{2,90}?"
    r"(?=,? (?:số|ngày|năm|được|đã|phù hợp|theo|có hiệu lực|quy định|và các)\b|[;.(\n]|$))?"
)
_ANOTHER = regex.compile(r"(?:,| và|, và)? ?(?i:bộ luật|luật|pháp lệnh) ")
_ACRONYM = regex.compile(r"\p{Lu}{3,}(?!\p{L}| \p{Lu}{2})")
_LONGEST_UNKNOWN = 9  # syllables


def known_name_end(text: str, lower: str, start: int) -> int | None:
    """End of the longest listed name at ``start`` of folded ``text`` (``lower`` is its lower case), or null."""
    first = _WORD.match(lower, start)
    if first is None:
        return None
    for name in _by_first_word().get(first.group(), ()):
        end = start + len(name)
        if lower.startswith(name, start) and not text[end : end + 1].isalnum():
            return end
    return None


def name_end(text: str, lower: str, start: int, *, listed: bool = False) -> int | None:
    """End of the law's name at ``start``, its year included (``Đất đai 2024``, ``Thủy sản năm 2017``), or null where there is none.

    ``listed``: only names of the list count (after a small ``luật``).
    """
    end = _amending_end(text, lower, start) or known_name_end(text, lower, start)
    if end is None and not listed:
        end = _unknown_name_end(text, start)
    if end is None:
        return None
    year = _YEAR.match(text, end)
    return year.end() if year else end


def _amending_end(text: str, lower: str, start: int) -> int | None:
    """``sửa đổi, bổ sung một số điều của Luật A và Luật B``: one name, up to the last of the laws amended."""
    m = _AMENDING.match(text, start)
    if m is None:
        return None
    if counted := _COUNTED.match(text, m.end()):
        return counted.end()
    end, at = None, _ANOTHER.match(text, m.end())
    while at is not None:
        last = known_name_end(text, lower, at.end()) or _unknown_name_end(text, at.end())
        if last is None:
            break
        end, at = last, _ANOTHER.match(text, last)
    return end


def _unknown_name_end(text: str, start: int) -> int | None:
    """A name in no list: it begins with a capital and runs to the first word that no name contains."""
    ends, inner, refused = words("laws", "ends"), words("laws", "inner_capitals"), words("laws", "not_names")
    if not text[start : start + 1].isupper():
        return None
    if (acronym := _ACRONYM.match(text, start)) and acronym.group().lower() not in refused:
        return acronym.end()
    end, count, position = None, 0, start
    while m := _WORD.match(text, position):
        word = m.group().lower()
        pair = f"{word} {nxt.group().lower()}" if (nxt := _WORD.match(text, m.end() + 1)) else word
        if word in ends or pair in ends or (count and m.group()[0].isupper() and word not in inner):
            break
        if not count and (word in refused or pair in refused):
            return None
        end, count, position = m.end(), count + 1, m.end() + 1
        if text[m.end() : m.end() + 1] != " ":
            break
        if count > _LONGEST_UNKNOWN:
            return None
    return end


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(words("laws", "names"), key=len, reverse=True):
        first = _WORD.match(name)
        if first is None:
            raise ValueError(f"_laws.toml: the name {name!r} does not begin with a letter")
        by_word[first.group()].append(name)
    return {word: tuple(names) for word, names in by_word.items()}
