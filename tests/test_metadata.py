"""What a document says of itself: number, type, issuer, title, signer; headline, outlet, author, place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.load.columns import find_columns
from extractor.load.tables import Row, to_document
from extractor.metadata import described
from extractor.metadata.issuer import issuer_name, split_bodies
from extractor.metadata.press import read_press
from extractor.metadata.signer import find_signer
from extractor.metadata.stated import read_stated
from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
NOTICE = (
    f"VĂN PHÒNG CHÍNH PHỦ\n{MOTTO}Số: 087/TB-VPCP\nHà Nội, ngày 14 tháng 3 năm 2024\nTHÔNG BÁO\n"
    "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TRẦN VĂN BA\nTẠI BUỔI HỌP VỀ ĐÊ ĐIỀU\n"
    "Ngày 12 tháng 3 năm 2024, Phó Thủ tướng chủ trì cuộc họp.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n(Đã ký)\nLý Thị Bốn\n"
)
LETTER = (
    "UBND TỈNH HÀ NAM\nSỞ Y TẾ\n-------\nSố: 412/SYT-NVY\nV/v khám sức khỏe\ncho người cao tuổi\n"
    f"{MOTTO}---------------\nHà Nam, ngày 02 tháng 4 năm 2024\nKính gửi: Các trạm y tế.\nSở Y tế yêu cầu báo cáo.\n"
    "GIÁM ĐỐC\nNguyễn Thị Năm"
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def of(text: str, extractor: Extractor, **stated: str) -> Document:
    return analyse(Document(text, **stated), extractor).document  # type: ignore[arg-type]


def test_a_notice(extractor: Extractor) -> None:
    found = of(NOTICE, extractor)
    assert (found.number, found.symbol, found.doc_type, found.date) == ("87", "TB-VPCP", "thông báo", date(2024, 3, 14))
    assert found.issuer == "Văn phòng Chính phủ"
    assert found.title == "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG TRẦN VĂN BA TẠI BUỔI HỌP VỀ ĐÊ ĐIỀU"
    assert found.signer == "Lý Thị Bốn"


def test_a_letter_of_a_department(extractor: Extractor) -> None:
    found = of(LETTER, extractor)
    assert (found.number, found.symbol, found.doc_type) == ("412", "SYT-NVY", "công văn")
    assert found.issuer == "Sở Y tế tỉnh Hà Nam"
    assert found.title == "V/v khám sức khỏe cho người cao tuổi"
    assert found.signer == "Nguyễn Thị Năm"
    assert found.place == "tỉnh Hà Nam"


@pytest.mark.parametrize(
    "head",
    [
        f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n{MOTTO}Số: 31/QĐ-UBND\nLai Châu, ngày 5 tháng 6 năm 2023\n",
        f"{MOTTO}Lai Châu, ngày 5 tháng 6 năm 2023\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 31/QĐ-UBND\n",
        "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 31/QĐ-UBND "
        "Lai Châu, ngày 5 tháng 6 năm 2023\n",
        "| **ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU** ------- | **CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM** Độc lập - Tự do - Hạnh phúc |\n"
        "| Số: 31/QĐ-UBND | *Lai Châu, ngày 5 tháng 6 năm 2023* |\n\n",
        f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n{MOTTO}Số:\n31/QĐ-UBND\nLai Châu ngày 5/6/2023.\n",
    ],
)
def test_the_columns_of_a_head_in_any_order(head: str, extractor: Extractor) -> None:
    found = of(
        f"{head}QUYẾT ĐỊNH\nVề việc thành lập Tổ giúp việc\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\n",
        extractor,
    )
    assert (found.number, found.symbol, found.doc_type) == ("31", "QĐ-UBND", "quyết định")
    assert found.issuer == "Ủy ban nhân dân tỉnh Lai Châu"
    assert found.title == "Về việc thành lập Tổ giúp việc"
    assert found.date == date(2023, 6, 5)


def test_a_number_left_blank(extractor: Extractor) -> None:
    found = of(
        f"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n{MOTTO}Số:      /KH-UBND\nSơn La, ngày    tháng 6 năm 2024\nKẾ HOẠCH\nTrồng cây\n", extractor
    )
    assert (found.number, found.symbol, found.doc_type, found.date) == (None, "KH-UBND", "kế hoạch", None)


def test_urgency_is_no_title(extractor: Extractor) -> None:
    found = of(f"UBND TỈNH HÀ NAM\n{MOTTO}Số: 4/CĐ-UBND\nHà Nam, ngày 1 tháng 9 năm 2024\nCÔNG ĐIỆN KHẨN\nVề việc ứng phó bão\n", extractor)
    assert (found.doc_type, found.title) == ("công điện", "Về việc ứng phó bão")


def test_a_subject_below_its_mark(extractor: Extractor) -> None:
    subject = "kế hoạch nạo vét luồng lạch, tu bổ kè đá và cắm biển báo trên các tuyến đường thủy nội địa của tỉnh trong mùa khô"
    found = of(f"SỞ XÂY DỰNG\n{MOTTO}Số: 3/SXD-KC V/v\n{subject}\nHuế, ngày 1 tháng 2 năm 2024\nKính gửi: Các xã.", extractor)
    assert found.title == f"V/v {subject}"


def test_a_law_bears_the_day_on_which_it_was_passed(extractor: Extractor) -> None:
    found = of(
        f"QUỐC HỘI\n{MOTTO}Luật số: 91/2024/QH15\nLUẬT\nNUÔI TRỒNG THỦY SẢN\nQuốc hội ban hành Luật Nuôi trồng thủy sản.\nĐiều 1. Phạm vi\n"
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 21 tháng 11 năm 2024.\n"
        "CHỦ TỊCH QUỐC HỘI\n(Đã ký)\nTrần Văn Sáu",
        extractor,
    )
    assert (found.number, found.symbol, found.doc_type, found.date) == ("91", "2024/QH15", "luật", date(2024, 11, 21))
    assert (found.issuer, found.title, found.signer) == ("Quốc hội", "NUÔI TRỒNG THỦY SẢN", "Trần Văn Sáu")


def test_a_party_document(extractor: Extractor) -> None:
    found = of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*\nSố 55-TB/VPTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 3 tháng 2 năm 2024\nTHÔNG BÁO\n"
        "về lịch làm việc\nNơi nhận:\n- Các tỉnh ủy.\nT/M VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLê Văn Bảy",
        extractor,
    )
    assert (found.number, found.doc_type, found.issuer) == ("55", "thông báo", "Văn phòng Trung ương Đảng")
    assert found.signer == "Lê Văn Bảy"


def test_a_consolidated_text_is_none_of_what_it_consolidates(extractor: Extractor) -> None:
    found = of(f"BỘ XÂY DỰNG\n{MOTTO}Số: 9/VBHN-BXD\nHà Nội, ngày 3 tháng 2 năm 2024\nTHÔNG TƯ\nVề kè đá\n", extractor)
    assert found.doc_type == "văn bản hợp nhất"


def test_a_letter_without_its_head_is_numbered_by_its_annex(extractor: Extractor) -> None:
    found = of(
        "Kính gửi: Các xã, phường.\nĐề nghị rà soát các hồ chứa.\nPHỤ LỤC DANH MỤC HỒ CHỨA\n"
        "(Kèm theo Công văn số 77/SNNMT-TL ngày 4/5/2024 của Sở Nông nghiệp và Môi trường)\n",
        extractor,
    )
    assert (found.number, found.symbol, found.doc_type, found.date) == ("77", "SNNMT-TL", "công văn", date(2024, 5, 4))


def test_the_page_of_a_register(extractor: Extractor) -> None:
    found = of(
        "Trang chủ\nThông tư số 17/2019/TT-BXD về kè đá\nSố hiệu17/2019/TT-BXD\nLoại văn bảnThông tư\nNgành--\n"
        "Cơ quan ban hànhBộ Xây dựng\nNgười kýPhạm Văn Tám\n",
        extractor,
    )
    assert (found.number, found.symbol, found.doc_type) == ("17", "2019/TT-BXD", "thông tư")
    assert (found.issuer, found.signer) == ("Bộ Xây dựng", "Phạm Văn Tám")


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 12/QĐ-UBND được bàn nhiều tuần qua.\nNgười dân trong tỉnh mong Quyết định 12/QĐ-UBND sớm được thực hiện đầy đủ.",
        "Chiều 4/5/2023, Sở Xây dựng họp về Công văn số 33/BXD-KC.\nCông văn số 33/BXD-KC yêu cầu kiểm tra kè đá ven sông.",
    ],
)
def test_a_text_about_a_document_is_not_that_document(text: str, extractor: Extractor) -> None:
    found = of(text, extractor)
    assert (found.number, found.symbol, found.doc_type, found.issuer, found.signer) == (None,) * 5


def test_what_is_stated_wins(extractor: Extractor) -> None:
    found = of(NOTICE, extractor, number="9", title="Tên khác", signer="Người khác", issuer="Cơ quan khác", doc_type="kết luận")
    assert (found.number, found.symbol) == ("9", None)
    assert (found.title, found.signer, found.issuer, found.doc_type) == ("Tên khác", "Người khác", "Cơ quan khác", "kết luận")


def test_a_stated_title_tells_number_and_issuer() -> None:
    opening = read_stated("Thông báo 62/TB-VPCP năm 2024 kết luận cuộc họp do Văn phòng Chính phủ ban hành", official=False)
    assert opening is not None
    assert (opening.number, opening.symbol, opening.doc_type, opening.issuer) == ("62", "TB-VPCP", "thông báo", "Văn phòng Chính phủ")
    assert read_stated("Quyết định 62/QĐ-UBND ưu đãi tiền thuê đất ra sao?", official=True) is None
    assert read_stated("Quyết định 62/QĐ-UBND gây tranh cãi", official=False) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["BỘ TÀI CHÍNH CỤC THUẾ"], "Cục Thuế"),
        (["BỘ Y TẾ", "VĂN PHÒNG"], "Văn phòng Bộ Y tế"),
        (["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"], "Ủy ban Thường vụ Quốc hội"),
        (["BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"], "Bộ Văn hóa, Thể thao và Du lịch"),
        (["UBND HUYỆN CẦN GIỜ", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"], "Phòng Giáo dục và Đào tạo huyện Cần Giờ"),
        (["CÔNG AN TỈNH NGHỆ AN", "PHÒNG CẢNH SÁT GIAO THÔNG"], "Phòng Cảnh sát giao thông - Công an tỉnh Nghệ An"),
        (["ĐẢNG BỘ TỈNH NGHỆ AN", "TỈNH ỦY"], "Tỉnh ủy Nghệ An"),
        (["BỘ TƯ PHÁP - BỘ CÔNG AN"], "Bộ Tư pháp; Bộ Công an"),
        (["THÁNG HÀNH ĐỘNG"], None),
        ([], None),
    ],
)
def test_issuers(lines: list[str], name: str | None) -> None:
    assert issuer_name(lines, None) == name


def test_two_bodies_on_one_line() -> None:
    assert split_bodies(["UBND TỈNH LAI CHÂU SỞ Y TẾ"]) == ["UBND TỈNH LAI CHÂU", "SỞ Y TẾ"]
    assert split_bodies(["BỘ QUỐC PHÒNG"]) == ["BỘ QUỐC PHÒNG"]
    assert split_bodies(["VĂN PHÒNG", "CHÍNH PHỦ"]) == ["VĂN PHÒNG CHÍNH PHỦ"]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH PHÓ CHỦ TỊCH\nNguyễn Văn Chín", "Nguyễn Văn Chín"),
        ("KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Trần Hồng Mười", "Trần Hồng Mười"),
        ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG\n[đã ký]\nThượng tá Y Thu Knul", "Y Thu Knul"),
        ("GIÁM ĐỐC\nLÊ VĂN HAI", "Lê Văn Hai"),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê\nVăn Hai", "Lê Văn Hai"),
        ("THỦ TRƯỞNG ĐƠN VỊ\n(Ký, ghi rõ họ tên)", None),
        ("KT. CHỦ TỊCH\nĐiều 3. Các cơ quan chịu trách nhiệm.", None),
        ("Đơn vị báo cáo về Bộ trưởng Nguyễn Văn Chín.", None),
    ],
)
def test_signers(block: str, name: str | None) -> None:
    assert find_signer(f"Nội dung văn bản./.\n{block}\n", 0) == name


def test_joint_signers() -> None:
    text = "Nội dung.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Hai\nKT. CHÁNH ÁN\nPHÓ CHÁNH ÁN\nĐỗ Thị Ba\n"
    assert find_signer(text, 0) == "Lê Văn Hai; Đỗ Thị Ba"


LEAD = "Sau ba ngày mưa lớn, nhiều tuyến đường trong huyện đã thông xe trở lại, người dân đi lại thuận tiện hơn."


@pytest.mark.parametrize(
    ("text", "title", "place", "publisher", "author"),
    [
        (f"Thông xe tuyến đường ven hồ sau mưa lớn\n{LEAD}\nThu Hà", "Thông xe tuyến đường ven hồ sau mưa lớn", None, None, "Thu Hà"),
        (f"{LEAD}\nLê Văn Hai - Đỗ Ba (tổng hợp)", None, None, None, "Lê Văn Hai - Đỗ Ba"),
        (f"Nghệ An (TTXVN) - {LEAD}", None, "tỉnh Nghệ An", "TTXVN", None),
        (f"(Chinhphu.vn) - {LEAD}\nTác giả: Lê Hà", None, None, "Báo điện tử Chính phủ", "Lê Hà"),
        (f"{LEAD[:-1]}./. Thu Hà (TTXVN)", None, None, "TTXVN", "Thu Hà"),
        (f"{LEAD}\nTheo Báo Lai Châu", None, None, "Báo Lai Châu", None),
        (f"Đường ven hồ. Ảnh: Thu Hà\n{LEAD}\nTheo Reuters", None, None, None, None),
        (f"{LEAD}\n{LEAD}\nHà Nội", None, None, None, None),
        (f"Hà Nội - Hải Phòng có thêm tàu\n{LEAD}", "Hà Nội - Hải Phòng có thêm tàu", None, None, None),
    ],
)
def test_press(text: str, title: str | None, place: str | None, publisher: str | None, author: str | None) -> None:
    assert read_press(text) == (title, place, publisher, author)


@settings(deadline=None)  # the word lists are read on the first call
@given(st.text(max_size=400))
def test_any_text_is_described(text: str) -> None:
    found = described(Document(text), [])
    for words in (found.title, found.issuer, found.signer, found.author):
        assert words is None or words == " ".join(words.split())


@settings(deadline=None)
@given(st.permutations(["Số: 12/QĐ-UBND", "ỦY BAN NHÂN DÂN", "Độc lập - Tự do - Hạnh phúc", "QUYẾT ĐỊNH", "KT. CHỦ TỊCH", "Lê Văn Hai"]))
def test_any_order_of_lines_is_described(lines: list[str]) -> None:
    assert described(Document("\n".join(lines)), []).text == "\n".join(lines)


def row(**cells: object) -> Document:
    found = to_document(Row(1, {"text": "Nội dung.", **cells}), find_columns(["text", *cells], {}), "bảng.csv")
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("cell", "number", "symbol"),
    [
        ("087/TB-VPCP", "87", "TB-VPCP"),
        ("Số: 12/2024/QĐ-UBND", "12", "2024/QĐ-UBND"),
        ("57-NQ/TW", "57", "NQ/TW"),
        (15, "15", None),
        ("không số", None, None),
        (None, None, None),
    ],
)
def test_the_number_column_of_a_table(cell: object, number: str | None, symbol: str | None) -> None:
    found = row(doc_no=cell)
    assert (found.number, found.symbol) == (number, symbol)


def test_the_other_columns_of_a_table_of_documents() -> None:
    found = row(**{"Loại văn bản": "Quyết định", "Cơ quan ban hành": "Bộ Y tế", "Người ký": "Lê Văn Hai"})
    assert (found.doc_type, found.issuer, found.signer) == ("quyết định", "Bộ Y tế", "Lê Văn Hai")


def test_the_public_function_gives_it() -> None:
    assert extract(NOTICE).document.signer == "Lý Thị Bốn"
