"""Capitals that TCVN3 cannot write come back from the letters, words and lines around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_encoders import LOWER, encode

from extractor.load.legacy.capitals import capitals
from extractor.load.legacy.fonts import mend
from extractor.load.legacy.tables import to_unicode


def typed(text: str) -> str:
    """The text as TCVN3 holds it, without a capital that bears a tone."""
    return to_unicode(encode(text, "TCVN3").decode("latin-1"), "TCVN3")


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT ĐỊNH VỀ VIỆC LẤY Ý KIẾN Ở CÁC XÃ",
        "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
        "SỞ Y TẾ",
        "Bà NGUYỄN THỊ TÝ, phó chủ tịch, và ông TẠ THANH HÀ",
        "Phụ lục II. Bảng HỆ SỐ LƯƠNG của cán bộ",
        "UBND Hà Tú và HĐND Tà Sì",
        "Số: 12/QĐ-UBND",
        "Ủy ban nhân dân các huyện; chủ tịch Ủy ban nhân dân tỉnh",
        "Tỉnh ủy viên, Bí thư Thành ủy ban hành nghị quyết",
        "Ở Hà Nội, người dân ở phố cổ ủng hộ. Ứng dụng ấy ổn định! Ấn Độ và Úc, châu Á; á hậu Ả Rập",
        "1. Áp dụng; áp dụng\n2. Ứng phó\na) Ổn định\n- Ưu tiên, ẩm thực\n\nÝ kiến: “Ở đây ổn”",
        "<p>Ở Hà Nội</p><p>Ứng phó bão</p><td class='a'>Ổn định</td> và <b>ở</b> Huế",
        "Họp tại huyện Ứng Hòa, xã Ái Quốc và ấp Bình Hòa.",
        "Nguyễn Ngọc Ánh và ánh đèn; Tết Ất Tỵ ở Mường Ảng, Vũng Áng",
        "một dòng bị ngắt giữa chừng vì quá\nở dòng dưới vẫn là câu cũ",
    ],
)
def test_capitals_come_back(text: str) -> None:
    assert capitals(typed(text)) == text


def test_part_of_a_paragraph_opens_no_sentence() -> None:
    assert capitals("ở Huế. ở Vinh", opening=False) == "ở Huế. Ở Vinh"


def test_where_every_line_is_a_paragraph_each_begins_a_sentence() -> None:
    lines = ["Tin trong ngày", *[f"Bản tin số {i} của báo" for i in range(10)], "Ảnh đẹp trong tuần", "Ở quê nhà"]
    assert mend(encode("\n".join(lines), "TCVN3").decode("latin-1"))[0] == "\n".join(lines)


@settings(deadline=None)
@given(st.text(st.sampled_from(LOWER + "ABCDĐaybc  .\n-:"), max_size=80))
def test_only_the_case_changes(text: str) -> None:
    restored = capitals(text)
    assert restored.lower() == text.lower()
    assert all(new == old or (new.isupper() and old.islower()) for old, new in zip(text, restored, strict=True))
