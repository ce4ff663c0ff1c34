"""Pages of sites, written after those of newspapers: the article comes out whole, and nothing that the page shows beside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.load.html import read

LEAD = "Chiều 12/3, Sở Xây dựng tỉnh Bắc Ninh công bố danh mục 18 dự án nhà ở xã hội được bố trí vốn trong năm nay."
BODY = (
    "Theo báo cáo, đến hết quý I đã có 7/18 dự án khởi công, tổng vốn 2.350 tỷ đồng.",
    "Hạ tầng",
    "Giám đốc Sở yêu cầu các chủ đầu tư hoàn thành giải phóng mặt bằng trước ngày 30/6 và báo cáo hằng tuần.",
    "Riêng thành phố Từ Sơn phải bàn giao 4,2 ha đất sạch.",
)
OTHER = "Đường vành đai 4 giải ngân 98.761 tỷ đồng"  # what other articles say
PROSE = "".join(f"<p>{words}</p>" for words in BODY)
TEASER = f'<h3><a href="/bai-khac-1.html">{OTHER}</a></h3><p>Đã có 77/88 gói thầu xong.</p>'
HEAD = '<head><title>Danh mục nhà ở xã hội - Báo Mẫu</title><meta property="og:type" content="article"></head>'


def paragraphs(page: str) -> list[str]:
    return read(page.encode()).text.split("\n\n")


def newspaper(inside: str = PROSE, below: str = "") -> str:
    return f"""<html>{HEAD}<body><div class="top-menu"><a href="/">Trang chủ</a> <span>Thứ sáu, 13/6/2025</span></div>
    <div class="wrap"><div class="breadcrumb"><a href="/xd">Xây dựng</a></div><h1 class="detail-title">Danh mục nhà ở xã hội</h1>
    <div class="detail-time">Thứ tư, 12/03/2025 - 17:05 GMT+7</div><h2 class="detail-sapo">{LEAD}</h2>
    <div class="detail-content">{inside}</div>{below}</div><div class="footer">Giấy phép số 12/GP-BTTTT</div></body></html>"""


WHOLE = ["Danh mục nhà ở xã hội", LEAD, *BODY]


@pytest.mark.parametrize(
    "below",
    [
        f'<div class="box-tinlienquan">{TEASER}</div>',
        f'<section id="list-comment"><h3>Bình luận (2)</h3><div><b>Minh</b><p>{OTHER * 30}</p></div></section>',
        f'<div class="tags">Từ khóa: <a href="/t">{OTHER}</a></div><div class="social-share">Chia sẻ</div>',
        f"<div><div>Đọc thêm</div><div>{TEASER}</div><div>{TEASER}</div></div>",
        f"<div><div>{TEASER}</div><div>{TEASER}</div><div>{TEASER}</div></div>",
        f'<div>Tin cùng chuyên mục</div><ul><li><a href="/1.html">{OTHER}</a> (11/3/2025)</li></ul>',
        f"<aside><p>{OTHER}</p></aside>",
        "<div>Lượt xem: 1.234</div><div>5 bình luận</div>",
    ],
)
def test_what_stands_below_an_article_is_left_out(below: str) -> None:
    assert paragraphs(newspaper(below=below)) == WHOLE


@pytest.mark.parametrize(
    "teaser",
    [
        f'<div class="VCSortableInPreviewMode" type="RelatedOneNews"><a href="/x.htm">{OTHER}</a><p>Đã có 77/88 gói thầu xong.</p></div>',
        f'<p><strong>&gt;&gt; Xem thêm: <a href="/x.htm">{OTHER}</a></strong></p>',
        f'<table class="q"><tr><td><a href="/x.htm"><img src="x"></a></td><td>{TEASER}</td></tr></table>',
        f'<div class="x7"><p>Tin liên quan:</p><ul><li><a href="/x.htm">{OTHER}</a></li></ul></div>',
        f"<div>{TEASER}</div>",
    ],
)
def test_teasers_inside_an_article_are_left_out(teaser: str) -> None:
    first, second = PROSE.split("<p>Hạ tầng</p>")
    assert paragraphs(newspaper(f"{first}<p>Hạ tầng</p>{teaser}{second}")) == WHOLE


def test_links_in_sentences_stay() -> None:
    linked = PROSE.replace("7/18 dự án", '<a href="/da.html">7/18 dự án</a>').replace("30/6", '<a href="/han.html">30/6</a>')
    assert paragraphs(newspaper(linked)) == WHOLE


def test_captions_stand_once() -> None:
    figure = "<figure><img src='a.jpg' alt='Khu nhà ở'><figcaption>{}</figcaption></figure>"
    own = "Khu nhà ở xã hội tại Quế Võ. Ảnh: Hà An"
    doubled = figure.format(own) + PROSE + figure.format(f"{LEAD} (Ảnh: Hà An)") + figure.format(own)
    assert paragraphs(newspaper(doubled)) == [*WHOLE[:2], own, *BODY]


def test_a_headline_printed_again_above_the_text_stands_once() -> None:
    assert paragraphs(newspaper(f"<p>{WHOLE[0]}</p>{PROSE}<p>{WHOLE[0]}</p>")) == [*WHOLE, WHOLE[0]]


def test_tables_of_an_article_keep_their_cells() -> None:
    table = "<table><tr><th>Huyện<th>Số căn<tr><td>Quế Võ<td>1.200<tr><td>Yên Phong<td>860</table>"
    document = read(newspaper(PROSE + table).encode())
    assert document.text.endswith("| Huyện | Số căn |\n| Quế Võ | 1.200 |\n| Yên Phong | 860 |")
    assert [document.text[c.span.start : c.span.end] for c in document.tables[0].cells][2:4] == ["Quế Võ", "1.200"]


def test_an_article_without_marks_of_a_site() -> None:
    teasers = "".join(f'<div><a href="/{n}"><b>{OTHER}</b></a></div><div>Đã có {n}/88 gói thầu.</div>' for n in range(4))
    page = f"""<body><div><a href="/1">Trang nhất</a> | <a href="/2">Kinh tế</a></div><div><h1>Danh mục nhà ở xã hội</h1><div>{LEAD}</div>
    <div>{"<br><br>".join(BODY)}</div></div><div>{teasers}</div></body>"""
    assert paragraphs(page) == WHOLE


def test_a_portal_that_is_one_form_in_layout_tables() -> None:
    page = f"""<form id="aspnetForm"><table><tr><td><div class="leftmenu"><a href="/a">Văn bản</a><a href="/b">{OTHER}</a></div></td>
    <td><table><tr><td><h1>Danh mục nhà ở xã hội</h1></td></tr><tr><td>{LEAD}</td></tr><tr><td>{PROSE}</td></tr></table></td>
    <td>Thống kê truy cập: 12.345</td></tr></table></form>"""
    assert paragraphs(page) == WHOLE


LETTERHEAD = """<table><tr><td><p>UBND TỈNH BẮC NINH</p><p>Số: 15/TB-UBND</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table><p>Bắc Ninh, ngày 14 tháng 3 năm 2025</p>"""


def test_a_bare_document_is_kept_whole() -> None:
    page = f'<html><body>{LETTERHEAD}<p>THÔNG BÁO</p>{PROSE}<p><a href="/pl.html">Phụ lục số 02</a></p></body></html>'
    assert paragraphs(page)[-5:] == [*BODY, "Phụ lục số 02"]
    assert paragraphs(page)[:2] == ["UBND TỈNH BẮC NINH", "Số: 15/TB-UBND"]


def test_an_official_document_on_a_law_portal() -> None:
    page = f"""<html>{HEAD}<body><div id="header"><a href="/">Trang chủ</a></div><div class="left"><div class="content1"><div>{LETTERHEAD}
    <p>THÔNG BÁO</p></div><div>{PROSE}</div><table><tr><td>Nơi nhận: Như trên</td><td>CHỦ TỊCH</td></tr></table></div></div>
    <div class="vbLienQuan"><a href="/v">{OTHER}</a></div></body></html>"""
    text = paragraphs(page)
    assert text[0] == "UBND TỈNH BẮC NINH"
    assert text[-6:] == [*BODY, "Nơi nhận: Như trên", "CHỦ TỊCH"]
    assert read(page.encode()).date is None


def test_output_does_not_depend_on_earlier_pages() -> None:
    page = newspaper(below=f"<div><div>Đọc thêm</div>{TEASER}</div>").encode()
    assert [read(page).text for _ in range(5)] == ["\n\n".join(WHOLE)] * 5


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*BODY, "Đơn vị thứ hai đạt 45,5%.", "Phấn đấu giảm 3 điểm phần trăm so với năm 2024."]), min_size=1, max_size=12
    )
)
def test_every_paragraph_of_an_article_comes_out(lines: list[str]) -> None:
    inside = "".join(f"<p>{line}</p>" for line in lines)
    assert paragraphs(newspaper(inside, below=f'<div class="related">{TEASER}</div>')) == [*WHOLE[:2], *lines]
