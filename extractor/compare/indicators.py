"""Which facts measure the same thing: the same kind, unit, direction and status, and the same words that count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.compare.values import reading
from extractor.compare.wording import NATION, Wording, wording
from extractor.gazetteer.place import split_level
from extractor.load.legacy.syllables import is_syllable
from extractor.model import Fact
from extractor.wordlists import words

KINDS = ("percent", "ratio", "rank", "money", "quantity")
_CURRENCY = {"đồng": "VND", "đ": "VND", "usd": "USD", "đô la": "USD"}
_LONG = 3  # letters: a slip in a shorter word mostly makes another word
_ALIKE = 0.6  # cosine of the character n-grams of two phrases that differ by a slip


class Measure(NamedTuple):
    """What has to be the same before words are compared."""

    kind: str
    unit: str
    change: str | None
    status: str | None
    whole: float | None
    base: str


class Indicator(NamedTuple):
    """One thing that is measured, wherever and whenever."""

    measure: Measure
    content: frozenset[str]


class Told(NamedTuple):
    """A fact, and what it tells of: where and when."""

    fact: Fact
    indicator: Indicator
    wording: Wording
    where: tuple[str, ...]
    when: tuple[str, str]


def told(facts: Iterable[Fact]) -> list[Told]:
    """The numbers that can be compared: they have a subject and a period, and are not told before in their own document or a copy of it."""
    found = [_told(fact) for fact in facts if _is_complete(fact)]
    mended = _mended({each.indicator for each in found})
    return [each._replace(indicator=mended.get(each.indicator, each.indicator)) for each in found]


def _is_complete(fact: Fact) -> bool:
    has_words = fact.kind in KINDS and fact.subject is not None and reading(fact) is not None
    has_period = fact.period_start is not None and fact.period_end is not None
    return has_words and has_period and fact.duplicate_of is None and not _is_length(fact)


def _is_length(fact: Fact) -> bool:
    """A time that something takes or covers, mentioned in passing: "sơ kết 6 tháng", "trẻ em 6 tuổi"."""
    return fact.status is None and (fact.unit or "").lower() in words("status", "time_units")


def _told(fact: Fact) -> Told:
    said = wording(fact)
    kind, unit = _unit(fact)
    change = fact.change or ("up" if said.growth else None)
    whole = float(fact.denominator) if fact.kind == "ratio" and fact.denominator else None
    measure = Measure(kind, unit, change, fact.status, whole, said.base)
    return Told(fact, Indicator(measure, said.content), said, _where(fact), (str(fact.period_start), str(fact.period_end)))


def _unit(fact: Fact) -> tuple[str, str]:
    """Kind and unit; of things counted the head of their name, for the rest is among the words."""
    unit = (fact.unit or "").lower()
    if fact.kind == "quantity" and unit in _CURRENCY:
        return "money", _CURRENCY[unit]
    return fact.kind, unit.split(" ")[0] if fact.kind == "quantity" else fact.unit or ""


def _where(fact: Fact) -> tuple[str, ...]:
    """The place as a key: its code if it has one. Without, a district or commune may be any of its name: only its document knows."""
    if fact.place is None or fact.place == NATION:
        return ()
    if fact.place_code:
        return (fact.place_code,)
    level, _ = split_level(fact.place)
    local = level not in ("", "tỉnh", "thành phố")
    return (fact.place.lower(), fact.doc_id, fact.source or "") if local else (fact.place.lower(),)


def _mended(indicators: Iterable[Indicator]) -> dict[Indicator, Indicator]:
    """The indicators whose words hold a slip of spelling that others of the same measure do not have, with the right one."""
    by_measure: dict[Measure, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        by_measure[indicator.measure].append(indicator)
    return {wrong: right for group in by_measure.values() for wrong, right in _slips(group)}


def _slips(group: Sequence[Indicator]) -> Iterable[tuple[Indicator, Indicator]]:
    times = Counter(word for indicator in group for word in indicator.content)
    odd = [indicator for indicator in group if any(_is_odd(word) and times[word] == 1 for word in indicator.content)]
    if not odd or len(odd) == len(group):
        return
    from sklearn.feature_extraction.text import TfidfVectorizer

    sound = sorted((indicator for indicator in group if indicator not in set(odd)), key=_phrase)
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 3))
    known = vectors.fit_transform(map(_phrase, sound))
    for wrong in sorted(odd, key=_phrase):
        alike = (known @ vectors.transform([_phrase(wrong)]).T).toarray()[:, 0]
        right = next((sound[i] for i in (-alike).argsort(kind="stable") if alike[i] >= _ALIKE and _is_slip(wrong, sound[i])), None)
        if right:
            yield wrong, right


def _phrase(indicator: Indicator) -> str:
    return " ".join(sorted(indicator.content))


def _is_odd(word: str) -> bool:
    return len(word) >= _LONG and word.isalpha() and not is_syllable(word)


def _is_slip(wrong: Indicator, right: Indicator) -> bool:
    """Whether the two differ in one word, by one letter."""
    from rapidfuzz.distance import OSA

    one, other = wrong.content - right.content, right.content - wrong.content
    return len(one) == len(other) == 1 and _is_odd(min(one)) and OSA.distance(min(one), min(other)) == 1
