"""Tasks of whole documents: who, with whom, by when, under which item; and what is no task."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from extractor import Document, Task
from extractor.pipeline import Extractor

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 215/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày 06 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về tiến độ giải ngân

Ngày 05/3/2026, Chủ tịch UBND tỉnh đã chủ trì cuộc họp. Sau khi nghe Sở Tài chính báo cáo, Chủ tịch UBND tỉnh kết luận như sau:
"""
FOOT = """
Trên đây là Thông báo kết luận, yêu cầu các cơ quan, đơn vị triển khai thực hiện./.
Nơi nhận:
- Sở Tài chính chủ trì, báo cáo UBND tỉnh trước ngày 20/3/2026;
- Lưu: VT.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
"""
LD = "tỉnh Lâm Đồng"
FINANCE, BUILDING, FARMS = f"Sở Tài chính {LD}", f"Sở Xây dựng {LD}", f"Sở Nông nghiệp và Môi trường {LD}"
PEOPLES_COMMITTEE, OFFICE = f"Ủy ban nhân dân {LD}", f"Văn phòng Ủy ban nhân dân {LD}"


@cache
def extractor() -> Extractor:
    return Extractor()


def tasks_in(text: str) -> list[Task]:
    tasks = extractor().analyse(Document(text)).tasks
    for task in tasks:
        assert text[task.start : task.end] == task.text != ""
        assert task.due_text is None or task.due_text in text
        assert task.sentence
    assert len({task.task_id for task in tasks}) == len(tasks)
    return tasks


def notice(*lines: str) -> list[Task]:
    """The tasks of a conclusion notice with ``lines`` for its body."""
    return tasks_in(HEAD + "\n".join(lines) + FOOT)


def said(task: Task, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(task, name) for name in names)


def test_a_notice_from_letterhead_to_signature() -> None:
    found = notice(
        "I. ĐÁNH GIÁ CHUNG",
        "Sở Tài chính đã chủ động tham mưu, kết quả giải ngân đạt 45%.",
        "II. NHIỆM VỤ THỜI GIAN TỚI",
        "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng, Kho bạc Nhà nước khu vực XIII rà soát từng dự án, "
        "báo cáo UBND tỉnh trước ngày 20/3/2026.",
        "2. Sở Nông nghiệp và Môi trường:",
        "a) Hoàn thành bồi thường 12 dự án trong quý II/2026;",
        "b) Định kỳ thứ Sáu hàng tuần gửi báo cáo về Sở Tài chính để tổng hợp.",
        "3. Kiểm tra chất lượng công trình (Sở Xây dựng chủ trì), xong trước 17 giờ ngày 31/3/2026.",
        "4. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc; đơn vị tổng hợp kết quả trước Tết Nguyên đán 2027.",
    )
    assert [said(t, "item", "lead", "support", "report_to") for t in found] == [
        ("II/1", (FINANCE,), (BUILDING, "Kho bạc Nhà nước khu vực XIII"), (PEOPLES_COMMITTEE,)),
        ("II/2/a)", (FARMS,), (), ()),
        ("II/2/b)", (FARMS,), (), (FINANCE,)),
        ("II/3", (BUILDING,), (), ()),
        ("II/4", (OFFICE,), (), ()),
        ("II/4", (OFFICE,), (), ()),
    ]
    assert [said(t, "due", "inclusive", "rrule", "due_text") for t in found] == [
        (date(2026, 3, 20), False, None, "trước ngày 20/3/2026"),
        (date(2026, 6, 30), True, None, "trong quý II/2026"),
        (None, True, "FREQ=WEEKLY;BYDAY=FR", "Định kỳ thứ Sáu hàng tuần"),
        (date(2026, 3, 31), True, None, "trước 17 giờ ngày 31/3/2026"),
        (None, None, None, None),
        (date(2027, 2, 6), False, None, "trước Tết Nguyên đán 2027"),
    ]
    assert {t.assigner for t in found} == {f"Chủ tịch Ủy ban nhân dân {LD}"}
    assert [t.text for t in found[-2:]] == [
        "Giao Văn phòng UBND tỉnh theo dõi, đôn đốc",
        "đơn vị tổng hợp kết quả trước Tết Nguyên đán 2027.",
    ]


