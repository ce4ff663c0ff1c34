"""dateparser's ``search_dates`` for Vietnamese, which gives words and moments: the words are looked for in the text in turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from peers.answer import Answer, Find
from peers.periods import days


def load() -> Find:
    """The search with the settings that a reader of its manual would begin with."""
    return searching({})


def searching(settings: dict[str, Any]) -> Find:
    """The search with ``settings`` and the document's date as what dates without a year are counted from."""
    from dateparser.search import search_dates

    def find(text: str, day: date | None) -> list[Answer]:
        base = {"RELATIVE_BASE": datetime(day.year, day.month, day.day)} if day else {}
        return list(_placed(text, search_dates(text, languages=["vi"], settings={**settings, **base}) or []))

    return find


def _placed(text: str, found: list[tuple[str, datetime]]) -> Iterator[Answer]:
    position = 0
    for words, moment in found:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield Answer("date", start, position, days(moment.date(), moment.date()))
