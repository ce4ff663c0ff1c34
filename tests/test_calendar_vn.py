"""Calendar arithmetic: periods, years left out, recurrences, durations; and how expressions are read into them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import calendar_vn as calendar
from extractor.when import periods, read

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def span(text: str, family: str = "day", year: int | None = 2024) -> list[tuple[str, str, str]]:
    when = read(text, family)  # type: ignore[arg-type]
    assert when is not None, text
    return [(text[slice(*part)], str(days.start), str(days.end)) for part, days in periods(when, lambda *_: year)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ngày 21/9 đến ngày 20/10/2013", "2013-09-21", "2013-10-20"),
        ("ngày 8-10/11", "2024-11-08", "2024-11-10"),
        ("tháng 11-12/2020", "2020-11-01", "2020-12-31"),
        ("giai đoạn 2021 - 2030", "2021-01-01", "2030-12-31"),
        ("năm 2020 đến năm 2023", "2020-01-01", "2023-12-31"),
        ("tháng 9/2023 đến ngày 15/1/2024", "2023-09-01", "2024-01-15"),
        ("20/10/2023 - 15/2", "2023-10-20", "2024-02-15"),
        ("25/12 đến 5/1", "2023-12-25", "2024-01-05"),
        ("15/12/2023 đến 14/6", "2023-12-15", "2024-06-14"),
        ("nhiệm kỳ 2020-25", "2020-01-01", "2025-12-31"),
        ("năm học 2026/2027", "2026-01-01", "2027-12-31"),
        ("quý i đến quý iii/2024", "2024-01-01", "2024-09-30"),
    ],
)
def test_a_stretch_is_one_period(text: str, start: str, end: str) -> None:
    assert span(text) == [(text, start, end)]


@pytest.mark.parametrize(
    ("text", "first_days"),
    [
        ("ngày 8, 9 và 10/11/2025", {"ngày 8": "2025-11-08", "9": "2025-11-09", "10/11/2025": "2025-11-10"}),
        ("năm 2023, 2024 và 2025", {"năm 2023": "2023-01-01", "2024": "2024-01-01", "2025": "2025-01-01"}),
        ("quý ii, iii/2023", {"quý ii": "2023-04-01", "iii/2023": "2023-07-01"}),
        ("tháng 7, 8 và 9/2025", {"tháng 7": "2025-07-01", "8": "2025-08-01", "9/2025": "2025-09-01"}),
        ("ngày 30/4 và 1/5", {"ngày 30/4": "2024-04-30", "1/5": "2024-05-01"}),
    ],
)
def test_a_list_is_one_period_each(text: str, first_days: dict[str, str]) -> None:
    assert {words: start for words, start, _ in span(text)} == first_days


def test_two_digit_years_and_pointed_years() -> None:
    assert span("2/9/45") == [("2/9/45", "1945-09-02", "1945-09-02")]
    assert span("15/10/24") == [("15/10/24", "2024-10-15", "2024-10-15")]
    when = read("tháng 2 năm ngoái")
    assert when is not None
    assert when.parts[0].pointed == "năm ngoái"


@pytest.mark.parametrize("text", ["31/11/2020", "ngày 29/2/2023", "tháng 13/2024", "năm 2030 đến năm 2020"])
def test_no_such_day(text: str) -> None:
    assert span(text) == []


def test_a_year_that_nobody_knows_gives_nothing() -> None:
    assert span("ngày 4/4", year=None) == []


def test_parts_of_a_year() -> None:
    assert calendar.first_months(2024, 6) == (date(2024, 1, 1), date(2024, 6, 30), "half")
    assert calendar.first_months(2025, 10) == (date(2025, 1, 1), date(2025, 10, 31), "range")
    assert calendar.last_months(2024, 3) == (date(2024, 10, 1), date(2024, 12, 31), "quarter")
    assert calendar.half(2023, 2) == (date(2023, 7, 1), date(2023, 12, 31), "half")
    assert calendar.quarter(2024, 4) == (date(2024, 10, 1), date(2024, 12, 31), "quarter")
    assert calendar.month(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29), "month")
    assert calendar.first_months(2024, 13) is None


@pytest.mark.parametrize(
    ("day", "month", "reference", "future", "year"),
    [
        (19, 1, date(2024, 6, 13), False, 2024),
        (25, 12, date(2024, 1, 4), False, 2023),
        (15, 7, date(2021, 4, 27), False, 2021),
        (30, 12, date(2024, 6, 1), False, 2023),
        (30, 12, date(2024, 6, 1), True, 2024),
        (10, 1, date(2025, 12, 20), True, 2026),
        (10, 1, date(2025, 12, 20), False, 2026),
        (29, 2, date(2023, 6, 1), False, 2023),
    ],
)
def test_nearest_year(day: int, month: int, reference: date, future: bool, year: int) -> None:
    assert calendar.nearest_year(day, month, reference, future=future) == year


@given(DAYS, DAYS, st.booleans())
def test_the_nearest_year_is_at_most_one_off(day: date, reference: date, future: bool) -> None:
    year = calendar.nearest_year(day.day, day.month, reference, future=future)
    assert abs(year - reference.year) <= 1


@given(DAYS)
def test_every_dress_of_a_day_reads_the_same(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    for text in (f"{d}/{m}/{y}", f"{d:02}-{m:02}-{y}", f"ngày {d}.{m}.{y}", f"ngày {d:02} tháng {m} năm {y}", f"{d}/{m} năm {y}"):
        assert span(text, year=None) == [(text, str(day), str(day))]


@given(DAYS, st.integers(0, 400))
def test_a_stretch_without_years_never_runs_backwards(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    for _, start, end in span(f"{first.day}/{first.month} đến {last.day}/{last.month}", year=last.year):
        assert start <= end


def test_recurrences_and_durations() -> None:
    assert calendar.rrule("tuần", 2) == "FREQ=WEEKLY;INTERVAL=2"
    assert calendar.rrule("quý") == "FREQ=MONTHLY;INTERVAL=3"
    assert calendar.rrule("tháng", BYMONTHDAY=25) == "FREQ=MONTHLY;BYMONTHDAY=25"
    assert calendar.rrule("đời") is None
    assert calendar.duration(15, "ngày") == "P15D"
    assert calendar.duration(5, "ngày", working=True) == "P5B"
    assert calendar.duration(24, "giờ") == "PT24H"
    assert calendar.duration(0, "ngày") is None
    assert [calendar.weekday_code(n) for n in (1, 2, 5, 8)] == [None, "MO", "TH", "SU"]


@pytest.mark.parametrize(
    ("year", "first"), [(2007, date(2007, 2, 17)), (2024, date(2024, 2, 10)), (2026, date(2026, 2, 17)), (2030, date(2030, 2, 2))]
)
def test_lunar_new_year(year: int, first: date) -> None:
    assert calendar.lunar_new_year(year) == first


def test_lunar_new_year_is_a_new_moon_apart() -> None:
    days = [calendar.lunar_new_year(year) for year in range(2000, 2036)]
    gaps = {(b - a).days for a, b in pairwise(days) if a and b}
    assert gaps <= {353, 354, 355, 383, 384, 385}
    assert calendar.lunar_new_year(1999) is None
