"""Working days of Vietnam, and the ends of periods, against the calendars that were decreed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.calendar_vn import lunar_new_year
from extractor.workdays import add_workdays, end_of_period, holiday, is_workday, workdays_between

DAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
COUNTS = st.integers(-600, 600).filter(bool)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [
        # Tết as announced: 29 tháng Chạp to mùng 5 in 2024, 26 tháng Chạp to mùng 5 in 2025, 29 tháng Chạp to mùng 5 in 2026
        (date(2024, 2, 8), date(2024, 2, 14), date(2024, 2, 7), date(2024, 2, 15)),
        (date(2025, 1, 25), date(2025, 2, 2), date(2025, 1, 24), date(2025, 2, 3)),
        (date(2026, 2, 14), date(2026, 2, 22), date(2026, 2, 13), date(2026, 2, 23)),
        # 30/4 and 1/5, Monday 29/4/2024 and Friday 2/5/2025 swapped
        (date(2024, 4, 27), date(2024, 5, 1), date(2024, 4, 26), date(2024, 5, 2)),
        (date(2025, 4, 30), date(2025, 5, 4), date(2025, 4, 29), date(2025, 5, 5)),
        # Quốc khánh 2026 with Monday 31/8 swapped
        (date(2026, 8, 29), date(2026, 9, 2), date(2026, 8, 28), date(2026, 9, 3)),
        # Giỗ Tổ 2026 falls on Sunday 26/4: Monday is off
        (date(2026, 4, 25), date(2026, 4, 27), date(2026, 4, 24), date(2026, 4, 28)),
    ],
)
def test_days_off_as_decreed(first: date, last: date, before: date, after: date) -> None:
    assert not any(is_workday(day) for day in days(first, last))
    assert (add_workdays(first, -1), add_workdays(last, 1)) == (before, after)


@pytest.mark.parametrize("made_up", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 8, 22), date(2019, 1, 5), date(2014, 12, 27)])
def test_the_saturday_made_up_for_a_day_off_is_a_working_day(made_up: date) -> None:
    assert made_up.weekday() == 5
    assert is_workday(made_up)
    assert not is_workday(made_up + timedelta(days=7))


def test_the_day_of_culture_is_a_day_off_from_2026() -> None:
    assert (is_workday(date(2025, 11, 24)), is_workday(date(2026, 11, 24))) == (True, False)


def test_a_make_up_day_counts_among_working_days() -> None:
    assert add_workdays(date(2026, 8, 20), 3) == date(2026, 8, 24)  # Friday 21, Saturday 22, Monday 24
    assert workdays_between(date(2026, 8, 20), date(2026, 9, 3)) == 8


@settings(deadline=None)  # the first example loads a library
@given(DAYS, COUNTS)
def test_the_nth_working_day(start: date, count: int) -> None:
    found = add_workdays(start, count)
    assert is_workday(found)
    assert (found > start) == (count > 0)
    assert found != start
    if count > 0:
        assert workdays_between(start, found) == count
        assert add_workdays(start, count + 1) > found
        assert sum(is_workday(day) for day in days(start, found)[1:]) == count
    else:
        assert add_workdays(start, count - 1) < found
        assert workdays_between(found, start) == -count - (not is_workday(start))


@settings(deadline=None)  # the first example loads a library
@given(DAYS, DAYS, DAYS)
def test_counts_add_up(a: date, b: date, c: date) -> None:
    assert workdays_between(a, b) + workdays_between(b, c) == workdays_between(a, c)
    assert workdays_between(a, a) == 0


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2026, 3, 2), "P15D", date(2026, 3, 17)),
        (date(2026, 3, 6), "P15D", date(2026, 3, 23)),  # Saturday 21/3: the next working day
        (date(2026, 4, 15), "P15D", date(2026, 5, 4)),  # 30/4, 1/5 and the weekend
        (date(2026, 8, 17), "P5D", date(2026, 8, 22)),  # a Saturday on which people work
        (date(2026, 3, 3), "P2W", date(2026, 3, 17)),
        (date(2025, 11, 30), "P3M", date(2026, 3, 2)),  # February has no 30: Saturday 28/2, then Monday
        (date(2024, 1, 31), "P1M", date(2024, 2, 29)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2026, 2, 12), "P15B", date(2026, 3, 12)),  # over Tết
        (date(2026, 8, 20), "P3B", date(2026, 8, 24)),
        (date(2026, 3, 6), "PT48H", date(2026, 3, 8)),
        (date(2026, 3, 6), "PT36H", date(2026, 3, 8)),
        (date(2026, 3, 6), "PT24H", date(2026, 3, 7)),
        (date(2026, 3, 6), "PT3H", None),
        (date(2026, 3, 6), "PT90M", None),
        (date(2026, 3, 6), "P0D", None),
        (date(2026, 3, 6), "15 ngày", None),
        (date(2099, 1, 1), "P2Y", None),
        (date(2026, 1, 1), "P99999999999999999999D", None),
        (date(2026, 1, 1), "P99999999999B", None),
        (date(2026, 1, 1), "P99999999999Y", None),
        (date(2026, 1, 1), "PT99999999999999999H", None),
    ],
)
def test_the_end_of_a_period(start: date, duration: str, end: date | None) -> None:
    assert end_of_period(start, duration) == end


@settings(deadline=None)  # the first example loads a library
@given(DAYS, st.integers(1, 400), st.sampled_from("DWMB"))
def test_a_period_ends_on_a_working_day_after_its_start(start: date, count: int, unit: str) -> None:
    end = end_of_period(start, f"P{count}{unit}")
    assert end is not None
    assert end > start
    assert is_workday(end)
    longer = end_of_period(start, f"P{count + 1}{unit}")
    assert longer is not None
    assert longer >= end


def test_the_calendar_has_an_end() -> None:
    with pytest.raises(OverflowError, match="outside the calendar"):
        add_workdays(date(2100, 12, 31), 1)
    with pytest.raises(OverflowError, match="outside the calendar"):
        add_workdays(date(1, 1, 1), -1)
    with pytest.raises(ValueError, match="count is 0"):
        add_workdays(date(2026, 1, 5), 0)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Tết Nguyên đán", date(2026, 2, 17)),
        ("tết dương lịch", date(2026, 1, 1)),
        ("Giỗ Tổ Hùng Vương", date(2026, 4, 26)),
        ("30/4", date(2026, 4, 30)),
        ("1/5", date(2026, 5, 1)),
        ("Quốc khánh", date(2026, 9, 2)),
        ("lễ hội đền Trần", None),
    ],
)
def test_feasts(name: str, day: date | None) -> None:
    assert holiday(name, 2026) == day


@pytest.mark.parametrize("year", range(2000, 2036))
def test_the_first_of_tet_and_its_neighbours_are_days_off(year: int) -> None:
    first = lunar_new_year(year)
    assert first is not None
    assert not any(is_workday(day) for day in days(first - timedelta(days=1), first + timedelta(days=2)))


def test_the_hung_kings_day_has_been_a_holiday_since_2007() -> None:
    assert (holiday("Giỗ Tổ Hùng Vương", 2006), holiday("Giỗ Tổ Hùng Vương", 2024)) == (None, date(2024, 4, 18))
