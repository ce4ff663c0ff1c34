"""Words of an article or document that look like furniture: linked laws, boxes, stamps of entries; and pages of much of one kind."""

import time

import pytest

from extractor.errors import LoadError
from extractor.load.html import read

PROSE = "Chiều 12/3, Sở Xây dựng tỉnh Bắc Ninh công bố danh mục 18 dự án nhà ở xã hội được bố trí vốn trong năm nay và năm sau."
MORE = "Giám đốc Sở yêu cầu các chủ đầu tư hoàn thành giải phóng mặt bằng trước ngày 30/6 và báo cáo hằng tuần về Sở."
HEAD = '<head><title>Danh mục nhà ở xã hội - Báo Mẫu</title><meta property="og:type" content="article"></head>'
LAWS = [f"Căn cứ Luật Nhà ở số {n}/2023/QH15 ngày {n}/11/2023 của Quốc hội;" for n in range(25, 30)]
LINKED = "".join(f'<p><a href="/luat/{n}">{law[:-1]}</a>;</p>' for n, law in enumerate(LAWS))


def paragraphs(inside: str) -> list[str]:
    page = f"""<html>{HEAD}<body><nav><a href="/">Trang chủ</a><a href="/xd">Xây dựng</a></nav><h1>Danh mục nhà ở xã hội</h1>
    <article><p>{PROSE}</p>{inside}<p>{MORE}</p></article></body></html>"""
    first, lead, *rest, last = read(page.encode()).text.split("\n\n")
    assert (first, lead, last) == ("Danh mục nhà ở xã hội", PROSE, MORE)
    return rest


def test_a_bare_official_document_keeps_its_linked_laws() -> None:
    page = f"<html><body><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>{LINKED}<p>Điều 1. {PROSE}</p></body></html>"
    assert read(page.encode()).text.split("\n\n")[1:-1] == LAWS


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        (LINKED, LAWS),
        ('<ul><li><a href="/q">Quyết định số 12/QĐ-UBND</a> về vốn</li></ul>', ["- Quyết định số 12/QĐ-UBND về vốn"]),
        ('<p>Liên quan:</p><p><a href="/n">Nghị quyết 18-NQ/TW</a> nêu rõ 30%.</p>', ["Nghị quyết 18-NQ/TW nêu rõ 30%."]),
        ('<p>Tin liên quan:</p><p><a href="/n">Nghị quyết 18-NQ/TW: bước ngoặt</a></p>', []),
        ("<div class='story'><p>Chuyện ở Quế Võ: 35% đã có nhà.</p></div>", ["Chuyện ở Quế Võ: 35% đã có nhà."]),
        ("<aside><p>Hộp số liệu: 450 tỷ đồng.</p></aside>", ["Hộp số liệu: 450 tỷ đồng."]),
        ("<aside><p><a href='/b'>Vành đai 4 giải ngân 98 tỷ đồng</a></p></aside>", []),
        ("<div class='social-share'><p>Gửi bài qua thư</p></div>", []),
        ("<p>In 25</p><p>Chia sẻ</p><p>In bài</p>", ["In 25"]),
        ("<p><button>Hạn nộp là 30/6/2025?</button></p><button>Nghe</button>", ["Hạn nộp là 30/6/2025?"]),
        (
            "".join(f"<div class='date'>{n}/3/2025</div><div>Mưa {n} mm.</div>" for n in (5, 6)),
            ["5/3/2025", "Mưa 5 mm.", "6/3/2025", "Mưa 6 mm."],
        ),
    ],
)
def test_what_stays_of_an_article(inside: str, kept: list[str]) -> None:
    assert paragraphs(inside) == kept


def test_short_lines_beside_a_long_one_stay() -> None:
    lines = f"<div>{PROSE * 3}</div><div>25%</div><div>1.250</div>"
    page = f"<html>{HEAD}<body><nav><a href='/'>Trang chủ</a></nav><div>{lines}</div></body></html>"
    assert read(page.encode()).text.split("\n\n")[1:] == ["25%", "1.250"]


def test_a_stray_line_in_the_element_of_the_text_leaves_it_that_of_the_text() -> None:
    text = f"<div>Bắc Ninh<p>{PROSE}</p><p>{MORE}</p></div>"
    page = f"<html>{HEAD}<body><nav><a href='/'>Trang chủ</a></nav><div>{text}<div>Thời tiết 25°C</div></div></body></html>"
    assert read(page.encode()).text.split("\n\n") == ["Bắc Ninh", PROSE, MORE]


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f"<p><a href='/{n}'>Tin {n} hôm nay</a></p>" for n in range(4000)),
        "".join(f"<figure><figcaption>Ảnh {n}: khu nhà</figcaption></figure>" for n in range(1500)),
        f"<div>{'Mưa lớn ở Quế Võ<br><br>' * 3000}</div>",
    ],
    ids=["links", "captions", "lines"],
)
def test_much_of_one_kind_is_read_in_time(inside: str) -> None:
    begin = time.perf_counter()
    read(f"<html>{HEAD}<body><h1>Danh mục nhà ở</h1><article><p>{PROSE}</p>{inside}</article></body></html>".encode())
    assert time.perf_counter() - begin < 10


def test_a_table_whose_cells_reach_too_far_is_refused() -> None:
    with pytest.raises(LoadError, match="1000000 places is too large"):
        read(f"<table><tr>{'<td colspan=1000>x' * 1100}</table>".encode())
