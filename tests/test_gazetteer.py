"""Administrative units before and after the mergers."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest
from command import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Place, find_agency, find_place, find_places
from extractor.fold import fold_text
from extractor.gazetteer.register import communes, districts, provinces
from extractor.provinces import province

IN_2024, IN_2026 = date(2024, 6, 1), date(2026, 1, 1)


def known(name: str, within: str | None = None, on: date | None = None) -> Place:
    place = find_place(name, within, on)
    assert place, find_places(name, within, on)
    return place


@pytest.mark.parametrize(
    ("name", "code", "now", "now_code"),
    [
        ("tỉnh Hà Tây", "28", "thành phố Hà Nội", "01"),
        ("tỉnh Thừa Thiên Huế", "46", "thành phố Huế", "46"),
        ("tỉnh Bình Định", "52", "tỉnh Gia Lai", "52"),
        ("tỉnh Quảng Nam", "49", "thành phố Đà Nẵng", "48"),
        ("tỉnh Bắc Giang", "24", "thành phố Bắc Ninh", "24"),
        ("tỉnh Bà Rịa–Vũng Tàu", "77", "Thành phố Hồ Chí Minh", "79"),
        ("BR-VT", "77", "Thành phố Hồ Chí Minh", "79"),
        ("tỉnh Nghệ An", "40", "tỉnh Nghệ An", "40"),
        ("TỈNH CAO BẰNG", "04", "tỉnh Cao Bằng", "04"),
    ],
)
def test_provinces_and_what_holds_them_today(name: str, code: str, now: str, now_code: str) -> None:
    place = known(name)
    assert (place.code, place.now.name, place.now.code) == (code, now, now_code)


def test_one_name_stands_for_another_land_after_the_merger() -> None:
    before, after = known("tỉnh Bắc Ninh", on=IN_2024), known("tỉnh Bắc Ninh", on=IN_2026)
    assert (before.code, before.until) == ("27", date(2025, 6, 30))
    assert (after.code, after.since, after.act) == ("24", date(2025, 7, 1), "Nghị quyết 202/2025/QH15")
    assert before.now is after.now is known("thành phố Bắc Ninh", on=date(2026, 10, 1))
    assert find_place("tỉnh Bắc Ninh") is None


def test_a_city_in_a_province_and_one_of_its_own() -> None:
    assert known("TP. Huế", on=IN_2024).code == "474"
    assert known("TP. Huế", on=IN_2026).code == "46"
    assert known("thành phố Bắc Ninh", on=IN_2024).code == "256"


@pytest.mark.parametrize(
    ("name", "within", "code", "now"),
    [
        ("huyện Phù Mỹ", None, "545", "tỉnh Gia Lai"),
        ("huyện Cần Giờ", None, "787", "Thành phố Hồ Chí Minh"),
        ("Q.1", "TP.HCM", "760", "Thành phố Hồ Chí Minh"),
        ("thành phố Vinh", None, "412", "tỉnh Nghệ An"),
        ("thị xã Cửa Lò", None, "413", "tỉnh Nghệ An"),
        ("huyện Lý Sơn", None, "536", "đặc khu Lý Sơn"),
        ("huyện Phú Quý", None, "602", "đặc khu Phú Quý"),
        ("quận 9", "Thành phố Hồ Chí Minh", "763", "Thành phố Hồ Chí Minh"),
        ("huyện Đông Triều", "tỉnh Quảng Ninh", "205", "thành phố Quảng Ninh"),
        ("huyện Châu Thành", "tỉnh Tiền Giang", "821", "tỉnh Đồng Tháp"),
    ],
)
def test_districts_are_held_by_the_province_of_today_or_by_the_one_commune(name: str, within: str | None, code: str, now: str) -> None:
    place = known(name, within)
    assert (place.code, place.now.name) == (code, now)


@pytest.mark.parametrize(
    ("name", "within", "code", "now"),
    [
        ("phường Phúc Xá", "thành phố Hà Nội", "00001", "phường Hồng Hà"),
        ("phường 03", "quận 3, TP.HCM", "27154", "phường Bàn Cờ"),
        ("xã Tân Lập, huyện Vũ Thư, tỉnh Thái Bình", None, "13240", "xã Tân Thuận"),
        ("xã Nhân Thành", "tỉnh Nghệ An", "17572", "xã Yên Thành"),
        ("phường Cống Vị", "thành phố Hà Nội", "00007", "thành phố Hà Nội"),
    ],
)
def test_communes_are_held_by_the_one_commune_of_today_or_by_its_province(name: str, within: str | None, code: str, now: str) -> None:
    place = known(name, within, IN_2024)
    assert (place.code, place.now.name) == (code, now)


def test_a_commune_that_was_divided_names_its_parts() -> None:
    assert [part.name for part in known("phường Cống Vị", "Hà Nội", IN_2024).parts] == ["phường Ngọc Hà", "phường Giảng Võ"]


def test_a_commune_that_became_a_ward_is_the_same_unit() -> None:
    before = known("xã Long Thành", "tỉnh Đồng Nai", IN_2026)
    assert (before.until, before.now.name, before.now.code) == (date(2026, 4, 29), "phường Long Thành", before.code)


def test_a_name_that_many_bear_needs_what_it_lies_in() -> None:
    assert len(find_places("xã Tân Lập")) > 20
    assert find_place("xã Tân Lập") is None
    assert known("xã Tân Lập", "huyện Bắc Quang", IN_2024).province.name == "tỉnh Hà Giang"
    assert find_places("xã Tân Lập", "tỉnh Nghệ An") == []


def test_a_place_in_a_merged_province_lies_in_the_merged_one_only_after() -> None:
    assert known("huyện Phù Mỹ", "tỉnh Bình Định", IN_2024).code == "545"
    assert known("huyện Phù Mỹ", "tỉnh Gia Lai", IN_2026).code == "545"
    assert find_places("huyện Phù Mỹ", "tỉnh Gia Lai", IN_2024) == []


@pytest.mark.parametrize("name", ["", ",", "tỉnh", "xã", "tỉnh Vinh", "toàn quốc", "New Zealand", "huyện Nghệ An"])
def test_what_is_no_unit(name: str) -> None:
    assert find_places(name) == []


def test_the_register_is_whole() -> None:
    gone = {"merged in 2025": 52, "raised in 2026": 3, "Hà Tây": 1, "Thừa Thiên Huế": 1}
    assert Counter(place.until is None for place in provinces()) == {True: 34, False: sum(gone.values())}
    today = [place for place in communes() if place.until is None]
    assert len(today) == len({place.code for place in today}) == 3321
    assert {place.level for place in today} == {"xã", "phường", "đặc khu"}
    assert len({place.code for place in districts()}) == 696 + 13
    for place in (*provinces(), *districts(), *communes()):
        assert place.name == fold_text(place.name)
        assert place.now.until is None
        assert place.now.province is place.province.now


def test_every_province_that_texts_name_is_in_the_register() -> None:
    for place in provinces():
        if place.code == "28" or (place.since and place.since.year == 2026):
            continue
        unit = province(place.name)
        assert unit
        assert unit.canonical == place.name


def test_the_mergers_are_those_of_the_shared_list() -> None:
    path = ROOT.parent / "shared" / "refdata" / "province_old_to_new.json"
    if not path.exists():
        pytest.skip("the project's material is not beside it")
    for merged in json.loads(path.read_text("utf-8")):
        today = known(merged["new"], on=date(2025, 12, 31)).now
        for before in merged["old"]:
            assert known(before["name"], on=date(2025, 6, 30)).now is today, before


@settings(deadline=None, max_examples=50)  # the first look-up reads the tables
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_may_be_looked_up(name: str, within: str) -> None:
    assert all(isinstance(place, Place) for place in find_places(name, within))
    assert find_agency(name) is None or name.strip()
