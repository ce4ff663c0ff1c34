"""Word documents: notes and text boxes stand behind the block that they belong to; of headers only a letterhead is read."""

import pytest
from docx_build import abstract, level, num, para, run, table, word

from extractor.load import docx as reader


def note(kind: str, number: int, more: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"{more}/></w:r>'


def notes(kind: str, *contents: str) -> str:
    apart = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return apart + "".join(f'<w:{kind} w:id="{number}">{content}</w:{kind}>' for number, content in enumerate(contents, 1))


def noted(words: str, kind: str = "footnote") -> str:
    return para(f"<w:r><w:{kind}Ref/></w:r>" + run(f" {words}"))


def box(content: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"


def drawing(content: str, fallback: str) -> str:
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{fallback}</w:txbxContent></v:textbox></v:shape></w:pict>"
    new = f"<w:drawing>{box(content)}</w:drawing>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def test_notes_follow_their_paragraph_with_their_mark() -> None:
    body = para(run("Đã xong 23/25") + note("footnote", 2) + run(" nhiệm vụ") + note("footnote", 1) + run(".")) + para("Điều 2.")
    footnotes = notes("footnote", noted("Theo Sở Nội vụ.") + para("Số liệu đến 30/6."), noted("Hai việc chậm."))
    document = reader.read(word(body, footnotes=footnotes))
    assert document.text == "Đã xong 23/25¹ nhiệm vụ².\n\n¹ Hai việc chậm.\n\n² Theo Sở Nội vụ.\n\nSố liệu đến 30/6.\n\nĐiều 2."


def test_endnotes_count_for_themselves_and_marks_of_ones_own_stay() -> None:
    body = (
        para(run("A") + note("endnote", 1))
        + para(run("B") + note("footnote", 1))
        + para(run("C") + note("footnote", 2, ' w:customMarkFollows="1"') + run("*"))
    )
    parts = {"footnotes": notes("footnote", noted("Một"), para("* Hai")), "endnotes": notes("endnote", noted("Ba", "endnote"))}
    assert reader.read(word(body, **parts)).text == "A¹\n\n¹ Ba\n\nB¹\n\n¹ Một\n\nC*\n\n* Hai"


def test_notes_of_a_table_follow_the_table() -> None:
    grid = table([para("TT"), para("Việc")], [para("1"), para(run("Họp") + note("footnote", 1))])
    layout = table([para(run("UBND") + note("footnote", 2)), para("CỘNG HÒA")])
    document = reader.read(word(grid + layout, footnotes=notes("footnote", noted("Hằng tháng."), noted("Viết tắt."))))
    assert document.text == "| TT | Việc |\n| 1 | Họp¹ |\n\n¹ Hằng tháng.\n\nUBND²\n\n² Viết tắt.\n\nCỘNG HÒA"


def test_notes_that_are_missing_or_empty_or_hold_a_table() -> None:
    body = para(run("A") + note("footnote", 9)) + para(run("B") + note("footnote", 1)) + para(run("C") + note("footnote", 2))
    grid = table([para("x"), para("y")], [para("z"), para("t")])
    document = reader.read(word(body, footnotes=notes("footnote", "", grid)))
    assert document.text == "A\n\nB¹\n\nC²\n\n²\n\n| x | y |\n| z | t |"


def test_a_note_is_set_once_and_keeps_its_mark() -> None:
    body = para(run("A") + note("footnote", 1)) + para(run("B") + note("footnote", 2)) + para(run("C") + note("footnote", 1))
    assert reader.read(word(body, footnotes=notes("footnote", noted("Một"), noted("Hai")))).text == "A¹\n\n¹ Một\n\nB²\n\n² Hai\n\nC¹"
    own = ' w:customMarkFollows="1"'
    body = para(run("A") + note("footnote", 1, own) + run("*")) + para(run("B") + note("footnote", 1, own) + run("*"))
    assert reader.read(word(body, footnotes=notes("footnote", para("* Một")))).text == "A*\n\n* Một\n\nB*"


def test_notes_that_refer_to_notes_are_not_followed() -> None:
    chain = [para(run(f"Chú thích {place}") + note("footnote", place + 1) * 2) for place in range(1, 27)]
    document = reader.read(
        word(para(run("A") + note("footnote", 1)) + para(run("B") + note("footnote", 2)), footnotes=notes("footnote", *chain))
    )
    assert document.text == "A¹\n\n¹ Chú thích 1²²\n\nB²\n\n² Chú thích 2³³"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    inner = drawing(para("HỎA TỐC"), para("HỎA TỐC"))
    body = para(run("Số: 12/CĐ-UBND") + inner + run(" ngày 5/6")) + para("Điện:")
    assert reader.read(word(body)).text == "Số: 12/CĐ-UBND ngày 5/6\n\nHỎA TỐC\n\nĐiện:"


def test_old_boxes_boxes_in_boxes_and_several_of_a_group() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{para('KHẨN')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    group = f"<w:r><w:drawing>{box(para('7a') + para(drawing(para('Trong'), para('cũ'))))}{box(para('7b'))}</w:drawing></w:r>"
    assert reader.read(word(para(run("A") + old) + para(group))).text == "A\n\nKHẨN\n\n7a\n\nTrong\n\n7b"


def test_boxes_in_cells_stay_there_and_lists_count_through_them() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0)
    boxed = drawing(para("hai", 1), para("hai", 1))
    body = (
        para("<w:r><w:t>một</w:t></w:r>" + boxed, 1) + table([para("x"), para("y")], [para(run("ô") + boxed), para("z")]) + para("bốn", 1)
    )
    assert reader.read(word(body, numbering=numbering)).text == "1. một\n\n2. hai\n\n| x | y |\n| ô 3. hai | z |\n\n4. bốn"


@pytest.mark.parametrize(
    ("head", "kind", "body", "text"),
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "first", "Kính gửi: Sở Y tế", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKính gửi: Sở Y tế"),
        ("Đảng Cộng sản Việt Nam", "default", "Kính gửi: Sở Y tế", "Đảng Cộng sản Việt Nam\n\nKính gửi: Sở Y tế"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "even", "Kính gửi: Sở Y tế", "Kính gửi: Sở Y tế"),
        ("Công văn của Sở Y tế", "first", "Kính gửi: Sở Y tế", "Kính gửi: Sở Y tế"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "first", "Cộng hòa xã hội chủ nghĩa Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
    ids="first default even running-head body-has-it".split(),
)
def test_a_letterhead_in_the_header_is_read(head: str, kind: str, body: str, text: str) -> None:
    first = "<w:titlePg/>" if kind == "first" else ""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId0"/>{first}</w:sectPr>'
    assert reader.read(word(para(body) + section, header=para(head))).text == text
