"""Provinces before and after the mergers, and which of them a document is about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gazetteer import find_places
from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.provinces import Unit, mentions, province

EXTRACTOR = Extractor()


def place(text: str) -> str | None:
    return EXTRACTOR.analyse(Document(text)).place


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Nghệ An", "tỉnh Nghệ An"),
        ("tỉnh Nghệ An", "tỉnh Nghệ An"),
        ("TỈNH NGHỆ AN", "tỉnh Nghệ An"),
        (" Lạng sơn ", "tỉnh Lạng Sơn"),
        ("Hoà Bình", "tỉnh Hòa Bình"),
        ("Khánh Hoà", "tỉnh Khánh Hòa"),
        ("Ha\u0300 Nam", "tỉnh Hà Nam"),
        ("Bà Rịa–Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu"),
        ("BR-VT", "tỉnh Bà Rịa - Vũng Tàu"),
        ("Đăk Lăk", "tỉnh Đắk Lắk"),
        ("Ðắc Lắc", "tỉnh Đắk Lắk"),
        ("Kontum", "tỉnh Kon Tum"),
        ("Bắc Cạn", "tỉnh Bắc Kạn"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Tp. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP.Đà Nẵng", "thành phố Đà Nẵng"),
        ("tp Huế", "thành phố Huế"),
        ("Thừa Thiên - Huế", "tỉnh Thừa Thiên Huế"),
    ],
)
def test_a_name_however_written(name: str, canonical: str) -> None:
    unit = province(name)
    assert unit is not None
    assert unit.canonical == canonical


@pytest.mark.parametrize("name", ["", "tỉnh", "Vinh", "huyện Nghệ An", "Nghệ", "Nghệ An mới", "thành phố"])
def test_what_is_no_province(name: str) -> None:
    assert province(name) is None


def test_units_know_when_they_exist() -> None:
    def days(name: str) -> tuple[date | None, date | None]:
        unit = province(name)
        assert unit is not None
        return unit.since, unit.until

    assert days("Nghệ An") == (None, None)
    assert days("Hà Nam") == (None, date(2025, 6, 30))
    assert days("Huế") == (date(2025, 1, 1), None)
    assert days("Thừa Thiên Huế") == (None, date(2024, 12, 31))


# Nghị quyết 202/2025/QH15: six cities and twenty-eight provinces from 1 July 2025; sixty-three units before 2025.
NAMES = """An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Tĩnh|Hưng Yên|Khánh Hòa
Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La
Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long|Hà Nội|Hải Phòng|Huế|Đà Nẵng|Cần Thơ|Hồ Chí Minh
Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Đắk Nông
Hà Giang|Hà Nam|Hải Dương|Hậu Giang|Hòa Bình|Kiên Giang|Kon Tum|Long An|Nam Định|Ninh Thuận|Phú Yên
Quảng Bình|Quảng Nam|Sóc Trăng|Thái Bình|Tiền Giang|Trà Vinh|Vĩnh Phúc|Yên Bái|Thừa Thiên Huế""".replace("\n", "|").split("|")


def test_the_country_had_sixty_three_units_and_has_thirty_four() -> None:
    units: set[Unit] = {unit for name in NAMES if (unit := province(name))}
    assert len(units) == len(NAMES) == 64

    def on(day: date) -> list[str]:
        return [u.level for u in units if (u.since is None or u.since <= day) and (u.until is None or day <= u.until)]

    for day, provinces, cities in ((date(2024, 6, 1), 58, 5), (date(2025, 3, 1), 57, 6), (date(2025, 7, 1), 28, 6)):
        assert (on(day).count("tỉnh"), on(day).count("thành phố")) == (provinces, cities)


@given(st.sampled_from(NAMES), st.sampled_from(["", "tỉnh ", "TỈNH ", "thành phố "]), st.booleans())
def test_level_and_case_do_not_matter_and_the_canonical_name_stands_for_itself(name: str, level: str, upper: bool) -> None:
    unit = province(level + (name.upper() if upper else name))
    assert unit is not None
    assert unit.name == name
    assert province(unit.canonical) == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 12/KH-UBND\nTheo gương tỉnh Hà Nam, tỉnh Hà Nam, Hà Nam", "tỉnh Lâm Đồng"),
        ("UBND TỈNH HOÀ BÌNH\nSố: 12/KH-UBND", "tỉnh Hòa Bình"),
        ("CÔNG AN TỈNH HÀ NAM\nSố: 3/TB\nHà Nam, ngày 5 tháng 6 năm 2024", "tỉnh Hà Nam"),
        ("SỞ Y TẾ THÀNH PHỐ HẢI PHÒNG\nSố: 5/SYT", "thành phố Hải Phòng"),
        ("TỈNH ỦY BẮC GIANG\nSố 5-NQ/TU", "tỉnh Bắc Giang"),
        ("UBND HUYỆN ĐỒNG PHÚ\nSố: 3/TB-UBND\nTrên địa bàn tỉnh Bình Phước, huyện đã làm.", "tỉnh Bình Phước"),
        ("VĂN PHÒNG CHÍNH PHỦ\nSố: 3/TB-VPCP\nHà Nội, ngày 5 tháng 6 năm 2024\nGửi các tỉnh Đắk Lắk, Gia Lai, Khánh Hòa.", None),
        ("BỘ TÀI CHÍNH\nSố: 3/BTC\nHà Nội, ngày 5 tháng 6 năm 2024\nKính gửi: UBND các tỉnh, thành phố", None),
        ("Thủ tướng yêu cầu các tỉnh Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị khẩn trương ứng phó bão.", None),
        ("Bộ trưởng thăm Hải Phòng. Ông đi Quảng Ninh và Hà Nội.", None),
        ("Trời mưa ở nhiều nơi.", None),
        ("", None),
        ("Sơn La được mùa nhãn\nNông dân Sơn La phấn khởi.", "tỉnh Sơn La"),
    ],
)
def test_what_a_document_is_about(text: str, expected: str | None) -> None:
    assert place(text) == expected


def test_the_recipients_say_nothing() -> None:
    assert place("Bộ Y tế thông báo.\nNơi nhận:\n- UBND tỉnh Nghệ An;\n- Sở Y tế tỉnh Nghệ An.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Tiền Giang: Kết quả của tỉnh.",
        "Sáng qua, Tỉnh ủy họp tại Tiền Giang.",
        "Tại Tiền Giang, Tỉnh ủy họp. " + "Hội nghị kéo dài cả ngày. " * 16 + "Thành phố Cần Thơ cử đoàn dự, Cần Thơ còn gửi hai báo cáo.",
    ],
)
def test_the_province_without_a_name_is_the_one_in_the_head(text: str) -> None:
    assert place(text) == "tỉnh Tiền Giang"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiền Giang: Đẩy mạnh chuyển đổi số\nSáng nay, UBND tỉnh họp. Chủ tịch UBND tỉnh phát biểu.", "tỉnh Tiền Giang"),
        ("Sở Y tế TP.HCM cho biết toàn thành phố có 5 ca. UBND thành phố chỉ đạo.", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_province_in_running_text(text: str, expected: str) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("UBND huyện Kim Bảng họp tại xã Thụy Lôi.", {"huyện": "Kim Bảng", "xã": "Thụy Lôi"}),
        ("Từ huyện Kim Bảng đến huyện Lý Nhân, xã An Lão.", {"xã": "An Lão"}),
        ("UBND PHƯỜNG HOA LƯ\nPhường Hoa Lư có 9 tổ.", {"phường": "Hoa Lư"}),
        ("Chủ tịch phường 5, quận 10 nói.", {"phường": "5", "quận": "10"}),
        ("Thành phố Hải Phòng và thành phố Vinh.", {"thành phố": "Vinh"}),
        ("Không có đơn vị nào.\nNơi nhận:\n- huyện Kim Bảng.", {}),
    ],
)
def test_the_district_and_the_commune(text: str, units: dict[str, str]) -> None:
    trace = EXTRACTOR.analyse(Document(text), trace=True).trace
    assert trace is not None
    assert trace.context.units == units


@pytest.mark.parametrize(
    ("day", "canonical"),
    [(None, "tỉnh Bắc Ninh"), (date(2026, 9, 19), "tỉnh Bắc Ninh"), (date(2026, 9, 20), "thành phố Bắc Ninh")],
)
def test_a_province_that_becomes_a_city(day: date | None, canonical: str) -> None:
    unit = province("Bắc Ninh")
    assert unit is not None
    assert unit.on(day).canonical == canonical
    text = "Bắc Ninh trồng cây\nBắc Ninh vừa trồng 300 cây. Người dân Bắc Ninh hưởng ứng."
    found = EXTRACTOR.analyse(Document(text, date=day))
    assert (found.place, [f.place for f in found.facts if f.kind == "quantity"]) == (canonical, [canonical])


def test_a_city_by_its_own_name() -> None:
    unit = province("thành phố Đồng Nai")
    assert unit is not None
    assert unit.canonical == "thành phố Đồng Nai"


@pytest.mark.parametrize("name", ["Đồng Nai", "Quảng Ninh", "Bắc Ninh"])
def test_days_on_which_provinces_become_cities_are_those_of_the_register(name: str) -> None:
    unit = province(name)
    assert unit is not None
    assert [unit.raised] == [place.since for place in find_places(f"thành phố {name}") if len(place.code) == 2]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông Nguyễn Hòa Bình phát biểu.", []),
        ("ÔNG TRẦN THÁI BÌNH PHÁT BIỂU", []),
        ("Bà Lê Thị Hà Giang phát biểu.", []),
        ("Khu vực châu Á - Thái Bình Dương.", []),
        ("Tỉnh Hòa Bình và Thái Bình.", ["Hòa Bình", "Thái Bình"]),
        ("Trường Nguyễn Huệ Hà Nội.", ["Hà Nội"]),
        ("Từ Sơn La đến Hòa Bình.", ["Sơn La", "Hòa Bình"]),
        ("Tư tưởng Hồ Chí Minh; Đoàn TNCS Hồ Chí Minh; Chủ tịch Hồ Chí Minh.", []),
        ("Hai ca ở Hồ Chí Minh, một ca ở TP Hồ Chí Minh.", ["Hồ Chí Minh", "Hồ Chí Minh"]),
        ("Đội Hoàng Anh Gia Lai thắng.", []),
        ("Người Việt Nam định cư ở nước ngoài; Việt Nam bình thuận.", []),
        ("Lực lượng gìn giữ hòa bình; LỰC LƯỢNG GÌN GIỮ HÒA BÌNH; Hội Hòa bình.", []),
    ],
)
def test_persons_are_no_provinces(text: str, names: list[str]) -> None:
    assert [unit.name for _, _, unit in mentions(text)] == names


def test_a_letter_is_not_about_the_branch_that_it_goes_to() -> None:
    text = "BỘ TÀI CHÍNH\nCỤC THUẾ\nKính gửi: Thuế tỉnh Vĩnh Long\nThuế tỉnh Vĩnh Long hỏi; Cục Thuế trả lời Thuế tỉnh Vĩnh Long."
    assert place(text) is None
    assert place(text.replace("BỘ TÀI CHÍNH\nCỤC THUẾ\n", "")) == "tỉnh Vĩnh Long"
    company = (
        "BỘ TÀI CHÍNH\nKính gửi: Công ty TNHH Cơ khí Miền Tây\n(Đ/c: 12 Nguyễn Trãi, tỉnh Cà Mau)\nCông ty Cơ khí Cà Mau hỏi về thuế. {0}"
    )
    assert place(company.format("Nghị định đã quy định.")) is None
    assert place(company.format("Tại Cà Mau có 3 kho. Kho ở Cà Mau cũ. Dân Cà Mau chờ. Cà Mau sẽ xây kho khác.")) == "tỉnh Cà Mau"


def test_a_university_a_team_and_a_delegate_are_not_the_city_after_which_they_are_named() -> None:
    text = "Trường ĐH Thủy sản {0} tuyển sinh\nTrường ĐH Thủy sản {0} tuyển 300 sinh viên. Đại học Thủy sản {0} có ký túc xá."
    assert place(text.format("Hải Phòng")) is None
    assert (
        place(text.format("Hải Phòng").replace("ĐH Thủy sản ", "THPT ").replace("Đại học Thủy sản", "Người dân")) == "thành phố Hải Phòng"
    )
    assert place("CLB Đà Nẵng thắng\nCLB Đà Nẵng ghi 3 bàn. Đội bóng Đà Nẵng lên hạng.") is None
    assert place("Đại biểu Quốc hội Cần Thơ phát biểu\nĐoàn Cần Thơ đề nghị bổ sung vốn. Đoàn đại biểu Quốc hội Cần Thơ tán thành.") is None


def test_a_law_that_speaks_of_provinces_takes_no_city_away() -> None:
    text = "Hà Nội thi lớp 10\nThí sinh Hà Nội thi ba môn; Hà Nội có 34 điểm thi.\nTheo quy chế, hội đồng của tỉnh chấm thi."
    assert place(text) == "thành phố Hà Nội"
