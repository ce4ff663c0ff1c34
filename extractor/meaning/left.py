"""What stands left of a number: the phrase that it measures, or the verb that it counts for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.meaning.rows import COMMA, Row
from extractor.meaning.subject_words import Phrases, comparing, phrases, words_of
from extractor.wordlists import table, words

_LONGEST, _LONGEST_BARE, _LONGEST_VERB, _LONGEST_LIST = 16, 12, 7, 40
_LONGEST_PLAIN = 8  # syllables of what stands before a number without a verb of being between them
_HEADED = 3  # syllables that a phrase has behind its head where the head opens it
_SHORT = 2  # syllables of a verb that may be the last of several: "đàm phán, tham gia"


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
        if not length or any(left.marks[end - length : end - 1]):
            break
        strong = strong or kind == "being"
        if kind == "change" and not changes:
            changes, verb = True, end
        end -= length
    return Tail(end, strong, changes, verb or end)


def _stripped(left: Row, end: int) -> tuple[int, str]:
    """The longest phrase before ``end`` that stands between a subject and its number, and its list."""
    found = [(phrases(name).before(left.low, end), name) for name in ("being", "change", "filler")]
    return max((*found, (comparing().before(left.low, end), "comparing")), key=lambda pair: pair[0])


def clause_start(left: Row, end: int) -> int:
    """Where the clause begins that ends before ``end``: behind the last mark, or behind words that open a clause."""
    start = left.last_mark(end=end)
    for at in range(end - 1, start - 1, -1):
        if (length := phrases("opener").at(left.low, at, end)) and not within("unopened", left, at, end):
            return at + length
    return start


def within(name: str, left: Row, at: int, end: int) -> bool:
    """Whether a phrase of the list holds the syllable ``at``, or begins there."""
    return any(phrases(name).at(left.low, first, end) > at - first for first in range(max(at - 2, 0), at + 1))


def measured(left: Row, end: int, floor: int, *, strong: bool) -> Row:
    """The noun phrase that ends before ``end``: from the head of an indicator, or from the beginning of its clause.

    :param floor: it does not begin before.
    :param strong: a verb of being stands behind it, so that it may be long.
    """
    clause = clause_start(left, end)
    start = max(clause, floor)
    head = _head(left, start, end)
    if head is not None and not strong:
        head = next((at + 1 for at in range(end - _HEADED, head, -1) if left.low[at] == "và" and _is_head(left, at + 1, end)), head)
    if strong and start == clause > floor and head != start:
        first = _head_of_list(left, start, floor, end)
        head = head if first is None else first
    if head is not None and (end - head > _HEADED or head == start):
        return _ended(left.part(head, min(end, head + _LONGEST)))
    if not strong:
        start = _no_longer(left, _last_of_row(left, start, end), end, _LONGEST_PLAIN)
    return _ended(trimmed(left.part(_no_longer(left, start, end, _LONGEST_BARE), end)))


def _no_longer(left: Row, start: int, end: int, most: int) -> int:
    """Where a phrase of no more than ``most`` syllables begins; a word is not cut in two as far as the list of things counted knows."""
    if end - start <= most:
        return start
    at = end - most
    return at - (f"{left.low[at - 1]} {left.low[at]}" in words("units", "count"))


def whose_age(phrase: Row) -> Row:
    """The person at the end of a phrase: what stands behind its last preposition."""
    return phrase.part(next((at + 1 for at in range(len(phrase) - 2, -1, -1) if words_of("preposition", phrase.low[at])), 0))


def ranked(left: Row) -> Row:
    """The noun phrase before a rank."""
    end = len(left)
    while (
        end and not left.marks[end - 1] and (length := max(phrases("rank").before(left.low, end), phrases("filler").before(left.low, end)))
    ):
        end -= length
    return measured(left, end, 0, strong=True) if end and not left.marks[end - 1] else left.part(0, 0)


def _last_of_row(left: Row, start: int, end: int) -> int:
    """Behind the last joint, where the phrase behind it is more than a syllable."""
    return next((at + 1 for at in range(end - 3, start - 1, -1) if left.low[at] in ("và", "hoặc", "cho")), start)


def _ended(phrase: Row) -> Row:
    """The phrase without a preposition at its end."""
    end = len(phrase)
    while end > 1 and (length := phrases("preposition").before(phrase.low, end)) and length < end:
        end -= length
    return phrase.part(0, end if end > 1 or not words_of("preposition", phrase.low[0]) else 0) if end else phrase


def is_headed(phrase: Row) -> bool:
    """Whether the phrase is an indicator."""
    return len(phrase) > 0 and _is_head(phrase, 0, len(phrase))


def _head(left: Row, start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if _is_head(left, at, end)), None)


def _is_head(left: Row, at: int, end: int) -> bool:
    length = phrases("head").at(left.low, at, end)
    if not length or (length == 1 and ((at + 1 < end and left.low[at + 1][0].isdigit()) or not _may_open(left, at))):
        return False
    return not within("compound", left, at, end)


def _may_open(left: Row, at: int) -> bool:
    return at == 0 or left.marks[at - 1] > 0 or phrases("before_head").before(left.low, at) > 0


def _head_of_list(left: Row, start: int, floor: int, end: int) -> int | None:
    """Where an indicator begins whose phrase holds the commas before ``start``: ``tỷ lệ hộ có điện, nước, đường đạt 90%``."""
    while start > floor and left.marks[start - 1] == COMMA and end - start < _LONGEST_LIST:
        part = left.last_mark(end=start - 1) if start > 1 else 0
        if any(phrases(name).at(left.low, at, start) for at in range(part + 1, start) for name in ("being", "change", "auxiliary")):
            return None
        first = part + phrases("leading").at(left.low, part, start)
        if part >= floor and first < start and _is_head(left, first, end):
            return first
        start = part
    return None


def verb(left: Row, end: int, floor: int, body: int) -> Row:
    """The verb phrase that ends before ``end``.

    :param floor: where the number before ends.
    :param body: where the last body named before it ends: who does it is no part of the phrase.
    """
    while end and (length := phrases("auxiliary").before(left.low, end)) and not left.marks[end - 1]:
        if within("unhelped", left, end - length, end):
            break
        end -= length
    start = max(clause_start(left, end), floor, body if body < end else 0)
    if 0 < floor == start:
        start = next((at + 1 for at in range(end - 1, start - 1, -1) if left.low[at] in ("và", "hoặc")), start)
    for at in range(end - 1, start - 1, -1):
        if (length := phrases("auxiliary").at(left.low, at, end)) and not within("unhelped", left, at, end):
            start = at + length
            break
    if end - start <= _SHORT and floor < start and 0 < start < end and left.marks[start - 1] == COMMA and start > body:
        start = max(left.last_mark(end=start - 1) if start > 1 else 0, start - 5, floor, body)
    if end - start > _LONGEST_VERB:
        start = _no_longer(left, max(left.last_mark(end=end), start), end, _LONGEST_VERB)
        start = next((at for at in range(start, end) if _works().at(left.low, at, end)), start)
    return trimmed(left.part(start, end), keep=0)


@cache
def _works() -> Phrases:
    """Verbs of work of more than a syllable."""
    return Phrases(frozenset(verb for verb in table("task_cues")["lists"]["verbs"].split("|") if " " in verb.strip()))


def trimmed(phrase: Row, keep: int = 1) -> Row:
    """The phrase without the words at its beginning that are no part of it; ``keep`` syllables stay."""
    start = 0
    while start < len(phrase) and (length := (phrases("when").at(phrase.low, start) or phrases("leading").at(phrase.low, start))):
        if start + length > len(phrase) - keep:
            break
        start += length
    return phrase.part(start)


def is_preposition(phrase: Row) -> bool:
    """Whether the phrase asks for the noun behind it."""
    return bool(phrases("preposition").before(phrase.low, len(phrase)))


def opened_by_with(left: Row, start: int) -> bool:
    """Whether ``với`` stands before ``start``: the phrase there is of what stands before."""
    return start > 0 and left.low[start - 1] == "với" and not words_of("nothing", left.low[start])
