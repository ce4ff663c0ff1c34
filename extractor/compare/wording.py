"""The words that tell one indicator from another: a subject without grammar, spelling variants, place and period."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.alternation import alternation
from extractor.compare.spans import against, without_names
from extractor.fold import fold_text
from extractor.gazetteer.place import split_level
from extractor.model import Fact
from extractor.wordlists import table, words

LISTS = "compare"
NATION = "toàn quốc"
_TOKEN = regex.compile(r"\d+(?:[.,/]\d+)*|\p{L}[\p{L}\d]*")
# What a change is measured against; "và tăng …" behind it is the next change.
_BASE = regex.compile(
    r"\b(?P<base>(?:so(?! sánh)|cùng kỳ|cùng tháng|cùng quý|cùng thời điểm)\b.*?)(?=,| và (?:tăng|giảm)\b| (?:tăng|giảm) |$)"
)
# "theo Nghị quyết số 128/2020/QH14" says who set a number; "theo giá hiện hành" says which number it is.
_ACCORDING = regex.compile(
    r"\btheo (?:nghị quyết|quyết định|luật|báo cáo|số liệu|thống kê|kế hoạch|thông báo|nghị định|thông tư|đánh giá)\b.*?(?=\bso với\b|$)"
)
_I = regex.compile(r"\b([hklmst])([iíìỉĩị])\b")
_AS_Y = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))
_BASES = {"year": "so với cùng kỳ năm trước", "month": "so với tháng trước", "quarter": "so với quý trước"}
_NAME = regex.compile(r"(?<=\S )\p{Lu}[\p{L}\d.]*")
_SPECIFIC = 3  # syllables


class Wording(NamedTuple):
    """What a subject says: the syllables that count, what a change is measured against, whether it speaks of growth itself.

    ``owned`` is what belongs to somebody whom the subject does not name: ``lợi nhuận trước thuế của ngân hàng``.
    """

    phrase: str
    base: str
    growth: bool
    owned: bool

    @property
    def content(self) -> frozenset[str]:
        """The syllables that count, in no order: a count may be told as a noun or as a verb."""
        return frozenset(self.phrase.split())

    @property
    def specific(self) -> bool:
        """Whether the words name one indicator: ``kim ngạch xuất khẩu`` does, ``dự toán`` and ``con số`` do not."""
        if self.owned or self.content in _sets("vague"):
            return False
        return len(self.content) >= _SPECIFIC or self.content in _sets("known")


def wording(fact: Fact) -> Wording:
    """The words of a numeric fact; what its unit, place and period say is not repeated among them."""
    unit = fact.unit if fact.kind == "quantity" else None
    return _wording(fact.subject or "", unit, fact.kind == "percent", fact.place, fact.period_start, fact.period_end)


def name_of(fact: Fact, base: str) -> str:
    """What to call the indicator of a fact in any period: its subject; what a change is measured against is said without a year."""
    subject = " ".join(fold_text(fact.subject or "").split())
    m = _BASE.search(subject.lower())
    said = _BASES.get(base)
    return f"{subject[: m.start()]}{said}" if m and said else subject


@lru_cache(maxsize=1 << 16)
def syllables(words: str) -> frozenset[str]:
    """The syllables that count in the name of an indicator, as ``Wording.content`` has them; ``tỷ lệ`` counts here."""
    return frozenset(_counting(_written_out(words)).split())


@lru_cache(maxsize=1 << 16)
def _wording(subject: str, unit: str | None, percent: bool, place: str | None, start: date | None, end: date | None) -> Wording:
    text = _ACCORDING.sub(" ", _written_out(subject))
    m = _BASE.search(text)
    base = m["base"] if m else ""
    head = text[: m.start()] if m else text
    head = without_names(_without_place(head, place), start, end)
    growth = percent and bool(_all_of("growth").search(head))
    for name in ("time", *(("share", "growth") if percent else ())):
        head = _all_of(name).sub(" ", head)
    counted = f"{head} ; {_written_out(unit)}" if unit else head
    owned = bool(_all_of("owned").search(counted)) and not _is_named(subject)
    return Wording(_counting(counted), against(base, start, end) or _counting(base), growth, owned)


def _is_named(subject: str) -> bool:
    """Whether a name stands behind the first word: a capital letter that opens no abbreviation of a common noun."""
    return any(name.lower() not in _long("abbreviations") for name in _NAME.findall(fold_text(subject)))


def _counting(text: str) -> str:
    """The syllables that are no grammar, each once."""
    return " ".join(dict.fromkeys(_TOKEN.findall(_leading().sub(" ", _all_of("light").sub(" ", text).strip()))))


def _written_out(text: str) -> str:
    """Lower case, one spelling for ``tỷ`` and ``tỉ``, abbreviations and synonyms in their long form."""
    return _replaced(_replaced(_spelt(text), "abbreviations"), "synonyms")


def _spelt(text: str) -> str:
    return _I.sub(lambda m: m[1] + _AS_Y[m[2]], fold_text(text).lower())


def _replaced(text: str, name: str) -> str:
    long = _long(name)
    return _phrases(tuple(long)).sub(lambda m: long[m.group()], text)


@cache
def _long(name: str) -> dict[str, str]:
    return {_spelt(short): _spelt(long) for short, long in table(LISTS)[name].items()}


def _without_place(text: str, place: str | None) -> str:
    """The words but those that name the place that the number holds for."""
    if place is None or place == NATION:
        return _all_of("nation").sub(" ", text)
    level, bare = split_level(place.lower())
    named = _phrases((f"{level} {bare}", f"toàn {level}", f"trên địa bàn {level}", f"tp {bare}", f"tp. {bare}", bare)).sub(" ", text)
    return _all_of("local").sub(" ", named) if level else named


@lru_cache(maxsize=4096)
def _phrases(entries: tuple[str, ...]) -> regex.Pattern[str]:
    """Any of the phrases as whole words, a longer one before its beginning."""
    either = alternation(map(_spelt, entries))
    return regex.compile(rf"(?<![\p{{L}}\d])(?:{either})(?![\p{{L}}\d])")


@cache
def _all_of(name: str) -> regex.Pattern[str]:
    return _phrases(tuple(sorted(words(LISTS, name))))


@cache
def _leading() -> regex.Pattern[str]:
    return regex.compile(rf"(?:^|(?<=; )){_all_of('leading').pattern}")


@cache
def _sets(name: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(_TOKEN.findall(_written_out(entry))) for entry in words(LISTS, name))
