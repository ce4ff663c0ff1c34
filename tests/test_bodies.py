"""Public bodies before and after the reorganisations."""

from __future__ import annotations

from datetime import date

import pytest

from extractor import Body, find_agency

IN_2024 = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
        ("Bộ KH&ĐT", "Bộ Tài chính"),
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"),
        ("Bộ Thủy sản", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ Công an", "Bộ Công an"),
        ("Bộ trưởng Bộ Giao thông vận tải", "Bộ trưởng Bộ Xây dựng"),
        ("Sở Tài nguyên và Môi trường tỉnh Quảng Nam", "Sở Nông nghiệp và Môi trường thành phố Đà Nẵng"),
        ("Sở Y tế tỉnh Bắc Giang", "Sở Y tế thành phố Bắc Ninh"),
        ("Phó Chủ tịch Ủy ban nhân dân tỉnh Bình Định", "Phó Chủ tịch Ủy ban nhân dân tỉnh Gia Lai"),
        ("Cục Thuế tỉnh Kiên Giang", "Thuế tỉnh An Giang"),
        ("Tỉnh ủy Thừa Thiên Huế", "Thành ủy Huế"),
        ("Ban Thường vụ Tỉnh ủy Quảng Nam", "Ban Thường vụ Thành ủy Đà Nẵng"),
        ("Sở Công Thương tỉnh Nghệ An", "Sở Công Thương tỉnh Nghệ An"),
        ("Viện kiểm sát nhân dân tỉnh Hà Nam", "Viện Kiểm sát nhân dân tỉnh Ninh Bình"),
        ("Chánh Thanh tra thành phố Hà Nội", "Chánh Thanh tra thành phố Hà Nội"),
        ("Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Long An", "Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Tây Ninh"),
        ("Tỉnh ủy Bình Dương", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Văn phòng Tỉnh ủy Bình Dương", "Văn phòng Thành ủy Thành phố Hồ Chí Minh"),
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội"),
        ("Thành ủy Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Chủ tịch nước", "Chủ tịch nước"),
    ],
)
def test_what_has_its_work_today(name: str, now: str) -> None:
    body = find_agency(name, on=IN_2024)
    assert body
    assert body.now == now


def test_since_when_and_by_which_act() -> None:
    assert find_agency("Bộ Kế hoạch và Đầu tư") == Body(
        "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", date(2025, 2, 28), "Nghị quyết 176/2025/QH15"
    )
    assert find_agency("Tỉnh ủy Bình Định", on=IN_2024) == Body(
        "Tỉnh ủy Bình Định", "Tỉnh ủy Gia Lai", date(2025, 6, 30), "Nghị quyết 202/2025/QH15"
    )
    assert find_agency("Tỉnh ủy Nghệ An") == Body("Tỉnh ủy Nghệ An", "Tỉnh ủy Nghệ An")
    divided = find_agency("Bộ Thông tin và Truyền thông")
    assert divided
    assert "Bộ Công an" in str(divided.note)


@pytest.mark.parametrize(
    ("name", "within", "now"),
    [
        ("Ủy ban nhân dân xã Thạnh An", "Thành phố Hồ Chí Minh", "Ủy ban nhân dân xã Thạnh An"),
        ("Công an phường Phúc Xá", "thành phố Hà Nội", "Công an phường Hồng Hà"),
        ("Chủ tịch Ủy ban nhân dân xã Nhân Thành", "tỉnh Nghệ An", "Chủ tịch Ủy ban nhân dân xã Yên Thành"),
    ],
)
def test_bodies_of_communes_that_went_whole_into_one(name: str, within: str, now: str) -> None:
    body = find_agency(name, within, IN_2024)
    assert body
    assert body.now == now


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Ủy ban nhân dân huyện Phù Mỹ", "tỉnh Bình Định"),  # districts have no bodies left
        ("Ủy ban nhân dân thành phố Vinh", "tỉnh Nghệ An"),
        ("Ủy ban nhân dân phường Cống Vị", "thành phố Hà Nội"),  # divided
        ("Ủy ban nhân dân xã Tân Lập", None),
        ("Hội đồng nhân dân tỉnh", "tỉnh Nghệ An"),  # of which province, the name does not say
        ("Sở Du lịch tỉnh Bà Rịa - Vũng Tàu", None),  # some provinces have one
        ("Cục Thuế", None),  # that of a province, before March 2025
        ("Tổng cục trưởng Tổng cục Hải quan", None),  # now a Cục trưởng
        ("Chủ nhiệm Ủy ban Dân tộc", None),  # now a Bộ trưởng
        ("Ngân hàng Thế giới", None),
        ("", None),
    ],
)
def test_what_is_not_known_for_certain(name: str, within: str | None) -> None:
    assert find_agency(name, within, IN_2024) is None


def test_a_name_that_is_new_stands_for_the_body_from_its_first_day() -> None:
    assert find_agency("Cục Thuế", on=date(2025, 3, 1)) == Body("Cục Thuế", "Cục Thuế")
