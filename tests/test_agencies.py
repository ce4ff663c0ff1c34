"""Names of bodies written out: abbreviations, slips, capitals, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.agencies import field_at, place_items, table, written_out


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("HĐND huyện", "Hội đồng nhân dân huyện"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở KH&ĐT tỉnh Hà Nam", "Sở Kế hoạch và Đầu tư tỉnh Hà Nam"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Bộ TN-MT", "Bộ Tài nguyên và Môi trường"),
        ("Sở Thông tin và Truyền trông", "Sở Thông tin và Truyền thông"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("TAND tối cao", "Tòa án nhân dân tối cao"),
        ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
        ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        ("Hội LHPN VN", "Hội Liên hiệp Phụ nữ Việt Nam"),
        ("Phòng CSGT", "Phòng Cảnh sát giao thông"),
        ("BCĐ 389", "Ban Chỉ đạo 389"),
        ("Phó chủ tịch UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("Bộ Y Tế", "Bộ Y tế"),
        ("SỞ Y TẾ", "Sở Y tế"),
        ("Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("UBMTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Cục Thuế (Bộ Tài chính)", "Cục Thuế - Bộ Tài chính"),
        ("Công an xã Thụy Lôi", "Công an xã Thụy Lôi"),
        ("UBNDX", "UBNDX"),
        ("12/QĐ-UBND", "12/QĐ-UBND"),
    ],
)
def test_written_out(printed: str, name: str) -> None:
    assert written_out(printed) == name


FIELDS = sorted({*table("DEPARTMENT").values(), *table("MINISTRY").values()})


@given(st.sampled_from(["Bộ ", "Sở "]), st.sampled_from(FIELDS), st.sampled_from(["", " tỉnh Hà Nam"]))
def test_a_canonical_name_stays_as_it_is(head: str, field: str, tail: str) -> None:
    assert written_out(head + field + tail) == head + field + tail


@given(st.sampled_from(["DEPARTMENT", "MINISTRY", "CENTRAL", "LEADER"]), st.data())
def test_writing_out_twice_changes_nothing(name: str, data: st.DataObject) -> None:
    spelling = data.draw(st.sampled_from(sorted(table(name))))
    head = {"DEPARTMENT": "Sở ", "MINISTRY": "Bộ "}.get(name, "")
    once = written_out(head + spelling)
    assert written_out(once) == once


def test_every_spelling_leads_to_its_canonical_name() -> None:
    for spelling, canonical in table("MINISTRY").items():
        assert written_out(f"Bộ {spelling.upper()}") == f"Bộ {canonical}"
    assert table("MINISTRY")["gd&đt"] == "Giáo dục và Đào tạo"


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Nội vụ và Y tế", "Bộ", ("Nội vụ", "Nội vụ")),
        ("KH&ĐT và Tư pháp", "Sở", ("KH&ĐT", "Kế hoạch và Đầu tư")),
        ("Nông nghiệp và Môi trường, Khoa học", "Bộ", ("Nông nghiệp và Môi trường", "Nông nghiệp và Môi trường")),
        ("Du lịch, Y tế", "Sở", ("Du lịch", "Du lịch")),
        ("Du lịch, Y tế", "Bộ", None),
        ("Bộ Y tế", "Bộ", None),
        ("", "Bộ", None),
    ],
)
def test_field_that_stands_without_its_head(text: str, head: str, expected: tuple[str, str] | None) -> None:
    found = field_at(f"{head}: {text}", len(head) + 2, head)
    assert (found and (text[: found[0] - len(head) - 2], found[1])) == expected


@pytest.mark.parametrize(
    ("items", "level", "expected"),
    [
        ("Gia Lai và thành phố Huế", "tỉnh", [("Gia Lai", "tỉnh Gia Lai"), ("thành phố Huế", "thành phố Huế")]),
        ("Nghệ An, Vinh, Hà Tĩnh", "tỉnh", [("Nghệ An", "tỉnh Nghệ An")]),
        ("Hà Nội, Cần Thơ", "tỉnh", [("Hà Nội", "thành phố Hà Nội"), ("Cần Thơ", "thành phố Cần Thơ")]),
        (
            "Kim Bảng, Lý Nhân và thị xã Duy Tiên",
            "huyện",
            [("Kim Bảng", "huyện Kim Bảng"), ("Lý Nhân", "huyện Lý Nhân"), ("thị xã Duy Tiên", "thị xã Duy Tiên")],
        ),
    ],
)
def test_places_that_share_a_head(items: str, level: str, expected: list[tuple[str, str]]) -> None:
    assert [(items[start:end], name) for start, end, name in place_items(items, level)] == expected
