"""When a number holds: values of ``period_start`` and ``period_end`` in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from extractor import extract

DAY = date(2024, 10, 15)
YEAR_2023 = ("2023-01-01", "2023-12-31")
NINE = ("2024-01-01", "2024-09-30")
TODAY = ("2024-10-15", "2024-10-15")


def periods(text: str, day: date | None = DAY) -> dict[str, tuple[str, str] | None]:
    """The period of each number of ``text``, by its words."""
    numeric = ("ratio", "percent", "quantity", "money", "rank")
    facts = [f for f in extract(text, date=day).facts if f.kind in numeric]
    return {f.text: (str(f.period_start), str(f.period_end)) if f.period_start else None for f in facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2023, tỷ lệ hộ nghèo của huyện còn 3,4%, thu ngân sách đạt 820 tỷ đồng.", {"3,4%": YEAR_2023, "820 tỷ đồng": YEAR_2023}),
        ("Đến cuối tháng 9/2024, huyện đã chi 45 tỷ đồng.", {"45 tỷ đồng": ("2024-09-30", "2024-09-30")}),
        ("Đến nay, xã đã làm xong 12/15 tuyến đường. Xã đã lắp 340 bóng đèn.", {"12/15": TODAY, "340": TODAY}),
        ("Hiện toàn huyện có 27 trường học.", {"27": TODAY}),
        ("Từ tháng 3/2024 đến nay, trạm đã khám cho 900 người.", {"900": ("2024-03-01", "2024-10-15")}),
        ("Huyện trồng được 500 ha rừng trong năm 2023.", {"500": YEAR_2023}),
        ("Huyện giao 500 ha rừng, 20 ha hồ trong năm 2023.", {"500": YEAR_2023, "20": YEAR_2023}),
        ("Số vốn năm 2023 chưa phân bổ là 70 tỷ đồng.", {"70 tỷ đồng": YEAR_2023}),
        (
            "Năm 2023, điểm của tỉnh đạt 81,2 điểm, tăng 4,1 điểm so với năm 2022 (77,1 điểm).",
            {"81,2": YEAR_2023, "4,1": YEAR_2023, "77,1": ("2022-01-01", "2022-12-31")},
        ),
        (
            "Diện tích lúa tăng từ 300 ha năm 2020 lên 450 ha năm 2023.",
            {"300": ("2020-01-01", "2020-12-31"), "450": YEAR_2023},
        ),
        (
            "Trong 9 tháng năm 2024, huyện đã:\n- Trồng 500 ha rừng;\n- Thu ngân sách 70 tỷ đồng.",
            dict.fromkeys(("500", "70 tỷ đồng"), NINE),
        ),
        ("Thu ngân sách năm 2023 đạt 70 tỷ đồng.\nTrong đó: thuế đạt 60 tỷ đồng.", dict.fromkeys(("70 tỷ đồng", "60 tỷ đồng"), YEAR_2023)),
        ("Phấn đấu đến năm 2030, tỷ lệ che phủ rừng đạt 60%.", {"60%": ("2030-12-31", "2030-12-31")}),
    ],
)
def test_time_of_the_clause(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trường nhận trẻ em trên 6 tuổi trong năm 2023.",  # an age
        "Năm 2023, sau 2 năm thực hiện, mô hình được nhân rộng.",  # a length of time
        "Thực hiện Quyết định số 45/QĐ-UBND ngày 3/2/2023, huyện hỗ trợ 30 hộ.",  # the day of a document
        "Hội nghị triển khai nhiệm vụ năm 2023. Huyện hỗ trợ 30 hộ.",  # a year that only names the work
        "Thực hiện Đề án chuyển đổi số giai đoạn 2021 - 2030, huyện hỗ trợ 30 hộ.",  # the years of a programme
        "Đến nay, xã đã làm xong đường liên thôn. Các thôn cần lắp 340 bóng đèn.",  # ordered, not reported
        "Năm 2023, xã làm xong đường liên thôn.\nXã có 340 hộ.",  # another paragraph
        "Hiện nay, UBND tỉnh đang đề xuất tăng công suất lên 450 MW.",  # not yet so
        "Đến tháng 6/2023, Thủ tướng Chính phủ phê duyệt dự án cảng biển với diện tích 500 ha.",  # a plan that was approved then
    ],
)
def test_no_time_of_its_own(text: str) -> None:
    assert set(periods(text).values()) == {None}


def test_words_that_point_need_the_day_of_the_document() -> None:
    assert periods("Đến nay, xã đã làm xong 12/15 tuyến đường.", None) == {"12/15": None}


def test_page_that_shows_the_readers_own_day_is_dated_by_its_lead() -> None:
    text = "Thứ năm, 13/06/2024, 03:07\nSáng 19/1, UBND tỉnh tổ chức hội nghị năm 2024.\nĐến nay, tỉnh đã hỗ trợ 1.500 hộ."
    assert periods(text, None)["1.500"] == ("2024-01-19", "2024-01-19")
