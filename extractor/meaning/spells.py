"""Lengths of time: what lasts so long, or what is told to happen in the time.

``behind`` are the words behind the number, the unit of time first.
"""

from __future__ import annotations

from extractor.meaning.left import Tail, clause_start, measured
from extractor.meaning.owners import told_of
from extractor.meaning.rows import Row
from extractor.meaning.subject_words import phrases, words_of

_LONGEST = 10
_FEW = 6  # syllables between a length of time that opens a sentence and the comma behind it
_EMPTY = Row([], [], [])


def begins(words: str) -> bool:
    """Whether ``words`` may begin with a unit of time."""
    return words_of("spell", words.lstrip().partition(" ")[0].rstrip(",;.:").lower())


def is_spell(behind: Row) -> bool:
    """Whether the unit measures time, and no age."""
    return len(behind) > 0 and words_of("spell", behind.low[0]) and behind.low[1:2] != ["tuổi"]


def is_term(left: Row, tail: Tail) -> bool:
    """Whether the time is a term in which something is to happen: ``trong thời hạn 3 năm``."""
    return phrases("lasting").before(left.low, tail.end) > 0


def purpose(behind: Row) -> Row:
    """What the time is for (``có 6 tháng để hoàn thiện hồ sơ``), or what it is until; empty where it is for nothing."""
    start = 2 if behind.low[1:2] == ["để"] else 3 if behind.low[1:3] == ["nữa", "là"] else 0
    if not start or behind.marks[0]:
        return _EMPTY
    return behind.part(start, min(behind.first_mark(start), _LONGEST + start))


def kind_of_days(behind: Row) -> Row:
    """The time itself where it is told apart from other times: ``hai ngày nghỉ``, ``ba ngày đầu năm``; empty where it is not."""
    if behind.marks[0] or not words_of("told_apart", "".join(behind.low[1:2])):
        return _EMPTY
    end = behind.first_mark()
    end = next((at for at in range(2, end) if phrases("joint").at(behind.low, at)), end)
    return behind.part(0, min(end, _LONGEST))


def framed(left: Row, tail: Tail, behind: Row) -> Row:
    """What happens in a time that opens a clause: ``Trong 3 năm qua, số vụ cháy giảm``; empty where the number opens none."""
    start = left.last_mark(end=tail.end)
    if tail.strong or tail.changes or not all(words_of("frame", word) for word in left.low[start : tail.end]):
        return _EMPTY
    if start == len(left) > 0:  # "tăng, 3 năm qua": nothing says that it opens a clause
        return _EMPTY
    comma = next((at + 1 for at in range(min(_FEW, len(behind))) if behind.marks[at]), None)
    if comma != 1 and not words_of("since", "".join(behind.low[1:2])):
        return _EMPTY
    if comma is None:  # "hơn một năm qua tỉnh đã triển khai"
        comma = next((at for at in range(1, len(behind)) if not words_of("since", behind.low[at])), len(behind))
    return told_of(behind.part(comma))


def lasting(left: Row, tail: Tail, floor: int) -> Row:
    """What lasts so long: the clause before ``trong`` (``được bảo hành trong 3 năm``); empty where there is none."""
    if tail.strong or tail.changes or not (length := phrases("lasting").before(left.low, tail.end)):
        return _EMPTY
    end = tail.end - length
    if end - max(clause_start(left, end), floor) < 2 or left.marks[end - 1]:
        return _EMPTY
    return measured(left, end, floor, strong=True)
