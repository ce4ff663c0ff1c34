"""Highlighted text: every character of the source and none besides, each fact in its colour, nothing that a page would run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from command import ROOT
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from extractor import Document, Failure, Result, Rules, extract, highlight, load
from extractor.markup.marks import Mark, marked
from extractor.markup.palette import COLOURS, INK, OTHER, colour
from extractor.model import KINDS
from extractor.spacy import COLOURS as SPACY_COLOURS

TEXT = "Yêu cầu Sở Xây dựng hoàn thành 25 dự án trước ngày 15/6.\nTỷ lệ đạt 5%, kế hoạch là 45%; năm trước chỉ đạt 5%."
NASTY = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> & ' đạt 45% </div></mark>"
BITS = st.sampled_from(["đạt 45%", "<b>", "&amp;", '"', "'", "\n", "ế", "\u0301", "😀", "</mark>", " "])


def tree(source: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"<div>{source}</div>")


def body(result: Result, limit: int | None = None) -> html.HtmlElement:
    (found,) = tree(result.to_html(limit)).xpath("//div[@lang='vi']")
    return found


def in_marks(element: html.HtmlElement) -> list[str]:
    return [mark.text_content() for mark in element.iter("mark")]


@pytest.fixture(scope="module")
def result() -> Result:
    return extract(TEXT, date="2024-06-03", place="tỉnh Nghệ An")


@pytest.mark.parametrize("name", ["press-03", "notice-02", "mixed-14", "press-10"])
def test_the_words_are_those_of_the_document(name: str) -> None:
    result = extract(load(ROOT / "corpora" / "texts" / f"{name}.txt"))
    shown = body(result)
    assert shown.text_content() == result.document.text.replace("\r\n", "\n")
    assert in_marks(shown) == [fact.text.replace("\r\n", "\n") for fact in result.facts]


@given(st.lists(BITS).map("".join), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["#bbcc33", None]))))
def test_marks_may_overlap_and_no_character_is_lost(text: str, spans: list[tuple[int, int, str | None]]) -> None:
    marks = [Mark(min(a, b), max(a, b), shade, "x") for a, b, shade in spans]
    shown = tree(marked(text, marks))
    assert shown.text_content() == text
    coloured = {at for mark in marks if mark.colour for at in range(mark.start, min(mark.end, len(text)))}
    assert "".join(in_marks(shown)) == "".join(text[at] for at in sorted(coloured))


def test_of_overlapping_marks_the_shortest_gives_the_colour() -> None:
    shown = tree(marked("0123456789", [Mark(0, 8, "#aaaaaa", "long"), Mark(2, 4, "#bbbbbb", "short"), Mark(1, 3, None, "task")]))
    assert [(mark.text, mark.get("title")) for mark in shown.iter("mark")] == [
        ("0", "long"), ("1", "long"), ("2", "short"), ("3", "short"), ("4567", "long"),
    ]  # fmt: skip
    assert [(span.text_content(), span.get("title")) for span in shown.iter("span")] == [("1", "task"), ("2", "task")]


def test_each_fact_has_its_colour_and_tells_how_it_was_read(result: Result) -> None:
    shown = {mark.text: mark for mark in body(result).iter("mark")}
    deadline, percent = shown["trước ngày 15/6"], shown["45%"]
    assert f"background:{COLOURS['deadline']};color:{INK}" in deadline.get("style", "")
    assert deadline.get("title", "").splitlines()[0] == "deadline: before 2024-06-15"
    (fact,) = (fact for fact in result.facts if fact.text == "45%")
    assert percent.get("title", "").splitlines()[:2] == ["percent: 45 %", f"subject: {fact.subject}"]
    assert "place: tỉnh Nghệ An" in percent.get("title", "")
    legend = [mark.text for mark in tree(result._repr_html_()).xpath("./div/div[2]/mark")]
    assert legend == ["agency 1", "quantity 1", "deadline 1", "percent 3"]


def test_tasks_are_underlined(result: Result) -> None:
    (task,) = result.tasks
    underlined = body(result).xpath(".//span")
    assert "".join(span.text_content() for span in underlined) == task.text
    assert {span.get("title") for span in underlined} == {"task\nlead: Sở Xây dựng tỉnh Nghệ An\ndue: before 2024-06-15"}


def test_the_head_says_which_document_it_is(result: Result) -> None:
    assert tree(result.to_html()).xpath("string(./div/div[1])") == "text · 2024-06-03 · tỉnh Nghệ An · 6 facts · 1 task"


def test_a_long_document_is_cut_at_a_line_and_says_so() -> None:
    text = "Tỷ lệ đạt 45%, còn 5%.\n" * 1000
    result = extract(text)
    shown = tree(result._repr_html_())
    (words,) = shown.xpath("//div[@lang='vi']")
    kept = words.text_content()
    assert text.startswith(kept)
    assert kept.endswith("\n")
    assert 7_900 < len(kept) <= 8_000
    left = sum(fact.start >= len(kept) for fact in result.facts)
    assert shown.xpath("string(./div/div[last()])") == (
        f"… {len(text) - len(kept):,} more characters with {left:,} facts are not shown: to_html() has them"
    )
    assert body(result, None).text_content() == text
    assert len(body(extract("một " * 4000), 8000).text_content()) == 8000


def harmless(source: str) -> bool:
    elements = list(tree(source).iter(etree.Element))
    attributes = {name for element in elements for name in element.attrib}
    tags = {element.tag for element in elements}
    return tags <= {"div", "span", "mark", "b", "table", "thead", "tbody", "tr", "th", "td"} and attributes <= {
        "style",
        "title",
        "lang",
        "class",
    }


def test_nothing_of_the_source_becomes_markup(tmp_path: Path) -> None:
    document = Document(NASTY, doc_id=NASTY, place=NASTY, warnings=(NASTY,))
    result = extract(document)
    assert any(fact.text == "45%" for fact in result.facts)
    assert harmless(result._repr_html_())
    assert body(result).text_content() == NASTY
    assert harmless(highlight(result.to_frame(), ["doc_id", "place", "sentence"]).html)
    failed = Result(document, [], [], Failure(NASTY, "load", "LoadError", NASTY))
    assert harmless(failed._repr_html_())
    assert NASTY in tree(failed._repr_html_()).text_content()
    odd = pd.DataFrame({"kind": [NASTY], "text": ["45%"], "start": [0], "sentence": [NASTY], NASTY: [NASTY]})
    assert harmless(highlight(odd, [NASTY, "kind", "sentence"]).html)


def test_what_html_cannot_hold_is_replaced_one_for_one() -> None:
    text = "a\x00b\x0b45%\ud800c"
    shown = tree(marked(text, [Mark(4, 7, "#bbcc33", text)]))
    assert shown.text_content() == "a�b�45%�c"
    assert in_marks(shown) == ["45%"]


def luminance(shade: str) -> float:
    parts = [int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_one_palette_for_all_and_letters_that_can_be_read() -> None:
    assert SPACY_COLOURS is COLOURS
    assert set(COLOURS) == set(KINDS)
    used = [*COLOURS.values(), OTHER]
    assert len(set(used)) == len(used)
    assert all((luminance(each) + 0.05) / (luminance(INK) + 0.05) >= 7 for each in used)  # WCAG 2, AAA
    assert colour("wind") == OTHER


def test_a_kind_of_ones_own_is_shown(tmp_path: Path) -> None:
    rule = 'kind = "wind"\n[[rule]]\nid = "wind.force"\nwhy = "gió"\nstarts = ["gió"]\n'
    (tmp_path / "wind.toml").write_text(rule + "regex = '''gió (?P<fact>cấp (?P<value>\\d+))'''\nmatch = [\"gió ⟦cấp 8⟧\"]\n", "utf-8")
    result = extract("có gió cấp 8", rules=Rules.load(tmp_path))
    (mark,) = body(result).iter("mark")
    assert (mark.text, mark.get("title")) == ("cấp 8", "wind: 8\nrule: wind.force")
    assert OTHER in mark.get("style", "")


def marked_rows(frame: pd.DataFrame, **options: object) -> list[list[tuple[str, str]]]:
    """Of each row the marked words, and what stands before the first of them."""
    table = tree(highlight(frame, **options).html)  # type: ignore[arg-type]
    return [[(mark.text, (mark.getparent().text or "")) for mark in row.iter("mark")] for row in table.xpath("//tbody/tr")]


def test_the_words_of_each_row_are_marked_in_its_sentence(result: Result) -> None:
    facts = result.to_frame()
    percents = facts[facts["kind"] == "percent"]
    assert percents["text"].tolist() == ["5%", "45%", "5%"]
    assert marked_rows(percents) == [
        [("5%", "Tỷ lệ đạt ")],
        [("45%", "Tỷ lệ đạt 5%, kế hoạch là ")],
        [("5%", "Tỷ lệ đạt 5%, kế hoạch là 45%; năm trước chỉ đạt ")],
    ]


def test_equal_words_that_nothing_tells_apart_are_all_marked(result: Result) -> None:
    facts = result.to_frame()
    assert [[words for words, _ in row] for row in marked_rows(facts[facts["text"] == "5%"].tail(1))] == [["5%", "5%"]]


def test_a_sentence_that_stands_twice_is_marked_in_both() -> None:
    facts = extract("Tỷ lệ đạt 5%.\nTỷ lệ đạt 5%.").to_frame()
    assert marked_rows(facts) == [[("5%", "Tỷ lệ đạt ")]] * 2


def test_default_columns_are_those_that_say_something(result: Result) -> None:
    facts = result.to_frame()
    before = facts.copy(deep=True)
    shown = highlight(facts)
    heads = ["kind", "read_as", "subject", "period_start", "period_end", "place", "status", "sentence"]
    assert tree(shown.html).xpath("//th/text()") == heads
    assert tree(highlight(facts[facts["kind"] == "agency"]).html).xpath("//th/text()") == ["kind", "read_as", "sentence"]
    pd.testing.assert_frame_equal(facts, before)
    assert shown._repr_html_() == shown.html
    assert repr(shown) == repr(facts)
    both = pd.concat([facts, extract(replace(result.document, doc_id="other")).to_frame()])
    assert tree(highlight(both).html).xpath("//th/text()")[0] == "doc_id"


def test_a_table_read_from_a_file_looks_the_same(result: Result, tmp_path: Path) -> None:
    facts = result.to_frame()
    facts.to_csv(tmp_path / "facts.csv", index=False)
    facts.to_parquet(tmp_path / "facts.parquet")
    shown = highlight(facts).html
    assert highlight(pd.read_parquet(tmp_path / "facts.parquet")).html == shown
    assert highlight(pd.read_csv(tmp_path / "facts.csv")).html == shown


def test_long_tables_and_sentences_are_cut() -> None:
    facts = extract("Tỷ lệ đạt 5%.\n" * 80 + "dài " * 200 + "đạt 45% " + "và thêm " * 100).to_frame()
    shown = highlight(facts, rows=3)
    assert len(tree(shown.html).xpath("//tbody/tr")) == 3
    assert tree(shown.html).xpath("string(./div)") == "… 78 more rows are not shown"
    (cell,) = tree(highlight(facts.tail(1), ["sentence"]).html).xpath("//td")
    assert cell.text_content().startswith("… dài")
    assert cell.text_content().endswith(" …")
    assert in_marks(cell) == ["45%"]
    assert len(cell.text_content()) < 300


def test_a_column_that_is_not_there_is_one_line(result: Result) -> None:
    facts = result.to_frame()
    with pytest.raises(ValueError, match=r"^highlight: the frame has no column 'sentence': give the table of facts, and name .*$"):
        highlight(facts[["kind", "text", "start"]])
    with pytest.raises(ValueError, match="no column 'valu'"):
        highlight(facts, ["valu"])


def test_a_console_shows_a_result_in_one_line(result: Result) -> None:
    assert repr(result) == "<Result 'text' facts=6 tasks=1>"
    assert repr(replace(result, failure=Failure("a", "load", "LoadError", "b"))).endswith(" failed>")


def test_no_facts_no_rows() -> None:
    nothing = extract("không có gì")
    assert tree(nothing._repr_html_()).xpath("string(./div/div[1])") == "text · 0 facts · 0 tasks"
    assert marked_rows(nothing.to_frame()) == []
