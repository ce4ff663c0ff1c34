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
                ("4%", "Thu ngân sách của huyện"),
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


# Each class of places where a subject begins or ends, with the reason why.
CLASSES = {
    "what it is compared with in time is no part of it": [
        ("Sản lượng chè búp tươi đến nay đạt 120 tấn, tăng 5% so với cùng kỳ năm trước.",
         [("120", "Sản lượng chè búp tươi"), ("5%", "Sản lượng chè búp tươi")]),
    ],
    "a body before an indicator is the one that reports": [
        ("Tính đến 15/9, Cục Thuế tỉnh Hòa Bình thu ngân sách đạt 388 tỷ đồng.", [("388 tỷ đồng", "thu ngân sách")]),
    ],
    "a length of time has what lasts, what it is for, or what happens in it": [
        ("Khóa học nghề hàn được tổ chức trong 03 tháng.", [("03", "Khóa học nghề hàn được tổ chức")]),
        ("Xã có thêm 3 tháng để hoàn thiện hồ sơ.", [("3", "hoàn thiện hồ sơ")]),
        ("Sau 5 năm, số hộ nghèo giảm đi rất nhiều.", [("5", "số hộ nghèo")]),
        ("Sau 4 năm triển khai đề án, các xã đã có điện.", [("4", "triển khai đề án")]),
    ],
    "an age has the person before the comma or the bracket": [
        ("Cụ thể: ông Trần Văn Bảy, 62 tuổi, là nông dân ở xã Hòa Sơn.", [("62", "ông Trần Văn Bảy")]),
        ("Chị Lê Thị Hoa (41 tuổi) kinh doanh ở chợ.", [("41", "Chị Lê Thị Hoa")]),
    ],
    "each of several verbs has its own number": [
        ("Phương án sẽ đơn giản hóa 87 thủ tục, bãi bỏ 6 thủ tục và cắt giảm 12 điều kiện kinh doanh.",
         [("87", "đơn giản hóa thủ tục"), ("6", "bãi bỏ thủ tục"), ("12", "cắt giảm điều kiện kinh doanh")]),
        ("Huyện đã trao 25 suất quà và hỗ trợ hơn 12 ngôi nhà.", [("25", "trao suất quà"), ("12", "hỗ trợ ngôi nhà")]),
    ],
    "things that no verb governs keep what is said of them": [
        ("Theo đó, 08 huyện, thành phố đã trình hồ sơ lên tỉnh.", [("08", "huyện, thành phố đã trình hồ sơ lên tỉnh")]),
    ],
    "what is said of the work is not said of the things": [
        ("Việc sáp nhập 03 trường có ý nghĩa rất lớn.", [("03", "sáp nhập trường")]),
        ("Sở đề nghị 12 công ty triển khai khai báo y tế.", [("12", "công ty")]),
    ],
    "a short indicator behind 'với' is of the clause before": [
        ("Khu công nghiệp Sông Mây được Thủ tướng Chính phủ phê duyệt thành lập năm 2006 với tổng diện tích 1.860 ha.",
         [("1.860", "Khu công nghiệp Sông Mây tổng diện tích")]),
        ("Hợp đồng tín dụng số 7/TD với hạn mức vay là 40 tỷ đồng; Hợp đồng thuê đất số 9/TĐ với số tiền thuê 50 tỷ đồng.",
         [("40 tỷ đồng", "Hợp đồng tín dụng số 7/TD hạn mức vay"), ("50 tỷ đồng", "Hợp đồng thuê đất số 9/TĐ số tiền thuê")]),
    ],
    "an aim says how much of the things behind it": [
        ("Mục tiêu của tỉnh là 100% hồ sơ trực tuyến, 80% trở lên hồ sơ cấp huyện.",
         [("100%", "hồ sơ trực tuyến"), ("80%", "hồ sơ cấp huyện")]),
    ],
    "the sentence or the words before tell what changes": [
        ("Xuất khẩu tôm sang thị trường Nhật bị ảnh hưởng. Cụ thể năm 2018 giảm 6% so với năm 2017; năm 2019 giảm 15% so với năm 2018.",
         [("6%", "Xuất khẩu tôm sang thị trường Nhật"), ("15%", "Xuất khẩu tôm sang thị trường Nhật")]),
        ("Ở chiều nhập khẩu, tháng 9/2020 tăng 6,5% so với tháng trước.", [("6,5%", "chiều nhập khẩu")]),
    ],
    "the words behind 'là' tell a number that opens its clause": [
        ("Hàng bán ra chủ yếu ở nước ngoài, với tỷ trọng 95%, còn lại, 5% là tiêu dùng trong nước.",
         [("95%", "Hàng bán ra chủ yếu ở nước ngoài tỷ trọng"), ("5%", "tiêu dùng trong nước")]),
    ],
    "a phrase may hold commas, clauses and what names it again": [
        ("(HQ Online) – Dự án cầu Suối Đá, gói thầu số 2 đạt 75% tiến độ.", [("75%", "Dự án cầu Suối Đá, gói thầu số 2")]),
        ("Tỷ lệ thanh niên được tư vấn, khám sức khỏe trước khi kết hôn đạt 90%.",
         [("90%", "Tỷ lệ thanh niên được tư vấn, khám sức khỏe trước khi kết hôn")]),
        ("Tỷ lệ nợ xấu so với tổng dư nợ là 2,2%.", [("2,2%", "Tỷ lệ nợ xấu so với tổng dư nợ")]),
        ("Trong đó, khu vực nông, lâm nghiệp và thủy sản tăng 3,99%, khu vực công nghiệp và xây dựng tăng 10,1%.",
         [("3,99%", "khu vực nông, lâm nghiệp và thủy sản"), ("10,1%", "khu vực công nghiệp và xây dựng")]),
    ],
    "values before and after a change have one subject": [
        ("Tỷ suất sinh ở trẻ vị thành niên giảm từ 23 ca xuống 18 ca.",
         [("23", "Tỷ suất sinh ở trẻ vị thành niên"), ("18", "Tỷ suất sinh ở trẻ vị thành niên")]),
    ],
    "a label names a bare rate, a colon or the line above a value": [
        ("b) Bán buôn hàng nông sản: tỷ lệ 1%.", [("1%", "Bán buôn hàng nông sản tỷ lệ")]),
        ("Hàm lượng của mẫu gồm: Kẽm:\n96.5%; Bạc: 3.0%.", [("96.5%", "Kẽm"), ("3.0%", "Bạc")]),
        ("Thông số kỹ thuật:\nKích thước lá bài\n63 mm\nTrọng lượng\n1,8 gram", [("63", "Kích thước lá bài"), ("1,8", "Trọng lượng")]),
    ],
    "what a measure holds for tells it from the next one": [
        ("Mức hỗ trợ 5 triệu đồng/hộ đối với hộ nghèo, 3 triệu đồng/hộ đối với hộ cận nghèo.",
         [("5 triệu đồng", "Mức hỗ trợ đối với hộ nghèo"), ("3 triệu đồng", "Mức hỗ trợ đối với hộ cận nghèo")]),
    ],
    "some nouns begin like a measure, and a unit may be printed twice": [
        ("Tên miền có 2 ký tự được đấu giá.", [("2", "ký tự được đấu giá")]),
        ("Giá trị đơn hàng là 235 triệu USD USD tăng 15,9%.", [("235 triệu USD", "Giá trị đơn hàng"), ("15,9%", "Giá trị đơn hàng")]),
    ],
    "a rank says among which": [
        ("Nước ta đứng thứ hai trong các nước xuất khẩu gạo lớn.", [("thứ hai", "trong các nước xuất khẩu gạo lớn Nước ta")]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for cases in CLASSES.values() for case in cases],
    ids=[name for name, cases in CLASSES.items() for _ in cases],
)
def test_classes_of_subjects(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert subjects(extractor, text) == expected
