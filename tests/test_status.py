"""What the rules say of the status of numbers: result, target, baseline, or null where the number only describes."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from extractor import Document
from extractor.meaning.statuses import by_rules
from extractor.pipeline import Extractor


@cache
def extractor() -> Extractor:
    return Extractor(statuses=by_rules)


def statuses(text: str) -> list[tuple[str, str | None]]:
    """The words and the status of each number of ``text``."""
    facts = extractor().analyse(Document(text, date=date(2025, 6, 1))).facts
    return [(f.text, f.status) for f in facts if f.kind in ("ratio", "percent", "quantity", "money", "rank")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý I, tỷ lệ hộ dùng nước sạch ước đạt 91,5%.", [("91,5%", "result")]),
        ("Đến nay, huyện đã hoàn thành 17/19 tiêu chí.", [("17/19", "result")]),
        ("Tỉnh đứng thứ 5 cả nước về cải cách.", [("thứ 5", "result")]),
        ("Sở đã ban hành 12 kế hoạch, 9 quyết định và 31 công văn.", [("12", "result"), ("9", "result"), ("31", "result")]),
        ("Công an tỉnh đã cấp thẻ cho dân, vượt thời hạn được giao 40 ngày.", [("40", "result")]),
        ("Phấn đấu đến hết năm 2026, tỷ lệ này đạt 95%.", [("95%", "target")]),
        ("Năm nay, thành phố sẽ xây 4 trường học.", [("4", "target")]),
        ("Tổng mức đầu tư của dự án là 850 tỷ đồng.", [("850 tỷ đồng", "target")]),
        ("Kim ngạch đạt 45% so với năm 2023 (38%).", [("45%", "result"), ("38%", "baseline")]),
        ("Thu nhập tăng từ 30 triệu đồng lên 42 triệu đồng.", [("30 triệu đồng", "baseline"), ("42 triệu đồng", "result")]),
        ("Tỉnh là một trong 14 địa phương dẫn đầu.", [("14", None)]),
        ("Bệnh nhân nam 41 tuổi đã xuất viện sau 12 ngày.", [("41", None), ("12", None)]),
        ("Hội nghị chỉ ra 3 tồn tại.", [("3", None)]),
        ("Xã cách trung tâm huyện 8 km.", [("8", None)]),
        ("Với sự tham gia của gần 300 vận động viên, giải chạy đã khép lại.", [("300", "result")]),
        ("Chi cục đã làm thủ tục đối với 2.150 tờ khai.", [("2.150", "result")]),
        ("Tuyến phố được thông xe chậm hai tháng so với tiến độ.", [("hai", "result")]),
        ("Lũ quét khiến ít nhất 6 người mất tích.", [("6", "result")]),
        (
            "Từ con số 18 hợp tác xã với 900 thành viên, đến nay chỉ còn 7 hợp tác xã.",
            [("18", "baseline"), ("900", "baseline"), ("7", "result")],
        ),
        ("Từ vị trí thứ ba đội đã tụt xuống thứ bảy.", [("thứ ba", "baseline"), ("thứ bảy", "result")]),
        ("Mục tiêu là 100% thôn có sóng di động, từ 85% trở lên hộ dùng nước sạch.", [("100%", "target"), ("85%", "target")]),
        (
            "Mục tiêu đến năm 2030 là 95% hộ có nước sạch. Bên cạnh đó, tỷ lệ che phủ rừng đạt 45%.",
            [("95%", "target"), ("45%", "target")],
        ),
        ("Sẽ cắt giảm 30/40 thủ tục hành chính (đạt 75%).", [("30/40", "target"), ("75%", "target")]),
        ("Hai nước đã ký thỏa thuận; 3 công ty này còn nợ thuế.", [("Hai", None), ("3", None)]),
        ("Kẻ gian cạy cửa chiếc xe 7 chỗ trước tòa nhà 15 tầng.", [("7", None), ("15", None)]),
        ("Đây là nhà máy thứ 6 của hãng.", [("thứ 6", None)]),
        ("Thành phần: kẽm 4,5%, bột đá 60%.", [("4,5%", None), ("60%", None)]),
        ("Tỷ lệ % để tính thuế như sau:\n- Bán buôn: 1%;\n- Vận tải: 3%.", [("1%", None), ("3%", None)]),
        (
            "Các chỉ tiêu phấn đấu năm 2026:\n- Tỷ lệ hộ nghèo: 1,2%;\n- Thu ngân sách: 900 tỷ đồng.",
            [("1,2%", "target"), ("900 tỷ đồng", "target")],
        ),
        ("Người suy giảm khả năng lao động dưới 61% thì gửi đơn.", [("61%", None)]),
        ("Trời mưa nên thu nhập chỉ 200.000 đồng/ngày.", [("200.000 đồng", "result")]),
        ("Tổng mức vốn đăng ký của các dự án đang hoạt động là 3 tỷ USD.", [("3 tỷ USD", "result")]),
        ("Xã có từ 80% hộ trở lên được tính 3 điểm; trên 90% thì cứ thêm 1% được tính thêm 2 điểm.", None),
    ],
)
def test_status_follows_the_cues_of_the_sentence(text: str, expected: list[tuple[str, str | None]] | None) -> None:
    found = statuses(text)
    assert found == (expected if expected is not None else [(words, None) for words, _ in found]) != []


def test_work_that_is_assigned_is_a_target() -> None:
    text = "CHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế lắp đặt 25 máy thở trước ngày 5/7/2025."
    assert statuses(text) == [("25", "target")]
