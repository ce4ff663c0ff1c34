"""Cost grows with the text: twice as much of the same takes twice the work, and what no count of calls can see has a bound.

Calls are counted, not seconds, so that the figures are the same on every machine. Work inside one call of a regex or of str.find is not
counted: those tests look at the bound itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from itertools import count, pairwise, takewhile

import pytest

from extractor import extract
from extractor.fold import fold
from extractor.line_tables import line_tables
from extractor.nfc import nfc
from extractor.outline import outline
from extractor.rules import Rules
from extractor.scan import LONGEST, Scanner

SIZE = 8000  # two of the longest sentences, so that their bound is at work and what the second repeats is marked
MOST = 2.3


def over_and_over(piece: str, size: int) -> str:
    """As much of ``piece`` as goes into ``size``, ``{n}`` counted up from 1."""
    return "".join(piece.replace("{n}", str(n)) for n in takewhile(lambda n: n * len(piece) <= size, count(1)))


ENDLESS = {
    "digits and slashes": "15/",
    "dates": "00/00/00 ",
    "a list of dates": "12/5/2025, ",
    "a list of days to come": "trước ngày 15/5, ",
    "from day to day": "từ ngày 1/2/2025 đến ngày 3/4/2025 ",
    "numbers in words": "một ",
    "larger numbers in words": "hai mươi ba nghìn năm trăm ",
    "shares": "{n}% ",
    "sums": "5 tỷ 300 triệu đồng, ",
    "counted things": "23 người, ",
    "brackets": "(1) [2] ",
    "opening quotes": "“Sở Y tế ",
    "one agency": "Ủy ban nhân dân ",
    "short forms of agencies": "Bộ ",
    "a list of departments": "Sở Tài chính, Sở Tư pháp, ",
    "a list of fields": "Các sở: Y tế, Nội vụ, ",
    "provinces": "UBND các tỉnh: Nghệ An, Hà Tĩnh, ",
    "lead and support": "Sở Y tế chủ trì, phối hợp với Sở Công Thương ",
    "documents": "15/2020/NĐ-CP, ",
    "documents with issuers": "Quyết định số 4/QĐ-TTg ngày 4/4/2022 của Thủ tướng Chính phủ; ",
    "one sentence": "tỉnh đã hoàn thành 5 nhiệm vụ, đồng thời tiếp tục triển khai kế hoạch, ",
    "boards": "Ban Chỉ đạo Chương trình số {n} tỉnh họp.\n",
    "definitions": "Ủy ban nhân dân xã A{n} (gọi tắt là Ban Quản lý {n}) họp.\n",
    "units and their houses": "Trưởng phòng Số {n} - Cục Thuế báo cáo. Phòng Kế toán {n} báo cáo.\n",
    "collectives and provinces": "Các sở, ngành của Nghệ An họp.\n",
    "items with bullets": "{n}. Giao việc:\n- Sở Y tế rà soát.\n",
    "bullets that introduce": "- Giao Sở Y tế {n}:\n",
    "items and labels": "- Sở Y tế rà soát.\n- Đơn vị chủ trì: Sở Y tế\n",
    "tasks that are dated behind": "Sở Y tế rà soát kế hoạch. Thời hạn hoàn thành: trước ngày 30/11/2025. ",
    "quoted laws": "“Điều {n}. Sở Y tế\nrà soát”\n",
    "rows": "| {n} | Rà soát | Sở Y tế | 15/5/2025 |\n",
    "lines of a table": "STT\nNhiệm vụ\nChủ trì\nThời hạn\n1\nRà soát\nSở Y tế\nQuý II\nHết.\n",
    "wrapped lines": "tỉnh đã hoàn thành nhiều nhiệm vụ và tiếp tục\n",
    "recipients": "Nơi nhận:\n",
    "blanks and breaks": " \n",
    "a paragraph that repeats": "Tỉnh đạt 23 nhiệm vụ. ",
}


def calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls, those in C among them."""
    made = 0

    def on(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(on)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS)
def test_twice_the_text_takes_twice_the_work(piece: str) -> None:
    short, long = over_and_over(piece, SIZE), over_and_over(piece, 2 * SIZE)
    extract(long)  # fills what is kept from text to text
    once = calls(lambda: extract(short))
    twice = calls(lambda: extract(long))
    assert once > 100
    assert twice / once < MOST


def test_the_count_sees_work_that_grows_with_the_square() -> None:
    def pairs(n: int) -> None:
        for i in range(n):
            for j in range(i):
                max(i, j)

    assert calls(lambda: pairs(200)) / calls(lambda: pairs(100)) > 3.5


