"""The annex in Word, read back by python-docx: the form of Nghị định 30/2020/NĐ-CP, the table, what is left out."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from office_sample import NOTICE, TELEGRAM, TODAY, office_list, task

from extractor.errors import WriteError
from extractor.model import Document
from extractor.office.annex import write_annex
from extractor.office.listed import ListedTask
from extractor.office.xml_text import xml_text


def written(folder: Path, tasks: list[ListedTask] | None = None, documents: list[Document] | None = None, **options: Any) -> Any:
    path = folder / "phu-luc.docx"
    write_annex(path, office_list() if tasks is None else tasks, [NOTICE] if documents is None else documents, today=TODAY, **options)
    return docx.Document(str(path))


def cells(page: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in page.tables[0].rows]


def test_head(tmp_path: Path) -> None:
    head = written(tmp_path).paragraphs[:4]
    assert [line.text for line in head] == [
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ",
        "THEO THÔNG BÁO SỐ 15/TB-VPCP NGÀY 12/01/2026",
        "(Kèm theo Văn bản số ……/………… ngày …… tháng …… năm 2026 của …………………………)",
    ]
    looks = [(line.runs[0].font.size.pt, line.runs[0].bold, line.runs[0].italic, line.alignment.name) for line in head]
    assert looks == [(14, True, False, "CENTER")] * 3 + [(13, False, True, "CENTER")]


def test_a_symbol_keeps_its_letters_in_capitals(tmp_path: Path) -> None:
    page = written(tmp_path, documents=[Document("…", number="29", symbol="QĐ-TTg")])
    assert page.paragraphs[2].text == "THEO QUYẾT ĐỊNH SỐ 29/QĐ-TTg"


def test_page(tmp_path: Path) -> None:
    page = written(tmp_path)
    (section,) = page.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    width = sum(column.width for column in page.tables[0].columns)
    assert abs(width - (section.page_width - section.left_margin - section.right_margin)) < 10_000  # EMU, 36,000 a millimetre


def test_page_number_from_the_second_page_on(tmp_path: Path) -> None:
    (section,) = written(tmp_path).sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    (line,) = section.header.paragraphs
    assert line.alignment.name == "CENTER"
    assert [code.text for code in line._p.iter(qn("w:instrText"))] == ["PAGE"]


def test_font_of_every_script(tmp_path: Path) -> None:
    page = written(tmp_path)
    normal = page.styles["Normal"]
    assert normal.font.size.pt == 13
    fonts = [*page.styles.element.find(qn("w:docDefaults")).iter(qn("w:rFonts")), *normal.element.iter(qn("w:rFonts"))]
    expected = {qn(f"w:{script}"): "Times New Roman" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert [dict(font.attrib) for font in fonts] == [expected] * 2
    assert not [font for table in page.tables for font in table._tbl.iter(qn("w:rFonts"))]  # nothing in the table departs from it


def test_table(tmp_path: Path) -> None:
    header, *rows = cells(written(tmp_path))
    expected = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn hoàn thành", "Ghi chú"]
    assert header == expected
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[1] == [
        "2",
        "Rà soát, công bố nhóm thủ tục thứ 2.",
        "Sở Y tế; Bộ Nội vụ",
        "Bộ Công an; Bộ Tư pháp",
        "",
        "Trước ngày 05/02/2026",
        "",
    ]
    assert rows[2][5:] == ["12/02/2026", "Đã đôn đốc lần 2"]
    assert rows[3][4:6] == ["Báo cáo tuần", "Hằng tuần (thứ Năm)"]
    assert (rows[5][2], rows[5][5]) == ("Sở Nội vụ", "13/02/2026")  # a person's values
    assert rows[6][5] == "15 ngày làm việc"
    assert "Rà soát, công bố nhóm thủ tục thứ 5." not in [row[1] for row in rows]  # superseded


def test_words_of_the_document_where_the_day_is_unknown(tmp_path: Path) -> None:
    (_, row) = cells(written(tmp_path, [ListedTask(task(1, due_text="ngay sau khi Luật có hiệu lực"))]))
    assert row == ["1", "Rà soát, công bố nhóm thủ tục thứ 1.", "", "", "ngay sau khi Luật có hiệu lực"]


def test_columns_only_where_a_task_fills_them(tmp_path: Path) -> None:
    header, *_ = cells(written(tmp_path, [ListedTask(task(1))]))
    assert header == ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành"]


def test_header_repeats_and_short_rows_stay_whole(tmp_path: Path) -> None:
    page = written(tmp_path, [ListedTask(task(1)), ListedTask(task(2, text="dài " * 400))])
    header, short, long = page.tables[0].rows
    assert {mark.tag for mark in header._tr.trPr} == {qn("w:tblHeader"), qn("w:cantSplit")}
    assert {mark.tag for mark in short._tr.trPr} == {qn("w:cantSplit")}
    assert long._tr.trPr is None


def test_a_heading_for_each_of_several_documents(tmp_path: Path) -> None:
    tasks = [ListedTask(task(1, doc_id="cd-07")), ListedTask(task(2)), ListedTask(task(3, doc_id="lạ"))]
    page = written(tmp_path, tasks, [NOTICE, TELEGRAM, Document("…", doc_id="không có việc")])
    assert [row[:2] for row in cells(page)[1:]] == [
        ["Thông báo số 15/TB-VPCP ngày 12/01/2026: Kết luận tại cuộc họp về số hóa hồ sơ đất đai"] * 2,
        ["1", "Rà soát, công bố nhóm thủ tục thứ 2."],
        ["Công điện về phòng cháy rừng mùa hanh khô ngày 01/02/2026"] * 2,
        ["2", "Rà soát, công bố nhóm thủ tục thứ 1."],
        ["lạ"] * 2,
        ["3", "Rà soát, công bố nhóm thủ tục thứ 3."],
    ]
    assert page.paragraphs[2].text.startswith("(Kèm theo")  # no single document to name above


def test_english(tmp_path: Path) -> None:
    page = written(tmp_path, lang="en")
    assert [line.text for line in page.paragraphs[:2]] == ["Annex", "TASK LIST"]
    header, *rows = cells(page)
    assert header == ["No.", "Task", "Lead", "Support", "Product", "Due", "Notes"]
    assert (rows[1][5], rows[3][5]) == ("Before 05/02/2026", "Every week (Thursday)")


def test_empty_list(tmp_path: Path) -> None:
    header, row = cells(written(tmp_path, []))
    assert len(header) == 5
    assert set(row) == {"Không tìm thấy nhiệm vụ nào trong văn bản."}


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    page = written(tmp_path_factory.mktemp("any"), [ListedTask(task(1, text=text))], [Document("…", title=text)])
    assert cells(page)[1][1] == xml_text(text)


def test_what_cannot_be_written_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "phu-luc.docx").mkdir()  # as a file that another program holds
    with pytest.raises(WriteError, match=r"phu-luc\.docx: cannot be written: .+: check the folder"):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["phu-luc.docx"]


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not installed")
def test_the_header_stands_on_every_printed_page(tmp_path: Path) -> None:
    written(tmp_path, [ListedTask(task(n, lead=("Ủy ban nhân dân các tỉnh, thành phố",))) for n in range(60)])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "phu-luc.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "phu-luc.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    first, *others = text.split("\f")[:-1]
    assert len(others) > 2
    assert all("Cơ quan chủ trì" in page for page in (first, *others))
    assert first.split()[0] == "Phụ"
    assert [page.split()[0] for page in others] == [str(number) for number in range(2, len(others) + 2)]
