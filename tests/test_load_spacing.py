"""Wrong blanks between syllables: what is mended, and that sound text is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.load.spacing import repaired


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("ĐIỀ U KHO ẢN THI HÀNH", "ĐIỀU KHOẢN THI HÀNH"),
        ("mực nước Quốc giatừ đêm nay", "mực nước Quốc gia từ đêm nay"),
        ("Ch ủ trì, phố i hợ p vớ i Sở Tà i chính", "Chủ trì, phối hợp với Sở Tài chính"),
        ("kế t nố i lư ợ t tà u", "kết nối lượt tàu"),
        ("đềnghị Đại diệnNhân dân", "đề nghị Đại diện Nhân dân"),
        ("đếnkhoảngngày 12", "đến khoảng ngày 12"),
        ("ĐàNẵng và ĐỒNGTHÁP", "Đà Nẵng và ĐỒNG THÁP"),
    ],
)
def test_blanks_are_mended(broken: str, sound: str) -> None:
    assert repaired(broken) == sound


@pytest.mark.parametrize(
    "text",
    [
        "điểm đ áp dụng cho khoản a, nhóm b và tổ c",
        "xin ý kiến của y tế xã; thu ý kiến nhân dân",
        "Nghị định số 30/2020/NĐ-CP, QĐ-UBND, 12 m và 5 đ",
        "Vinamilk, iPhone, Đắk Lắk, Krông Nô, Lênin, ôxy, MobiFone, thôngtin@caonguyen.gov.vn",
        "Sùng A Ó và Lý A Ớ tiêm vắcxin; sửa ghiđông, dán đềcan. Vắcxin",
        "TP Hồ Chí Minh, KCN A, khu I, vitamin C, Y Thanh, A Lưới",
    ],
)
def test_sound_text_stays(text: str) -> None:
    assert repaired(text) == text


def test_single_capitals_where_syllables_have_come_apart() -> None:
    assert repaired("Sùng A Ó, Ủ Y BAN NHÂN DÂN", broken=True) == "Sùng A Ó, ỦY BAN NHÂN DÂN"


@given(st.text(alphabet="aăâáạcđeêghiknoôơprstuưvxyĐIỀUKHOẢN ., 12/-\n", max_size=60))
def test_only_blanks_change_and_once_is_enough(text: str) -> None:
    mended = repaired(unicodedata.normalize("NFC", text))
    assert mended.replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")
