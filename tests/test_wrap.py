"""Hard-wrapped texts fold to what they were before they were wrapped."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fold import fold, fold_text
from extractor.wrap import soft_breaks

# Invented paragraphs of prose, long enough to be wrapped several times at any width.
PROSE = (
    "Theo báo cáo tại hội nghị, trong sáu tháng đầu năm, toàn tỉnh đã tiếp nhận hơn 45.000 hồ sơ, trong đó tỷ lệ giải quyết đúng "
    "hạn đạt 97,5%, cao hơn cùng kỳ năm trước. Các sở, ban, ngành được giao tiếp tục rà soát quy trình, cắt giảm thời gian chờ đợi "
    "của người dân.",
    "Lãnh đạo Sở Y tế cho biết, đến cuối tháng 5/2024, ngành đã hoàn thành 23/25 nhiệm vụ được giao, hai nhiệm vụ còn lại đang chờ "
    "ý kiến của Bộ Y tế và Bộ Tài chính. Việc mua sắm thiết bị dự kiến xong trước ngày 15/7/2024, với tổng kinh phí 12,4 tỷ đồng.",
    "Tại cuộc họp chiều qua, Chủ tịch UBND huyện Kim Sơn yêu cầu các xã, thị trấn khẩn trương kiểm tra đê điều, bố trí lực lượng "
    "trực 24/24 giờ, chuẩn bị vật tư, phương tiện theo phương châm “bốn tại chỗ”, báo cáo kết quả về Văn phòng trước 17 giờ hàng "
    "ngày.",
    "Người dân xóm Đông kể rằng con đường liên thôn dài 3,2 km được mở rộng từ năm ngoái, nhờ vậy xe tải nhỏ đã vào được tận "
    "ruộng; giá thuê vận chuyển giảm một nửa, còn thời gian đi chợ chỉ bằng một phần ba so với trước kia.",
)
# A sentence that ends where its line ends may end its paragraph: nothing in the text tells.
SENTENCE_END = re.compile(r"(?<=[.!?…;:])\n")


def wrapped(text: str, width: int) -> str:
    """As mail and saved pages break it: at blanks alone."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def joined(text: str) -> str:
    return SENTENCE_END.sub(" ", text)


@given(st.permutations(PROSE), st.integers(3, 4), st.integers(40, 110), st.sampled_from(["\n", "\r\n", " \n", "\n  "]))
def test_prose_folds_the_same_at_any_width(paragraphs: list[str], count: int, width: int, line_end: str) -> None:
    source = "\n\n".join(wrapped(p, width) for p in paragraphs[:count]).replace("\n", line_end)
    assert joined(fold_text(source)) == joined("\n".join(paragraphs[:count]))


@pytest.mark.xfail(strict=True, reason="under three breaks before small letters: one before a figure or capital ends the paragraph")
def test_one_paragraph_folds_the_same_at_any_width() -> None:
    broken = {(p[:12], width) for p in PROSE for width in range(40, 111) if joined(fold_text(wrapped(p, width))) != joined(p)}
    assert broken == set()


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        # a full line that ends in a semicolon or colon was broken for its width, a short one ends its item
        ("yêu cầu Sở Y tế rà soát toàn bộ các trạm y tế;", "báo cáo trước ngày 20/3", True),
        ("chuẩn bị thuốc;", "báo cáo trước ngày 20/3", False),
        ("Cơ quan chủ trì: Văn phòng UBND tỉnh. Cơ quan phối hợp:", "các sở, ban, ngành", True),
        # a range over the break
        ("dự báo lượng khách trong dịp nghỉ lễ tăng khoảng 12", "- 15% so với năm ngoái", True),
        # a programme is no chapter
        ("các địa phương tiếp tục thực hiện tốt nội dung của", "Chương trình mục tiêu quốc gia", True),
        ("các địa phương tiếp tục thực hiện tốt nội dung của", "Chương II", False),
    ],
)
def test_which_breaks_of_a_wrapped_text_go_on(before: str, after: str, goes_on: bool) -> None:
    around = "\n\n".join(wrapped(p, 50) for p in PROSE)  # makes the text a wrapped one
    end = " " if goes_on else "\n"
    assert fold_text(f"{around}\n\n{before}\n{after}").endswith(f"\n{before}{end}{after}")


@pytest.mark.parametrize("width", range(40, 111, 5))
def test_a_fact_over_a_break_leads_back_over_it(width: int) -> None:
    source = "\n\n".join(wrapped(p, width) for p in PROSE)
    folded = fold(source)
    for fact in ("cuối tháng 5/2024", "23/25 nhiệm vụ", "Bộ Y tế và Bộ Tài chính", "trước ngày 15/7/2024", "12,4 tỷ đồng"):
        start = folded.text.index(fact)
        span = folded.source_span(start, start + len(fact))
        assert source[slice(*span)].replace("\n", " ") == fact


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("tỷ lệ đạt\n45%", []),  # one break before a figure tells nothing
        ("các sở, ban\nngành của tỉnh", [11]),
        ("các sở, ban\n   ngành của tỉnh", [11]),
        ("Xin chào.\nhẹn gặp lại", []),
        ("gồm có:\ntrường học", []),
        ("một dòng\n\nhai dòng", []),
        ("giai đoạn 2021\n- 2025", [14]),
        ("công tác cấp nước\n- cấp điện", []),
        ("trực thuộc TP.\nhồ sơ", [14]),
        ("a) việc một\nb) việc hai", []),
        ("trồng cây\nĐiều 5. Hiệu lực", []),
        ("bảng | cột\n| ô", []),
        ("không có ngắt dòng", []),
        ("", []),
    ],
)
def test_which_breaks_are_soft(text: str, soft: list[int]) -> None:
    assert soft_breaks(text) == set(soft)


LETTER = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 15/KH-UBND
KẾ HOẠCH
Trồng cây đầu xuân
1. Mục đích
- Nâng độ che phủ
- Giữ đất, giữ nước
2. Yêu cầu
a) Đúng mùa vụ
b) Đúng giống
Nơi nhận:
- Các xã;
- Lưu: VT."""


def test_lines_of_a_list_stay_apart() -> None:
    assert fold_text(LETTER) == LETTER


def test_list_items_of_a_wrapped_text_stay_apart() -> None:
    items = [f"{n}. {p}" for n, p in enumerate(PROSE, 1)]
    for width in range(50, 111):
        assert joined(fold_text("\n".join(wrapped(item, width) for item in items))) == joined("\n".join(items))


@given(st.text(st.sampled_from("\n\r ab.:;-|*#1)Đđ "), max_size=80))
def test_soft_breaks_are_single_line_breaks_between_words(text: str) -> None:
    for at in soft_breaks(text):
        assert text[at] == "\n"
        left, right = text[:at].rstrip(" \r\t"), text[at + 1 :].lstrip(" \r\t")
        assert left
        assert right
        assert "\n" not in (left[-1], right[0])
