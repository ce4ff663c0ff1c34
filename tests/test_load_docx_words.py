"""Word documents: the words of a paragraph, whatever they are wrapped in, and what is left out."""

import pytest
from docx_build import para, run, style, table, unpacked, word
from lxml import etree

from extractor.errors import LoadError
from extractor.load import docx as reader
from extractor.load import typeset
from extractor.load.docx import grid
from extractor.load.docx.names import W
from extractor.model import Document

TRACKED = "changes were tracked: the final text was read, without what they delete"
HIDDEN = "hidden text was left out"


def read(body: str, **parts: str) -> Document:
    return reader.read(word(body, **parts))


def text(*content: str) -> str:
    return read(para("".join(content))).text


def deleted(words: str) -> str:
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{run(words)}</w:ins>'


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}{result}{mark.format('end')}"


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink r:id="rId1">{}</w:hyperlink>',
        '<w:smartTag w:element="place"><w:smartTagPr/>{}</w:smartTag>',
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:bdo w:val="ltr">{}</w:bdo>',
        '<w:dir w:val="ltr"><w:bdo w:val="ltr">{}</w:bdo></w:dir>',
        '<w:ins w:id="1" w:author="A">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="A">{}</w:moveTo>',
        "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback>" + run("cũ") + "</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:r><w:ruby><w:rt>" + run("chú âm") + "</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_words_in_wrappers_are_kept(wrapper: str) -> None:
    assert text(run("Giao "), wrapper.format(run("Sở Y tế")), run(" chủ trì")) == "Giao Sở Y tế chủ trì"


def test_blanks_breaks_and_hyphens() -> None:
    marks = "<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:br/><w:t>Ha\u0300</w:t><w:cr/><w:t>Nội</w:t></w:r>"
    assert text(marks) == "Số:\t12-KH\nHà\nNội"
    assert text("<w:r><w:t>thông</w:t><w:softHyphen/><w:t>tin Sở\n   Y\u00ad tế</w:t></w:r>") == "thôngtin Sở Y tế"


def test_a_page_break_ends_a_paragraph() -> None:
    assert text(run("Hết."), '<w:r><w:br w:type="page"/></w:r>', run("Phụ lục")) == "Hết.\n\nPhụ lục"


@pytest.mark.parametrize(
    ("shift", "words", "read_as"),
    [
        ("superscript", "2", "m²"),
        ("subscript", "2", "m₂"),
        ("superscript", "-10", "m⁻¹⁰"),
        ("superscript", "(1)", "m⁽¹⁾"),
        ("superscript", "th", "mth"),
        ("baseline", "2", "m2"),
    ],
)
def test_raised_and_lowered_digits(shift: str, words: str, read_as: str) -> None:
    assert text(run("m"), run(words, f'<w:vertAlign w:val="{shift}"/>')) == read_as


