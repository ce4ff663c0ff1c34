"""What stands left of a number: the phrase that it measures, or the verb that it counts for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.meaning.heads import first_head, head_of_list, is_head, within
from extractor.meaning.rows import Row
from extractor.meaning.subject_words import Phrases, comparing, phrases, words_of
from extractor.wordlists import words

_LONGEST, _LONGEST_BARE = 16, 12
_LONGEST_PLAIN = 8  # syllables of what stands before a number without a verb of being between them
_HEADED = 3  # syllables that a phrase has behind its head where the head opens it


class Tail(NamedTuple):
    """How the words before a number end: ``end`` is where those left of its comparators, verbs of being and of change end.

    ``strong`` where a verb of being is among them, ``changes`` where a verb of change is; ``verb`` is the end of the words with that verb.
    """

    end: int
    strong: bool
    changes: bool
    verb: int


def tail(left: Row) -> Tail:
    """Reads the words before a number from their end."""
    end, strong, changes, verb = len(left), False, False, 0
    while end and not left.marks[end - 1] and not phrases("kept").before(left.low, end):
        length, kind = _stripped(left, end)
        if not length and (strong or changes):
            length = _between(left, end)
        if not length or any(left.marks[end - length : end - 1]):
            break
        strong = strong or kind == "being"
        strong = strong or (kind == "change" and left.low[end : end + 1] == ["từ"])  # "giảm từ 9 vụ xuống 4 vụ"
        if kind == "change" and not changes:
            changes, verb = True, end
        end -= length
    return Tail(end, strong, changes, verb or end)


def _between(left: Row, end: int) -> int:
    """How many syllables before a verb of being are no part of what is measured: the time now, the value before (``từ 500 xuống còn``)."""
    if end > 2 and left.low[end - 2] == "từ" and left.low[end - 1][0].isdigit():
        return 2
    return phrases("now").before(left.low, end)


def _stripped(left: Row, end: int) -> tuple[int, str]:
    """The longest phrase before ``end`` that stands between a subject and its number, and its list."""
    length, kind = 0, "being"
    for name, held in _between_subject_and_number():
        if left.low[end - 1] in held.lasts and (found := held.before(left.low, end)) > length:
            length, kind = found, name
    return length, kind


@cache
def _between_subject_and_number() -> tuple[tuple[str, Phrases], ...]:
    return (*((name, phrases(name)) for name in ("being", "change", "filler")), ("comparing", comparing()))


def clause_start(left: Row, end: int) -> int:
    """Where the clause begins that ends before ``end``: behind the last mark, or behind words that open a clause."""
    start, openers = left.last_mark(end=end), phrases("opener")
    for at in range(end - 1, start - 1, -1):
        if left.low[at] in openers.firsts and (length := openers.at(left.low, at, end)) and not within("unopened", left, at, end):
            return at + length
    return start


def measured(left: Row, end: int, floor: int, *, strong: bool) -> Row:
    """The noun phrase that ends before ``end``: from the head of an indicator, or from the beginning of its clause.

    :param floor: it does not begin before.
    :param strong: a verb of being stands behind it, so that it may be long.
    """
    clause = clause_start(left, end)
    start = max(clause, floor)
    head = first_head(left, start, end)
    if head is not None and not strong:
        head = next((at + 1 for at in range(end - _HEADED, head, -1) if left.low[at] == "và" and is_head(left, at + 1, end)), head)
    if strong and head is None:
        head = _head_before_clause(left, start, floor, end)
    if strong and start == clause > floor and head != start:
        first = head_of_list(left, start, floor, end)
        head = head if first is None else first
    if strong and head is None:
        start = _own_clause(left, start, end)
    if head is not None and (end - head > _HEADED or head == start or _asked_for(left, head, end)):
        return _ended(left.part(head, min(end, head + _LONGEST)))
    if not strong:
        start = no_longer(left, _last_of_row(left, start, end), end, _LONGEST_PLAIN)
    return _ended(trimmed(left.part(no_longer(left, start, end, _LONGEST_BARE), end)))


def _head_before_clause(left: Row, start: int, floor: int, end: int) -> int | None:
    """Where an indicator begins whose phrase holds the clause that begins at ``start``: ``tỷ lệ nợ so với tổng thu là 2%``."""
    part = max(left.last_mark(end=start), floor) if start else 0
    if part >= start or (left.marks[start - 1] and start):
        return None
    first = part + phrases("leading").at(left.low, part, start)
    if any(phrases("being", "change").at(left.low, at, start) for at in range(first, start)):
        return None
    return first if first < start and is_head(left, first, end) else head_of_list(left, part, floor, end)


def _own_clause(left: Row, start: int, end: int) -> int:
    """Where the last of two clauses begins that ``và`` joins, where an article shows that it has a subject: ``… và mỗi thửa có``."""
    joint = (at for at in range(end - _HEADED, start, -1) if left.low[at - 1] == "và" and words_of("article", left.low[at]))
    return next(joint, start)


def _asked_for(left: Row, head: int, end: int) -> bool:
    """Whether a preposition before a head of several syllables makes it a phrase of its own: ``về số nợ 20 tỷ đồng``."""
    return end - head > 1 and head > 1 and left.low[head - 1] in ("về", "với", "trên", "theo")


def no_longer(left: Row, start: int, end: int, most: int) -> int:
    """Where a phrase of no more than ``most`` syllables begins; a word is not cut in two as far as the list of things counted knows."""
    if end - start <= most:
        return start
    at = end - most
    article = next((i for i in range(at, at + most // 3) if words_of("article", left.low[i]) or _opens(left, i)), None)
    return at - (f"{left.low[at - 1]} {left.low[at]}" in words("units", "count")) if article is None else article


def _opens(left: Row, at: int) -> bool:
    """Whether the word before ``at`` is an auxiliary or a preposition: a phrase may begin there."""
    low = left.low[at - 1]
    return at > 0 and (words_of("happens", low) or words_of("preposition", low)) and not within("unhelped", left, at - 1, at)


def ranked(left: Row) -> Row:
    """The noun phrase before a rank."""
    end = len(left)
    while end and not left.marks[end - 1] and (length := phrases("rank", "filler").before(left.low, end)):
        end -= length
    return measured(left, end, 0, strong=True) if end and not left.marks[end - 1] else left.part(0, 0)


def _last_of_row(left: Row, start: int, end: int) -> int:
    """Behind the last joint, where the phrase behind it is more than a syllable."""
    return next((at + 1 for at in range(end - 3, start - 1, -1) if left.low[at] in ("và", "hoặc", "cho", "về", "là")), start)


def _ended(phrase: Row) -> Row:
    """The phrase without a preposition at its end."""
    end = len(phrase)
    while end > 1 and (length := phrases("preposition").before(phrase.low, end)) and length < end:
        end -= length
    return phrase.part(0, end if end > 1 or not words_of("preposition", phrase.low[0]) else 0) if end else phrase


def trimmed(phrase: Row, keep: int = 1) -> Row:
    """The phrase without the words at its beginning that are no part of it; ``keep`` syllables stay."""
    start = 0
    while start < len(phrase) and (length := (phrases("when").at(phrase.low, start) or phrases("leading").at(phrase.low, start))):
        if start + length > len(phrase) - keep:
            break
        start += length
    return phrase.part(start)


def preposition_at_end(phrase: Row) -> int:
    """How many syllables of the phrase's end ask for the noun behind it; 0 where none do."""
    return phrases("preposition").before(phrase.low, len(phrase))
