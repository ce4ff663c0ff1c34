"""Folding: one spelling for many, and the way back to the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.fold import fold, fold_text

# Invented sentences; the mutations below dress them up as real texts come.
SENTENCES = (
    "Sở Y tế tỉnh Hòa Bình đã hoàn thành 23/25 nhiệm vụ.",
    "Đến cuối quý II/2024, tỷ lệ giải ngân đạt 45,03% kế hoạch.",
    "UBND huyện Thủy Nguyên ban hành Quyết định số 12/QĐ-UBND.",
    "Trước ngày 15/5/2024, các xã gửi báo cáo; quá hạn sẽ bị phê bình.",
    "Khoảng 2,85 triệu thẻ, tăng 1.200 thẻ so với năm 2023!",
    "Đồng chí Quý, Khuê và Thuở hỏi: “Quả thật như vậy sao?”",
)
# Every character that folding treats in its own way, among others that it leaves.
AWKWARD = st.text(
    st.sampled_from(
        " \t\n\r\u00a0\u2009\u00ad\u200b\u200d\ufeff*#-–—/⁄%％ĐÐđðİАВсоaAoOuUyYqQ.,:;“”09\u0300\u0301\u0323\u031b\u0302hỏóòàạỳỵ"
    ),
    max_size=40,
)
TEXTS = st.one_of(st.text(max_size=60), AWKWARD, st.lists(st.sampled_from(SENTENCES), max_size=3).map("\n".join))
# What test_known_misses records is kept out of the invariants.
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufe0f"
MISSED = re.compile(rf"[*{INVISIBLE}\u00c0-\u1ef9][\u0300-\u036f]|#[\s*{INVISIBLE}]*#|#\r|^[\s*{INVISIBLE}]+#|\n[\s*]*[{INVISIBLE}]")
TEXTS = TEXTS.filter(lambda text: not MISSED.search(text) and not MISSED.search(unicodedata.normalize("NFC", text)))


def words(folded: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S+", folded)]


@given(TEXTS)
@example("* *")
@example("x\u0301\u0323y")
@example("o\u0300a")
def test_folding_twice_changes_nothing(source: str) -> None:
    once = fold_text(source)
    assert fold_text(once) == once


@pytest.mark.xfail(strict=True, reason="a second mark on a letter that is already composed")
@pytest.mark.parametrize("source", ["O\u00c0\u0300"])
def test_known_misses(source: str) -> None:
    once = fold_text(source)
    assert unicodedata.is_normalized("NFC", once)
    assert fold_text(once) == once


@pytest.mark.parametrize("before", ["\ufeff", " ", "\u200b", "\t"])
def test_a_heading_behind_a_byte_order_mark_or_blank(before: str) -> None:
    assert fold_text(f"{before}## Tin trong ngày\nLời").strip() == "Tin trong ngày\nLời"


@given(TEXTS)
def test_folded_text_is_nfc(source: str) -> None:
    assert unicodedata.is_normalized("NFC", fold_text(source))


@given(TEXTS)
def test_folded_text_has_no_run_of_blanks_and_nothing_invisible(source: str) -> None:
    folded = fold_text(source)
    assert not re.search(r"  | \n|\n |\n\n|[\t\r\u00a0\u00ad\u200b\ufeff]", folded)
    assert not folded.startswith("\n")


@given(TEXTS)
def test_lower_case_of_folded_text_has_its_length(source: str) -> None:
    folded = fold_text(source)
    assert len(folded.lower()) == len(folded)


@given(TEXTS)
def test_every_folded_word_leads_to_source_words_that_fold_to_it(source: str) -> None:
    folded = fold(source)
    for start, end in words(folded.text):
        span = folded.source_span(start, end)
        assert 0 <= span.start < span.end <= len(source)
        assert fold_text(source[span.start : span.end]).strip() == folded.text[start:end]


@given(TEXTS, st.data())
def test_spans_keep_their_order_and_hold_what_is_inside_them(source: str, data: st.DataObject) -> None:
    folded = fold(source)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    whole = folded.source_span(start, end)
    parts = [folded.source_span(i, i + 1) for i in range(start, end)]
    assert whole == (parts[0].start, parts[-1].end)
    assert [p.start for p in parts] == sorted(p.start for p in parts)
    assert all(0 <= p.start < p.end <= len(source) for p in parts)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


MUTATIONS: dict[str, Callable[[str], str]] = {
    "NFD": nfd,
    "tabs": lambda text: text.replace(" ", "\t"),
    "NBSP": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "wide gaps": lambda text: text.replace(" ", " \u2009 "),
    "soft hyphens": lambda text: re.sub(r"(?<=\w)(?=\w)", "\u00ad", text),
    "zero widths": lambda text: re.sub(r"(?<=\w)(?=\w)", "\u200b", text),
    "BOM": lambda text: "\ufeff" + text,
    "bold": lambda text: "**" + text + "**",
    "bold words": lambda text: re.sub(r"(\S+)", r"**\1**", text),
    "italics": lambda text: "*" + text + "*",
    "heading": lambda text: "## " + text,
    "new tone marks": lambda text: text.replace("Hòa", "Hoà").replace("Thủy", "Thuỷ"),
    "eth": lambda text: text.replace("Đ", "\u00d0"),
    "en dashes": lambda text: text.replace("-", "–"),
    "fraction slash": lambda text: text.replace("/", "\u2044"),
    "full-width per cent": lambda text: text.replace("%", "％"),
    "NFD with NBSP": lambda text: nfd(text).replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("name", MUTATIONS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_one_spelling_for_many(name: str, sentence: str) -> None:
    source = MUTATIONS[name](sentence)
    folded = fold(source)
    assert folded.text == sentence
    for start, end in words(sentence):
        assert fold_text(source[slice(*folded.source_span(start, end))]) == sentence[start:end]


@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(sorted(MUTATIONS)), max_size=4))
def test_mutations_on_top_of_each_other(sentence: str, names: list[str]) -> None:
    source = sentence
    for name in sorted(names, key="heading".__eq__):  # a heading mark opens its line
        if name != "heading" or not source.startswith(("#", "*", "\ufeff")):
            source = MUTATIONS[name](source)
    folded = fold(source)
    assert folded.text == sentence
    for start, end in words(sentence):
        assert fold_text(source[slice(*folded.source_span(start, end))]) == sentence[start:end]


@pytest.mark.parametrize("name", ["NFD", "NBSP", "bold", "zero widths"])
def test_line_ends_of_windows_are_paragraphs(name: str) -> None:
    source = "\r\n\r\n".join(MUTATIONS[name](s) for s in SENTENCES)
    assert fold_text(source) == "\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("hoà thuỷ khoẻ", "hòa thủy khỏe"),
        ("HOÀ Thuỷ KHOẺ Hoà", "HÒA Thủy KHỎE Hòa"),
        ("quỳ quý Quỹ QUỲ", "quỳ quý Quỹ QUỲ"),
        ("hoàn thuyền khoét", "hoàn thuyền khoét"),
        ("oà", "òa"),
        ("\u0110 \u00d0 \u00f0 đ", "Đ Đ đ đ"),
        ("số 12/ВТС-ХН", "số 12/BTC-XH"),
        ("70 – 80%, 2021—2025, −5", "70 - 80%, 2021-2025, -5"),
        ("a\u00adb c\u00ad\nd", "ab cd"),
        ("khổ 5*3 và **5**", "khổ 5*3 và 5"),
        ("\u212b và \u2126", "Å và Ω"),
        ("İ", "I"),
        ("", ""),
        ("   ", ""),
        ("\n\n", ""),
        ("một\n\n\n \nhai", "một\nhai"),
        ("một \n hai", "một hai"),
        ("Một.\nHai", "Một.\nHai"),
        ("# Tiêu đề\n\n## Mục\n\nLời", "Tiêu đề\nMục\nLời"),
        ("Hạng #1, mã #2", "Hạng #1, mã #2"),
    ],
)
def test_what_becomes_of_it(source: str, folded: str) -> None:
    assert fold_text(source) == folded


@pytest.mark.parametrize(
    ("source", "word", "start", "end"),
    [
        ("a  b", "b", 3, 4),
        ("tỉnh\u00a0\u00a0 Hoà  Bình", "Hòa", 7, 10),
        ("**Nghệ An**", "Nghệ An", 2, 9),
        ("de\u0302\u0301n 5", "đến"[1:].replace("đ", ""), 1, 5),
        ("so\u0302\u0301 12", "số", 0, 4),
        ("so\u0302\u0301 12", "12", 5, 7),
        ("Ð\u00adà Nẵng", "Đà", 0, 3),
        ("\r\n  5 %", "5 %", 4, 7),
        ("cải\u00ad\ncách", "cảicách", 0, 9),
    ],
)
def test_the_way_back(source: str, word: str, start: int, end: int) -> None:
    folded = fold(source)
    at = folded.text.index(word)
    assert folded.source_span(at, at + len(word)) == (start, end)
