"""What stands right of a number without being counted: what it is a share of, what it is compared with, what it is told to be."""

from __future__ import annotations

from extractor.fact_view import FactView
from extractor.meaning.right import words_behind
from extractor.meaning.rows import Row, row
from extractor.meaning.subject_words import phrases, words_of
from extractor.model import Found, Span

_LONGEST = 10
_FEW = 7  # syllables behind a rank among which "về" stands
_FEW_AMONG = 2


def share_of(words: str) -> Row:
    """What a percentage is a share of, or is compared with, in the ``words`` behind it; empty where they do not say."""
    if not words_of("share", _first(words)):
        return row("")
    phrase = row(words)
    if phrases("compared_time").at(phrase.low, 0):  # "tăng 5% so với cùng kỳ": when, not what
        return row("")
    end = next((i + 1 for i in range(len(phrase)) if phrase.marks[i] or (i > 1 and phrases("stop").at(phrase.low, i + 1))), len(phrase))
    return phrase.part(0, min(end, _LONGEST))


def _first(words: str) -> str:
    return words.lstrip().partition(" ")[0].lower()


def case_of(words: str, unit: str) -> Row:
    """For whom or what a measure holds: the words behind ``đối với``; empty where the text does not say."""
    words = words.lstrip().removeprefix(unit)
    if not words_of("case_begins", _first(words)):
        return row("")
    phrase = row(words)
    if not phrases("case").at(phrase.low, 0):
        return row("")
    end = phrase.first_mark()
    end = next((i for i in range(2, end) if phrases("stop").at(phrase.low, i) or phrase.low[i] in ("và", "hoặc")), end)
    return phrase.part(0, min(end, _LONGEST))


def ranked_in(words: str) -> Row:
    """What a rank is a rank in: the words behind ``về``, or those among which it ranks (``thứ hai trong các nước xuất khẩu gạo``)."""
    phrase = row(words)
    at = next((i + 1 for i in range(min(len(phrase), _FEW)) if phrase.low[i] == "về"), None)
    if at is None:
        among = len(phrase) > _FEW_AMONG and phrase.low[0] in ("của", "trong") and not words_of("everywhere", phrase.low[1])
        at = 0 if among and not phrase.low[1][0].isdigit() else None
    if at is None:
        return row("")
    end = phrase.first_mark(at)
    end = next((i for i in range(at + 1, end) if phrases("tense").at(phrase.low, i)), end)
    return phrase.part(at, min(end, at + _LONGEST))


def told_to_be(words: str) -> Row:
    """What a number is that opens its clause: the words behind ``là`` (``5% là hàng tiêu dùng``)."""
    words = words.lstrip()
    if not words.startswith("là "):
        return row("")
    phrase = row(words).part(1)
    return phrase.part(0, min(phrase.first_mark(), _LONGEST))


def anything_behind(view: FactView, number: Found, sentence: Span) -> Row:
    """The words behind ``number``, whatever they are."""
    phrase = row(words_behind(view, number, sentence).lstrip(" ,;:.-"))
    if not phrase.low or phrase.low[0][0].isdigit() or phrases("compared_time").at(phrase.low, 0) or words_of("when_behind", phrase.low[0]):
        return row("")
    return phrase.part(0, min(phrase.first_mark(1), _LONGEST))
