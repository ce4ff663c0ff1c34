"""What a number measures or counts."""

from __future__ import annotations

import pytest

from extractor.model import Document
from extractor.pipeline import Extractor

NUMERIC = ("ratio", "percent", "quantity", "money", "rank")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def subjects(extractor: Extractor, text: str) -> list[tuple[str, str | None]]:
    return [(f.text, f.subject) for f in extractor.analyse(Document(text)).facts if f.kind in NUMERIC]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Measured: the noun phrase before the verb of being, without adverbs of time.
        ("Đến nay, tỷ lệ hộ dùng nước sạch toàn huyện đạt 92,4%.", [("92,4%", "tỷ lệ hộ dùng nước sạch toàn huyện")]),
        ("Trong năm 2023, doanh thu của hợp tác xã ước đạt 12 tỷ đồng.", [("12 tỷ đồng", "doanh thu của hợp tác xã")]),
        (
            "Thu ngân sách của huyện là 800 tỷ đồng, đạt 95% kế hoạch tỉnh giao, tăng 4% so với năm trước.",
            [
                ("800 tỷ đồng", "Thu ngân sách của huyện"), ("95%", "Thu ngân sách của huyện kế hoạch tỉnh giao"),
                ("4%", "Thu ngân sách của huyện so với năm trước"),
            ],
        ),
        (
            "Điểm chuyển đổi số của sở đạt 70 điểm, tăng 6 điểm so với năm 2022 (64 điểm).",
            [("70", "Điểm chuyển đổi số của sở"), ("6", "Điểm chuyển đổi số của sở"), ("64", "Điểm chuyển đổi số của sở")],
        ),
        (
            "Vốn vay ưu đãi là 45 tỷ đồng (chiếm 30%), vốn đối ứng của tỉnh là 105 tỷ đồng.",
            [("45 tỷ đồng", "Vốn vay ưu đãi"), ("30%", "Vốn vay ưu đãi"), ("105 tỷ đồng", "vốn đối ứng của tỉnh")],
        ),
        ("Dự kiến mở rộng hồ chứa Suối Đá từ 40 ha lên 65 ha.", [("40", "mở rộng hồ chứa Suối Đá"), ("65", "mở rộng hồ chứa Suối Đá")]),
        ("Sản lượng tôm: 500 tấn.", [("500", "Sản lượng tôm")]),
        # Counted: the verb, and the thing counted with what is said of it.
        (
            "Sở Tư pháp đã ban hành 6 hướng dẫn, 4 quyết định và 31 công văn.",
            [("6", "ban hành hướng dẫn"), ("4", "ban hành quyết định"), ("31", "ban hành công văn")],
        ),
        (
            "Huyện đã hoàn thành 18/20 chỉ tiêu, trong đó có 5 chỉ tiêu vượt kế hoạch.",
            [("18/20", "hoàn thành chỉ tiêu"), ("5", "chỉ tiêu vượt kế hoạch")],
        ),
        (
            "Có 9 xã và 2 phường có tỷ lệ tiêm chủng đạt dưới 80%.",
            [
                ("9", "xã có tỷ lệ tiêm chủng đạt dưới 80%"), ("2", "phường có tỷ lệ tiêm chủng đạt dưới 80%"),
                ("80%", "tỷ lệ tiêm chủng"),
            ],
        ),
        ("Nghệ An là một trong 14 địa phương thí điểm sổ sức khỏe.", [("14", "địa phương thí điểm sổ sức khỏe")]),
        ("Giảm 50% thời gian cấp phép, 30% chi phí đi lại.", [("50%", "Giảm thời gian cấp phép"), ("30%", "Giảm chi phí đi lại")]),
        # Ages and durations take the phrase that they modify.
        ("Bệnh viện khám mắt cho người cao tuổi trên 70 tuổi.", [("70", "người cao tuổi")]),
        ("Sau 3 năm thực hiện Đề án 02, kết quả rất tích cực.", [("3", "thực hiện Đề án 02")]),
    ],
)  # fmt: skip
def test_subjects(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert subjects(extractor, text) == expected


def test_a_cell_takes_the_label_of_its_row_and_the_heading_of_its_column(extractor: Extractor) -> None:
    rows = (
        "TT | Chỉ tiêu | Năm 2022 | Kế hoạch năm 2023",
        "1 | Tỷ lệ hộ nghèo | 3,5% | 2,1%",
        "2 | Thu ngân sách | 12 tỷ đồng | 13 tỷ đồng",
    )
    text = "\n".join(f"| {row} |" for row in rows)
    assert subjects(extractor, text) == [
        ("3,5%", "Tỷ lệ hộ nghèo"),
        ("2,1%", "Tỷ lệ hộ nghèo Kế hoạch"),
        ("12 tỷ đồng", "Thu ngân sách"),
        ("13 tỷ đồng", "Thu ngân sách Kế hoạch"),
    ]


def test_only_numbers_have_a_subject(extractor: Extractor) -> None:
    facts = extractor.analyse(Document("Ngày 5/3/2024, Bộ Y tế ban hành Thông tư số 02/2024/TT-BYT.")).facts
    assert {f.kind for f in facts} == {"date", "agency", "document"}
    assert [f.subject for f in facts] == [None] * len(facts)


def test_a_subject_is_quoted_from_the_text(extractor: Extractor) -> None:
    text = "Tổng diện tích rừng (tính cả rừng trồng) của xã là 1.250 ha, chiếm 45% diện tích tự nhiên."
    for _, subject in subjects(extractor, text):
        assert subject is not None
        assert set(subject.split()) <= set(text.replace(",", " ").replace(".", " ").split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu Suối Đá (dài 48 m) đã thông xe.", [("48", "Cầu Suối Đá dài")]),
        ("Tỷ lệ hộ có điện, nước sạch, đường bê tông đạt 90%.", [("90%", "Tỷ lệ hộ có điện, nước sạch, đường bê tông")]),
        ("Tỉnh đứng thứ 5 cả nước về chỉ số hài lòng.", [("thứ 5", "chỉ số hài lòng Tỉnh")]),
        ("Đơn vị đã bàn giao 98% mặt bằng.", [("98%", "bàn giao mặt bằng")]),
        (
            "Sản lượng qua hệ thống mới đạt 61%,thấp hơn 24% so với yêu cầu.",
            [("61%", "Sản lượng qua hệ thống"), ("24%", "Sản lượng qua hệ thống so với yêu cầu")],
        ),
    ],
)  # fmt: skip
def test_subjects_in_other_places(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert subjects(extractor, text) == expected
