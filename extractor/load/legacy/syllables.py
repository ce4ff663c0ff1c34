"""Whether a word can be a Vietnamese syllable: what tells a right decoding from a wrong one.

A syllable is an initial, a rhyme and at most one tone; spelling ties c, g/gh and ng/ngh to the vowel that follows, and a rhyme that ends in
c, ch, p or t bears the tone sắc or nặng. Initials, rhymes and rules as in school grammars of Vietnamese (Đoàn Thiện Thuật, Ngữ âm tiếng
Việt, 1977), with the names of the highlands that every paper prints (Đắk Lắk, Krông Búk, Bắc Kạn). The place of the tone mark (hoà, hòa)
does not matter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

_INITIALS = "ngh ng nh ch gh gi kh ph qu th tr kr b c d đ g h k l m n p r s t v x".split()  # a longer one before its beginning
_RHYMES = frozenset(
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap "
    "oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây "
    "uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyt uyu uyên uyêt uyp "
    "ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ak ăk âk ek êk ok ôk uk".split()
)
_AFTER_QU = frozenset("a ă â e ê i y".split())
_FRONT = frozenset("ieêy")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_CLOSED_TONES = frozenset("\u0301\u0323")
_CLOSED = ("c", "ch", "p", "t")

_ABBREVIATION = re.compile("[A-ZĐƯ]+")
_WORD = re.compile(r"[^\W\d_]+")
# What stands beside words without being part of them; the soft hyphen, ¸ and ¨ are left out because in legacy text they are letters.
_BESIDE = re.compile("[\u00a0\u200b-\u200f\u2010-\u2027\u2030-\u203a\u20ab€«»“”‘’…•·°²³¹½¼¾×÷±§©®™¶\ufeff!-@\\[-`{-~]+")

Judgement = Literal[-1, 0, 1]


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Whether one word (any case, any Unicode form, no punctuation) is spelled as a Vietnamese syllable."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in letters if c in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    return any(_fits(initial, bare[len(initial) :], tones) for initial in ("", *_INITIALS) if bare.startswith(initial))


def _fits(initial: str, rhyme: str, tones: list[str]) -> bool:
    if rhyme not in _RHYMES or (rhyme.endswith(_CLOSED) and not _CLOSED_TONES.intersection(tones)):
        return False
    if initial == "qu":
        return rhyme[0] in _AFTER_QU or rhyme in ("ôc", "ơ")
    front = rhyme[0] in _FRONT
    if initial in ("gh", "ngh"):
        return front
    return not (front and (initial in ("c", "ng") or (initial == "g" and rhyme[0] != "i")))


def judge(token: str) -> Judgement:
    """1 where every word of a token is a syllable, -1 where one is not or a stray sign stands in it, 0 where it says nothing.

    :param token: what stands between two blanks, with its punctuation. Abbreviations (UBND, QĐ) and single consonants say nothing.
    """
    stripped = _BESIDE.sub(" ", unicodedata.normalize("NFC", token)).strip()
    words = _WORD.findall(stripped)
    if "".join(words) != stripped.replace(" ", ""):
        return -1
    telling = [word for word in words if not _is_abbreviation(word)]
    if not telling:
        return 0
    return 1 if all(map(is_syllable, telling)) else -1


def _is_abbreviation(word: str) -> bool:
    if len(word) == 1:
        return not is_syllable(word)
    return _ABBREVIATION.fullmatch(word) is not None and not is_syllable(word)
