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
        # Persons who are called like provinces, and where persons come from.
        ("Ông Trần Hòa Bình đã trao 45 suất quà.", {"45": "tỉnh Nghệ An"}),
        ("Anh Lê Văn Tâm (quê Thanh Hóa) đã hiến 300 m2 đất.", {"300": "tỉnh Nghệ An"}),
        ("Đại biểu Quốc hội Hải Phòng đề nghị bổ sung 12 tỷ đồng.", {"12 tỷ đồng": "tỉnh Nghệ An"}),
        # What is named after the country is not the country; one plant in it is not all of it.
        ("Công ty Sữa Việt Nam đã trao 80 suất học bổng.", {"80": "tỉnh Nghệ An"}),
        ("Nhà máy đầu tiên của hãng tại Việt Nam rộng 70 ha.", {"70": "tỉnh Nghệ An"}),
        ("Việt Nam đã xuất khẩu 900 tấn chè.", {"900": "toàn quốc"}),
        ("Nhà nước ta đã hỗ trợ 45 hộ.", {"45": "tỉnh Nghệ An"}),
        # Units above: the commune holds, whatever follows it.
        ("Trường THPT Kim Liên, thuộc xã Kim Liên, huyện Nam Đàn, tỉnh Nghệ An đạt 95%.", {"95%": "xã Kim Liên"}),
        ("Đã phạt 34 cơ sở (phường Hưng Bình, thành phố Vinh, tỉnh Nghệ An).", {"34": "phường Hưng Bình"}),
        ("Đã di dời 34 hộ dân xã Kim Liên.", {"34": "xã Kim Liên"}),
        ("Dự án đường ven biển Quảng Bình, đoạn thứ nhất, đã giải ngân 17 tỷ đồng.", {"17 tỷ đồng": "tỉnh Quảng Bình"}),
        # A city or ward that bears the name of a province.
        ("Thành phố Thái Nguyên có 34 trường.", {"34": "thành phố Thái Nguyên"}),
        ("Tại phường Bắc Giang, có 34 hộ nghèo.", {"34": "phường Bắc Giang"}),
        # Said again without its name.
        ("Xã Kim Liên mở 2 trường. Sau đó, toàn xã có 21 trường.", {"2": "xã Kim Liên", "21": "xã Kim Liên"}),
        ("Tỉnh Hà Tĩnh vượt kế hoạch.\nNăm nay, tỉnh này đã thu 900 tỷ đồng.", {"900 tỷ đồng": "tỉnh Hà Tĩnh"}),
        ("Thái Lan ghi nhận dịch tả lợn.\nHôm qua, nước này tiêu hủy 1.200 con lợn.", {"1.200": "Thái Lan"}),
        ("Xã hội của xã hội số cần 34 kỹ sư.", {"34": "tỉnh Nghệ An"}),
        # The title of a decree says nothing; a road or a market is not the commune after which it is named.
        (
            "Đơn vị vi phạm Nghị định số 58/2025/NĐ-CP của Chính phủ quy định về phí, bị phạt 40 triệu đồng.",
            {"40 triệu đồng": "tỉnh Nghệ An"},
        ),
        ("Xã Kim Liên họp dân.\nChợ Kim Liên có 34 hộ kinh doanh.", {"34": "tỉnh Nghệ An"}),
        ("Tỷ lệ ở Diễn Châu tăng 13% và tại huyện Yên Thành tăng 7%.", {"13%": "tỉnh Nghệ An", "7%": "huyện Yên Thành"}),
        ("Canada hỗ trợ 5 triệu USD cho người dân Philippines.", {"5 triệu USD": "Canada"}),
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


def test_table_row_of_a_place() -> None:
    text = "| Đơn vị | Số hộ |\n| --- | --- |\n| Hà Tĩnh | 34 hộ |\n| Quảng Bình | 51 hộ |"
    assert places(text) == {"34": "tỉnh Hà Tĩnh", "51": "tỉnh Quảng Bình"}


