"""The status of numbers: result, target, baseline, or null where the number only describes."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from extractor import Document
from extractor.pipeline import Extractor


@cache
def extractor() -> Extractor:
    return Extractor()


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
        ("Xã có từ 80% hộ trở lên được tính 3 điểm; trên 90% thì cứ thêm 1% được tính thêm 2 điểm.", None),
    ],
)
def test_status_follows_the_cues_of_the_sentence(text: str, expected: list[tuple[str, str | None]] | None) -> None:
    found = statuses(text)
    assert found == (expected if expected is not None else [(words, None) for words, _ in found]) != []


def test_work_that_is_assigned_is_a_target() -> None:
    text = "CHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế lắp đặt 25 máy thở trước ngày 5/7/2025."
    assert statuses(text) == [("25", "target")]
