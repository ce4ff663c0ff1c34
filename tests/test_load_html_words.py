"""The words of a page as a browser shows them: list markers, raised digits, hidden text, legacy fonts and encodings, saved pages."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from extractor.errors import LoadError
from extractor.load.html import read, read_mhtml
from extractor.load.html.lists import markers


def text(page: str) -> str:
    return read(page.encode()).text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<ol><li>Rà soát quỹ đất<li>Báo cáo</ol>", "1. Rà soát quỹ đất|2. Báo cáo"),
        ('<ol start="4" type="a"><li>Rà soát<li><p>Họp</p><p>Báo cáo</p></ol>', "d. Rà soát|e. Họp|Báo cáo"),
        ('<ol type="I"><li>Kết quả<li value="9">Nhiệm vụ<li>Khác</ol>', "I. Kết quả|IX. Nhiệm vụ|X. Khác"),
        ("<ol reversed><li>Ba<li>Hai<li>Một</ol>", "3. Ba|2. Hai|1. Một"),
        ('<ol style="list-style-type: lower-roman"><li>Một<li>Hai</ol>', "i. Một|ii. Hai"),
        ("<ol><li>Sở Y tế<ul><li>Tiêm chủng</ul><li>Sở Nội vụ</ol>", "1. Sở Y tế|- Tiêm chủng|2. Sở Nội vụ"),
        ("<ol><li>1. Đã đánh số<li>a) Đã đánh chữ</ol>", "1. Đã đánh số|a) Đã đánh chữ"),
        ("<ul><li>- Đã có gạch<li>Chưa có</ul>", "- Đã có gạch|- Chưa có"),
        ('<ul style="list-style: none"><li>Không dấu</ul>', "Không dấu"),
        ("<ol><li></li><li>Hai</ol>", "2. Hai"),
    ],
)
def test_list_markers_are_words(page: str, shown: str) -> None:
    assert text(page).split("\n\n") == shown.split("|")


def test_the_number_of_an_empty_item_is_what_its_cell_holds() -> None:
    page = "<table><tr><td><ol start=7><li><p> </p></ol><td>Họp<tr><td><ul><li></ul><td>Báo cáo</table>"
    assert text(page) == "| 7. | Họp |\n|  | Báo cáo |"


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numbers_read_back(number: int) -> None:
    (row,) = markers(lxml_html.fromstring(f'<ol type="I" start="{number}"><li>x</ol>')).values()
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in row.rstrip(".")]
    assert sum(-d if any(d < later for later in digits[i + 1 :]) else d for i, d in enumerate(digits)) == number


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>120 m<sup>2</sup> đất</p>", "120 m² đất"),
        ("<p>CO<sub>2</sub> và 25<sup><a href='#n1'>(1)</a></sup> xã</p>", "CO₂ và 25⁽¹⁾ xã"),
        ("<p>37<sup>o</sup>C, 38 <sup>0</sup>C</p>", "37°C, 38°C"),
        ("<p>số 5<sup>bis</sup></p>", "số 5bis"),
        ("<p>Họp<span hidden>ẩn</span><i aria-hidden='true'>★</i> xong</p><div style='display: none'><p>ẩn</p></div>", "Họp xong"),
        ("<details><summary>Phụ lục</summary><p>Bảng 1</p></details>", "Phụ lục\n\nBảng 1"),
        ("<p>a<br><br><br>b<br>c</p>", "a\n\nb\nc"),
        ("<pre>Cột 1   Cột 2\n10      20</pre>", "Cột 1 Cột 2\n10 20"),
        ("<div title='header'><p>Công báo</p></div><p>Điều 1.</p><div title='footer'><p>Trang 3</p></div>", "Điều 1."),
    ],
)
def test_words_are_those_shown(page: str, shown: str) -> None:
    assert text(page) == shown


@pytest.mark.parametrize(
    "page",
    [
        "<p><font face='.VnTime'>Céng hoµ x· héi</font> chủ nghĩa</p>",
        "<p><span style='font-family:\".VnTime\",serif'>Céng <b>hoµ</b> x· héi</span> chủ nghĩa</p>",
        "<style>p.a, .b {font-size:9pt; font-family:.VnTime}</style><p class=a>Céng hoµ x· héi <font face=Arial>chủ nghĩa</font></p>",
    ],
)
def test_legacy_fonts(page: str) -> None:
    document = read(page.encode())
    assert document.text == "Cộng hoà xã hội chủ nghĩa"
    assert document.encoding == "TCVN3"
    assert document.warnings == ()


def test_a_legacy_font_around_unicode_is_not_believed() -> None:
    document = read("<p><font face='.VnTime'>Ủy ban nhân dân và các sở</font></p>".encode())
    assert (document.text, document.encoding) == ("Ủy ban nhân dân và các sở", None)


def test_bytes_in_a_legacy_encoding_are_told_by_their_words() -> None:
    words = "Céng hoµ x· héi chñ nghÜa ViÖt Nam. Uû ban nh©n d©n tØnh yªu cÇu c¸c së b¸o c¸o kÕt qu¶ tr­íc ngµy 30/6."
    page = f'<meta charset="windows-1252"><h1>B¸o c¸o kÕt qu¶</h1><p>{words}</p><table><tr><td>Sè<td>Së<tr><td>1<td>Y tÕ</table>'
    document = read(page.encode("latin-1"))
    assert "yêu cầu các sở báo cáo kết quả trước ngày 30/6." in document.text
    assert document.text.endswith("| Số | Sở |\n| 1 | Y tế |")
    assert document.title == "Báo cáo kết quả"
    assert document.encoding == "TCVN3"
    assert len(document.warnings) == 1


def saved(page: str, charset: str = "utf-8") -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(page, "html", charset))
    message.attach(MIMEText("p {}", "css", "utf-8"))
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_pages_saved_with_their_parts(charset: str) -> None:
    data = saved("<h1>Họp giao ban</h1><p>Có 12 sở dự họp.</p>", charset)
    assert read_mhtml(data).text == read(data).text == "Họp giao ban\n\nCó 12 sở dự họp."
    assert read_mhtml(data).media_type == "multipart/related"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "it is a PDF"),
        (b"PK\x03\x04" + bytes(40), "a ZIP, DOCX or XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "an old Office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "a PNG"),
        (bytes(range(256)) * 4, "not"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--",
            "no HTML",
        ),
    ],
)
def test_other_files_under_the_name_of_a_page(data: bytes, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_the_bytes_a_page_or_one_error(data: bytes) -> None:
    try:
        document = read(data)
    except LoadError:
        return
    assert "\ufdd0" not in document.text
