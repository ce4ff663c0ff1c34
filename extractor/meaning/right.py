"""What stands right of a number: the thing counted and what is said of it."""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.meaning.rows import COMMA, Row, row, without_brackets
from extractor.meaning.subject_words import phrases, words_of
from extractor.model import Found, Span

_WINDOW = 140
_LONGEST, _LONGEST_SHARE, _LONGEST_SAID = 14, 10, 9
_FEW = 3  # syllables before which no phrase ends at a weak stop
_SHORT_PART = 7
_BEHIND_JOINT = 4  # syllables behind "và": more may well be another clause
# A rate is a rate of the same thing: "triệu đồng/người/năm".
_PER = regex.compile(r"\s*/\s*(?:\d+ )?\p{L}[\p{L}/²³0-9]*(?:(?<=/đối|đối) tượng|(?<=/lao) động|(?<=/học) sinh|(?<=/gia) đình)?")
# A row of bare numbers is one thing: "độ tuổi 4, 5, 12".
_NUMBERS = regex.compile(r"(?<=\d),(?= \d+(?:[, ]|$))")


def right_of(view: FactView, number: Found, sentence: Span, unit: str | None, *, measure: bool) -> Row:
    """The noun phrase behind ``number`` with what is said of it, to the end of the clause.

    :param unit: what is counted; a ``measure`` is no part of the phrase.
    """
    words = _words(view, number, sentence)
    known = 0
    if unit and words.lstrip().startswith(unit):
        if measure:
            words = words.lstrip()[len(unit) :]
        else:
            known = len(unit.split())
    if words.lstrip()[:1] in (",", ";", ":", ".", "-"):
        return row("")
    phrase = row(_NUMBERS.sub("", words))
    end = _end(phrase, known)
    return _with_predicate(phrase, end) if known and end < len(phrase) and phrase.low[end] == "và" else phrase.part(0, end)


def rate_end(text: str, at: int) -> int:
    """Where a rate ends that begins at ``at`` (``/người/năm``); ``at`` itself where none does."""
    rate = _PER.match(text, at) if text.startswith(("/", " /"), at) else None
    return rate.end() if rate else at


def _words(view: FactView, number: Found, sentence: Span) -> str:
    """The words behind ``number`` up to the end of the sentence or a bracket that closes, without those in brackets."""
    at = number.span.end
    words = view.context.text[at : min(sentence.end, at + _WINDOW)]
    if len(words) == _WINDOW:
        words = words[: words.rfind(" ")]
    words = without_brackets(words[rate_end(words, 0) :])
    for mark in (")", "(", "|", "\n", " - "):
        words = words.partition(mark)[0]
    if "”" in words and "“" not in words.partition("”")[0]:
        words = words.partition("”")[0]
    return words.rstrip(" .!?")


def _end(phrase: Row, known: int) -> int:
    """Where the phrase ends: at a mark, or before words that open another."""
    if not phrase.low or (not known and words_of("nothing", phrase.low[0])):
        return 0
    for at in range(len(phrase)):
        if at >= max(known, 1) and _stops(phrase, at):
            return at
        if at >= known - 1 and phrase.marks[at] and not (phrase.marks[at] == COMMA and at < _FEW - 1 and _is_listed(phrase, at + 1)):
            return at + 1
    return min(len(phrase), max(_LONGEST, known), max(_joint(phrase, known) + _BEHIND_JOINT, known))


def _joint(phrase: Row, known: int) -> int:
    return next((at for at in range(max(known, _FEW), len(phrase)) if phrase.low[at] == "và"), len(phrase))


def _stops(phrase: Row, at: int) -> bool:
    if phrases("stop").at(phrase.low, at) or (at >= _FEW and phrases("late_stop").at(phrase.low, at)):
        return True
    return phrase.low[at] in ("và", "hoặc", "cùng") and _goes_on(phrase, at + 1)


def _goes_on(phrase: Row, at: int) -> bool:
    """Whether another number or another clause begins at ``at``."""
    return at < len(phrase) and (phrase.low[at][0].isdigit() or phrases("predicate").at(phrase.low, at) > 0)


def _is_listed(phrase: Row, at: int) -> bool:
    """Whether the part behind a comma, at ``at``, belongs to the thing counted: ``5 tập thể, cá nhân có thành tích``."""
    end = next((i for i in range(at, len(phrase)) if phrase.marks[i]), len(phrase) - 1) + 1
    end = next((i for i in range(at, end) if phrases("said").at(phrase.low, i)), end)
    part = phrase.low[at:end]
    if not part or words_of("nothing", part[0]) or phrases("stop").at(part, 0) or phrases("opener").at(part, 0):
        return False
    return not any(word[0].isdigit() for word in part) and len(part) <= _SHORT_PART


def _with_predicate(phrase: Row, end: int) -> Row:
    """The thing counted, and what is said of it and of the one counted behind ``và``."""
    at = next((i for i in range(end + 2, len(phrase)) if phrases("said").at(phrase.low, i)), None)
    if at is None or any(phrase.marks[end:at]):
        return phrase.part(0, end)
    stop = next((i + 1 for i in range(at, len(phrase)) if phrase.marks[i]), len(phrase))
    said = phrase.part(at, min(stop, at + _LONGEST_SAID))
    thing = phrase.part(0, end)
    return Row(thing.printed + said.printed, thing.low + said.low, thing.marks + said.marks)


def share_of(view: FactView, number: Found, sentence: Span) -> Row:
    """What a percentage is a share of, or is compared with; empty where the text does not say."""
    words = _words(view, number, sentence)
    phrase = row(words)
    if not phrase.low or words.lstrip()[:1] in ",;:." or not words_of("share", phrase.low[0]):
        return row("")
    end = next((i + 1 for i in range(len(phrase)) if phrase.marks[i] or (i > 1 and phrases("stop").at(phrase.low, i + 1))), len(phrase))
    return phrase.part(0, min(end, _LONGEST_SHARE))


def ranked_in(view: FactView, number: Found, sentence: Span) -> Row:
    """What a rank is a rank in: the words behind ``về``."""
    phrase = row(_words(view, number, sentence))
    at = next((i + 1 for i in range(min(len(phrase), _SHORT_PART)) if phrase.low[i] == "về"), None)
    if at is None:
        return row("")
    end = next((i + 1 for i in range(at, len(phrase)) if phrase.marks[i]), len(phrase))
    return phrase.part(at, min(end, at + _LONGEST_SHARE))


def anything_behind(view: FactView, number: Found, sentence: Span) -> Row:
    """The words behind ``number``, whatever they are."""
    phrase = row(_words(view, number, sentence).lstrip(" ,;:.-"))
    end = next((i + 1 for i in range(len(phrase)) if phrase.marks[i] and i), len(phrase))
    return phrase.part(0, min(end, _LONGEST_SAID))