def test_a_raised_number_in_several_runs_and_through_a_style() -> None:
    styles = style("Raised", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', kind="character")
    raised = '<w:rStyle w:val="Raised"/>'
    body = para(run("10") + run("-", raised) + run("3", raised) + run(" m") + run("2", raised + '<w:vertAlign w:val="baseline"/>'))
    assert read(body, styles=styles).text == "10⁻³ m2"


def test_signs_of_symbol_fonts() -> None:
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert text(run("Đạt "), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', run(" 95%")) == "Đạt ≥ 95%"
    assert text(run("\uf0a3 5", symbol), run(" ngày ")) == "≤ 5 ngày"
    assert text(run("ü Đạt", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')) == "✓ Đạt"
    unknown = read(para('<w:r><w:sym w:font="Webdings" w:char="F034"/></w:r><w:r><w:sym w:font="Webdings" w:char="x"/></w:r>' + run("Họp")))
    assert unknown.text == "Họp"
    halves = read(para('<w:r><w:sym w:font="Webdings" w:char="D835"/><w:sym w:font="Webdings" w:char="DC00"/></w:r>' + run("Họp")))
    assert (halves.text, halves.warnings) == (unknown.text, unknown.warnings)
    assert unknown.warnings == ("signs of the font Webdings that have no Unicode character were left out",)


def test_of_fields_the_result_is_read() -> None:
    assert text(run("Ngày "), field("DATE \\@ dd/MM", run("30/6")), run(" họp")) == "Ngày 30/6 họp"
    inside = field("IF 1 = 1 " + "</w:instrText></w:r>" + field("PAGE", run("7")) + "<w:r><w:instrText>", run("đúng hạn"))
    assert text(inside) == "đúng hạn"
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert read(para(begun) + para("Điều 1.")).text == "Điều 1."
    assert text('<w:r><w:fldChar w:fldCharType="end"/></w:r>', run("Họp")) == "Họp"


def test_hidden_text_is_left_out() -> None:
    hidden = read(para(run("Họp") + run(" kín", "<w:vanish/>") + run(" xong", '<w:vanish w:val="0"/>')))
    assert (hidden.text, hidden.warnings) == ("Họp xong", (HIDDEN,))
    styles = style("Note", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    assert read(para(run("Họp") + run("kín", '<w:rStyle w:val="Note"/>')), styles=styles).text == "Họp"
    assert read(para(run("Mục 1.", ""), mark="<w:vanish/><w:specVanish/>") + para(" Nội dung")).text == "Mục 1. Nội dung"


def test_tracked_changes_read_as_the_final_text() -> None:
    changed = read(
        para(run("Trước ngày ") + deleted("15/6") + inserted("30/6") + f'<w:moveFrom w:id="2" w:author="A">{run("cũ")}</w:moveFrom>')
    )
    assert (changed.text, changed.warnings) == ("Trước ngày 30/6", (TRACKED,))
    assert read(para("Họp")).warnings == ()


def test_deleted_ends_of_paragraphs_join_them() -> None:
    gone = '<w:del w:id="1" w:author="A"/>'
    assert read(para("Giao ", mark=gone) + para(deleted("nháp"), mark=gone) + para("Sở Y tế") + para("Họp.")).text == "Giao Sở Y tế\n\nHọp."
    assert read(para("Giao", mark=gone) + table([para("1"), para("2")], [para("3"), para("4")])).text == "Giao\n\n| 1 | 2 |\n| 3 | 4 |"


def test_deleted_rows_and_cells_are_left_out() -> None:
    kept = table(*([para(f"{row}{column}") for column in "abc"] for row in "123"))
    gone = kept.replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr>', 1)
    document = read(gone)
    assert (document.text, document.warnings) == ("| 2a | 2b | 2c |\n| 3a | 3b | 3c |", (TRACKED,))
    cell = kept.replace("<w:tcPr/>", '<w:tcPr><w:cellDel w:id="1" w:author="A"/></w:tcPr>', 1)
    assert read(cell).text.split("\n")[0] == "| 1b | 1c |  |"
    hidden = kept.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    assert read(hidden).text == "| 2a | 2b | 2c |\n| 3a | 3b | 3c |"


def test_cells_merged_the_old_way_and_rows_in_content_controls() -> None:
    first, second, third = ([para(f"{row}{column}") for column in "abc"] for row in "123")
    merged = table(first, second, third).replace("<w:tcPr/>", '<w:tcPr><w:hMerge w:val="restart"/></w:tcPr>', 1)
    merged = merged.replace("<w:tcPr/>", "<w:tcPr><w:hMerge/></w:tcPr>", 1).replace(">1b<", "><")
    merged = merged.replace("</w:tr><w:tr>", "</w:tr><w:sdt><w:sdtContent><w:tr>", 1).replace(
        "</w:tr></w:tbl>", "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    document = read(merged)
    assert document.text == "| 1a |  | 1c |\n| 2a | 2b | 2c |\n| 3a | 3b | 3c |"
    assert [(cell.row, cell.column, cell.columns) for cell in document.tables[0].cells][:2] == [(0, 0, 2), (0, 2, 1)]


def test_tables_that_ask_for_too_many_places_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    spans = table([para("x")] * 3, [para("y")] * 3).replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>')
    assert len(read(spans).tables[0].cells) == 6
    monkeypatch.setattr(typeset, "LARGEST", 5999)
    with pytest.raises(LoadError, match="its tables are too large"):
        grid.places(etree.fromstring(unpacked(word(spans))["word/document.xml"]).findall(f".//{W}tr"))


def test_tables_inside_cells_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = table([para("x")] * 2, [para("y")] * 2)
    body = table([inner, inner], [inner, inner])
    assert read(body).text.count("x") == 8
    monkeypatch.setattr(typeset, "LARGEST", 15)
    with pytest.raises(LoadError, match="its tables are too large"):
        read(body)


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        ("<m:f><m:num>{23}</m:num><m:den>{25}</m:den></m:f>", "23/25"),
        ("<m:f><m:num>{a+b}</m:num><m:den>{2}</m:den></m:f>", "(a+b)/2"),
        ("<m:sSup><m:e>{m}</m:e><m:sup>{2}</m:sup></m:sSup>", "m²"),
        ("<m:sSubSup><m:e>{x}</m:e><m:sub>{i}</m:sub><m:sup>{n+1}</m:sup></m:sSubSup>", "x_i^(n+1)"),
        ("<m:rad><m:deg/><m:e>{x}</m:e></m:rad>", "√x"),
        ("<m:d><m:e>{x}</m:e></m:d>", "(x)"),
        ("{K=}<m:nary><m:e>{x}</m:e></m:nary>", "K=x"),
    ],
)
def test_formulas_on_one_line(inside: str, printed: str) -> None:
    inside = inside.replace("{", "<m:r><m:t>").replace("}", "</m:t></m:r>")
    assert text(run("Tỷ lệ "), f"<m:oMathPara><m:oMath>{inside}</m:oMath></m:oMathPara>") == f"Tỷ lệ {printed}"
