"""Word documents: list numbers as Word prints them. The expected numbers are those of the standard, compared with LibreOffice."""

import re

import pytest
from docx_build import abstract, level, num, para, restart, style, table, word
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.load import docx as reader
from extractor.load.docx.number_formats import formatted

LEVELS = (level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "lowerLetter"))


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return [line for line in reader.read(word(body, numbering=numbering, styles=styles)).text.split("\n") if line]


def listed(*items: tuple[str, int, int]) -> str:
    return "".join(para(text, number, place) for text, number, place in items)


def test_levels_count_begin_anew_and_name_those_above() -> None:
    body = listed(("A", 1, 0), ("B", 1, 1), ("C", 1, 2), ("D", 1, 2), ("E", 1, 1), ("F", 1, 2), ("G", 1, 0), ("H", 1, 1))
    expected = ["1. A", "1.1. B", "a) C", "b) D", "1.2. E", "a) F", "2. G", "2.1. H"]
    assert lines(body, abstract(0, *LEVELS) + num(1, 0)) == expected


def test_a_level_passed_over_counts_as_begun() -> None:
    body = listed(("A", 1, 1), ("B", 1, 0), ("C", 1, 2), ("D", 1, 1))
    assert lines(body, abstract(0, *LEVELS) + num(1, 0)) == ["1.1. A", "2. B", "a) C", "2.2. D"]


def test_the_articles_of_a_decree() -> None:
    numbering = abstract(
        0,
        level(0, "Chương %1", "upperRoman", suffix="space"),
        level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>', suffix="space"),
        level(2, "%3."),
        level(3, "%4)", "lowerLetter"),
    )
    body = listed(
        *(("Quy định chung", 1, 0), ("Phạm vi", 1, 1), ("Sở, ngành", 1, 2), ("Xã", 1, 2), ("rà soát;", 1, 3), ("báo cáo.", 1, 3)),
        *(("Tổ chức thực hiện", 1, 0), ("Hiệu lực", 1, 1), ("Từ ngày ký", 1, 2)),
    )
    assert lines(body, numbering + num(1, 0)) == [
        *("Chương I Quy định chung", "Điều 1. Phạm vi", "1. Sở, ngành", "2. Xã", "a) rà soát;", "b) báo cáo."),
        *("Chương II Tổ chức thực hiện", "Điều 2. Hiệu lực", "1. Từ ngày ký"),
    ]


def test_lists_of_one_definition_count_on_unless_one_begins_anew() -> None:
    numbering = abstract(0, *LEVELS) + num(1, 0) + num(2, 0) + num(3, 0, restart(0, 1)) + num(4, 0, restart(0, 5))
    body = listed(("A", 1, 0), ("B", 2, 0), ("C", 3, 0), ("D", 1, 0), ("E", 3, 0), ("F", 4, 0), ("G", 4, 0))
    assert lines(body, numbering) == ["1. A", "2. B", "1. C", "2. D", "3. E", "5. F", "6. G"]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerRoman", start=4)}</w:lvlOverride>'
    body = listed(("A", 1, 0), ("B", 2, 0), ("C", 2, 1), ("D", 1, 0))
    assert lines(body, abstract(0, *LEVELS) + num(1, 0) + num(2, 0, own)) == ["1. A", "(ii) B", "ii.1. C", "3. D"]


def test_a_level_may_wait_for_a_higher_one_before_it_begins_anew() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%2)"), level(2, "-%3", more='<w:lvlRestart w:val="1"/>')) + num(1, 0)
    body = listed(("A", 1, 0), ("B", 1, 1), ("C", 1, 2), ("D", 1, 1), ("E", 1, 2), ("F", 1, 0), ("G", 1, 2))
    assert lines(body, numbering) == ["1. A", "1) B", "-1 C", "2) D", "-2 E", "2. F", "-1 G"]


