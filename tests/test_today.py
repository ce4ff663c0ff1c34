"""Codes of the places of numbers, and the units of today."""

from __future__ import annotations

from datetime import date

import pytest

from extractor import extract
from extractor.meaning.today import codes_of


@pytest.mark.parametrize(
    ("name", "own", "on", "expected"),
    [
        ("tỉnh Bình Định", None, date(2025, 4, 18), ("52", "tỉnh Gia Lai", "52")),
        ("tỉnh Gia Lai", None, date(2025, 4, 18), ("64", "tỉnh Gia Lai", "52")),
        ("tỉnh Gia Lai", None, date(2025, 8, 1), ("52", "tỉnh Gia Lai", "52")),
        ("tỉnh Gia Lai", None, None, (None, "tỉnh Gia Lai", "52")),
        ("tỉnh Hà Tây", None, date(2024, 1, 1), ("28", "thành phố Hà Nội", "01")),
        ("huyện Phù Mỹ", "tỉnh Bình Định", date(2025, 4, 18), ("545", "tỉnh Gia Lai", "52")),
        ("huyện Cần Giờ", "tỉnh Nghệ An", date(2024, 1, 1), ("787", "Thành phố Hồ Chí Minh", "79")),
        ("huyện Châu Thành", "tỉnh Tiền Giang", date(2024, 1, 1), ("821", "tỉnh Đồng Tháp", "82")),
        ("huyện Châu Thành", None, date(2024, 1, 1), (None, None, None)),
        ("xã Thạnh An", "Thành phố Hồ Chí Minh", date(2024, 1, 1), ("27676", "xã Thạnh An", "27676")),
        ("xã Thạnh An", None, date(2024, 1, 1), (None, None, None)),
        ("xã Thạnh An", "tỉnh Nghệ An", date(2024, 1, 1), (None, None, None)),
        ("toàn quốc", None, date(2024, 1, 1), (None, None, None)),
        ("New Zealand", "tỉnh Nghệ An", None, (None, None, None)),
        ("Đại Đồng", "tỉnh Phú Thọ", date(2026, 1, 1), (None, None, None)),
        ("xã Đại Đồng", "tỉnh Phú Thọ", date(2026, 1, 1), ("05347", "xã Đại Đồng", "05347")),
    ],
)
def test_never_a_guess(name: str, own: str | None, on: date | None, expected: tuple[str | None, ...]) -> None:
    codes = codes_of(name, own, on)
    assert (codes["place_code"], codes["place_now"], codes["place_now_code"]) == expected


def names_now(text: str, on: str, place: str | None = None) -> dict[str, str | None]:
    return {str(f.name): f.name_now for f in extract(text, date=on, place=place).facts if f.kind == "agency"}


def test_bodies_of_a_document_under_their_names_of_today() -> None:
    text = "Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Y tế, các sở, ngành báo cáo Bộ Kế hoạch và Đầu tư trước ngày 31/5."
    assert names_now(text, "2024-05-15", "tỉnh Bình Định") == {
        "Sở Kế hoạch và Đầu tư tỉnh Bình Định": "Sở Tài chính tỉnh Gia Lai",
        "Sở Y tế tỉnh Bình Định": "Sở Y tế tỉnh Gia Lai",
        "các sở, ngành": None,
        "Bộ Kế hoạch và Đầu tư": "Bộ Tài chính",
    }


def test_the_city_of_a_province_is_not_the_city_of_the_same_name_today() -> None:
    text = "Ủy ban nhân dân thành phố Huế báo cáo Ủy ban nhân dân tỉnh Thừa Thiên Huế."
    assert names_now(text, "2023-05-15", "tỉnh Thừa Thiên Huế") == {
        "Ủy ban nhân dân thành phố Huế": None,
        "Ủy ban nhân dân tỉnh Thừa Thiên Huế": "Ủy ban nhân dân thành phố Huế",
    }
    assert names_now(text, "2025-05-15", "thành phố Huế")["Ủy ban nhân dân thành phố Huế"] == "Ủy ban nhân dân thành phố Huế"
