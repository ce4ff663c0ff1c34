"""What a page states about its document: right or null."""

import json
import time
from datetime import date

import pytest

from extractor.load.html import read
from extractor.model import Document

BODY = "<p>Chiều 12/3, Sở Xây dựng công bố danh mục 18 dự án nhà ở xã hội được bố trí vốn trong năm nay.</p>"


def page(head: str = "", stamp: str = "", title: str = "Danh mục nhà ở - Báo Mẫu") -> Document:
    return read(
        f"""<html><head><title>{title}</title>{head}</head><body><div class="header"><a href="/">Báo</a> Thứ sáu, 13/6/2025</div>
        <main><h1>Danh mục
        nhà ở</h1>{stamp}<div class="body">{BODY * 2}</div></main><footer>© 2001-2026</footer></body></html>""".encode()
    )


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})}</script>'


@pytest.mark.parametrize(
    ("head", "stamp", "day"),
    [
        ('<meta property="article:published_time" content="2025-03-12T23:30:00+07:00">', "", date(2025, 3, 12)),
        ('<meta property="article:modified_time" content="2025-03-14T08:00:00+07:00">', "", None),
        ('<meta name="pubdate" content="12/03/2025 5:05:00 PM">', "", None),
        ('<meta name="pubdate" content="03/13/2025 5:05:00 PM">', "", date(2025, 3, 13)),
        ('<meta name="pubdate" content="Wed, 12 Mar 2025 10:00:00 GMT">', "", date(2025, 3, 12)),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00">', "", None),
        (ld(headline="Danh mục nhà ở", datePublished="2025-03-12T17:05:00", dateModified="2025-04-01"), "", date(2025, 3, 12)),
        (
            ld(headline="Bài khác", datePublished="2025-03-10") + ld(headline="Danh mục nhà ở", datePublished="2025-03-12"),
            "",
            date(2025, 3, 12),
        ),
        (ld(headline="Bài khác", datePublished="2025-03-10") + ld(headline="Bài nữa", datePublished="2025-03-11"), "", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "", None),
        ("", "<div class='date'>Thứ ba, 19/11/2024, 10:30 (GMT+7)</div>", date(2024, 11, 19)),
        ("", "<div>Ngày đăng: 19/11/2024 07:45</div>", date(2024, 11, 19)),
        ("", "<div>Thứ Ba, ngày 19 tháng 11 năm 2024 - 7 giờ 45</div>", date(2024, 11, 19)),
        ("", "<div>Cập nhật: 20/11/2024 07:45</div>", None),
        ("", "<div>19/11/2024 07:45</div><div>Cập nhật lúc 20/11/2024 07:45</div>", date(2024, 11, 19)),
        ("", "<div>19/11/2024 07:45</div><div>20/11/2024 07:45</div>", None),
        ("", '<time itemprop="datePublished" datetime="2024-11-19T07:45">hôm qua</time>', date(2024, 11, 19)),
        ("", "<div>19/11/2024 07:45</div><p>Thứ hai, 18/11/2024 - 20:00</p>", date(2024, 11, 19)),
        ("", "<div class='date'>31/02/2024 07:45</div>", None),
        ('<meta name="pubdate" content="Wed, 12 Mar 99999999999999999999 10:00:00 GMT">', "", None),
        ("", "", None),
    ],
)
def test_the_day_of_publication(head: str, stamp: str, day: date | None) -> None:
    assert page(head, stamp).date == day


def test_the_stamp_of_the_day_is_no_part_of_the_text() -> None:
    document = page(stamp="<div class='date'>Thứ ba, 19/11/2024, 10:30 (GMT+7)</div>")
    assert document.text.split("\n\n")[:2] == ["Danh mục nhà ở", BODY[3:-4]]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", "Danh mục nhà ở"),
        ('<meta property="og:title" content="Danh mục nhà ở - Báo Mẫu">', "Danh mục nhà ở"),
    ],
)
def test_titles_are_the_headline(head: str, title: str) -> None:
    assert page(head).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Danh mục nhà ở | Cổng thông tin điện tử tỉnh X</title>", "Danh mục nhà ở"),
        ("<title>Danh mục - phần 2</title>", "Danh mục - phần 2"),
        ("<title>Danh mục – Mẫu Online</title><meta property='og:site_name' content='Mẫu Online'>", "Danh mục"),
        ("<title> </title>", None),
        ("<h1>Mẫu số 01</h1><h1>Mẫu số 02</h1>", None),
        ("", None),
    ],
)
def test_titles_without_a_headline(head: str, title: str | None) -> None:
    assert read(f"<html><head>{head}</head><body>{BODY}</body></html>".encode()).title == title


@pytest.mark.parametrize(
    ("head", "stamp", "author"),
    [
        ('<meta name="author" content="Hà An">', "", "Hà An"),
        ('<meta name="author" content="Báo Mẫu"><meta property="og:site_name" content="Báo Mẫu">', "<p class='author'>Hà An</p>", "Hà An"),
        ('<meta property="article:author" content="https://facebook.com/baomau">', "", None),
        ('<meta name="author" content="admin">', "", None),
        (ld(author=[{"@type": "Person", "name": "Hà An"}, {"name": "Lê Bình"}]), "", "Hà An; Lê Bình"),
        ("", "<div class='author-name'><a href='/tg/1'>Tác giả: Hà An</a></div>", "Hà An"),
        ("", "<div class='author-box'>đăng nhập để theo dõi</div>", None),
        (ld(author={"name": "Hà \ud800 An"}), "", "Hà \ufffd An"),
        (ld(author=json.loads("[" * 900 + '"Hà An"' + "]" * 900)), "", None),
    ],
)
def test_authors(head: str, stamp: str, author: str | None) -> None:
    assert page(head, stamp).author == author


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ('<meta property="og:site_name" content="Báo Mẫu">', "x", "Báo Mẫu"),
        ('<meta property="og:site_name" content="baomau.vn">' + ld(publisher={"@type": "Organization", "name": "Báo Mẫu"}), "x", "Báo Mẫu"),
        ("", "Danh mục nhà ở - Báo Mẫu", "Báo Mẫu"),
        ("", "Danh mục nhà ở - Thời sự", None),
    ],
)
def test_publishers(head: str, title: str, publisher: str | None) -> None:
    assert page(head, title=title).publisher == publisher


def test_a_site_that_no_word_marks_is_told_by_the_link_to_its_first_page() -> None:
    assert page(stamp='<a href="/">Tin Mẫu</a>', title="Danh mục nhà ở - Tin Mẫu").publisher == "Tin Mẫu"


@pytest.mark.parametrize(
    ("signed", "author"),
    [("Lê Hà (theo Báo Mẫu)", "Lê Hà"), ("Theo Báo Mẫu", None), ("Theo TTXVN", None), ("Sở họp ngày mai", None)],
)
def test_who_signs_on_the_right_below_the_text(signed: str, author: str | None) -> None:
    words = f"<html><body><h1>Danh mục nhà ở</h1>{BODY * 2}<p style='text-align: right'><b>{signed}</b></p></body></html>"
    assert read(words.encode()).author == author


def test_a_long_element_for_the_date_is_read_in_time() -> None:
    begin = time.perf_counter()
    assert page(stamp=f"<time pubdate>{'- ' * 40_000}x</time>").date is None
    assert time.perf_counter() - begin < 5


def test_an_official_document_leaves_its_date_and_author_to_its_text() -> None:
    head = '<meta property="article:published_time" content="2025-03-15"><meta name="author" content="Văn thư">'
    document = page(head, "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>")
    assert (document.date, document.author, document.title) == (None, None, "Danh mục nhà ở")