def test_labels_and_numbers_beyond_what_word_writes_are_cut() -> None:
    long = abstract(0, level(0, "%1" * 20_000, "upperRoman", start=3888)) + num(1, 0)
    assert lines(listed(("A", 1, 0)), long) == [("MMMDCCCLXXXVIII" * 17)[:255] + " A"]
    for start in ("9" * 4000, "9" * 4300, "99999"):
        numbering = abstract(0, level(0, "%1.", start=start)) + num(1, 0)  # type: ignore[arg-type]
        assert lines(listed(("A", 1, 0), ("B", 1, 0)), numbering) == ["32767. A", "32768. B"]
    begun = abstract(0, level(0, "%1.")) + num(1, 0, restart(0, 10**4000)) + num("9" * 5000, 0)  # type: ignore[arg-type]
    assert lines(listed(("A", 1, 0)), begun) == ["32767. A"]


def test_legal_numbering_is_decimal_and_bullets_have_no_number() -> None:
    levels = (level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "-", "bullet"), level(3, "%1.%2.%3%4."))
    body = listed(("A", 1, 0), ("B", 1, 1), ("C", 1, 0), ("D", 1, 1), ("E", 1, 2), ("F", 1, 3))
    assert lines(body, abstract(0, *levels) + num(1, 0)) == ["I A", "1.1 B", "II C", "2.1 D", "- E", "II.1.1. F"]


