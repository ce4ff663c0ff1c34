"""Running heads, page numbers and stamps of PDF files: what goes, and what looks like them and stays."""

from collections.abc import Sequence

import pytest
from pdf_build import Page, build

from extractor.load import pdf
from extractor.load.pdf.boxes import Line, Word, line_of
from extractor.load.pdf.page_numbers import is_page_number

BODY = "Ủy ban nhân dân tỉnh giao các sở, ban, ngành rà soát hồ sơ"


def text(*pages: Page) -> str:
    return pdf.read(build(*pages)).text


def page(mark: str, *heads: tuple[float, float, str]) -> Page:
    """A page of ten paragraphs, which ``mark`` tells from those of other pages, with lines at their (x, y)."""
    made = Page()
    for x, y, words in heads:
        made.text(x, y, words)
    made.lines(85, 110, *(f"{BODY} {mark}{letter}." for letter in "abcdefghik"))
    return made


def line(words: str, x: float = 85) -> Line:
    return line_of([Word(words, x, x + 7 * len(words), 800, 14)])


@pytest.mark.parametrize("last", ["2025.", "95%", "-5%", "30)", "30).", "(12)", "12/20", "1.250", "256", "-3", "10-", "12/2025"])
def test_the_end_of_a_paragraph_is_no_page_number(last: str) -> None:
    assert text(page("m", (85, 780, last))).endswith(last)


@pytest.mark.parametrize(
    ("words", "x", "is_one"),
    [
        ("- 7 -", 295, True),
        ("-7-", 295, True),
        ("| 7 |", 295, True),
        ("7", 295, True),
        ("7/12", 500, True),
        ("Trang 7/12", 85, True),
        ("Page 7 of 12", 85, True),
        ("3", 85, True),
        ("3/12", 85, True),
        ("- 7 -", 85, False),
        ("7/12", 85, False),
        ("2025", 295, False),
        ("12/7", 295, False),
        ("-7", 295, False),
        ("7)", 295, False),
        ("7%", 295, False),
        ("7.", 295, False),
    ],
)
def test_page_numbers(words: str, x: float, is_one: bool) -> None:
    assert is_page_number(line(words, x), 2, [line(words, x), line(BODY)]) is is_one


def headed(heads: Sequence[str], x: float = 220, y: float = 60) -> str:
    return text(*(page(letter, (x, y, head)) for letter, head in zip("mnpq", heads, strict=False)))


@pytest.mark.parametrize("pattern", ["PHỤ LỤC {}", "Điều {}. Phạm vi áp dụng", "Kịch bản {}", "Tháng {}/2025", "Giai đoạn 2020 - 202{}"])
def test_headings_that_count_with_the_pages_stay(pattern: str) -> None:
    heads = [pattern.format(number) for number in range(1, 5)]
    assert [head in headed(heads) for head in heads] == [True] * 4


@pytest.mark.parametrize("pattern", ["Trang {}", "{}/40", "Báo cáo năm | {}", "Báo cáo năm - Trang {}", "- {} -"])
def test_numbers_that_count_with_the_pages_go_wherever_they_stand(pattern: str) -> None:
    assert headed([pattern.format(number) for number in range(21, 25)], x=85).startswith(BODY)


def test_a_repeated_line_that_looks_like_text_stays_where_it_stands_first() -> None:
    head = "STT Nội dung Đơn vị Thời hạn"
    assert headed([head] * 3, x=85, y=80).count(head) == 1
    assert headed([head] * 3, x=85, y=80).startswith(head)
    assert headed(["Nơi nhận: Ủy ban nhân dân tỉnh"] * 2).count("Nơi nhận: Ủy ban nhân dân tỉnh") == 2


@pytest.mark.parametrize(("y", "size"), [(40, 14), (60, 10)])
@pytest.mark.parametrize("count", [2, 3])
def test_a_running_head_goes(count: int, y: float, size: float) -> None:
    made = [page(letter) for letter in "mnp"[:count]]
    for one in made:
        one.text(200, y, "Sổ tay công vụ", size)
    assert "Sổ tay" not in text(*made)


def test_a_running_head_beside_a_page_number_goes() -> None:
    made = [page(letter, (85, 75, "Sổ tay công vụ"), (500, 75, str(number))) for number, letter in enumerate("mnp", start=31)]
    assert "Sổ tay" not in text(*made)


def test_lines_that_begin_like_a_stamp_stay() -> None:
    lines = ["Người ký văn bản phải chịu trách nhiệm về 25 văn bản", "Ngày ký ban hành là 15/4/2025.", "Ngày ký: 15/4/2025", "Hết."]
    made = Page()
    made.lines(85, 110, *lines)
    assert all(words in text(made) for words in lines)


@pytest.mark.parametrize(
    ("stamp", "size"), [(["Người ký: Sở Y tế", "Email: soyte@tinh.gov.vn", "Ngày ký: 15/4/2025"], 14), (["Ký bởi: Sở Y tế"], 8)]
)
def test_a_stamp_goes(stamp: list[str], size: float) -> None:
    made = page("m")
    made.lines(350, 500, *stamp, size=size)
    assert text(made) == text(page("m"))
