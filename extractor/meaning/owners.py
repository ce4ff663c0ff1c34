"""What a phrase is of: who is of an age, what has a measure, what the sentence before tells of."""

from __future__ import annotations

from extractor.meaning.heads import is_headed
from extractor.meaning.left import clause_start, no_longer, preposition_at_end, trimmed
from extractor.meaning.rows import COMMA, Row
from extractor.meaning.subject_words import phrases, words_of

_LONGEST = 12
_PLAIN = 8
_TOLD = 10  # syllables of what a clause tells of
_MEASURE = 3  # syllables of an indicator that something has: "có tổng diện tích"
_NAME = 2  # capitalised syllables in a row are a name


def whose_age(phrase: Row) -> Row:
    """The person at the end of a phrase: a name with its title, or what stands behind the last preposition."""
    title = next((at for at in range(len(phrase) - 2, -1, -1) if words_of("title", phrase.low[at])), None)
    if title is not None and phrase.printed[title + 1][0].isupper():
        return phrase.part(title)
    name = len(phrase)
    while name and phrase.printed[name - 1][0].isupper():
        name -= 1
    start = next((at + 1 for at in range(len(phrase) - 2, -1, -1) if words_of("preposition", phrase.low[at])), 0)
    return phrase.part(max(start, name - _NAME) if len(phrase) - name >= _NAME else start)


def opened_by_with(left: Row, start: int) -> bool:
    """Whether ``với`` stands before ``start``: the phrase there is of what stands before."""
    return start > 0 and left.low[start - 1] == "với" and (start == len(left) or not words_of("nothing", left.low[start]))


def joined_on(left: Row, start: int, phrase: Row) -> bool:
    """Whether the phrase at ``start`` is of what stands before: behind ``với``, or a short indicator behind ``có`` or ``trên``."""
    if opened_by_with(left, start):
        return True
    return (
        start > 1
        and left.low[start - 1] in ("có", "trên", "theo")
        and not left.marks[start - 1]
        and len(phrase) <= _MEASURE
        and is_headed(phrase)
    )


def owner(left: Row, end: int, floor: int) -> Row:
    """What the phrase is of that ``với`` joins to the words before ``end``.

    It is the subject of their clause, where that says what happens to it (``Khu A được thành lập với diện tích …``).
    """
    if left.marks[end - 1] > COMMA:
        return left.part(0, 0)
    bare = left.unmarked(end)
    start = max(clause_start(bare, end), floor)
    done = next((at for at in range(start + 2, end) if phrases("passive").at(left.low, at, end)), end)
    if done < end:
        return trimmed(bare.part(start, done), keep=0).part(0, _LONGEST)
    return trimmed(bare.part(no_longer(bare, start, end, _PLAIN), end), keep=0)


def told_of(clause: Row) -> Row:
    """What a clause tells of: its first words, up to its verb where the lists know that."""
    if words_of("framing", clause.low[0]) if len(clause) else False:  # "Sau ba năm thi công, …"
        mark = clause.first_mark()
        clause = clause.part(mark) if mark < len(clause) else clause
    clause = trimmed(clause)
    end = clause.first_mark()
    end = next((at for at in range(1, end) if clause.low[at][0].isdigit()), end)
    verb = next((at for at in range(2, end) if _says(clause, at, end)), end)
    found = clause.part(0, min(verb, _TOLD))
    while len(found) > 1 and preposition_at_end(found):
        found = found.part(0, len(found) - 1)
    return found


def _says(clause: Row, at: int, end: int) -> bool:
    return phrases("happens", "predicate", "being", "change").at(clause.low, at, end) > 0
