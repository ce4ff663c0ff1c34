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
        # "hiện" at the head of a clause, and before what it says the state of
        ("Hiện khu công nghiệp Phú Sơn đã thu hút 18 dự án.", {"18": TODAY}),
        ("Giá lúa tươi hiện khoảng 7.200 đồng/kg.", {"7.200 đồng": TODAY}),
        # an hour, a part of the day before the day
        ("Đến 18h ngày 26/9, cả tỉnh có 852 ca mắc.", {"852": ("2024-09-26", "2024-09-26")}),
        ("Khoảng 8 giờ 30 phút ngày 5/3, kẻ gian lấy đi 90 triệu đồng.", {"90 triệu đồng": ("2024-03-05", "2024-03-05")}),
        ("Bệnh viện ghi nhận 30 ca mắc mới sáng nay.", {"30": TODAY}),
        ("Hôm qua, huyện đã hỗ trợ 300 hộ.", {"300": ("2024-10-14", "2024-10-14")}),
        # a day in brackets or behind "vào"
        ("Học sinh được nghỉ 3 ngày (từ 2/9 đến 4/9/2024).", {"3": ("2024-09-02", "2024-09-04")}),
        ("Công nhân được nghỉ 01 ngày (thứ Hai, ngày 2/9/2024).", {"01": ("2024-09-02", "2024-09-02")}),
        ("Nhà máy khởi động 2 tổ máy vào ngày 5/3/2024.", {"2": ("2024-03-05", "2024-03-05")}),
        ("Qua 3 ngày (từ 10 - 12/9/2024), trạm đã tiêm cho 800 người.", dict.fromkeys(("3", "800"), ("2024-09-10", "2024-09-12"))),
        # several months or years as one time; a stretch that is given in two calendars
        ("Trong tháng 7, 8/2024, phường có 400 hồ sơ.", {"400": ("2024-07-01", "2024-08-31")}),
        ("Trong năm 2022 và năm 2023, huyện đã xây 50 cầu.", {"50": ("2022-01-01", "2023-12-31")}),
        (
            "Chợ hoa mở từ thứ Bảy ngày 3/2/2024 (24 tháng Chạp) đến hết thứ Sáu ngày 9/2/2024, bán 700 chậu mai.",
            {"700": ("2024-02-03", "2024-02-09")},
        ),
        # since when
        ("Từ năm 2020, xã đã trồng 40 ha tràm.", {"40": ("2020-01-01", "2024-10-15")}),
        ("Số hộ nghèo còn 12 hộ kể từ năm 2021.", {"12": ("2021-01-01", "2024-10-15")}),
        ("Từ năm 2016 đến 2020, xã cử 35 người đi học.", {"35": ("2016-01-01", "2020-12-31")}),
        ("Giá điện tăng 3,5% kể từ ngày 1/9/2024.", {"3,5%": ("2024-09-01", "2024-10-15")}),
        # this school year, the end of a year
        ("Năm học này, trường có 640 học sinh.", {"640": ("2024-01-01", "2025-12-31")}),
        ("Cuối năm 2023, huyện có 640 hộ nghèo.", {"640": ("2023-12-31", "2023-12-31")}),
        # each number its own time
        ("Công suất năm 2022 là 80% và năm 2023 đạt 92%.", {"80%": ("2022-01-01", "2022-12-31"), "92%": YEAR_2023}),
        ("Nhà trường giảm từ con số 25 lớp năm 2020 xuống còn 18 lớp năm 2023.", {"25": ("2020-01-01", "2020-12-31"), "18": YEAR_2023}),
        # the deadline of a list, and of coordinated work
        (
            "CHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Xây dựng cắt giảm ít nhất 30% thời gian, 40% chi phí trước ngày 31/12/2024.",
            dict.fromkeys(("30%", "40%"), ("2024-12-31", "2024-12-31")),
        ),
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
        "Tháng 3/2023, tỉnh ký kết biên bản hợp tác, theo đó nhà máy dự kiến được xây trên 70 ha.",  # a plan that was signed then
        "Tỉnh công bố chiến lược phát triển du lịch đến năm 2030. Huyện trao giấy phép cho 20 dự án.",  # the years of a strategy
        "Mãi đến tháng 6/2023, nhà máy mới chạy thử. Nhà máy có vốn đầu tư 200 triệu đồng.",  # when it happened at last
        "Danh sách 34 phòng khám để nộp phiếu khảo sát cuối năm 2024.",  # the time of what is handed in
        "Đến nay, hai bên chưa gặp nhau. Căng thẳng giữa hai nước vẫn còn.",  # who has been told of
        "Đến nay, xã đã làm đường. Hằng năm, xã thu 3 tỷ đồng.",  # another time, which is not said to the day
        "Đến nay kết quả ra sao? Chương trình hỗ trợ 62 huyện.",  # a question
        "Cán bộ hiện có của xã được hưởng 0,5 lần lương.",  # those who are there
        "Lệnh cấm kéo dài trong 10 ngày kể từ ngày 5/3/2024.",  # how long, not when
        "Nghị định ban hành vào ngày 5/3/2024 quy định mức đóng 4,5%.",  # the day of a document
    ],
)
def test_no_time_of_its_own(text: str) -> None:
    assert set(periods(text).values()) == {None}


def test_words_that_point_need_the_day_of_the_document() -> None:
    assert periods("Đến nay, xã đã làm xong 12/15 tuyến đường.", None) == {"12/15": None}


def test_what_goes_on_in_a_document_without_a_day_has_no_end() -> None:
    assert periods("Từ đầu năm 2023 đến nay, xã đã làm xong 12 tuyến đường.", None) == {"12": ("2023-01-01", "None")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 5/3, đoàn kiểm tra đến chợ Gò. Tại đây, đoàn đã thu giữ 40 kg thịt.", ("2024-03-05", "2024-03-05")),
        ("Sáng 5/3, đoàn kiểm tra đến chợ Gò. Chợ có 40 sạp.", None),
        ("Sáng 5/3, kẻ gian vào kho. Khi bỏ chạy, chúng đã vứt lại 22 bao gạo.", ("2024-03-05", "2024-03-05")),
        ("Đoàn trao quà cho gia đình người lính đã hy sinh vào ngày 5/3/2024. Đoàn đã hỗ trợ 300 hộ.", None),
        ("Năm 2024, ngành thuế gặp khó khăn. Tuy vậy, ngành phấn đấu thu 900 tỷ đồng.", ("2024-01-01", "2024-12-31")),
        ("Bước vào năm học 2023 - 2024, trường có 15 lớp. Cả ba khối chỉ được 430 em.", ("2023-01-01", "2024-12-31")),
        ("Thợ làm từ ngày 1/2 đến ngày 3/2/2024.\nNhư vậy, đợt này kéo dài 3 ngày liên tục.", ("2024-02-01", "2024-02-03")),
    ],
)
def test_time_of_the_sentence_before(text: str, expected: tuple[str, str] | None) -> None:
    assert list(periods(text).values())[-1] == expected


def test_page_that_shows_the_readers_own_day_is_dated_by_its_lead() -> None:
    text = "Thứ năm, 13/06/2024, 03:07\nSáng 19/1, UBND tỉnh tổ chức hội nghị năm 2024.\nĐến nay, tỉnh đã hỗ trợ 1.500 hộ."
    assert periods(text, None)["1.500"] == ("2024-01-19", "2024-01-19")
