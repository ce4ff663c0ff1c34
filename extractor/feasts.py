"""Feasts by which work is due: the day that a printed name means in a year, or next after a day."""

from __future__ import annotations

from datetime import date

from extractor.workdays import holiday

# What the printed words hold, and the name that extractor.workdays.holiday knows; the first that fits.
_NAMES = (
    ("dương lịch", "tết dương lịch"),
    ("giỗ tổ", "giỗ tổ hùng vương"),
    ("quốc khánh", "quốc khánh"),
    ("độc lập", "quốc khánh"),
    ("30", "30/4"),
    ("tết", "tết nguyên đán"),
)


def feast_day(printed: str, year: int | None, today: date | None) -> date | None:
    """The day of the feast that ``printed`` (folded, lower case) names.

    :param year: the year printed beside it, or null: then the next such day from ``today`` on.
    :return: null where the feast is not known, or neither year nor today is.
    """
    name = next((known for words, known in _NAMES if words in printed), None)
    if name is None:
        return None
    if year is not None:
        return holiday(name, year)
    if today is None:
        return None
    day = holiday(name, today.year)
    return holiday(name, today.year + 1) if day and day < today else day
