"""Numbers as printed and as spoken."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import (
    parse_amount,
    parse_digits,
    parse_number,
    parse_words,
    plain,
    read_words,
    scale_of,
    share_scale,
    uses_decimal_point,
)

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.234", 1234), ("4.000", 4000), ("774.45", 774.45), ("76,9", 76.9), ("02", 2), ("1.234.567", 1234567),
        ("478.020,733", 478020.733), ("9,368.6", 9368.6),
        ("0.125", 0.125), ("1234.567", 1234.567), ("2,852", 2.852), ("1,234,567", 1234567), ("12.5", 12.5),
    ],
)  # fmt: skip
def test_digits_by_shape(printed: str, value: float) -> None:
    assert parse_digits(printed) == Decimal(str(value))


def test_digits_by_context() -> None:
    assert parse_digits("2,852", whole=True) == 2852
    assert parse_digits("2,476", english=True) == 2476
    assert parse_digits("1.234", whole=True, english=True) == 1234
    assert parse_digits("8.123", english=True) == Decimal("8.123")


@pytest.mark.parametrize("printed", ["1.2.3", "12.5.2024", "1.23.456", "1,2,3"])
def test_digits_that_are_no_number(printed: str) -> None:
    assert parse_digits(printed) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,85 triệu", 2850000), ("1,2 nghìn tỷ", 1200000000000), ("2 triệu 300 nghìn", 2300000), ("1 tỷ rưỡi", 1500000000),
        ("100k", 100000), ("1tr5", 1500000), ("2tr", 2000000),
        ("35.678 tỷ", 35678000000000), ("5.800tỷ", 5800000000000), ("58,4 ngàn", 58400), ("4,3 vạn", 43000), ("10 000", 10000),
        ("-12,5", -12.5), ("âm 5", -5), ("hai mươi tư", 24), ("2 tỉ", 2000000000),
    ],
)  # fmt: skip
def test_amounts(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "nghìn", "2 nhóm", "khoảng", "5 triệu 3 tỷ", "1.2.3"])
def test_no_amounts(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mười lăm", 15), ("hai mươi tư", 24), ("một trăm linh năm", 105), ("hai mốt", 21), ("một trăm hai", 120), ("năm trăm tư", 540),
        ("tám trăm rưỡi", 850), ("một ngàn chín", 1900),
        ("bốn triệu sáu", 4600000), ("không phẩy không năm", 0.05), ("hai phẩy hai mươi lăm", 2.25), ("nửa", 0.5), ("hai chục", 20),
        ("một nghìn linh một", 1001), ("ba mươi mốt", 31),
        ("hai không mười ba", 2013), ("một chín chín chín", 1999), ("hai không linh chín", 2009), ("chín trăm ba tám", 938),
        ("hai nghìn không trăm hai mươi bốn", 2024),
    ],
)  # fmt: skip
def test_words(text: str, value: float) -> None:
    assert parse_words(text) == value


@pytest.mark.parametrize("text", ["năm năm", "ba nghìn năm", "con số", "linh", "hai nhóm", ""])
def test_words_that_are_no_number(text: str) -> None:
    assert parse_words(text) is None


def test_year_is_left_to_the_unit() -> None:
    assert read_words("năm năm qua".split()) == (Decimal(5), 1)
    assert read_words("mười năm nữa".split()) == (Decimal(10), 1)
    assert read_words("ba nghìn năm trước".split()) == (Decimal(3000), 2)


def test_scales() -> None:
    assert scale_of("1,2 nghìn tỷ") == Decimal(10) ** 12
    assert scale_of("12") == 1
    assert share_scale(Decimal(5), Decimal(10**10), Decimal(10**9)) == 5 * 10**9
    assert share_scale(Decimal(500), Decimal(10**9), Decimal(10**9)) == 500 * 10**6


def test_style_of_a_document() -> None:
    assert uses_decimal_point("tăng 8.23%, 3.19%, có 2,476 km")
    assert not uses_decimal_point("tăng 8,23%, điểm 774.45")


def speak(n: int) -> str:
    """``n`` below one million in the plainest reading."""
    if n >= 1000:
        rest = n % 1000
        return f"{speak(n // 1000)} nghìn" + (f" {hundreds(rest, full=True)}" if rest else "")
    return hundreds(n, full=False)


def hundreds(n: int, *, full: bool) -> str:
    head = f"{DIGITS[n // 100]} trăm" if n >= 100 or full else ""
    tens, unit = divmod(n % 100, 10)
    if not tens:
        tail = f"linh {DIGITS[unit]}" if unit and head else DIGITS[unit] if unit or not head else ""
    elif tens == 1:
        tail = "mười" + (f" {'lăm' if unit == 5 else DIGITS[unit]}" if unit else "")
    else:
        tail = f"{DIGITS[tens]} mươi" + (f" {({1: 'mốt', 5: 'lăm'}).get(unit, DIGITS[unit])}" if unit else "")
    return f"{head} {tail}".strip()


@given(st.integers(1, 999_999))
def test_spoken_numbers_come_back(n: int) -> None:
    assert parse_words(speak(n)) == n


@given(st.integers(0, 10**12))
def test_grouped_digits_come_back(n: int) -> None:
    assert parse_amount(f"{n:,}".replace(",", ".")) == n


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_decimal_comma_comes_back(whole: int, part: int) -> None:
    value = parse_amount(f"{whole:,}".replace(",", ".") + f",{part:02d}")
    assert value is not None
    assert plain(value) == plain(Decimal(f"{whole}.{part:02d}"))
