"""The noun phrase after a number."""

from __future__ import annotations

import pytest

from extractor.units import read_unit


@pytest.mark.parametrize(
    ("window", "unit"),
    [
        ("căn cước công dân gắn chíp", "căn cước công dân"), ("tài khoản định danh điện tử; duy trì", "tài khoản định danh điện tử"),
        ("nhiệm vụ thực hiện thường xuyên", "nhiệm vụ"),
        ("dịch vụ công thiết yếu theo Đề án", "dịch vụ công thiết yếu"), ("giờ/tuần, theo quy định", "giờ/tuần"),
        ("km/h trên đường", "km/h"), ("m2 đất", "m2 đất"), ("tỉnh, thành phố đã xong", "tỉnh, thành phố"),
        ("người,mỗi người", "người"), ("kg ma túy đá", "kg ma túy đá"), ("Bộ, cơ quan trung ương và", "Bộ, cơ quan trung ương"),
        ("đồng chí lãnh đạo", "đồng chí lãnh đạo"), ("°C trở lên", "°C"),
        ("FTA trong đó", "FTA"), ("học sinh/lớp.", "học sinh/lớp"), ("độ C, có nơi", "độ C"),
    ],
)  # fmt: skip
def test_units(window: str, unit: str) -> None:
    found = read_unit(window)
    assert found is not None
    assert found.text == unit


@pytest.mark.parametrize(
    "window",
    ["của Bộ Công an", "và 3", "đồng/kg", "USD mỗi tấn", "Điều 7 Luật này", "trở lên", "Nguyễn Huệ", "A", "", ", Tổng cục"],
)
def test_nothing_counted(window: str) -> None:
    assert read_unit(window) is None


def test_measures_and_counted_nouns() -> None:
    measure, noun = read_unit("tấn gạo"), read_unit("xã biên giới")
    assert measure is not None
    assert (measure.head, measure.measure, measure.known) == ("tấn gạo", True, True)
    assert noun is not None
    assert (noun.head, noun.measure, noun.known) == ("xã", False, True)


def test_unknown_head_is_cut_by_words() -> None:
    found = read_unit("phễu thủy tinh mới")
    assert found is None or not found.known
