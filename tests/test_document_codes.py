"""Symbols of documents, names of laws, letterheads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.doc_codes import is_issuer, is_known, parse_symbol, plain_number, type_of_word
from extractor.laws import known_name_end, name_end
from extractor.letterhead import letterhead
from extractor.model import Span


@pytest.mark.parametrize(
    ("printed", "text", "doc_type", "issuer"),
    [
        ("/QĐ-TTg", "QĐ-TTg", "quyết định", "TTg"),
        ("-NQ/TW", "NQ/TW", "nghị quyết", "TW"),
        ("- NQ/TW", "NQ/TW", "nghị quyết", "TW"),
        ("/2025/NĐ-CP", "2025/NĐ-CP", "nghị định", "CP"),
        ("/2024/QH15", "2024/QH15", "luật", "QH15"),
        ("/2025/UBTVQH15", "2025/UBTVQH15", "nghị quyết", "UBTVQH15"),
        ("/UBND-KSTT", "UBND-KSTT", "công văn", "UBND"),
        ("/CT-TTg", "CT-TTg", "chỉ thị", "TTg"),
        ("/CT-CS", "CT-CS", "công văn", "CT"),  # Cục Thuế, its policy department
        ("/2021/TTLT-BTP-BCA", "2021/TTLT-BTP-BCA", "thông tư liên tịch", "BTP"),
        ("/BCT-KH", "BCT-KH", "công văn", "BCT"),  # the planning department, no plan
        ("-CV/BTGTW", "CV/BTGTW", "công văn", "BTGTW"),
    ],
)
def test_symbol(printed: str, text: str, doc_type: str, issuer: str) -> None:
    symbol = parse_symbol(printed)
    assert (symbol.text, symbol.doc_type, symbol.issuer_code) == (text, doc_type, issuer)


@pytest.mark.parametrize("printed", ["/QĐ-UBND", "/2025/QH15", "-KL/TW", "/BTC-PTHT", "/SGDĐT-QLCL", "/2024/TT-BXD"])
def test_symbols_that_stand_alone(printed: str) -> None:
    assert is_known(parse_symbol(printed))


@pytest.mark.parametrize("printed", ["/GTGT", "/KK-TNCN", "/TB-TĐT", "/QTT-TNCN", "/CP", "-MK7", "/QH15", "/PCTN"])
def test_codes_of_forms_and_products_do_not(printed: str) -> None:
    assert not is_known(parse_symbol(printed))


def test_issuer_shapes() -> None:
    assert [c for c in ("TTg", "UBND", "BNNMT", "SYT", "HQHP", "GTGT", "TNCN", "KK") if is_issuer(c)] == [
        "TTg",
        "UBND",
        "BNNMT",
        "SYT",
        "HQHP",
    ]


@pytest.mark.parametrize(
    ("word", "doc_type"), [("QUYẾT ĐỊNH", "quyết định"), ("NĐ", "nghị định"), ("Bộ luật", "luật"), ("VB", "văn bản"), ("TTr", "tờ trình")]
)
def test_type_of_word(word: str, doc_type: str) -> None:
    assert type_of_word(word) == doc_type


@given(st.integers(1, 99999), st.integers(0, 3))
def test_leading_zeros_go_except_for_projects(number: int, zeros: int) -> None:
    printed = "0" * zeros + str(number)
    assert plain_number(printed, "công văn") == str(number)
    assert plain_number(printed, "đề án") == printed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đất đai 2024 về bồi thường", "Đất đai 2024"),
        ("Thủy sản năm 2017;", "Thủy sản năm 2017"),
        ("Đầu tư công, gửi Bộ Tài chính", "Đầu tư công"),
        ("Phòng, chống rửa tiền được sửa", "Phòng, chống rửa tiền"),
        ("Khám bệnh, chữa bệnh, Luật Dược", "Khám bệnh, chữa bệnh"),
        ("Bảo vệ quyền lợi người tiêu dùng và các quy định", "Bảo vệ quyền lợi người tiêu dùng"),
        ("BẢO HIỂM XÃ HỘI SỐ 41", "BẢO HIỂM XÃ HỘI"),
        ("PCTN và các văn bản", "PCTN"),
        ("Nuôi trồng hải sản xa bờ quy định", "Nuôi trồng hải sản xa bờ"),
        ("sửa đổi, bổ sung một số điều của Luật Thú y và Luật Chăn nuôi", "sửa đổi, bổ sung một số điều của Luật Thú y và Luật Chăn nuôi"),
        ("sửa đổi một số điều của 15 luật về môi trường, có hiệu lực", "sửa đổi một số điều của 15 luật về môi trường"),
    ],
)  # fmt: skip
def test_law_name(text: str, name: str) -> None:
    end = name_end(text, text.lower(), 0)
    assert end is not None
    assert text[:end] == name


@pytest.mark.parametrize("text", ["này có hiệu lực", "TNHH Minh Khuê", "sư Nguyễn Văn A", "và các văn bản hướng dẫn"])
def test_no_law_name(text: str) -> None:
    assert name_end(text, text.lower(), 0) is None


def test_a_listed_name_ends_at_a_word() -> None:
    assert known_name_end("Giá trị", "giá trị", 0) == 3
    assert known_name_end("Giáp ranh", "giáp ranh", 0) is None


HEAD = (
    "BỘ TÀI CHÍNH\nCỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 533/CT-CS\nV/v hóa đơn\nHà Nội, ngày 19 tháng 3 năm 2024\nKính gửi: Ông A"
)


def _head(text: str, number: str) -> tuple[str, str | None] | None:
    start = text.index(number)
    head = letterhead(text, Span(start, start + len(number)))
    return head and (text[slice(*head.issuer)], text[slice(*head.dated)] if head.dated else None)


def test_letterhead_has_issuer_and_date() -> None:
    found = _head(HEAD, "533/CT-CS")
    assert found is not None
    assert found[0].startswith("BỘ TÀI CHÍNH\nCỤC THUẾ")
    assert found[1] == "Hà Nội, ngày 19 tháng 3 năm 2024"


def test_letterhead_with_its_columns_the_other_way_round() -> None:
    text = "Độc lập - Tự do - Hạnh phúc\nLào Cai, ngày 02 tháng 4 năm 2024\nTỈNH ỦY LÀO CAI\nSố 96-TB/TU\nTHÔNG BÁO"
    found = _head(text, "96-TB/TU")
    assert found is not None
    assert "TỈNH ỦY LÀO CAI" in found[0]
    assert found[1] == "Lào Cai, ngày 02 tháng 4 năm 2024"


def test_issuer_lines_end_at_running_text() -> None:
    text = "Bản tin dưới đây đăng lại nguyên văn thông báo mới nhất.\n" + HEAD
    found = _head(text, "533/CT-CS")
    assert found is not None
    assert found[0].startswith("BỘ TÀI CHÍNH")


def test_a_number_in_running_text_has_no_letterhead() -> None:
    text = "Hội nghị bàn về kết quả quý I và phương hướng quý II. " * 12 + "\nSố: 12/QĐ-UBND được nhắc lại"
    assert _head(text, "12/QĐ-UBND") is None
