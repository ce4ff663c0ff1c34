"""Where a number holds: values of ``place`` in sentences of our own."""

from __future__ import annotations

import pytest

from extractor import extract


def places(text: str, own: str | None = "tỉnh Nghệ An") -> dict[str, str | None]:
    """The place of each number of ``text``, by its words, in a document about ``own``."""
    numeric = ("ratio", "percent", "quantity", "money", "rank")
    return {f.text: f.place for f in extract(text, place=own).facts if f.kind in numeric}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến nay, đã hỗ trợ 25 hộ.", {"25": "tỉnh Nghệ An"}),
        ("Tại xã Kim Liên, có 34 hộ được vay vốn.", {"34": "xã Kim Liên"}),
        ("Huyện Đô Lương có 34 hộ, huyện Nam Đàn có 51 hộ.", {"34": "huyện Đô Lương", "51": "huyện Nam Đàn"}),
        ("UBND huyện Đô Lương đã hỗ trợ 34 hộ. Đã chi 12 tỷ đồng.", {"34": "huyện Đô Lương", "12 tỷ đồng": "huyện Đô Lương"}),
        ("Đã xử lý 34 vụ tại phường Hưng Bình, thành phố Vinh.", {"34": "phường Hưng Bình"}),
        ("Cả nước có 63 điểm cầu, riêng tỉnh Hà Tĩnh có 12 điểm cầu.", {"63": "toàn quốc", "12": "tỉnh Hà Tĩnh"}),
        ("Tỉnh xếp thứ 5 cả nước về thu hút đầu tư.", {"thứ 5": "tỉnh Nghệ An"}),
        ("Sản lượng chiếm 12% của cả nước.", {"12%": "tỉnh Nghệ An"}),
        ("Nhật Bản đã nhập khẩu 300 tấn chè.", {"300": "Nhật Bản"}),
        ("Huyện Đô Lương có 34 hộ, toàn tỉnh có 900 hộ.", {"34": "huyện Đô Lương", "900": "tỉnh Nghệ An"}),
        ("Đoàn công tác đã trao đổi với thành phố Hà Nội về 17 nội dung.", {"17": "tỉnh Nghệ An"}),
        ("Nhà máy xi măng Hoàng Mai (thị xã Hoàng Mai) có công suất 450 MW.", {"450": "thị xã Hoàng Mai"}),
        ("Nghị định số 58/2025/NĐ-CP quy định mức phạt tối đa 40 triệu đồng.", {"40 triệu đồng": "toàn quốc"}),
        ("Thực hiện Nghị định số 58/2025/NĐ-CP, đã phạt 40 triệu đồng.", {"40 triệu đồng": "tỉnh Nghệ An"}),
        ("Tại huyện Đô Lương:\n- Hỗ trợ 34 hộ;\n- Trồng 500 ha rừng.", {"34": "huyện Đô Lương", "500": "huyện Đô Lương"}),
        ("Tuyến Hà Nội - Lào Cai được cấp 17 tỷ đồng.", {"17 tỷ đồng": "tỉnh Nghệ An"}),
    ],
)
def test_place_of_the_clause(text: str, expected: dict[str, str]) -> None:
    assert places(text) == expected


def test_national_document() -> None:
    text = "Bộ đã giao 52 dự án cho các địa phương, trong đó có 1 địa phương (tỉnh Đồng Nai) chậm tiến độ."
    assert places(text, None) == {"52": None, "1": "tỉnh Đồng Nai"}


def test_document_about_a_district() -> None:
    text = (
        "Huyện Tân Kỳ về đích nông thôn mới\nNgày 5/3, huyện Tân Kỳ tổ chức lễ đón bằng công nhận. Tân Kỳ là huyện miền núi.\n"
        "Tổng vốn huy động đạt 900 tỷ đồng.\nChủ tịch UBND huyện Tân Kỳ cảm ơn nhân dân."
    )
    assert places(text)["900 tỷ đồng"] == "huyện Tân Kỳ"
