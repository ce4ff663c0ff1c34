"""What a number counts or measures: the noun phrase after it, up to its first modifier clause.

The head decides whether there is a quantity at all: a unit of measure, a noun that is counted, or a word that ends the phrase
(``patterns/_units.toml``). Only where the lists do not know the head does underthesea segment the words; results are cached.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.wordlists import words

WINDOW = 72
_MEASURE, _COUNT, _KIND, _STOP = "measure", "count", "kind", "stop"
# A comma stays only inside a listed pair such as "tỉnh, thành phố"; a dash between blanks only inside "kinh tế - xã hội".
_CUT = regex.compile(r"[.;:()“”\"!?…\[\]\n|*<>=+•~]|,(?! ?\p{Ll})|\d(?<!\p{L}\d)|['’](?!\p{L})")
_TIGHT_COMMA = regex.compile(r",(?=\p{L})")
_PER = regex.compile(r"[\p{L}°º²³0-9]+(?:/\d{0,3} ?[\p{L}][\p{L}²³0-9]*)*")
_ACRONYM = regex.compile(r"(?!I{1,3}\b|IV\b|VI{0,3}\b|IX\b|XI{0,3}\b|XI?V\b|XX?\b|XVI{0,3}\b|PL\b|TP\b|BS\b|TS\b|QH\b|CP\b)[A-ZĐ]{2,6}s?")
_SYMBOLS = frozenset("mglhsVWvw°º")


class Unit(NamedTuple):
    """``text`` as printed (folded); ``head`` its first word in lower case; ``known`` whether the lists hold the head."""

    text: str
    head: str
    measure: bool
    known: bool


@lru_cache(maxsize=65536)
def read_unit(window: str) -> Unit | None:
    """The unit that ``window`` begins with (folded text right after a number, without the blank); null if nothing is counted."""
    attached = _symbol(window) if window else None
    if attached is not None:
        return attached
    if not window:
        return None
    if "," in window:
        window = _TIGHT_COMMA.sub(", ", window)
    cut = _CUT.search(window, 1)
    syllables = window[: cut.start() if cut else len(window)].split(" ")
    low = [s.lower() for s in syllables]
    category, length = _longest(low, 0)
    if category is None:
        return _unknown(syllables)
    if category == _STOP or (length == 1 and (category == _KIND or len(syllables[0].rstrip(",")) == 1)):
        return None
    if syllables[0][0].isupper() and category == _COUNT and _reference(window, syllables, length):
        return None
    return _unit(syllables, low, length, category)


def nothing_follows(window: str) -> bool:
    """Whether ``window`` begins with a word that ends a phrase, so that the number before it stands alone."""
    cut = _CUT.search(window, 1)
    category, _ = _longest([s.lower() for s in window[: cut.start() if cut else len(window)].split(" ")], 0)
    return category == _STOP


def _unit(syllables: list[str], low: list[str], length: int, category: str) -> Unit:
    head = " ".join(low[:length]).rstrip(",").partition("/")[0]
    end = length
    if "/" not in " ".join(low[:length]):
        end = _extend(syllables, low, length)
    text = " ".join(syllables[:end]).rstrip(",-/' ’")
    return Unit(text, head, category == _MEASURE, category != _KIND)


def _extend(syllables: list[str], low: list[str], end: int) -> int:
    """How far kinds go on after the head: to a word that ends the phrase, one that is not known, a name or a comma."""
    last = end
    while end < len(syllables) and end < 9 and not low[end - 1].endswith(","):
        if not syllables[end] or (syllables[end][0].isupper() and not syllables[0][0].isupper()):
            break
        category, length = _longest(low, end)
        if category not in (_COUNT, _KIND) and not (category == _MEASURE and end == 1 and low[1] != "quý"):
            return last if category is None and end - last == 1 and syllables[end].islower() else end
        last, end = end, end + length
        if "/" in low[end - 1]:
            break
    return end


def _symbol(window: str) -> Unit | None:
    """A one-letter or sign unit written after the number: ``2m``, ``25°C``, ``220V``."""
    m = _PER.match(window)
    if m is None:
        return Unit(window[0], window[0], True, True) if window[:1] in "°º" else None
    printed = m.group()
    core = printed.partition("/")[0]
    if len(core) == 1 and core in _SYMBOLS:
        rest = window[m.end() : m.end() + 2]
        return None if rest[:1] == "." and rest[1:].isalnum() else Unit(printed, core, True, True)
    return None


def _longest(low: list[str], i: int) -> tuple[str | None, int]:
    """The category of the longest listed phrase at syllable ``i``, and its length in syllables."""
    lexicon, reach = _lexicon()
    for length in range(min(reach.get(low[i].rstrip(",").partition("/")[0], 0), len(low) - i), 0, -1):
        phrase = " ".join(low[i : i + length])
        category = lexicon.get(phrase)
        if category is None and ("/" in phrase or phrase[-1:] == ","):
            before, blank, last = phrase.rstrip(",").rpartition(" ")
            category = lexicon.get(before + blank + last.partition("/")[0])
        if category is not None:
            return category, length
    return None, 0


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, int]]:
    """Listed phrases with their category, and for each first syllable how many syllables a phrase may have."""
    order = (_KIND, _STOP, _COUNT, _MEASURE)
    lexicon = {phrase: category for category in order for phrase in words("units", category)}
    reach: dict[str, int] = {}
    for phrase in lexicon:
        first = phrase.partition(" ")[0].rstrip(",").partition("/")[0]
        reach[first] = max(reach.get(first, 0), phrase.count(" ") + 1)
    return lexicon, reach


def _reference(window: str, syllables: list[str], length: int) -> bool:
    """Whether a capitalised head opens a name of its own: ``Điều 5``, ``Quận 7``, ``Sở Y tế``."""
    after = window[len(" ".join(syllables[:length])) :].lstrip()
    return after[:1].isdigit()


def _unknown(syllables: list[str]) -> Unit | None:
    """A head that the lists do not know: the first word as underthesea cuts it, unless that is a name or no word."""
    first = syllables[0].rstrip(",")
    if _ACRONYM.fullmatch(first):
        return Unit(first, first.lower(), False, False)
    if not first.isalpha() or not first.islower() or len(first) < 2:
        return None
    word = _segment(" ".join(syllables[:6]))
    parts = word.lower().split()
    category, _ = _longest(parts, 0)
    if category == _STOP and len(parts) == 1:
        return None
    return Unit(word, word.lower(), False, False) if len(parts) > 1 else None


@lru_cache(maxsize=65536)
def _segment(phrase: str) -> str:
    """The first word of a phrase; underthesea is loaded on first use."""
    from underthesea import word_tokenize

    tokens = word_tokenize(phrase, use_token_normalize=False)
    return str(tokens[0]) if tokens else ""
