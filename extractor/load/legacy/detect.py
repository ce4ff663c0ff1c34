"""Which legacy encoding text is in whose bytes were taken for Latin-1 or cp1252: told by its syllables, or not at all.

Only the words that an encoding would change speak. Nearly all of them must be Vietnamese syllables (``syllables``) once converted,
and few before; other languages with accents (French, German, Spanish) hardly ever have that, since their words have several syllables.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from extractor.load.legacy.syllables import judge
from extractor.load.legacy.tables import ENCODINGS, to_unicode

_SAMPLE = 1 << 17  # characters that decide
_WORST = 0.12  # share of changed words that may be no syllables: foreign names, misprints
_LEAST = 0.25  # share of altered words that must become syllables; some read as syllables before, too
_RIVAL = 0.03  # encodings that differ by less in sound words are told apart by the frequencies of letters

# Vietnamese letters beyond Latin-1, and tone marks: text that holds them has been decoded rightly.
_UNICODE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]")
# Words of a text: VISCII and VPS have letters among the control codes, and NEL is one of them.
_TOKEN = re.compile(r"[^\t\n\r\f\v !-@\[-`{-\x7f]+")
_ASCII_LETTER = re.compile("[A-Za-z]")
_CHANGED = re.compile(r"[\x00-\x08\x0e-\x1f]|[^\x00-\x7f]")


class Score(NamedTuple):
    """How the words beyond ASCII of a text read in an encoding: sound, unsound, sound but not before, and how many different of these.

    ``altered`` counts those that the encoding reads otherwise than Latin-1.
    """

    good: int
    bad: int
    altered: int
    gained: int
    kinds: int


def is_unicode(text: str) -> bool:
    """Whether the text holds Vietnamese letters that no legacy text holds."""
    return _UNICODE.search(text) is not None


def is_changed(text: str) -> bool:
    """Whether the text holds anything that a legacy encoding reads otherwise."""
    return _CHANGED.search(text) is not None


def detect(text: str) -> str | None:
    """One of ``ENCODINGS`` where the text plainly is in it, else None.

    :param text: characters that are bytes taken for Latin-1 or cp1252.
    """
    words = Counter(token for token in _TOKEN.findall(text[:_SAMPLE]) if _is_evidence(token))
    if not any(judge(word) < 0 for word in words):
        return None
    scores = {encoding: _score(words, encoding) for encoding in ENCODINGS}
    company = _reads_as_vietnamese(text)
    certain = [encoding for encoding in ENCODINGS if _is_certain(scores[encoding], company)]
    if not certain:
        return None
    best = max(_weight(scores[encoding]) for encoding in certain)
    near = [encoding for encoding in certain if _weight(scores[encoding]) >= best - _RIVAL * sum(words.values())]
    return near[0] if len(near) == 1 else max(near, key=lambda encoding: _frequency(words, encoding))


def _is_certain(found: Score, company: bool) -> bool:
    """Whether a text plainly is in the encoding: by many words, or by two among Vietnamese ones and none against."""
    words = found.good + found.bad
    if found.kinds >= 3:
        return found.bad <= _WORST * words and found.gained >= _LEAST * found.altered
    return found.kinds == 2 and found.bad == 0 and company and 2 * found.gained >= found.altered


def _reads_as_vietnamese(text: str) -> bool:
    """Whether most ASCII words of a text, which no encoding changes, can be Vietnamese."""
    judged = [judge(word) for word in _TOKEN.findall(text[:_SAMPLE]) if word.isascii()]
    return judged.count(1) >= 2 * judged.count(-1)


def _is_evidence(token: str) -> bool:
    """Whether a word speaks for an encoding or against it: signs of money and of arithmetic stand alone, letters hardly ever do."""
    return is_changed(token) and _ASCII_LETTER.search(token) is not None


def score(text: str, encoding: str) -> Score:
    """How the changed words of a text read in an encoding."""
    return _score(Counter(token for token in _TOKEN.findall(text) if _is_evidence(token)), encoding)


def _score(words: Counter[str], encoding: str) -> Score:
    good = bad = altered = gained = kinds = 0
    for word, times in words.items():
        before, after, other = _judgements(word, encoding)
        good += times * (after > 0)
        bad += times * (after < 0)
        altered += times * (other and after != 0)
        gained += times * (after > 0 > before)
        kinds += after > 0 > before
    return Score(good, bad, altered, gained, kinds)


@lru_cache(maxsize=1 << 15)
def _judgements(word: str, encoding: str) -> tuple[int, int, bool]:
    read = to_unicode(word, encoding)
    return judge(word), judge(read), read != word


def _weight(found: Score) -> int:
    return found.good - 2 * found.bad


def _frequency(words: Counter[str], encoding: str) -> float:
    from viparse.normalize.frequency import vietnamese_score

    return float(vietnamese_score(" ".join(to_unicode(word, encoding) for word in words.elements())))
