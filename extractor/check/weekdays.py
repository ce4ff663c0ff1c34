"""A weekday beside its date: ``thứ Sáu, ngày 12/9/2025``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import regex

from extractor.fold import fold_text
from extractor.model import Document, Fact, Finding

_NAMES = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_SPELT = {**{name: i for i, name in enumerate(_NAMES)}, **{f"thứ {i + 2}": i for i in range(6)}}
_DAY = r"(?P<day>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_BEFORE = regex.compile(rf"\b{_DAY},? ?\(?(?:ngày )?$")
_AFTER = regex.compile(rf"^,? ?\(?{_DAY}\b(?! (?:nhất|của|tuần|hàng|hằng))")
_YEAR = regex.compile(r"\d{4}\s*\)?$")
_REACH = 24


def wrong_weekdays(document: Document, facts: Iterable[Fact]) -> Iterator[Finding]:
    """The days whose weekday is printed and is another in the calendar; only where the year is printed too."""
    for fact in facts:
        day = fact.start_date
        if fact.kind != "date" or day is None or day != fact.end_date or not _YEAR.search(fact.text):
            continue
        m = _beside(document.text, fact)
        if m is not None and _SPELT[m["day"]] != day.weekday():
            yield _finding(document, fact, day, _SPELT[m["day"]])


def _beside(text: str, fact: Fact) -> regex.Match[str] | None:
    before = fold_text(text[max(0, fact.start - _REACH) : fact.start]).lower()
    return _BEFORE.search(before) or _AFTER.match(fold_text(text[fact.end : fact.end + _REACH]).lower())


def _finding(document: Document, fact: Fact, day: date, printed: int) -> Finding:
    return Finding(
        doc_id=document.doc_id,
        check="weekday",
        text=fact.text,
        start=fact.start,
        end=fact.end,
        printed=_NAMES[printed],
        expected=_NAMES[day.weekday()],
        formula=day.isoformat(),
        basis=fact.text,
        basis_start=fact.start,
        basis_end=fact.end,
        sentence=fact.sentence,
        source=document.source,
    )
