"""What a sentence tells of a number that names nothing itself: a length of time, a rank, a share of an aim."""

from __future__ import annotations

from extractor.meaning import left, owners, shares, spells
from extractor.meaning.rows import COMMA, Row, row_before
from extractor.meaning.subject_words import phrases
from extractor.meaning.surroundings import EMPTY, Surroundings
from extractor.model import Span

_BEHIND = 200  # code points that are read behind a length of time


def spell(around: Surroundings) -> Row:
    """What a length of time is told of; empty where the number is none, or the words behind it say it."""
    if around.number.kind != "quantity" or not spells.begins(around.words_behind):
        return EMPTY
    end = around.number.span.end
    behind = row_before(around.view, Span(end, min(around.sentence.end, end + _BEHIND)))
    if not spells.is_spell(behind):
        return EMPTY
    if not spells.is_term(around.left, around.tail) and len(found := spells.purpose(behind)):
        return found
    if len(found := spells.framed(around.left, around.tail, behind)):
        return found
    if not (around.measure and len(around.words)) and len(found := spells.lasting(around.left, around.tail, around.floor)):
        return found
    return spells.kind_of_days(behind)


def told_first(around: Surroundings) -> Row:
    """What the words before the comma before the number tell of: ``Ở chiều nhập khẩu, tháng 9 tăng 6%``; empty where none stand there."""
    end = around.tail.end
    if end < 2 or around.left.marks[end - 1] != COMMA or around.floor:
        return EMPTY
    bare = around.left.unmarked(end)
    found = owners.told_of(bare.part(bare.last_mark(end=end), end))
    return found if len(found) > 1 else EMPTY


def told_before(around: Surroundings) -> Row:
    """What the sentence before tells of, in the same paragraph."""
    outline = around.view.context.outline
    start = outline.sentence(around.number.span.start).start
    if start < 2 or outline.paragraph(around.number.span.start).start >= start:
        return EMPTY
    return owners.told_of(row_before(around.view, outline.sentence(start - 2)))


def told_to_be(around: Surroundings) -> Row:
    """What a number is that opens its clause: ``5% là …``."""
    return EMPTY if around.tail.strong else shares.told_to_be(around.words_behind)


def is_aim(around: Surroundings) -> bool:
    """Whether the clause states an aim, whose number says how much of the things behind it."""
    start = around.left.last_mark(end=around.tail.end)
    return "là" in around.left.low[around.tail.end :] and any(
        phrases("aim").at(around.left.low, at) for at in range(start, around.tail.end)
    )


def ranked(around: Surroundings) -> tuple[Row, Row]:
    """What a rank is a rank in, and what is ranked."""
    return shares.ranked_in(around.words_behind), left.ranked(around.left)
