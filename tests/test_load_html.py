"""Web pages: blocks are paragraphs in NFC, tables keep their cells, encodings are honoured or refused."""

import unicodedata
from pathlib import Path

import pytest

from extractor.errors import LoadError
from extractor.load import load
from extractor.load.html import read
from extractor.model import Document

PAGE = """<!DOCTYPE html><html><head><title>Họp  giao ban
 | Báo</title><style>p {}</style></head><body>
<header><h1>Trang chủ</h1></header><nav><ul><li>Thời sự</li></ul></nav>
<article><header><h1>Tỉnh họp giao ban</h1></header>
<p>Ngày 3/4, UBND tỉnh h&#7885;p <b>giao</b> ban&nbsp;tháng.<!-- ẩn --><br>Dự họp có 12 sở.</p>
<div>Ông A nói:<p>Phải xong trước 30/6.</p>Đuôi</div><script>var x = "<p>không</p>";</script></article>
<footer>Bản quyền</footer></body></html>"""


def cells(document: Document, number: int = 0) -> list[tuple[str, int, int, int, int]]:
    return [(document.text[c.span.start : c.span.end], c.row, c.column, c.rows, c.columns) for c in document.tables[number].cells]


def test_blocks_are_paragraphs_and_furniture_is_dropped() -> None:
    document = read(PAGE.encode())
    assert document.title == "Tỉnh họp giao ban"
    assert document.text.split("\n\n") == [
        "Tỉnh họp giao ban",
        "Ngày 3/4, UBND tỉnh họp giao ban\u00a0tháng.\nDự họp có 12 sở.",
        "Ông A nói:",
        "Phải xong trước 30/6.",
        "Đuôi",
    ]


def test_merged_cells() -> None:
    document = read(
        """<table><caption>Bảng 1</caption><thead><tr><th rowspan=2>TT<th rowspan="2">Việc<th colspan=2>Cơ quan</tr>
        <tr><th>Chủ trì<th>Phối hợp</tr></thead><tr><td>1<td><p>Rà soát</p><p>quỹ | đất</p><td rowspan=0>Sở A<td></tr>
        <tr><td>2<td>Họp<br>báo<td>Sở B</table>""".encode()
    )
    assert document.text == (
        "Bảng 1\n\n| TT | Việc | Cơ quan |  |\n|  |  | Chủ trì | Phối hợp |\n"
        "| 1 | Rà soát quỹ \\| đất | Sở A |  |\n| 2 | Họp báo |  | Sở B |"
    )
    assert document.tables[0].header == 2
    assert cells(document) == [
        ("TT", 0, 0, 2, 1),
        ("Việc", 0, 1, 2, 1),
        ("Cơ quan", 0, 2, 1, 2),
        ("Chủ trì", 1, 2, 1, 1),
        ("Phối hợp", 1, 3, 1, 1),
        ("1", 2, 0, 1, 1),
        ("Rà soát quỹ \\| đất", 2, 1, 1, 1),
        ("Sở A", 2, 2, 2, 1),
        ("", 2, 3, 1, 1),
        ("2", 3, 0, 1, 1),
        ("Họp báo", 3, 1, 1, 1),
        ("Sở B", 3, 3, 1, 1),
    ]


def test_tables_for_layout_are_read_as_running_text() -> None:
    document = read(
        b"<table><tr><td><p>UBND T\xe1\xbb\x88NH</p><p>S\xe1\xbb\x91: 12/KH-UBND</p><td>CH\xe1\xbb\xa6 T\xe1\xbb\x8aCH</table>"
        b"<table><tr><td>a<table><tr><td>1<td>2<tr><td>3<td>4</table></table>"
    )
    assert document.text == "UBND TỈNH\n\nSố: 12/KH-UBND\n\nCHỦ TỊCH\n\na\n\n| 1 | 2 |\n| 3 | 4 |"
    assert len(document.tables) == 1


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_encodings(codec: str) -> None:
    text = "<p>U\u0309y ban nhân dân ti\u0309nh yêu câ\u0300u ca\u0301c sơ\u0309 ba\u0301o ca\u0301o.</p>"
    assert read(text.encode(codec)).text == unicodedata.normalize("NFC", text[3:-4])


def test_declared_encoding_is_used_where_the_bytes_tell_none() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb18030"><p>会议 Họp</p>'
    assert read(page.encode("gb18030")).text == "会议 Họp"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "khong-co", "utf-8"])
def test_declared_western_or_unknown_encodings_are_not_believed(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>'.encode() + b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam \xae\xad\xac</p>"
    document = read(page)
    assert (document.text[:34], document.encoding) == ("Cộng hòa xã hội chủ nghĩa Việt Nam", "TCVN3")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<html><body><script>x</script></body></html>", "no text"),
        (b"<!-- -->", "no text"),
        (b"<p>a</p>" + b"<div>" * 5000 + b"<p>b</p>", "nested"),
        (b"<table><tr><td>a</td></tr>" + b"<tr><td colspan=1000>x<td colspan=1000>y<td>z</tr>" * 501 + b"</table>", "too large"),
    ],
)
def test_bad_pages_are_one_line(tmp_path: Path, page: bytes, said: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page)
    with pytest.raises(LoadError) as caught:
        load(path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>Họp &x; xong</p><iframe src="{secret.as_uri()}"></iframe>'
    assert "bí mật" not in read(page.encode()).text


def test_deep_nesting_is_no_trouble() -> None:
    assert read(("<div>" * 1500 + "<p>đáy</p>" + "</div>" * 1500 + "<p>cuối</p>").encode()).text == "đáy\n\ncuối"