LAW = (
    "# Mức phạt khi đốt rác ở Hà Tĩnh năm 2025\nUBND tỉnh Hà Tĩnh vừa có thông báo về việc thu gom rác, tỉnh bố trí 34 điểm thu gom.\n"
    "Đốt rác bị phạt bao nhiêu?\nCăn cứ Điều 26 Nghị định 45/2022/NĐ-CP quy định về rác thải như sau:\n1. Phạt tiền 700.000 đồng.\n"
    "Như vậy, người đốt rác bị phạt 700.000 đồng."
)


def test_passages_of_law_hold_for_the_country() -> None:
    assert places(LAW, "tỉnh Hà Tĩnh") == {"34": "tỉnh Hà Tĩnh", "700.000 đồng": "toàn quốc"}


def test_a_heading_ends_a_passage_of_law() -> None:
    text = f"{LAW}\nTỉnh làm gì tiếp theo?\nTừ tháng sau, có 51 điểm thu gom."
    assert places(text, "tỉnh Hà Tĩnh")["51"] == "tỉnh Hà Tĩnh"


def test_official_documents_order_by_law() -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    text = f"{head}Căn cứ Điều 26 Nghị định 45/2022/NĐ-CP quy định về rác thải như sau:\nCác xã bố trí 34 điểm thu gom."
    assert places(text, "tỉnh Hà Tĩnh") == {"34": "tỉnh Hà Tĩnh"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # About nothing local: the country's name sets it against nothing.
        ("Năm qua, Việt Nam đã ký 16 hiệp định.", {"16": None}),
        ("Đến nay, cả nước có 230 cơ sở.", {"230": "toàn quốc"}),
        ("Hà Nội có 12 ca mắc, Việt Nam có 340 ca mắc.", {"12": "thành phố Hà Nội", "340": "toàn quốc"}),
        # The districts tell the province.
        (
            "Công an huyện Đức Thọ đã bắt 2 người.\nHọ bị bắt ở huyện Hương Khê.\nTang vật là 34 con dê.",
            {"2": "huyện Đức Thọ", "34": "tỉnh Hà Tĩnh"},
        ),
        # A country that everything is about.
        (
            "Lũ lụt ở Indonesia\nCác đảo của Indonesia ngập.\nĐã có 45 người chết, theo báo Indonesia. Cảng ở Indonesia đóng cửa.",
            {"45": "Indonesia"},
        ),
        ("Hà Lan gọi cầu thủ\n" + "Anh chuyền cho người Hà Lan. " * 4 + "Đội ghi 3 bàn.", {"3": None}),
        ("Cảng ở thành phố Cilegon đón 34 tàu.", {"34": None}),
        # A letter to a branch is not about its province.
        (
            "BỘ TÀI CHÍNH\nCỤC THUẾ\nKính gửi: Thuế tỉnh Hà Tĩnh\nTrả lời công văn của Thuế tỉnh Hà Tĩnh, đề nghị Thuế tỉnh Hà Tĩnh:\n"
            "Hóa đơn từ 20 triệu đồng phải thanh toán qua ngân hàng.",
            {"20 triệu đồng": None},
        ),
        # A province that is named first, and alone.
        (
            "Cung đường biển Hà Tĩnh\nBiển Hà Tĩnh xanh ngắt.\nĐường dài 18 km. Khách đến Hà Tĩnh ngày một đông.",
            {"18": "tỉnh Hà Tĩnh"},
        ),
    ],
)
def test_without_a_place_of_its_own(text: str, expected: dict[str, str | None]) -> None:
    assert places(text, None) == expected


def test_a_city_named_in_passing_is_not_what_the_province_s_paper_is_about() -> None:
    text = (
        "Thành phố Vinh khai mạc giải bóng đá tỉnh Nghệ An\n"
        + "Thành phố Vinh đăng cai. Nghệ An có nhiều đội; Nghệ An mạnh.\n" * 4
        + "Có 34 đội."
    )
    assert places(text)["34"] == "tỉnh Nghệ An"