def test_styles_number_their_paragraphs() -> None:
    numbering = abstract(
        0, level(0, "Điều %1.", more='<w:pStyle w:val="Article"/>'), level(1, "%2.", more='<w:pStyle w:val="Clause"/>'), level(2, "%3)")
    )
    listed_style = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    styles = (
        style("Normal", "", default=True)
        + style("Article", listed_style.format(1), "Normal")
        + style("Clause", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', "Article")
        + style("LongClause", "", "Clause")
        + style("Unnumbered", listed_style.format(0), "Article")
    )
    body = (
        para("A", style="Article")
        + para("B", style="Clause")
        + para("C", style="LongClause")
        + para("D", style="Unnumbered")
        + para("E", 0, style="Article")
        + para("F", style="Article")
        + para("G", 1, None, style="Clause")
        + para("H", 1, 2, style="Clause")
        + para("I", style="Missing")
    )
    assert lines(body, numbering + num(1, 0), styles) == [
        *("Điều 1. A", "1. B", "2. C", "D", "E", "Điều 2. F", "1. G", "1) H", "I"),
    ]


def test_styles_based_on_each_other_do_not_go_round_for_ever() -> None:
    styles = style("A", "", "B") + style("B", "", "A")
    assert lines(para("A", style="A"), abstract(0, *LEVELS) + num(1, 0), styles) == ["A"]


def test_list_styles_lend_their_levels() -> None:
    numbering = (
        abstract(0, *LEVELS, more='<w:styleLink w:val="Outline"/>')
        + abstract(1, more='<w:numStyleLink w:val="Outline"/>')
        + abstract(2, more='<w:numStyleLink w:val="Nothing"/>')
        + num(1, 0)
        + num(2, 1)
        + num(3, 2)
    )
    styles = style("Outline", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    body = listed(("A", 2, 0), ("B", 2, 1), ("C", 1, 0), ("D", 3, 0))
    assert lines(body, numbering, styles) == ["1. A", "1.1. B", "2. C", "D"]


def test_a_list_goes_on_behind_tables_and_in_their_cells() -> None:
    rows = ([para("TT"), para("Việc")], [para("", 2), para("Họp", 3)], [para("", 2), para("Báo cáo", 1)])
    body = para("A", 1) + table(*rows) + para("B", 1) + para("", 1) + para("C", 1)
    numbering = (
        abstract(0, *LEVELS) + abstract(1, level(0, "%1")) + abstract(2, level(0, "+", "bullet")) + num(1, 0) + num(2, 1) + num(3, 2)
    )
    assert lines(body, numbering) == ["1. A", "| TT | Việc |", "| 1 | + Họp |", "| 2 | 2. Báo cáo |", "3. B", "5. C"]


@pytest.mark.parametrize(
    ("text", "font", "printed"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("·", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf076", "Wingdings", "•"),
        ("\uf0ff", "Wingdings 3", "•"),
        ("o", "Courier New", "o"),
        ("-", "Times New Roman", "-"),
        ("–", "Times New Roman", "–"),
    ],
)
def test_bullets_are_signs_that_can_be_read(text: str, font: str, printed: str) -> None:
    after = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert lines(para("Sở Y tế", 1), abstract(0, level(0, text, "bullet", after=after)) + num(1, 0)) == [f"{printed} Sở Y tế"]


@pytest.mark.parametrize(
    ("definition", "printed"),
    [
        (level(0, "Điều %1. ", suffix="nothing"), "Điều 1. Họp"),
        (level(0, "Điều %1.", suffix="nothing"), "Điều 1.Họp"),
        (level(0, "%1.", suffix="space"), "1. Họp"),
        (level(0, ""), "Họp"),
        (level(0, "%1", "none"), "Họp"),
        (level(0, "%1.", after="<w:rPr><w:vanish/></w:rPr>"), "Họp"),
        (level(0, "%1.", start=0), "0. Họp"),
        (level(0, "%1.%5.%9"), "1.. Họp"),
        (level(3, "%4."), "Họp"),
    ],
    ids="own-blank no-blank space empty none hidden zero unknown-levels other-level".split(),
)
def test_what_stands_between_number_and_words(definition: str, printed: str) -> None:
    assert lines(para("Họp", 1), abstract(0, definition) + num(1, 0)) == [printed]


@pytest.mark.parametrize("number", ["-1", "99", "x", ""])
def test_lists_that_are_not_defined_number_nothing(number: str) -> None:
    body = para("Họp", 1).replace('numId w:val="1"', f'numId w:val="{number}"')
    assert lines(body, abstract(0, *LEVELS) + num(1, 0)) == ["Họp"]
    assert lines(body, num(1, 7) + "<w:num/>") == ["Họp"]


def test_numbers_of_a_newer_word_fall_back() -> None:
    custom = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
    definition = level(0, "%1.").replace(
        '<w:numFmt w:val="decimal"/>', f'{custom}<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    assert lines(para("Họp", 1), abstract(0, definition) + num(1, 0)) == ["01. Họp"]


@pytest.mark.parametrize(
    ("form", "numbers", "printed"),
    [
        ("decimal", (1, 10), ["1", "10"]),
        ("decimalZero", (1, 10, 100), ["01", "10", "100"]),
        ("upperRoman", (1, 4, 9, 14, 40, 90, 400, 1999, 0, 4000), "I IV IX XIV XL XC CD MCMXCIX 0 4000".split()),
        ("lowerRoman", (3, 8), ["iii", "viii"]),
        ("upperLetter", (1, 26, 27), ["A", "Z", "AA"]),
        ("lowerLetter", (4, 28, 53, 0, 781), ["d", "bb", "aaa", "0", "781"]),
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21), "1st 2nd 3rd 4th 11th 12th 13th 21st".split()),
        ("vietnameseCounting", (1, 5, 10, 15, 21, 24, 100), ["một", "năm", "mười", "mười lăm", "hai mươi mốt", "hai mươi bốn", "100"]),
        ("numberInDash", (2,), ["- 2 -"]),
        ("none", (2,), [""]),
        ("bullet", (2,), [""]),
        ("chicago", (2,), ["2"]),
    ],
)
def test_number_formats(form: str, numbers: tuple[int, ...], printed: list[str]) -> None:
    assert [formatted(number, form) for number in numbers] == printed


@settings(deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=30))
def test_every_level_counts_up_by_one_or_begins_anew(places: list[int]) -> None:
    levels = (level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    body = "".join(para("x", 1, place) for place in places)
    before = [0, 0, 0]
    for place, line in zip(places, lines(body, abstract(0, *levels) + num(1, 0)), strict=True):
        counts = [int(number) for number in re.match(r"[\d.]+", line)[0].split(".")]  # type: ignore[index]
        above = [number or 1 for number in before[:place]]
        assert counts == [*above, before[place] + 1]
        before = [*counts, 0, 0, 0][:3]
