"""The whole line: every fact at its exact words, the same from any dress of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import KINDS, Document, Fact
from extractor.pipeline import Extractor

EXTRACTOR = Extractor()
DAY = date(2024, 6, 15)
NOTICE = """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
Số: 15/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Bình, ngày 12 tháng 6 năm 2024
THÔNG BÁO
Kết luận cuộc họp về cấp nước
Đến ngày 31/5, các xã đã hoàn thành 23/25 nhiệm vụ, đạt 92%, tăng 5,5% so với năm 2023; tổng vốn 1.200 tỷ đồng.
1. Sở Y tế chủ trì:
- Khám sức khỏe cho khoảng 2,85 triệu người, báo cáo trước ngày 15/7/2024;
- Phối hợp với UBND huyện Thủy Sơn theo Quyết định số 12/QĐ-UBND.
2. Công an tỉnh báo cáo hàng tuần.
Nơi nhận:
- Sở Tài chính;
- Lưu: VT, 5 bản."""


def analyse(text: str, **known: object) -> list[Fact]:
    return EXTRACTOR.analyse(replace(Document(text), **known)).facts  # type: ignore[arg-type]


def values(facts: list[Fact]) -> list[Fact]:
    """The facts without where and how they are written: kind and normalized values."""
    return [replace(f, text="", start=0, end=0, sentence=None, fact_id="", item=None, unit=f.unit and f.unit.lower()) for f in facts]


def one(kind: str, facts: list[Fact]) -> Fact:
    (found,) = [f for f in facts if f.kind == kind]
    return found


def test_a_notice_gives_its_facts() -> None:
    facts = analyse(NOTICE)
    ratio, money, deadline = one("ratio", facts), one("money", facts), [f for f in facts if f.kind == "deadline"]
    assert (ratio.text, ratio.numerator, ratio.denominator, ratio.unit) == ("23/25", 23, 25, "nhiệm vụ")
    assert [(f.text, f.value, f.change) for f in facts if f.kind == "percent"] == [("92%", 92, None), ("5,5%", 5.5, "up")]
    assert (money.text, money.value, money.unit) == ("1.200 tỷ đồng", 1_200_000_000_000, "VND")
    assert (deadline[0].text, deadline[0].due, deadline[0].inclusive) == ("trước ngày 15/7/2024", date(2024, 7, 15), False)
    assert (deadline[1].text, deadline[1].rrule) == ("hàng tuần", "FREQ=WEEKLY")
    assert [(f.number, f.symbol) for f in facts if f.kind == "document"] == [("15", "TB-UBND"), ("12", "QĐ-UBND")]
    assert next(f for f in facts if f.text == "ngày 31/5").start_date == date(2024, 5, 31)
    people = next(f for f in facts if f.text == "2,85 triệu")
    assert (people.kind, people.value, people.unit, people.comparator, people.item) == ("quantity", 2_850_000, "người", "about", "1/-1")
    agencies = {f.text: f.name for f in facts if f.kind == "agency"}
    assert agencies["Sở Y tế"] == "Sở Y tế tỉnh Hòa Bình"
    assert agencies["Công an tỉnh"] == "Công an tỉnh Hòa Bình"
    assert "Sở Tài chính" not in agencies
    assert all(f.start < NOTICE.index("Nơi nhận") for f in facts)


def test_date_and_place_come_from_the_text_unless_the_caller_knows_them() -> None:
    found = EXTRACTOR.analyse(Document(NOTICE))
    assert (found.date, found.place) == (date(2024, 6, 12), "tỉnh Hòa Bình")
    told = EXTRACTOR.analyse(Document(NOTICE, date=date(2020, 6, 1), place="tỉnh Nghệ An"))
    assert (told.date, told.place) == (date(2020, 6, 1), "tỉnh Nghệ An")
    assert next(f for f in told.facts if f.text == "ngày 31/5").start_date == date(2020, 5, 31)
    assert next(f for f in told.facts if f.text == "Sở Y tế").name == "Sở Y tế tỉnh Nghệ An"


def check_invariants(text: str, facts: list[Fact]) -> None:
    assert [(f.start, f.end) for f in facts] == sorted((f.start, f.end) for f in facts)
    assert len({f.fact_id for f in facts}) == len(facts)
    for f in facts:
        assert text[f.start : f.end] == f.text
        assert 0 <= f.start < f.end <= len(text)
        assert f.kind in KINDS
        assert f.rule.startswith(f"{f.kind}.")
        assert f.sentence
        assert f.sentence in text
        assert re.fullmatch("[0-9a-f]{12}", f.fact_id)


DRESSES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "NBSP": lambda text: re.sub(r"(?<=\d) ", "\u00a0", text),
    "double blanks": lambda text: text.replace(" ", "  "),
    "narrow blanks": lambda text: text.replace(" ", "\u202f"),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z])(?=[a-z])", "\u00ad", text),
    "zero widths": lambda text: re.sub(r"(?<=[a-z]) ", " \u200b", text),
    "en dashes": lambda text: text.replace(" - ", " – "),
    "new tone marks": lambda text: text.replace("Hòa", "Hoà").replace("Thủy", "Thuỷ").replace("khỏe", "khoẻ").replace("HÒA", "HOÀ"),
    "eth": lambda text: text.replace("Đ", "\u00d0"),
    "bold": lambda text: re.sub(r"(?m)^(\d\. .*)$", r"**\1**", text),
    "BOM": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("name", DRESSES)
def test_the_same_facts_from_any_dress(name: str) -> None:
    text = DRESSES[name](NOTICE)
    facts = analyse(text)
    check_invariants(text, facts)
    assert values(facts) == values(analyse(NOTICE))
    assert [f.item for f in facts] == [f.item for f in analyse(NOTICE)]


PIECES = [
    "ngày 31/5", "trước ngày 15/7/2024", "quý II/2024",
    "23/25 nhiệm vụ", "thứ 5/63 tỉnh", "45,03%", "70 - 80 %", "hơn 2,85 triệu người",
    "1.200 tỷ đồng", "hai mươi tư hộ", "24/7", "Quyết định số 12, 15/QĐ-UBND", "Nghị quyết 30-NQ/TU", "Đề án 06", "UBND tỉnh", "Sở TT&TT",
    "các sở, ban, ngành", "các Bộ: Tài chính, Nội vụ", "Lãnh đạo Bộ", "Ban Chỉ đạo", "TP. Vinh",
    "Ðề án", "giai đoạn 2021-2030", "Nơi nhận:", "(1)",
    "- ", "a)", ".", ",", ";", "…", "“", "\n", "\r\n", "\n\n", " ", "\u00a0", "\u00ad", "\u200b", "**", "o\u0300a",
    "ВТС", "và", "của", "đạt",
]  # fmt: skip
MESS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(max_size=60),
)


@settings(deadline=None)
@given(MESS, st.sampled_from([None, DAY, date(1, 1, 1), date(9999, 12, 31)]), st.sampled_from([None, "tỉnh Hòa Bình", "không rõ"]))
def test_any_text_gives_facts_at_their_exact_words(text: str, day: date | None, place: str | None) -> None:
    check_invariants(text, analyse(text, date=day, place=place))


@settings(deadline=None)
@given(MESS)
def test_the_same_text_gives_the_same_facts_and_a_trace_changes_nothing(text: str) -> None:
    document = Document(text, date=DAY)
    once, again = EXTRACTOR.analyse(document), EXTRACTOR.analyse(document, trace=True)
    assert once.facts == again.facts
    assert once.trace is None
    assert again.trace is not None
    assert {(f.kind, f.rule) for f in again.facts} <= {(f.kind, f.rule) for f in again.trace.kept}


def test_what_stands_before_moves_offsets_and_ids_and_nothing_else() -> None:
    text = "Tỷ lệ đạt 45,03% kế hoạch."
    (plain,), (moved,) = analyse(text, date=DAY), analyse("Tin mới.\n" + text, date=DAY)
    same = replace(moved, status_confidence=plain.status_confidence)  # how a document opens makes a status more or less likely
    assert same == replace(plain, start=plain.start + 9, end=plain.end + 9, fact_id=moved.fact_id)
    assert moved.fact_id != plain.fact_id


def test_ids_are_stable() -> None:
    (fact,) = analyse("Tỷ lệ đạt 45,03% kế hoạch.", date=DAY, doc_id="tin-1", source="tin-1.txt")
    assert (fact.fact_id, fact.doc_id, fact.source) == ("b9d81cac9996", "tin-1", "tin-1.txt")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "Không có gì đáng ghi.", "\u00ad\u200b", "Nơi nhận:\n- UBND tỉnh; 5 bản"])
def test_texts_without_facts(text: str) -> None:
    assert analyse(text) == []
