"""Which year a date means that leaves it out: the document's own day decides, else the year that the text's full dates bear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

import regex

from extractor.calendar_vn import nearest_year
from extractor.context import Context
from extractor.when import YearOf

_SHIFT = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}
# A year that a whole sentence is about stands at its head: "Năm 2020, … ngày 15/3".
_TOPIC = regex.compile(r"[^\p{L}\d]*(?:(?:Trong|Vào|Cuối|Giữa|Đầu|Riêng|Cũng trong|Kết thúc) )?[Nn]ăm (?P<y>(?:19|20)\d\d),")
# A class at the beginning, for which re scans fastest.
_DATED = re.compile(r"[\dt](?:(?<=\d)(?<!\d\d)\d? ?[/.-] ?\d{1,2} ?[/.-] ?|(?<=t)háng \d{1,2}(?:/| năm ))(?P<y>(?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(r"[Nn]ăm (?P<y>(?:19|20)\d\d)(?!\d)")
_AHEAD = regex.compile(r"(?:đến|tới|hết|nhìn|hướng|vào) $")
# Undated texts that leave the year out are news of this century.
_NEWS_SINCE = 2000


def year_of(context: Context, position: int, *, future: bool = False) -> YearOf:
    """The resolver for dates at ``position``; ``future`` where the words point ahead (deadlines, plans)."""

    def resolve(day: int, month: int, pointed: str | None) -> int | None:
        if pointed:
            return _pointed(context, position, pointed)
        if context.date is None:
            return likely_year(context.text)
        sentence = context.outline.sentence(position)
        topic = _TOPIC.match(context.text, sentence.start, position)
        if topic and int(topic.group("y")) <= context.date.year:
            return int(topic.group("y"))
        return nearest_year(day, month, context.date, future=future)

    return resolve


def whole_year(context: Context, pointed: str | None, position: int) -> int | None:
    """The year of ``6 tháng đầu năm``: that of the document, of the sentence's pointing words, or the one the text speaks of."""
    if pointed:
        return _pointed(context, position, pointed)
    return context.date.year if context.date else likely_year(context.text)


def _pointed(context: Context, position: int, pointed: str) -> int | None:
    word = pointed.rsplit(" ", 1)[-1]
    if word in _SHIFT:
        year = context.date.year if context.date else likely_year(context.text)
        return year + _SHIFT[word] if year else None
    named = _named_years(context.text)
    i = bisect_right(named, (position + 1,)) - 1
    return named[i][2] if i >= 0 and named[i][1] >= context.outline.paragraph(position).start else None


@lru_cache(maxsize=4)
def _named_years(text: str) -> list[tuple[int, int, int]]:
    """End, start and number of every "năm 2024" of ``text``."""
    return [(m.end(), m.start(), int(m.group("y"))) for m in _NAMED.finditer(text)]


@lru_cache(maxsize=4)
def dated_year(text: str) -> int | None:
    """The latest year of the full dates in ``text``, if no other is more frequent and it is named twice or is the latest "năm …" too.

    On real press articles that is the year of publication in three cases of four; otherwise nobody can know.
    """
    dated = Counter(int(m.group("y")) for m in _DATED.finditer(text))
    latest = max(dated, default=None)
    if latest is None or dated[latest] < max(dated.values()):
        return None
    named = max((int(m.group("y")) for m in _NAMED.finditer(text)), default=None)
    return latest if dated[latest] > 1 or named == latest else None


@lru_cache(maxsize=4)
def likely_year(text: str) -> int | None:
    """As ``dated_year``, else the latest year that ``text`` names, aims (``đến năm 2030``) aside: a guess for a bare ``15/6``."""
    if year := dated_year(text):
        return year
    told = (m for m in _NAMED.finditer(text) if not _AHEAD.search(text, max(0, m.start() - 8), m.start()))
    latest = max((int(m.group("y")) for found in (_DATED.finditer(text), told) for m in found), default=0)
    return latest if latest >= _NEWS_SINCE else None
