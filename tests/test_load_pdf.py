"""PDF files: lines, columns, paragraphs, tables and pages by what stands where, and files that are none."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_build import Page, build

from extractor.errors import LoadError
from extractor.load import pdf
from extractor.load.decode import guessed
from extractor.load.ocr import engine
from extractor.model import Document

LONG = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành rà soát toàn bộ"  # as wide as the lines below it get


def read(*pages: Page) -> Document:
    return pdf.read(build(*pages))


def body(page: Page, *lines: str, y: float = 200, x: float = 85) -> float:
    return page.lines(x, y, *lines)


def cells(document: Document) -> list[tuple[str, int, int, int, int]]:
    (table,) = document.tables
    return [(document.text[c.span.start : c.span.end], c.row, c.column, c.rows, c.columns) for c in table.cells]


def test_letterhead_and_signature_are_columns_that_follow_each_other() -> None:
    page = Page()
    page.text(90, 60, "UBND TỈNH CAO NGUYÊN", 12)
    page.text(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13)
    page.text(110, 76, "SỞ THỦY LỢI", 12)
    page.text(310, 78, "Độc lập - Tự do - Hạnh phúc", 13)
    page.text(110, 100, "Số: 45/KH-STL", 13)
    page.text(290, 103, "Cao Nguyên, ngày 06 tháng 5 năm 2025", 13)
    page.text(250, 140, "KẾ HOẠCH")
    y = body(page, LONG, "công trình.", y=180)
    page.text(85, y + 30, "Nơi nhận:", 12)
    page.text(380, y + 30, "GIÁM ĐỐC", 13)
    page.lines(85, y + 46, "- Như trên;", "- Lưu: VT.", size=11, leading=13)
    page.text(370, y + 110, "Trần Văn Bình", 13)
    assert read(page).text.split("\n\n") == [
        "UBND TỈNH CAO NGUYÊN",
        "SỞ THỦY LỢI",
        "Số: 45/KH-STL",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao Nguyên, ngày 06 tháng 5 năm 2025",
        "KẾ HOẠCH",
        f"{LONG} công trình.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Trần Văn Bình",
    ]


def test_pages_in_two_columns_are_read_column_by_column() -> None:
    page = Page()
    page.lines(60, 100, "Sáng nay mưa lớn làm ngập", "nhiều tuyến đường ở phía nam", "thành phố, giao thông bị ùn", "tắc.")
    page.lines(320, 100, "Công ty thoát nước đã huy", "động 35 máy bơm và gần 200", "người ra hiện trường từ năm", "giờ.")
    assert read(page).text == (
        "Sáng nay mưa lớn làm ngập nhiều tuyến đường ở phía nam thành phố, giao thông bị ùn tắc.\n\n"
        "Công ty thoát nước đã huy động 35 máy bơm và gần 200 người ra hiện trường từ năm giờ."
    )


def test_lines_that_end_short_are_paragraphs_and_full_ones_are_not() -> None:
    page = Page()
    body(page, "Giao Sở Y tế:", LONG, "cơ sở khám bệnh.", "Hoàn thành trong quý II.", "Giao Sở Nội vụ:", "a) Tổng hợp;", "b) Báo cáo.")
    assert read(page).text.split("\n\n") == [
        "Giao Sở Y tế:",
        f"{LONG} cơ sở khám bệnh.",
        "Hoàn thành trong quý II.",
        "Giao Sở Nội vụ:",
        "a) Tổng hợp;",
        "b) Báo cáo.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("theo Nghị định số 118/2024/NĐ-", "CP của Chính phủ.", "118/2024/NĐ-CP của"),
        ("theo kế hoạch giai đoạn 2021 -", "2025 của tỉnh.", "2021 - 2025 của"),
        ("cho các trường học từ năm 2026", "- 2027 của tỉnh.", "2026 - 2027 của"),
        ("đã giải ngân được khoảng 30-", "40% kế hoạch.", "30-40% kế"),
    ],
)
def test_words_broken_over_lines(first: str, second: str, joined: str) -> None:
    page = Page()
    filler = "x" * (len(LONG) - len(first) - 1)
    body(page, LONG, f"{filler} {first}", second)
    assert joined in read(page).text


def test_what_a_page_break_cuts_is_one_and_furniture_is_gone() -> None:
    pages = []
    for number in range(1, 5):
        page = Page()
        page.text(250, 30, "CÔNG BÁO/Số 77", 10)
        if number > 1:
            page.text(295, 45, str(number), 13)
        body(page, f"Mục {number}. Quy định", LONG, "đến hết", y=640) if number % 2 else body(page, "năm nay.", y=80)
        pages.append(page)
    document = read(*pages)
    joined = f"{LONG} đến hết"
    assert "CÔNG BÁO" not in document.text
    assert document.text.split("\n\n") == ["Mục 1. Quy định", f"{joined} năm nay.", "Mục 3. Quy định", f"{joined} năm nay."]
    assert [document.text[start:][:8] for start in document.pages] == ["Mục 1. Q", "năm nay.", "Mục 3. Q", "năm nay."]


def test_ruled_tables_with_merged_cells_and_a_repeated_header() -> None:
    first, second = Page(), Page()
    for page, top, rows in ((first, 700, [("1", "Rà soát 12 hồ sơ", "Sở A")]), (second, 80, [("2", "Báo cáo", "Sở B"), ("", "", "Sở C")])):
        ys = [top + 20.0 * i for i in range(len(rows) + 2)]
        page.grid([85, 120, 350, 500], ys)
        for i, row in enumerate([("TT", "Việc", "Cơ quan"), *rows]):
            for x, words in zip((88, 124, 354), row, strict=True):
                page.text(x, ys[i] + 14, words, 12)
    document = read(first, second)
    assert document.text == "| TT | Việc | Cơ quan |\n| 1 | Rà soát 12 hồ sơ | Sở A |\n| 2 | Báo cáo | Sở B |\n|  |  | Sở C |"
    assert document.tables[0].header == 1
    assert document.text[document.pages[1] :].startswith("| 2 | Báo cáo")


def test_merged_cells() -> None:
    page = Page()
    page.grid([85, 120, 350], [100, 120, 140, 160])
    page.parts = [part for part in page.parts if not part.startswith("0.5 w 120 742.0 m")]
    page.rule(120, 120, 120, 160)
    for x, y, words in ((88, 114, "Bảng chung"), (88, 134, "1"), (124, 134, "Họp"), (88, 154, "2"), (124, 154, "Nghỉ")):
        page.text(x, y, words, 12)
    assert cells(read(page)) == [
        ("Bảng chung", 0, 0, 1, 2),
        ("1", 1, 0, 1, 1),
        ("Họp", 1, 1, 1, 1),
        ("2", 2, 0, 1, 1),
        ("Nghỉ", 2, 1, 1, 1),
    ]


def test_superscripts_are_no_numbers_and_footnotes_are_kept() -> None:
    page = Page()
    page.text(85, 100, "Đã xong 7 nhiệm vụ")
    page.text(85 + 18 * 7, 95, "1", 8)
    body(page, LONG, LONG, LONG, y=140)
    page.text(85, 780, "1", 6)
    page.text(92, 783, "Theo báo cáo của Sở Nội vụ.", 10)
    text = read(page).text
    assert "Đã xong 7 nhiệm vụ¹" in text
    assert text.endswith("¹ Theo báo cáo của Sở Nội vụ.")


def test_raised_digits_belong_to_the_word_before_and_what_touches_them_to_them() -> None:
    page = Page()
    page.text(85, 100, "khoảng 10")
    page.text(150, 95, "6", 8)  # 2 points off
    page.text(170, 100, "đồng")
    page.text(198, 95, "1", 8)
    page.text(202, 100, ", báo")
    assert read(page).text == "khoảng 10⁶ đồng¹, báo"


@pytest.mark.parametrize(
    ("mark", "gap", "foot"),
    [("1", 50, "¹ Theo báo cáo."), ("2", 50, "1 Theo báo cáo."), ("1", 18, "1 Theo báo cáo.")],
    ids=["note", "other-number", "no-gap"],
)
def test_a_footnote_whose_own_number_is_not_raised(mark: str, gap: float, foot: str) -> None:
    page = Page()
    page.text(85, 682, "Tổng mức đầu tư là 7 tỷ đồng")
    page.text(85 + 28 * 7, 677, mark, 8)
    page.text(85, 700, "theo hồ sơ.")
    page.text(85, 700 + gap, "1 Theo báo cáo.")
    assert foot in read(page).text
    assert ("¹ Theo" in read(page).text) is foot.startswith("¹")


def test_columns_half_a_line_apart() -> None:
    page = Page()
    page.lines(60, 100, *(f"Bên trái {word} mưa lớn gây ngập" for word in "một hai ba bốn".split()), size=11, leading=15)
    page.lines(320, 107, *(f"Bên phải {word} nắng nóng kéo dài" for word in "một hai ba".split()), size=11, leading=19)
    text = read(page).text
    assert text.index("trái bốn") < text.index("phải một")


def test_half_a_surrogate_is_no_letter() -> None:
    page = Page()
    page.text(85, 100, "Họp\ud800báo.")
    assert read(page).text == "Họp\ufffdbáo."


def test_letters_in_any_order_gaps_without_blanks_and_letters_drawn_twice() -> None:
    page = Page()
    page.text(155, 100, "nhân", 14)
    page.text(85, 100, "Ủy", 14)
    page.text(106, 100, "ban", 14)
    page.text(106.3, 100, "ban", 14)
    assert read(page).text == "Ủy ban nhân"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_that_are_turned(rotate: int) -> None:
    page = Page(width=595, height=842, rotate=rotate)
    matrix = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[rotate]
    page.parts.append(f"{matrix} cm")
    page.height = 595 if rotate != 180 else 842
    page.lines(85, 100, "Dòng thứ nhất.", "Dòng thứ hai.")
    page.height = 842
    assert read(page).text == "Dòng thứ nhất.\n\nDòng thứ hai."


def test_legacy_fonts_and_legacy_text_without_a_telling_font() -> None:
    page = Page()
    page.text(85, 100, "Thùc hiÖn kÕ ho¹ch", font=".VnTime")
    document = read(page)
    assert document.text == "Thực hiện kế hoạch"
    assert document.encoding == "TCVN3"
    page = Page()
    page.lines(85, 100, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Thùc hiÖn kÕ ho¹ch ph¸t triÓn kinh tÕ cña tØnh")
    document = read(page)
    assert document.text == "Cộng hoà xã hội chủ nghĩa Việt Nam\n\nThực hiện kế hoạch phát triển kinh tế của tỉnh"
    assert document.warnings == (guessed("TCVN3"),)


def test_nfc_and_wrong_blanks() -> None:
    page = Page()
    page.lines(85, 100, "Ho\u0323p ve\u0302\u0300 KHO ẢN vay quốc giatừ nay.")
    assert read(page).text == "Họp về KHOẢN vay quốc gia từ nay."


WHOLE = build(Page(parts=[]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Day la van ban", "no PDF"),
        (WHOLE[:60], "cut off"),
        (b"%PDF-1.7\n" + bytes(2000) + b"%%EOF", "damaged"),
        (build(), "damaged"),
        (build(Page(width=1e6)), "impossible size"),
    ],
    ids=["text", "cut", "zeros", "no-pages", "huge"],
)
def test_bad_files_are_one_line(data: bytes, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        pdf.read(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_without_anything_is_a_page_without_text() -> None:
    page = Page()
    page.text(85, 100, "Trang hai.")
    document = read(Page(), page, Page())
    assert (document.text, document.pages, document.warnings) == ("Trang hai.", (0, 0, 10), ())


def test_text_whose_letters_nobody_can_tell_goes_to_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    garbled, sound = Page(), Page()
    garbled.text(85, 100, "\ue001\ue002\ue003 \ue004\ue005")
    sound.text(85, 100, "Trang hai.")
    document = read(garbled, sound)
    assert document.text == "Trang hai."
    first, second = document.warnings
    assert first == "page 1 has text that cannot be read (its fonts do not tell their letters)"
    assert second.startswith("page 1 is a picture and could not be read: install tesseract-ocr")


SAMPLE = Page()
SAMPLE.grid([85, 120, 350], [100, 120, 140])
SAMPLE.lines(88, 114, "1 Họp", "2 Nghỉ")
INTACT = build(SAMPLE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(9, len(INTACT) - 1), st.integers(0, 255)), max_size=30), st.integers(20, len(INTACT)))
def test_damage_is_a_load_error_or_no_harm(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(INTACT)
    for place, byte in changes:
        data[place] = byte
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "is_installed", lambda: False)
        try:
            document = pdf.read(bytes(data[:end]))
        except LoadError:
            return
    assert all(0 <= start <= len(document.text) for start in document.pages)


REAL = Path("/work/shared/files/254-PCTT-22_signed.pdf")


@pytest.mark.skipif(not REAL.exists(), reason="the shared files are not here")
def test_a_real_notice() -> None:
    document = pdf.read(REAL.read_bytes())
    paragraphs = document.text.split("\n\n")
    assert paragraphs[:5] == [
        "BAN CHỈ HUY PCTT VÀ TKCN",
        "TỈNH THỪA THIÊN HUẾ",
        "VĂN PHÒNG THƯỜNG TRỰC",
        "Số: 254 /TB-PCTT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert sum(paragraph.startswith(("1. ", "2. ", "3. ", "4. ", "5. ")) for paragraph in paragraphs) == 5
    assert paragraphs[-1] == "Phan Thanh Hùng"
    assert len(document.pages) == 2
