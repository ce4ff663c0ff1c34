"""Where an indicator begins: the heads of noun phrases that name what is measured."""

from __future__ import annotations

from extractor.meaning.rows import COMMA, Row
from extractor.meaning.subject_words import phrases, words_of

_LONGEST_LIST = 40
_APPOSED = (4, 4)  # syllables of what stands before a comma, at least, and of what names it again, at most


def within(name: str, left: Row, at: int, end: int) -> bool:
    """Whether a phrase of the list holds the syllable ``at``, or begins there."""
    held = phrases(name)
    return any(left.low[first] in held.firsts and held.at(left.low, first, end) > at - first for first in range(max(at - 2, 0), at + 1))


def is_headed(phrase: Row) -> bool:
    """Whether the phrase is an indicator."""
    return len(phrase) > 0 and is_head(phrase, 0, len(phrase))


def first_head(left: Row, start: int, end: int) -> int | None:
    """Where the first head between ``start`` and ``end`` stands; null where none does."""
    firsts = phrases("head").firsts
    for at in range(start, end):
        if left.low[at] in firsts and is_head(left, at, end):
            return at
    return None


def is_head(left: Row, at: int, end: int) -> bool:
    """Whether an indicator may begin at ``at``."""
    length = phrases("head").at(left.low, at, end)
    if not length or (length == 1 and ((at + 1 < end and left.low[at + 1][0].isdigit()) or not _may_open(left, at))):
        return False
    return not within("compound", left, at, end)


def _may_open(left: Row, at: int) -> bool:
    return at == 0 or left.marks[at - 1] > 0 or phrases("before_head").before(left.low, at) > 0


def head_of_list(left: Row, start: int, floor: int, end: int) -> int | None:
    """Where an indicator begins whose phrase holds the commas before ``start``: ``tỷ lệ hộ có điện, nước, đường đạt 90%``."""
    last = start
    while start > floor and left.marks[start - 1] == COMMA and end - start < _LONGEST_LIST:
        part = left.last_mark(end=start - 1) if start > 1 else 0
        if any(_is_told(left, at, start) for at in range(part + 1, start)):
            return None
        first = part + phrases("leading").at(left.low, part, start)
        if part >= floor and first < start and (is_head(left, first, end) or phrases("list_head").at(left.low, first, start)):
            return first
        if part == floor == 0 and last < end <= last + _APPOSED[1] and _may_be_apposed(left, start, last):
            return 0
        start = part
    return None


def _is_told(left: Row, at: int, end: int) -> bool:
    """Whether another number, or a verb of being, stands at ``at``."""
    return left.low[at][0].isdigit() or phrases("being", "change").at(left.low, at, end) > 0


def _may_be_apposed(left: Row, end: int, last: int) -> bool:
    """Whether a sentence's first words, up to ``end``, are a noun phrase that the next ones name again: ``Dự án cầu Suối Đá, gói số 2``."""
    if end < _APPOSED[0] or words_of("nothing", left.low[0]) or words_of("preposition", left.low[0]):
        return False
    if any(phrases("auxiliary").at(left.low, at, last) for at in range(last)):
        return False
    return not phrases("leading", "opener", "when").at(left.low, 0)
