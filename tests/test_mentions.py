"""Bodies named again: short forms, defined names, boards."""

from __future__ import annotations

import pytest

from extractor.model import Document
from extractor.pipeline import Extractor

EXTRACTOR = Extractor()
HA_NAM = "tỉnh Hà Nam"


def bodies(text: str, place: str | None = None) -> list[tuple[str, str | None]]:
    """Words and name of every agency."""
    return [(f.text, f.name) for f in EXTRACTOR.analyse(Document(text, place=place)).facts if f.kind == "agency"]


def names(text: str, place: str | None = None) -> list[str | None]:
    return [name for _, name in bodies(text, place)]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "Ban Chỉ đạo Chuyển đổi số tỉnh (gọi tắt là Ban Chỉ đạo) họp. Ban Chỉ đạo yêu cầu báo cáo.",
            "Ban Chỉ đạo",
            "Ban Chỉ đạo Chuyển đổi số tỉnh Hà Nam",
        ),
        (
            "Tổ công tác triển khai Đề án 06 (sau đây gọi tắt là Tổ công tác) họp. Giao Tổ công tác theo dõi.",
            "Tổ công tác",
            "Tổ công tác triển khai Đề án 06 tỉnh Hà Nam",
        ),
        (
            "Ban Chỉ đạo Bầu cử tỉnh (sau đây gọi là “Ban Chỉ đạo”) và Ban Chỉ đạo Chuyển đổi số tỉnh họp. Ban Chỉ đạo yêu cầu.",
            "Ban Chỉ đạo",
            "Ban Chỉ đạo Bầu cử tỉnh Hà Nam",
        ),
        (
            "Ủy ban nhân dân tỉnh Nghệ An (sau đây viết tắt là UBND tỉnh) họp. UBND tỉnh yêu cầu.",
            "UBND tỉnh",
            "Ủy ban nhân dân tỉnh Nghệ An",
        ),
    ],
)
def test_a_short_name_that_the_text_defines(text: str, short: str, name: str) -> None:
    found = bodies(text, None if "Nghệ An" in text else HA_NAM)
    assert [n for words, n in found if words == short] == [name, name]
    assert found[0][1] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Y tế họp. Lãnh đạo Bộ yêu cầu kiểm tra.", ["Bộ Y tế", "Bộ Y tế"]),
        ("Lãnh đạo Bộ yêu cầu kiểm tra. Bộ Y tế sẽ báo cáo.", ["Bộ Y tế", "Bộ Y tế"]),
        ("Bộ Y tế họp. Bộ Tài chính họp. Lãnh đạo Bộ yêu cầu.", ["Bộ Y tế", "Bộ Tài chính", "Bộ Tài chính"]),
        ("Bộ Y tế họp. Bộ Chính trị họp. Lãnh đạo Bộ yêu cầu.", ["Bộ Y tế", "Bộ Chính trị", "Bộ Y tế"]),
        ("Sở Y tế họp. Lãnh đạo Sở yêu cầu.", ["Sở Y tế tỉnh Hà Nam"] * 2),
        ("Cục Thuế họp. Lãnh đạo Cục nhắc nhở.", ["Cục Thuế", "Cục Thuế"]),
        ("Sở Y tế và Cục Thuế họp. Lãnh đạo Sở nhắc nhở. Lãnh đạo Cục ghi nhận.", ["Sở Y tế tỉnh Hà Nam", "Cục Thuế"] * 2),
        ("Văn phòng Bộ tổng hợp. Bộ Y tế xem xét.", ["Văn phòng Bộ Y tế", "Bộ Y tế"]),
        ("Lãnh đạo Bộ yêu cầu kiểm tra.", []),
        ("Bộ Chính trị họp. Lãnh đạo Bộ yêu cầu.", ["Bộ Chính trị"]),
        ("Hội đồng đã họp.", []),
    ],
)
def test_a_bare_head_stands_for_the_body_named_last_or_next(text: str, expected: list[str]) -> None:
    assert names(text, HA_NAM) == expected


def test_in_its_own_document_the_ministry_is_the_one_of_the_letterhead() -> None:
    text = "BỘ Y TẾ\nSố: 5/BYT-KH\nHà Nội, ngày 3 tháng 4 năm 2024\nBộ Tài chính đã gửi. Lãnh đạo Bộ yêu cầu."
    assert bodies(text) == [("BỘ Y TẾ", "Bộ Y tế"), ("Bộ Tài chính", "Bộ Tài chính"), ("Bộ", "Bộ Y tế")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Chỉ đạo Chuyển đổi số tỉnh họp. Ban Chỉ đạo yêu cầu.", ["Ban Chỉ đạo Chuyển đổi số tỉnh Hà Nam"] * 2),
        (
            "Ban Chỉ đạo Chuyển đổi số tỉnh và Ban Chỉ đạo Bầu cử tỉnh họp. Ban Chỉ đạo yêu cầu.",
            ["Ban Chỉ đạo Chuyển đổi số tỉnh Hà Nam", "Ban Chỉ đạo Bầu cử tỉnh Hà Nam", "Ban Chỉ đạo"],
        ),
        ("Cục Hải quan Hải Phòng họp. Hải quan Hải Phòng báo cáo.", ["Cục Hải quan Hải Phòng"] * 2),
        ("Hải quan Hải Phòng báo cáo.", ["Hải quan Hải Phòng"]),
    ],
)
def test_boards_and_shorter_names_take_the_full_name_given_elsewhere(text: str, expected: list[str]) -> None:
    assert names(text, HA_NAM) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UBND tỉnh, Sở TT&TT và các sở, ban, ngành phối hợp.",
            ["Ủy ban nhân dân tỉnh Hà Nam", "Sở Thông tin và Truyền thông tỉnh Hà Nam", "các sở, ban, ngành"],
        ),
        ("Giao các Sở: Tài chính, Nội vụ thực hiện.", ["Sở Tài chính tỉnh Hà Nam", "Sở Nội vụ tỉnh Hà Nam"]),
        ("Một số sở như Kế hoạch và Đầu tư, Tư pháp chưa gửi.", ["Sở Kế hoạch và Đầu tư tỉnh Hà Nam", "Sở Tư pháp tỉnh Hà Nam"]),
    ],
)
def test_lists_give_each_body_by_itself(text: str, expected: list[str]) -> None:
    assert names(text, HA_NAM) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ trưởng Bộ Y tế phát biểu. Bộ trưởng yêu cầu kiểm tra.", ["Bộ trưởng Bộ Y tế"] * 2),
        (
            "Chủ tịch UBND các tỉnh: Đắk Lắk, Gia Lai báo cáo.",
            ["Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai"],
        ),
        ("UBND các tỉnh: Đắk Lắk, Gia Lai báo cáo.", ["Ủy ban nhân dân tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh Gia Lai"]),
        (
            "Phòng Cảnh sát giao thông - Công an tỉnh họp. Phòng Cảnh sát giao thông báo cáo.",
            ["Phòng Cảnh sát giao thông - Công an tỉnh Hà Nam"] * 2,
        ),
        ("Bộ Y tế họp. Lãnh đạo Bộ quyết định dừng. Lãnh đạo Bộ ban hành văn bản.", ["Bộ Y tế"] * 3),
        ("Ban Chỉ đạo quốc gia phòng, chống dịch bệnh họp. Ban Chỉ đạo yêu cầu.", ["Ban Chỉ đạo quốc gia phòng, chống dịch bệnh"] * 2),
    ],
)
def test_short_forms_of_several_sorts(text: str, expected: list[str]) -> None:
    assert names(text, HA_NAM) == expected