# --- who ---

WHO: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [
    (
        "Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng và các đơn vị liên quan rà soát.",
        (FINANCE,),
        (BUILDING, "các đơn vị liên quan"),
        (),
    ),
    ("Sở Tài chính chủ trì, Sở Xây dựng phối hợp rà soát các dự án.", (FINANCE,), (BUILDING,), ()),
    ("Rà soát các dự án chậm tiến độ (Sở Tài chính chủ trì, Sở Xây dựng phối hợp).", (FINANCE,), (BUILDING,), ()),
    ("Đề nghị Ban Tổ chức Tỉnh ủy thẩm định hồ sơ.", ("Ban Tổ chức Tỉnh ủy Lâm Đồng",), (), ()),
    ("Sở Tài chính có trách nhiệm thẩm định dự toán.", (FINANCE,), (), ()),
    ("Các chủ đầu tư phải nghiệm thu khối lượng hoàn thành.", ("Các chủ đầu tư",), (), ()),
    (
        "Yêu cầu các bộ: Quốc phòng, Công an và UBND các tỉnh Gia Lai, Đắk Lắk sẵn sàng phương án.",
        ("Bộ Quốc phòng", "Bộ Công an", "Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        (),
        (),
    ),
    ("Giao UBND các xã Đạ Tẻh, Cát Tiên bàn giao mặt bằng.", ("Ủy ban nhân dân xã Đạ Tẻh", "Ủy ban nhân dân xã Cát Tiên"), (), ()),
    ("Việc cấp phát gạo do Sở Tài chính thực hiện.", (FINANCE,), (), ()),
    ("Sở Xây dựng hoàn thiện hồ sơ, trình UBND tỉnh xem xét.", (BUILDING,), (), (PEOPLES_COMMITTEE,)),
    ("Sở Xây dựng báo cáo kết quả thực hiện gửi Sở Tài chính.", (BUILDING,), (), (FINANCE,)),
    ("Giao Sở Xây dựng gửi số liệu về Sở Tài chính để tổng hợp, báo cáo UBND tỉnh.", (BUILDING,), (), (FINANCE,)),
    ("Chỉ đạo khẩn trương rà soát các dự án chậm tiến độ.", (), (), ()),
    ("Bộ trưởng các Bộ: Quốc phòng, Công an rà soát phương án.", ("Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Công an"), (), ()),
    ("Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ rà soát.", ("Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ",), (), ()),
    (
        "Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk chỉ đạo thống kê thiệt hại.",
        ("Chủ tịch Ủy ban nhân dân tỉnh Gia Lai", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk"),
        (),
        (),
    ),
    ("Các Bộ, cơ quan: Tài chính, Xây dựng rà soát, báo cáo UBND tỉnh.", ("Bộ Tài chính", "Bộ Xây dựng"), (), (PEOPLES_COMMITTEE,)),
    ("Các cơ quan được giao chủ trì thực hiện nhiệm vụ tại Kế hoạch này có trách nhiệm lập dự toán.", ("Các cơ quan",), (), ()),
    ("Mở tài khoản cho người hưởng trợ cấp: UBND các xã, phường rà soát danh sách.", ("Ủy ban nhân dân các xã, phường",), (), ()),
    ("Trên cơ sở đề nghị của các xã và căn cứ khả năng ngân sách, Sở Tài chính tham mưu bố trí vốn.", (FINANCE,), (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "lead", "support", "report_to"), WHO, ids=[row[0][:40] for row in WHO])
def test_who(line: str, lead: tuple[str, ...], support: tuple[str, ...], report_to: tuple[str, ...]) -> None:
    (task,) = notice("Chủ tịch UBND tỉnh yêu cầu:", f"1. {line}")
    assert said(task, "text", "lead", "support", "report_to") == (line, lead, support, report_to)


def test_the_list_takes_who_helps_and_when_from_its_head_unless_an_item_says_otherwise() -> None:
    found = notice(
        "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thực hiện các nội dung sau, hoàn thành trước ngày 30/6/2026:",
        "- Rà soát danh mục dự án.",
        "- Lập phương án điều chuyển vốn trước ngày 15/4/2026.",
        "- Sở Nông nghiệp và Môi trường cung cấp số liệu đất đai.",
    )
    assert [said(t, "item", "lead", "support", "due") for t in found] == [
        ("1/-1", (FINANCE,), (BUILDING,), date(2026, 6, 30)),
        ("1/-2", (FINANCE,), (BUILDING,), date(2026, 4, 15)),
        ("1/-3", (FARMS,), (), date(2026, 6, 30)),
    ]


def test_a_sentence_without_subject_takes_the_last_one() -> None:
    found = notice("1. Sở Xây dựng khẩn trương sửa chữa các tuyến đường. Kiểm tra 15 cầu yếu, xong trong tháng 4/2026.")
    assert [(t.lead, t.due) for t in found] == [((BUILDING,), None), ((BUILDING,), date(2026, 4, 30))]


def test_the_body_that_leads_a_part_leads_its_items_and_paragraphs_and_nothing_beyond() -> None:
    found = notice(
        "Thành phố Đà Lạt là trung tâm của tỉnh.",
        "1. Sở Xây dựng",
        "Trên cơ sở đề nghị của các xã, tham mưu UBND tỉnh bố trí kinh phí.",
        "- Chỉ đạo các đơn vị trực thuộc kiểm tra công trình.",
        "- Khi có sự cố, báo cáo ngay UBND tỉnh.",
        "2. Phát triển đô thị là nhiệm vụ lâu dài. Nâng cao chất lượng quy hoạch.",
    )
    assert [(t.item, t.lead) for t in found] == [("1", (BUILDING,)), ("1/-1", (BUILDING,)), ("1/-2", (BUILDING,))]


def test_the_order_before_a_colon_addresses_the_list() -> None:
    found = notice(
        "Triển khai Công điện số 31/CĐ-TTg ngày 02/3/2026, Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng:",
        "1. Rà soát các tuyến đường bị sạt lở.",
        "2. Bố trí lực lượng trực 24/24 giờ.",
    )
    assert [(t.item, t.lead) for t in found] == [("1", (BUILDING,)), ("2", (BUILDING,))]


def test_a_heading_that_only_names_who_is_asked_is_no_task() -> None:
    found = notice("3. Đề nghị Ban Tổ chức Tỉnh ủy", "- Thẩm định hồ sơ cán bộ.", "- Rà soát quy hoạch cán bộ.")
    assert [(t.item, t.lead) for t in found] == [("3/-1", ("Ban Tổ chức Tỉnh ủy Lâm Đồng",)), ("3/-2", ("Ban Tổ chức Tỉnh ủy Lâm Đồng",))]


def test_items_without_a_verb_are_work_where_their_head_says_so() -> None:
    found = notice(
        "1. Sở Tài chính chủ trì triển khai các dự án thành phần, bao gồm:",
        "- Dự án 1: Phòng ngừa, đấu tranh với gian lận thương mại.",
        "- Dự án 2: Ứng dụng khoa học và công nghệ trong quản lý giá.",
        "- Dự án 3 đã được phê duyệt từ năm trước.",
    )
    assert [(t.item, t.lead) for t in found] == [("1/-1", (FINANCE,)), ("1/-2", (FINANCE,))]


def test_blocks_of_content_and_who_carries_it_out() -> None:
    found = notice(
        "III. NHIỆM VỤ",
        "1. Tuyên truyền",
        "- Nội dung: Tổ chức tập huấn cho cán bộ cấp xã.",
        "- Cơ quan thực hiện: Sở Xây dựng chủ trì, phối hợp với Sở Tài chính và các đơn vị có liên quan.",
        "- Thời gian thực hiện: Hằng năm.",
        "2. Rà soát văn bản",
        "- Cơ quan thực hiện: Sở Tài chính rà soát các văn bản về giá; Sở Xây dựng rà soát các văn bản về quy hoạch.",
    )
    assert [said(t, "text", "lead", "support", "rrule") for t in found] == [
        ("Tổ chức tập huấn cho cán bộ cấp xã.", (BUILDING,), (FINANCE, "các đơn vị có liên quan"), "FREQ=YEARLY"),
        ("Sở Tài chính rà soát các văn bản về giá", (FINANCE,), (), None),
        ("Sở Xây dựng rà soát các văn bản về quy hoạch.", (BUILDING,), (), None),
    ]


def test_reports_and_difficulties_below_the_body_that_was_told() -> None:
    found = notice(
        "1. Các sở, ngành xây dựng kế hoạch chi tiết.",
        "Định kỳ báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/11 hằng năm.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Tài chính để tổng hợp.",
    )
    assert [(t.lead, t.report_to, t.rrule) for t in found] == [
        (("Các sở, ngành",), (), None),
        (("Các sở, ngành",), (PEOPLES_COMMITTEE,), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
        (("các cơ quan, đơn vị",), (FINANCE,), None),
    ]


def test_a_page_that_tells_of_the_document_above_it() -> None:
    story = "Chủ tịch UBND tỉnh chỉ đạo đẩy nhanh giải ngân\n" + "Nội dung chi tiết như sau. " * 80 + "\n"
    found = tasks_in(story + HEAD + "1. Sở Xây dựng:\n- Rà soát các dự án chậm tiến độ.\n" + FOOT)
    assert [(t.item, t.lead) for t in found] == [("1/-1", (BUILDING,))]


def test_references_resolve() -> None:
    found = notice("1. Sở Tài chính chủ trì, Sở Xây dựng phối hợp rà soát; hai cơ quan nói trên công bố danh mục trước 30/4/2026.")
    assert [t.lead for t in found] == [(FINANCE,), (FINANCE, BUILDING)]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["1. Sở Xây dựng:", "(i) Rà soát quỹ đất; (ii) lập phương án, báo cáo UBND tỉnh."], ["1/(i)", "1/(ii)"]),
        (["1. Sở Xây dựng:", "(1) Rà soát quỹ đất; (2) lập phương án."], ["1/(1)", "1/(2)"]),
        (["Điều 2. Sở Xây dựng có trách nhiệm:", "1. Rà soát quỹ đất.", "2. Lập phương án."], ["Điều 2/1", "Điều 2/2"]),
        (["1.1. Sở Xây dựng rà soát quỹ đất.", "1.2. Sở Tài chính bố trí vốn."], ["1.1", "1.2"]),
        (["4. Sở Xây dựng:", "• Rà soát quỹ đất.", "+ Lập phương án."], ["4/•1", "4/•1/+1"]),
        (["4. Sở Xây dựng", "- Rà soát quỹ đất;", "- Lập phương án."], ["4/-1", "4/-2"]),
        (["Giao Sở Xây dựng rà soát quỹ đất.", "Giao Sở Tài chính bố trí vốn."], [None, None]),
    ],
)
def test_outline(lines: list[str], items: list[str | None]) -> None:
    found = notice("Chủ tịch UBND tỉnh yêu cầu:", *lines)
    assert [t.item for t in found] == items
    assert all(t.lead for t in found)


def test_the_part_that_carries_a_plan_out_assigns_work() -> None:
    found = tasks_in(
        "ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN\nSố: 12/KH-UBND\nTân An, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nChuyển đổi số năm 2026\n"
        "I. MỤC TIÊU\n- Phấn đấu 80% hồ sơ nộp trực tuyến.\n"
        "II. NHIỆM VỤ\n1. Lắp đặt 20 điểm wifi công cộng.\n- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.\n"
        "- Cơ quan phối hợp: Công an phường, Đoàn Thanh niên.\n- Thời gian hoàn thành: Quý II/2026.\n"
        "- Sản phẩm: 20 điểm wifi được nghiệm thu.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội\n- Theo dõi, đôn đốc việc thực hiện.\n"
        "2. Công an phường: phối hợp với Phòng Văn hóa - Xã hội bảo đảm an toàn thông tin.\n"
    )
    culture, police = "Phòng Văn hóa - Xã hội phường Tân An", "Công an phường Tân An"
    assert [said(t, "item", "lead", "support", "due", "product") for t in found] == [
        ("II/1", (culture,), (police, "Đoàn Thanh niên"), date(2026, 6, 30), "20 điểm wifi được nghiệm thu"),
        ("III/1/-1", (culture,), (), None, None),
        ("III/2", (police,), (culture,), None, None),
    ]


# --- what is no task ---


@pytest.mark.parametrize(
    "line",
    [
        "Sở Tài chính đã hoàn thành rà soát 25 dự án.",
        "Thực hiện Quyết định số 12/QĐ-UBND, các đơn vị đã triển khai nghiêm túc.",
        "Theo báo cáo của Sở Xây dựng, tiến độ đạt 45%.",
        "Trong thời gian qua, các xã còn chậm bàn giao mặt bằng.",
    ],
)
def test_what_is_told_is_no_task(line: str) -> None:
    assert notice(line) == []


def test_petitions_of_citizens_are_no_tasks() -> None:
    found = tasks_in(
        "Hà Tĩnh: Đẩy nhanh tiến độ giải phóng mặt bằng\nThứ Ba, 14/10/2025 09:30\n"
        "(BHT) - Chiều 13/10, Phó Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn B chủ trì cuộc họp. Đến nay, các địa phương đã bàn giao 18/25 km.\n"
        "Phó Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng rà soát toàn bộ hồ sơ, báo cáo UBND tỉnh trước ngày 25/10.\n"
        "Sở Xây dựng cho biết sẽ bố trí thêm 3 mũi thi công.\n"
        "Người dân xã Cẩm Bình đề nghị Nhà nước hỗ trợ thêm kinh phí di dời.\n"
    )
    assert [said(t, "lead", "due", "assigner") for t in found] == [
        (("Sở Xây dựng tỉnh Hà Tĩnh",), date(2025, 10, 25), "Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh")
    ]


def test_a_document_without_tasks() -> None:
    assert tasks_in("Thời tiết hôm nay nắng đẹp. Nhiệt độ cao nhất 35 độ C.") == []
    assert tasks_in("") == []


# --- when ---

WHEN = [
    ("trước 17 giờ ngày 20/3/2026", date(2026, 3, 20), True, None, None),
    ("chậm nhất trước ngày 20/3/2026", date(2026, 3, 20), False, None, None),
    ("ngay trong tháng 3", date(2026, 3, 31), True, None, None),
    ("trong quý II/2026", date(2026, 6, 30), True, None, None),
    ("trước Giỗ Tổ Hùng Vương 2026", date(2026, 4, 26), False, None, None),
    ("trước dịp lễ Quốc khánh 2/9", date(2026, 9, 2), False, None, None),
    ("trong vòng 15 ngày kể từ ngày ký", date(2026, 3, 23), True, None, "P15D"),  # 21/3 is a Saturday
    ("trong vòng 10 ngày làm việc kể từ ngày ban hành Thông báo này", date(2026, 3, 20), True, None, "P10B"),
    ("trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", None, True, None, "P5B"),
    ("hằng quý, trước ngày 25 của tháng cuối quý", None, False, "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25", None),
    ("định kỳ vào thứ Sáu hàng tuần", None, True, "FREQ=WEEKLY;BYDAY=FR", None),
    ("trước ngày 15/6 và 15/12 hằng năm", None, False, "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15", None),
]


@pytest.mark.parametrize(("words", "due", "inclusive", "rrule", "duration"), WHEN, ids=[row[0] for row in WHEN])
def test_when(words: str, due: date | None, inclusive: bool, rrule: str | None, duration: str | None) -> None:
    (task,) = notice("Chủ tịch UBND tỉnh yêu cầu:", f"1. Sở Tài chính báo cáo UBND tỉnh {words}.")
    assert said(task, "due", "inclusive", "rrule", "duration", "due_text") == (due, inclusive, rrule, duration, words)


def test_make_up_working_days_count() -> None:
    """The offices work on Saturday 22/8/2026 for Monday 31/8: Friday, Saturday and Monday are three working days."""
    text = (
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 1/TB-UBND\nGia Lai, ngày 20 tháng 8 năm 2026\nTHÔNG BÁO\nChủ tịch UBND tỉnh yêu cầu:\n"
        "1. Sở Y tế báo cáo UBND tỉnh trong vòng 03 ngày làm việc kể từ ngày ký.\n"
    )
    assert [t.due for t in tasks_in(text)] == [date(2026, 8, 24)]


@pytest.mark.parametrize(
    "line",
    [
        "Sở Tài chính rà soát các dự án đã phê duyệt trước ngày 01/01/2025.",
        "Sở Tài chính kiểm điểm các chủ đầu tư có tỷ lệ giải ngân đến 31/12/2025 dưới 95%.",
        "Sở Tài chính tiếp tục thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh.",
        "Sở Tài chính tham mưu Chương trình phát triển giai đoạn 2026 - 2030.",
        "Đối với các nhiệm vụ triển khai trong năm 2026, Sở Tài chính chủ động cân đối ngân sách.",
        "Sở Tài chính hỗ trợ sửa nhà, bảo đảm người dân có nhà ở an toàn trước Tết Nguyên đán 2027.",
    ],
)
def test_a_time_that_is_no_deadline(line: str) -> None:
    (task,) = notice("Chủ tịch UBND tỉnh yêu cầu:", f"1. {line}")
    assert said(task, "due", "rrule", "duration", "due_text") == (None, None, None, None)


# --- what it rests on ---


def test_the_documents_that_a_task_rests_on() -> None:
    (task,) = notice("1. Giao Sở Tài chính cấp gạo theo Quyết định số 1234/QĐ-TTg ngày 05/02/2026 và Công văn số 77/BTC-NSNN.")
    assert task.documents == ("1234/QĐ-TTg", "77/BTC-NSNN")


# --- the facts' roles come from the same code ---


def test_roles_of_the_agency_facts() -> None:
    text = HEAD + "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát, báo cáo UBND tỉnh trước ngày 20/3/2026.\n"
    facts = [f for f in extractor().analyse(Document(text)).facts if f.kind == "agency" and f.start >= len(HEAD)]
    assert [(f.text, f.role) for f in facts] == [("Sở Tài chính", "lead"), ("Sở Xây dựng", "support"), ("UBND tỉnh", "report_to")]


# --- tables ---

HEADINGS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn")
ROWS = (
    ("1", "Rà soát danh mục dự án", "Sở Tài chính", "Sở Xây dựng; UBND các xã, phường", "Báo cáo", "Trước ngày 30/4/2026"),
    ("2", "Số hóa hồ sơ đất đai", "Sở Nông nghiệp và Môi trường", "", "Cơ sở dữ liệu", "Quý III/2026"),
)  # fmt: skip
EXPECTED = [
    ("1", "Rà soát danh mục dự án", (FINANCE,), (BUILDING, "Ủy ban nhân dân các xã, phường"), "Báo cáo", date(2026, 4, 30)),
    ("2", "Số hóa hồ sơ đất đai", (FARMS,), (), "Cơ sở dữ liệu", date(2026, 9, 30)),
]


def in_pipes() -> str:
    lines = [HEADINGS, tuple("---" for _ in HEADINGS), ("", "I. LĨNH VỰC ĐẦU TƯ", "", "", "", ""), *ROWS]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def in_lines() -> str:
    return "\n".join(cell for row in (HEADINGS, *ROWS) for cell in row if cell)


def test_a_table_in_pipes_below_the_recipients_is_read() -> None:
    found = tasks_in(HEAD + FOOT + "\nPHỤ LỤC\n" + in_pipes() + "\n")
    assert [said(t, "item", "text", "lead", "support", "product", "due") for t in found] == [(f"I/{row[0]}", *row[1:]) for row in EXPECTED]
    assert {t.rule for t in found} == {"task.table"}


def test_a_table_of_one_cell_a_line_is_read() -> None:
    found = tasks_in(HEAD + FOOT + "\nPHỤ LỤC\n" + in_lines() + "\n")
    assert [said(t, "item", "text", "lead", "support", "product", "due") for t in found] == EXPECTED
