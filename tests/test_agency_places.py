"""The place of a body: its own words', or the document's."""

from __future__ import annotations

import pytest

from extractor.agency_places import placed
from extractor.context import Context
from extractor.outline import outline

HA_NAM, CAN_THO, HCMC = "tỉnh Hà Nam", "thành phố Cần Thơ", "Thành phố Hồ Chí Minh"


def context(place: str | None, units: dict[str, str] | None = None) -> Context:
    return Context("", "", outline(""), None, place, units or {})


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("Ủy ban nhân dân tỉnh", HA_NAM, "Ủy ban nhân dân tỉnh Hà Nam"),
        ("Ủy ban nhân dân tỉnh", None, "Ủy ban nhân dân tỉnh"),
        ("Ủy ban nhân dân tỉnh", CAN_THO, "Ủy ban nhân dân tỉnh"),
        ("Ủy ban nhân dân", HA_NAM, "Ủy ban nhân dân tỉnh Hà Nam"),
        ("Ủy ban nhân dân thành phố", HCMC, "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Công an thành phố", HA_NAM, "Công an thành phố"),
        ("Công an thành phố", CAN_THO, "Công an thành phố Cần Thơ"),
        ("Sở Y tế", HA_NAM, "Sở Y tế tỉnh Hà Nam"),
        ("Sở Y tế", None, "Sở Y tế"),
        ("Giám đốc Sở Y tế", CAN_THO, "Giám đốc Sở Y tế thành phố Cần Thơ"),
        ("Sở Y tế tỉnh Long An", HA_NAM, "Sở Y tế tỉnh Long An"),
        ("Sở Y tế Long An", HA_NAM, "Sở Y tế tỉnh Long An"),
        ("Công an tỉnh Đăk Lăk", HA_NAM, "Công an tỉnh Đắk Lắk"),
        ("Sở Y tế TP.HCM", HA_NAM, "Sở Y tế Thành phố Hồ Chí Minh"),
        ("Sở Y tế TP. Hải Phòng", HA_NAM, "Sở Y tế thành phố Hải Phòng"),
        ("Ủy ban nhân dân TỈNH NGHỆ AN", None, "Ủy ban nhân dân tỉnh Nghệ An"),
        ("Ủy ban nhân dân XÃ HOA LƯ", None, "Ủy ban nhân dân xã Hoa Lư"),
        ("Ủy ban nhân dân thành phố Vinh", "tỉnh Nghệ An", "Ủy ban nhân dân thành phố Vinh"),
        ("Chủ tịch Ủy ban nhân dân phường 5", HCMC, "Chủ tịch Ủy ban nhân dân phường 5"),
        ("Tỉnh ủy", HA_NAM, "Tỉnh ủy Hà Nam"),
        ("Ban Thường vụ Tỉnh ủy", HA_NAM, "Ban Thường vụ Tỉnh ủy Hà Nam"),
        ("Tỉnh ủy Nghệ An", HA_NAM, "Tỉnh ủy Nghệ An"),
        ("Thành ủy", "thành phố Hải Phòng", "Thành ủy Hải Phòng"),
        ("Tỉnh ủy", None, "Tỉnh ủy"),
        ("Tỉnh đoàn", HA_NAM, "Tỉnh đoàn Hà Nam"),
        ("Chi cục Thủy lợi", HA_NAM, "Chi cục Thủy lợi tỉnh Hà Nam"),
        ("Trung tâm Kiểm soát bệnh tật", HA_NAM, "Trung tâm Kiểm soát bệnh tật tỉnh Hà Nam"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam", HA_NAM, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", HA_NAM, "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("Cục Thuế Nghệ An", HA_NAM, "Cục Thuế Nghệ An"),
        ("Hải quan Hải Phòng", HA_NAM, "Hải quan Hải Phòng"),
        ("Bộ Y tế", HA_NAM, "Bộ Y tế"),
        ("Thủ tướng Chính phủ", HA_NAM, "Thủ tướng Chính phủ"),
        ("Văn phòng Chính phủ", HA_NAM, "Văn phòng Chính phủ"),
    ],
)
def test_the_place_that_is_certain(name: str, place: str | None, expected: str) -> None:
    assert placed(name, context(place)) == expected
    assert placed(expected, context(place)) == expected


@pytest.mark.parametrize(("name", "place"), [("Thành ủy", HA_NAM), ("Tỉnh ủy", CAN_THO)])
def test_a_committee_of_another_level_than_the_document_has_no_certain_place(name: str, place: str) -> None:
    assert placed(name, context(place)) == name


@pytest.mark.parametrize(
    ("name", "units", "expected"),
    [
        ("Ủy ban nhân dân huyện", {"huyện": "Kim Bảng"}, "Ủy ban nhân dân huyện Kim Bảng"),
        ("Ủy ban nhân dân huyện", {}, "Ủy ban nhân dân huyện"),
        ("Ủy ban nhân dân xã", {"huyện": "Kim Bảng"}, "Ủy ban nhân dân xã"),
        ("Huyện ủy", {"huyện": "Kim Bảng"}, "Huyện ủy Kim Bảng"),
        ("Thị ủy", {"thị xã": "Duy Tiên"}, "Thị ủy Duy Tiên"),
        ("Huyện ủy", {}, "Huyện ủy"),
        ("Phòng Tài chính", {"huyện": "Kim Bảng"}, "Phòng Tài chính huyện Kim Bảng"),
        ("Công an xã", {"huyện": "Kim Bảng", "xã": "Thụy Lôi"}, "Công an xã Thụy Lôi"),
    ],
)
def test_the_one_district_or_commune_of_the_document(name: str, units: dict[str, str], expected: str) -> None:
    assert placed(name, context(HA_NAM, units)) == expected
