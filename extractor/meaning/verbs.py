"""The verb before a number: what is done with the things that it counts."""

from __future__ import annotations

from functools import cache

from extractor.meaning.heads import within
from extractor.meaning.left import clause_start, no_longer, trimmed
from extractor.meaning.rows import COMMA, Row
from extractor.meaning.subject_words import Phrases, phrases
from extractor.wordlists import table

_LONGEST = 7
_SHORT = 2  # syllables of a verb that may be the last of several: "đàm phán, tham gia"
_NAME = 2  # capitalised syllables in a row are a name: who does it is no part of the verb


def verb(left: Row, end: int, floor: int, body: int) -> Row:
    """The verb phrase that ends before ``end``.

    :param floor: where the number before ends.
    :param body: where the last body named before it ends: who does it is no part of the phrase.
    """
    while end and (length := _auxiliary_before(left, end)) and not left.marks[end - 1]:
        end -= length
    start = _behind_auxiliary(left, max(clause_start(left, end), floor, body if body < end else 0), end, floor)
    if end - start <= _SHORT and floor < start and 0 < start < end and left.marks[start - 1] == COMMA and start > body:
        start = _first_of_several(left, start, floor, body)
    if end - start > _LONGEST:
        start = no_longer(left, max(left.last_mark(end=end), start), end, _LONGEST)
        start = next((at for at in range(start, end) if _works().at(left.low, at, end)), start)
    return trimmed(_without_name(trimmed(left.part(start, end), keep=0)), keep=0)


def _auxiliary_before(left: Row, end: int) -> int:
    length = phrases("auxiliary").before(left.low, end)
    return 0 if length and within("unhelped", left, end - length, end) else length


def _behind_auxiliary(left: Row, start: int, end: int, floor: int) -> int:
    """Where the verb begins in a clause: behind its auxiliary, and behind what the number before it counts."""
    if 0 < floor == start:
        start = next((at + 1 for at in range(end - 1, start - 1, -1) if left.low[at] in ("và", "hoặc")), start)
    for at in range(end - 1, start - 1, -1):
        if (length := phrases("auxiliary").at(left.low, at, end)) and not within("unhelped", left, at, end):
            return at + length
        if left.low[at] == "là":
            return at + 1
    return start


def _first_of_several(left: Row, start: int, floor: int, body: int) -> int:
    """Where the verbs begin that stand before the comma before ``start``; what the number before counts is none."""
    first = left.last_mark(end=start - 1) if start > 1 else 0
    return start if floor > 0 and first <= floor else max(first, start - 5, floor, body)


def _without_name(phrase: Row) -> Row:
    """The phrase without the name that opens it: who does it."""
    name = next((at for at, word in enumerate(phrase.printed) if not word[0].isupper()), len(phrase))
    return phrase.part(name) if _NAME <= name < len(phrase) and not any(phrase.marks[:name]) else phrase


@cache
def _works() -> Phrases:
    """Verbs of work of more than a syllable."""
    return Phrases(frozenset(verb for verb in table("task_cues")["lists"]["verbs"].split("|") if " " in verb.strip()))
