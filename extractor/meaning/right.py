"""What stands right of a number: the thing counted and what is said of it."""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.meaning.rows import COMMA, Row, row, without_brackets
from extractor.meaning.subject_words import phrases, words_of
from extractor.model import Found, Span

_WINDOW = 140
_LONGEST, _LONGEST_SAID = 14, 9
_SAID = 8  # syllables of what is said of a thing that no verb governs
_FEW = 3  # syllables before which no phrase ends at a weak stop
_SHORT_PART = 7
_SHORT_NOUN = 4  # syllables of the second noun of two that a comma parts: "điều kiện của các ngành, nghề kinh doanh"
_JOINTS = frozenset({"và", "hoặc", "cùng"})
_NEXT_NUMBER = 5  # syllables behind a joint among which the next number stands
_BEHIND_JOINT = 4  # syllables behind "và": more may well be another clause
# A rate is a rate of the same thing: "triệu đồng/người/năm".
_PER = regex.compile(
    r"\s*/\s*(?:\d+ )?\p{L}[\p{L}/²³0-9]*(?: \p{L}+/[\p{L}/]+)?(?:(?<=/đối|đối) tượng|(?<=/lao) động|(?<=/học) sinh|(?<=/gia) đình)?"
)
# A row of bare numbers is one thing: "độ tuổi 4, 5, 12".
_AT_LEAST = regex.compile(r"\s*trở (?:lên|xuống)\b")  # "80% trở lên hồ sơ"
_NUMBERS = regex.compile(r"(?<=\d),(?= \d+(?:[, ]|$))")


def phrase_behind(words: str, unit: str, *, measure: bool) -> tuple[Row, int]:
    """The ``words`` behind a number as a row, and how many of them are its unit.

    :param unit: what is counted; a ``measure`` is no part of the row.
    """
    known = 0
    if unit and words.lstrip().startswith(unit):
        if measure:
            words = words.lstrip()[len(unit) :]
        else:
            known = len(unit.split())
    if words.lstrip()[:1] in (",", ";", ":", ".", "-"):
        return row(""), 0
    return row(_NUMBERS.sub("", words) if "," in words else words), known


def counted(phrase: Row, known: int, *, free: bool = False) -> Row:
    """The noun phrase at the beginning of ``phrase`` with what is said of it, to the end of the clause.

    :param known: how many of its syllables are the unit.
    :param free: no verb stands before it, so that what is said of it behind ``đã`` belongs to the phrase as well.
    """
    end = _end(phrase, known, free=free)
    shared = known and end + 1 < len(phrase) and phrase.low[end] == "và" and phrase.low[end + 1][0].isdigit()
    return _with_predicate(phrase, end) if shared else phrase.part(0, end)


def rate_end(text: str, at: int) -> int:
    """Where a rate ends that begins at ``at`` (``/người/năm``); ``at`` itself where none does."""
    rate = _PER.match(text, at) if text.startswith(("/", " /"), at) else None
    return rate.end() if rate else at


def words_behind(view: FactView, number: Found, sentence: Span) -> str:
    """The words behind ``number`` up to the end of the sentence or a bracket that closes, without those in brackets."""
    at = number.span.end
    words = view.context.text[at : min(sentence.end, at + _WINDOW)]
    if len(words) == _WINDOW:
        words = words[: words.rfind(" ")]
    rate = rate_end(words, 0)
    words = "" if words[:rate].endswith("/lần") else words[rate:]
    if " trở " in words and (m := _AT_LEAST.match(words)):
        words = words[m.end() :]
    words = without_brackets(words)
    for mark in (")", "(", "|", "\n", " - "):
        words = words.partition(mark)[0]
    if "”" in words and "“" not in words.partition("”")[0]:
        words = words.partition("”")[0]
    return words.rstrip(" .!?")


def _end(phrase: Row, known: int, *, free: bool) -> int:
    """Where the phrase ends: at a mark, or before words that open another."""
    if not phrase.low or (not known and words_of("nothing", phrase.low[0])):
        return 0
    longest = max(_LONGEST, known)
    if free:  # what is said of the thing is cut short
        said = next((at for at in range(max(known, 1), len(phrase)) if phrases("happens").at(phrase.low, at)), longest)
        longest = min(longest, said + _SAID)
    for at in range(min(len(phrase), longest)):
        if at >= max(known, 1) and _stops(phrase, at, free=free):
            return at
        if at >= known - 1 and phrase.marks[at] and not (phrase.marks[at] == COMMA and _is_listed(phrase, at + 1, at)):
            return at + 1
    return min(len(phrase), longest, max(_joint(phrase, known) + _BEHIND_JOINT, known))


def _joint(phrase: Row, known: int) -> int:
    return next((at for at in range(max(known, _FEW), len(phrase)) if phrase.low[at] in ("và", "hoặc")), len(phrase))


def _stops(phrase: Row, at: int, *, free: bool) -> bool:
    if phrase.low[at] not in phrases("stop", "happens", "late_stop").firsts and phrase.low[at] not in _JOINTS:
        return False
    if phrases("stop").at(phrase.low, at) and not (phrase.low[at] == "với" and words_of("before_with", phrase.low[at - 1])):
        return True
    said = phrases("happens").at(phrase.low, at) > 0
    if said and not free and words_of("tense", phrase.low[at]):
        return True
    if at >= _FEW and phrases("late_stop").at(phrase.low, at) and not (free and said):
        return True
    return phrase.low[at] in _JOINTS and _goes_on(phrase, at + 1)


def _goes_on(phrase: Row, at: int) -> bool:
    """Whether another number or another clause begins at ``at``: ``6 xã và 2 phường``, ``6 thủ tục và cắt giảm 12 điều kiện``."""
    if at >= len(phrase) or phrases("predicate").at(phrase.low, at) > 0:
        return at < len(phrase)
    for i in range(at, min(at + _NEXT_NUMBER, len(phrase))):
        if phrase.low[i][0].isdigit():
            return i == at or phrase.low[i - 1] != "số"
        if phrase.marks[i]:
            return False
    return False


def _is_listed(phrase: Row, at: int, before: int) -> bool:
    """Whether the part behind a comma, at ``at``, belongs to the thing counted: ``5 tập thể, cá nhân có thành tích``."""
    end = phrase.first_mark(at)
    end = next((i for i in range(at, end) if phrase.low[i] == "và" and _goes_on(phrase, i + 1)), end)
    part = phrase.low[at:end]
    if not part or words_of("nothing", part[0]) or phrases("stop", "opener", "auxiliary", "happens").at(part, 0):
        return False
    if any(word[0].isdigit() or words_of("numeral", word) for word in part):
        return False
    said = next((i for i in range(len(part)) if phrases("said").at(part, i) or part[i] == "là"), len(part))
    if before < _FEW - 1:
        return said <= _SHORT_PART and not (said < len(part) and part[said] == "là")
    if said < len(part) and part[said] != "có":
        return False
    return said <= _SHORT_NOUN and not phrases("predicate").at(part, 0) and not phrases("head").at(part, 0)


def _with_predicate(phrase: Row, end: int) -> Row:
    """The thing counted, and what is said of it and of the one counted behind ``và``."""
    at = next((i for i in range(end + 2, len(phrase)) if phrases("said").at(phrase.low, i)), None)
    if at is None or any(phrase.marks[end:at]):
        return phrase.part(0, end)
    said = phrase.part(at, min(phrase.first_mark(at), at + _LONGEST_SAID))
    thing = phrase.part(0, end)
    return Row(thing.printed + said.printed, thing.low + said.low, thing.marks + said.marks)