@cache
def scanner() -> Scanner:
    return Scanner(Rules.load())


@pytest.mark.parametrize(
    ("head", "piece"),
    [("ngày ", "12/5/2025, "), ("luật đất đai, ", "luật đất đai, "), ("UBND các tỉnh: ", "Nghệ An, "), ("có ", "một "), ("có ", "5 tỷ ")],
)
def test_a_list_without_end_is_cut_and_read_once(head: str, piece: str) -> None:
    text = head + piece * 2000
    found = list(scanner().scan(text, text.lower()))
    read = [c.groups._match.span() for c in found]  # type: ignore[attr-defined]
    assert read
    assert all(end - start <= LONGEST for start, end in read)
    rules = {c.rule for c in found}
    total = {rule: sum(e - s for c, (s, e) in zip(found, read, strict=True) if c.rule == rule) for rule in rules}
    assert max(total.values()) < 40 * len(text)


def test_no_word_is_cut_at_the_end_of_a_match() -> None:
    text = "ngày " + "12/5/2025, " * 500
    facts = [f for f in extract(text).facts if f.kind == "date"]
    assert len(facts) == 500
    assert {f.start_date.isoformat() for f in facts if f.start_date} == {"2025-05-12"}


def test_no_sentence_is_longer_than_4000_code_points() -> None:
    for text in ("đã hoàn thành kế hoạch và " * 1000, "a" * 20_000, "Xong. " + "đạt 5%, " * 3000):
        starts = (*outline(text).sentences, len(text))
        assert max(b - a for a, b in pairwise(starts)) <= 4000
        assert all(text[start - 1] == " " for start in starts[1:-1] if " " in text)
    assert outline("Sở Y tế họp. " * 3).sentences == (0, 13, 26)


def test_the_sentence_of_a_fact_in_endless_words_holds_it() -> None:
    text = "đã hoàn thành 25% kế hoạch và " * 1000
    facts = extract(text).facts
    assert len(facts) == 1000
    assert all(f.sentence and f.text in f.sentence and len(f.sentence) <= 4000 for f in facts)


def test_blanks_do_not_make_the_sentence_of_every_fact_long() -> None:
    facts = extract(("đạt 5%" + " " * 1000) * 100).facts
    assert len(facts) == 100
    assert {f.sentence for f in facts} == {" ".join(["đạt 5%"] * 100)}


def test_a_run_of_stops_or_raised_digits_is_read_from_its_first_alone() -> None:
    from extractor.fold import _NOTE_RE
    from extractor.sentence_starts import _STOP

    assert _STOP.search("Rồi... Sau", 4) is None
    assert _STOP.search("Rồi... Sau", 3)
    assert _NOTE_RE.search("a²²² b", 2) is None
    assert _NOTE_RE.search("a²²² b", 1)
    assert fold("đạt 5%²³ kế hoạch").text == "đạt 5% kế hoạch"


def test_days_that_come_back_are_read_for_as_many_as_a_year_has_months() -> None:
    from extractor.normalise.deadline import _EVERY

    assert _EVERY.match(", trước ngày 15/5" * 12 + " hằng năm")
    assert _EVERY.match(", trước ngày 15/5" * 13 + " hằng năm") is None


def test_a_pile_of_marks_is_cut_at_thirty() -> None:
    assert nfc("o" + "\u0323\u0302") == "ộ"
    assert nfc("a" + "\u0301\u0323" * 15) != nfc("a" + "\u0301\u0323" * 14)
    assert nfc("a" + "\u0301\u0323" * 5000) == nfc("a" + "\u0301\u0323" * 15)
    assert len(fold("a" + "\u0301\u0323" * 50_000 + " xong").text) < 40
    facts = extract("Đạt 5% " + "a" + "\u0301\u0323" * 50_000 + " và 6%").facts
    assert [f.value for f in facts] == [5, 6]


def test_the_lines_of_a_text_are_read_once_however_many_tables_it_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    import extractor.line_tables as module

    read: list[str] = []
    lines = module._lines
    monkeypatch.setattr(module, "_lines", lambda text: read.append(text) or lines(text))
    rows = "STT\nNhiệm vụ\nChủ trì\nThời hạn\n1\nRà soát kế hoạch\nSở Y tế\nQuý II\nNơi nhận:\n"
    assert len(line_tables(rows * 50)) == 50
    assert len(read) == 1


def test_a_header_again_and_again_is_no_table_and_no_error() -> None:
    assert line_tables("STT\nNhiệm vụ\nChủ trì\n" * 50) == ()
    assert line_tables("STT\n" * 50) == ()
