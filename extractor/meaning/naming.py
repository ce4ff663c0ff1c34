"""What stands left of a number and names its subject: an indicator, a verb, a label, what stands before a bracket."""

from __future__ import annotations

from extractor.meaning import heads, left, owners, verbs
from extractor.meaning.rows import BREAK, COLON, COMMA, Row, row, row_before
from extractor.meaning.subject_words import phrases, words_of
from extractor.meaning.surroundings import EMPTY, Surroundings
from extractor.model import Found, Span
from extractor.wordlists import words

_OWNER = 6  # syllables that are taken over from the number before
_BETWEEN = 3  # syllables between a number and the phrase that is read with its subject
_WORD = 2  # syllables of a word
_WHERE = 3  # syllables at most of where something is counted, unless that is longer
_LABELLED = 3  # syllables of a phrase behind a colon that says nothing without the label before it


def named(around: Surroundings, floor: int) -> Row:
    """The noun phrase on the left; it does not begin before ``floor``."""
    end = around.tail.end
    found = left.measured(around.left, end, min(floor, end), strong=around.tail.strong or around.tail.changes)
    if _is_hollow(found):
        return EMPTY
    done = _doer(around, end - len(found), end)
    return around.left.part(done, end) if done else found


def whose_age(around: Surroundings) -> Row:
    """Who is of an age."""
    if around.bracket and not around.tail.end:
        return before_bracket(around, None)
    bare, end = _apposed(around, around.tail.end)
    return owners.whose_age(left.measured(bare, end, min(around.floor, end), strong=True)) if end else EMPTY


def _is_hollow(phrase: Row) -> bool:
    """Whether a phrase holds nothing but words that join or lead, or a unit that is printed twice."""
    held = phrases("joint", "leading", "preposition", "opener", "filler")
    if len(phrase) == 1 and phrase.low[0] in words("units", "measure"):
        return True
    at = 0
    while at < len(phrase) and (length := held.at(phrase.low, at)):
        at += length
    return at == len(phrase)


def _apposed(around: Surroundings, end: int) -> tuple[Row, int]:
    """The words without the comma before an age: ``bà Nguyễn Thị A, 62 tuổi``."""
    if end != len(around.left) or not end or around.left.marks[end - 1] != COMMA:
        return around.left, end
    return around.left.unmarked(end), end


def _doer(around: Surroundings, start: int, end: int) -> int:
    """Where an indicator begins behind the body that it is told of (``Cục Thuế tỉnh thu ngân sách đạt``); 0 where none stands there."""
    body = around.view.last_before("agency", around.number.span.start, 120) if around.tail.strong else None
    if body is None or body.span.start < max(around.start, around.bracket):
        return 0
    behind, opens = around.behind(body.span.end), around.behind(body.span.start)
    return behind if opens <= start < behind < end - 1 and heads.is_head(around.left.part(behind, end), 0, end - behind) else 0


def verb(around: Surroundings) -> Row:
    """The verb phrase on the left, or who has what is counted where nothing else is said of that."""
    if "có" not in around.left.low[around.tail.verb if around.tail.changes else around.tail.end :]:
        return _verb(around)
    if not around.measure and len(around.free_words) > len(around.unit.split()):
        return EMPTY
    return left.measured(around.left, around.tail.end, around.floor, strong=False)


def is_ordered(around: Surroundings) -> bool:
    """Whether the things counted are told to do something: ``yêu cầu 12 xã báo cáo``."""
    end = around.tail.end
    return phrases("order").before(around.left.low, end) > 0 and not heads.within("unhelped", around.left, end - 1, end)


def _verb(around: Surroundings) -> Row:
    body = around.view.last_before("agency", around.number.span.start, 80)
    behind = around.behind(body.span.end) if body is not None and body.span.start >= around.start else 0
    found = verbs.verb(around.left, around.tail.verb if around.tail.changes else around.tail.end, around.floor, behind)
    length = left.preposition_at_end(found)
    if length and around.is_spell:  # "trong suốt 25 năm ca hát"
        return EMPTY
    if length and around.number.kind != "ratio":  # it only says where: no longer than what is counted
        found = left.trimmed(found.part(max(0, len(found) - max(len(around.words), _WHERE) - length + 1)), keep=0)
    return found


def owner(around: Surroundings, named: Row, near: str) -> Row:
    """What a short phrase is of: a label, the subject of the number before (``near``), or, behind ``với``, the clause before."""
    start = around.tail.end - len(named)
    if owners.joined_on(around.left, start, named):
        return before_with(around, start - 1, near)
    if near and _follows(around, start) and not heads.is_headed(named) and not words_of("article", _before(around, start)):
        return row(near).part(0, _OWNER)
    if start > 0 and around.left.marks[start - 1] == COLON and len(named) <= _LABELLED and heads.is_headed(named):
        introduces = words_of("introduces", _before(around, start)) or phrases("opener").before(around.left.low, start)
        return EMPTY if introduces else _label(around, start)
    return EMPTY


def _follows(around: Surroundings, start: int) -> bool:
    """Whether a phrase before a verb of being stands right behind the number before: ``tổng vốn 90 tỷ đồng, tỉnh góp 30 tỷ đồng``."""
    if not around.tail.strong or not around.floor or start - around.floor > _BETWEEN:
        return False
    if start == 0 or around.left.marks[start - 1] == BREAK:
        return False
    if phrases("part").before(around.left.low, start) or phrases("opener").before(around.left.low, start):
        return True
    named = around.left.printed[start : around.tail.end]
    return len(named) <= _WORD or any(word[0].isupper() for word in named[1:])


def _before(around: Surroundings, at: int) -> str:
    return around.left.low[at - 1] if at else ""


def before_with(around: Surroundings, end: int, near: str) -> Row:
    """What the phrase is of that ``với``, at ``end``, joins to the words before; the number before has it where nothing is between."""
    if end - around.floor <= 1 and near:
        return row(near)
    return owners.owner(around.left, end, around.floor) if end > 0 else EMPTY


def before_bracket(around: Surroundings, near: Found | None) -> Row:
    """What a number in brackets says again: the words before the bracket, unless they are about the number before it, ``near``."""
    start = max(around.start, around.near or 0)
    if around.bracket - 1 <= start:
        return EMPTY
    words = row_before(around.view, Span(start, around.bracket - 1))
    if near is not None and (near.kind != "percent" or around.number.kind == "ratio" or len(words) <= 2):
        return EMPTY
    found = left.measured(words, len(words), 0, strong=True) if len(words) else EMPTY
    return owners.whose_age(found) if around.is_age else found


def label(around: Surroundings) -> Row | None:
    """The words before a colon right before the number; null where there is none."""
    end = around.tail.end
    if around.left.marks[end - 1] != COLON or end <= around.floor:
        return None
    return _label(around, end)


def _label(around: Surroundings, end: int) -> Row:
    """The words before the colon before ``end``."""
    return left.measured(around.left.unmarked(end), end, min(around.floor, end), strong=True)
