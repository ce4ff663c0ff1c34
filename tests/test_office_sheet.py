"""The Excel list, read back by openpyxl and reckoned again by LibreOffice: values, dates, what is live, what is printed."""

import csv
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_sample import NOTICE, TELEGRAM, TODAY, office_list, task

from extractor.errors import WriteError
from extractor.model import Document, Failure
from extractor.office import sheet as sheet_module
from extractor.office.labels import CHANGES, COLUMNS, EMPTY, STATES, Lang
from extractor.office.listed import ListedTask
from extractor.office.originals import originals_rows
from extractor.office.sheet import write_sheet
from extractor.office.sheet_heights import line_count
from extractor.office.xml_text import xml_text
from extractor.schema import SCHEMA_VERSION

HEADER = 4  # the row of headings
ADDED = ["Phòng theo dõi", "Ngày nhắc"]


def written(path: Path, tasks: list[ListedTask] | None = None, documents: list[Document] | None = None, **options: Any) -> Any:
    options = {"today": TODAY, **options}
    write_sheet(path / "ds.xlsx", office_list() if tasks is None else tasks, documents or [NOTICE], **options)
    return openpyxl.load_workbook(path / "ds.xlsx")


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The tasks by heading."""
    header, *below = sheet.iter_rows(min_row=HEADER, values_only=True)
    return [dict(zip(header, row, strict=True)) for row in below]


def column(sheet: Any, heading: str) -> str:
    return next(cell.column_letter for cell in sheet[HEADER] if cell.value == heading)


def test_headings_and_order(tmp_path: Path) -> None:
    sheet = written(tmp_path)["Nhiệm vụ"]
    assert [cell.value for cell in sheet[HEADER] if cell.value not in ADDED] == [label.vi for label in COLUMNS.values()]
    found = rows(sheet)
    assert [row["Mã nhiệm vụ"] for row in found] == ["t001", "t002", "t003", "t004", "t006", "t007", "t008", "t005"]  # superseded last
    assert [row["TT"] for row in found] == list(range(1, 9))
    assert found[7]["So với danh mục trước"] == "Không còn trong văn bản mới"
    assert sheet["A1"].value == "DANH MỤC NHIỆM VỤ"
    assert sheet["A2"].value == "Thông báo số 15/TB-VPCP ngày 12/01/2026: Kết luận tại cuộc họp về số hóa hồ sơ đất đai"
    assert sheet["A3"].value.startswith("Ngày lập: 05/02/2026. Số nhiệm vụ: 7.")


def test_values(tmp_path: Path) -> None:
    first, second, third, fourth, _, seventh, eighth, _ = rows(written(tmp_path)["Nhiệm vụ"])
    assert (first["Thời hạn"], first["Mục"], first["Vị trí đầu"]) == (datetime(2026, 1, 31), "1/a", 100)
    assert (first["Tính cả ngày đến hạn"], second["Tính cả ngày đến hạn"]) == (True, False)
    assert (second["Cơ quan chủ trì"], second["Cơ quan phối hợp"]) == ("Sở Y tế; Bộ Nội vụ", "Bộ Công an; Bộ Tư pháp")
    assert (third["Ghi chú"], third["Trạng thái"]) == ("Đã đôn đốc lần 2", None)
    assert (fourth["Thời hạn"], fourth["Định kỳ"], fourth["Sản phẩm"]) == ("Hằng tuần (thứ Năm)", "FREQ=WEEKLY;BYDAY=TH", "Báo cáo tuần")
    assert (seventh["Thời hạn"], seventh["Cơ quan chủ trì"], seventh["Trạng thái"]) == (datetime(2026, 2, 13), "Sở Nội vụ", "Chờ ý kiến")
    assert (seventh["Phòng theo dõi"], seventh["Ngày nhắc"], first["Ngày nhắc"]) == ("Phòng Tổng hợp", datetime(2026, 2, 10), None)
    assert (eighth["Thời hạn"], eighth["Thời gian thực hiện"]) == ("15 ngày làm việc", "P15B")


def test_days_are_days_and_edits_are_remembered(tmp_path: Path) -> None:
    sheet = written(tmp_path)["Nhiệm vụ"]
    due, lead = column(sheet, "Thời hạn"), column(sheet, "Cơ quan chủ trì")
    formats = [sheet[f"{due}{HEADER + row}"].number_format for row in (1, 2)]
    assert formats == ["dd/mm/yyyy", '"Trước "dd/mm/yyyy']
    assert sheet[f"{due}{HEADER + 1}"].is_date
    comments = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert comments == {f"{due}{HEADER + 6}": "Giá trị gốc: 01/03/2026", f"{lead}{HEADER + 6}": "Giá trị gốc: Sở Y tế"}


def test_page(tmp_path: Path) -> None:
    sheet = written(tmp_path)["Nhiệm vụ"]
    last = column(sheet, "Ngày nhắc")
    assert sheet.freeze_panes == f"A{HEADER + 1}"
    assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
    assert sheet.print_area == f"'Nhiệm vụ'!$A$1:${last}${HEADER + 8}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert sheet.auto_filter.ref == f"A{HEADER}:{column(sheet, 'Mã nhiệm vụ')}{HEADER + 8}"
    folded = {sheet[f"{letter}{HEADER}"].value for letter, size in sheet.column_dimensions.items() if size.hidden}
    assert folded == {"Nơi nhận báo cáo", "Căn cứ"}  # empty in every task


def test_row_heights_fit_the_text_and_stay_automatic(tmp_path: Path) -> None:
    long = "Khẩn trương rà soát, hoàn thiện quy trình nội bộ và quy trình điện tử. " * 8
    sheet = written(tmp_path, [ListedTask(task(1)), ListedTask(task(2, text=long))])["Nhiệm vụ"]
    low, high = (sheet.row_dimensions[HEADER + row] for row in (1, 2))
    assert low.height < 20
    assert high.height > 8 * low.height
    with zipfile.ZipFile(tmp_path / "ds.xlsx") as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")  # openpyxl takes every height for a custom one


@given(text=st.text(st.sampled_from("aănmộ Ư;\n"), max_size=200), width=st.integers(5, 60))
def test_a_wider_cell_needs_no_more_lines(text: str, width: int) -> None:
    lines = line_count(text, width)
    assert line_count(text, width + 7) <= lines
    assert lines >= text.count("\n") + 1


def test_states_are_offered_not_forced(tmp_path: Path) -> None:
    book = written(tmp_path)
    sheet = book["Nhiệm vụ"]
    (offer,) = sheet.data_validations.dataValidation
    state = column(sheet, "Trạng thái")
    assert str(offer.sqref) == f"{state}5:{state}{HEADER + 8 + 200}"
    assert (offer.type, offer.errorStyle, offer.allow_blank) == ("list", "warning", True)
    hidden, cells = offer.formula1.split("!")
    assert [cell.value for (cell,) in book[hidden][cells.replace("$", "")]] == [label.vi for label in STATES]


def test_colours_follow_the_day(tmp_path: Path) -> None:
    sheet = written(tmp_path)["Nhiệm vụ"]
    due, state, change = (column(sheet, heading) for heading in ("Thời hạn", "Trạng thái", "So với danh mục trước"))
    rules = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
    assert set(rules) >= {f"{letter}5:{letter}{HEADER + 8 + 200}" for letter in (due, state)}
    overdue, soon = (rule for rule in rules[f"{due}5:{due}212"])
    assert (overdue.dxf.fill.bgColor.rgb, soon.dxf.fill.bgColor.rgb) == ("FFFFC7CE", "FFFFEB9C")
    assert all("TODAY()" in rule.formula[0] and rule.formula[0].startswith(f"ISNUMBER(${due}5)") for rule in (overdue, soon))
    struck = [rule for found in rules.values() for rule in found if rule.dxf.font and rule.dxf.font.strike]
    assert [rule.formula for rule in struck] == [[f'(${change}5="{CHANGES["superseded"].vi}")']]


EXPECTED = {  # tasks, with a due day, overdue, soon, recurring, then the four states
    "Bộ Công an": [1, 0, 0, 0, 0, 0, 0, 0, 0],
    "Bộ Nội vụ": [1, 1, 1, 0, 0, 0, 0, 0, 0],  # its superseded task is not counted; before 5/2 is late on 5/2
    "Bộ Tài chính": [2, 1, 1, 0, 1, 0, 0, 0, 0],
    "Sở Nội vụ": [1, 1, 0, 0, 0, 0, 0, 0, 0],  # 13/2 is eight days off
    "Sở Y tế": [1, 1, 1, 0, 0, 0, 0, 0, 0],
    "Sở Y tế An Giang": [1, 1, 0, 1, 0, 0, 0, 0, 0],  # 12/2 is seven
    "Chưa rõ cơ quan chủ trì": [1, 1, 0, 0, 0, 0, 0, 1, 0],
    "Tổng số": [7, 5, 2, 1, 1, 0, 0, 1, 0],
}


def test_counts_by_lead(tmp_path: Path) -> None:
    written(tmp_path)
    stored = openpyxl.load_workbook(tmp_path / "ds.xlsx", data_only=True)["Tổng hợp"]
    assert {row[0]: list(row[1:]) for row in stored.iter_rows(min_row=4, values_only=True)} == EXPECTED
    live = openpyxl.load_workbook(tmp_path / "ds.xlsx")["Tổng hợp"]
    assert all(cell.value.startswith("=SUMPRODUCT(") for row in live.iter_rows(min_row=4, min_col=2) for cell in row)


def test_documents_and_failures_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    assert written(tmp_path).sheetnames[:3] == ["Nhiệm vụ", "Tổng hợp", "_trichluc_states"]
    tasks = [*office_list(), ListedTask(task(9, doc_id=TELEGRAM.doc_id))]
    failure = Failure("den/hong.pdf", "load", "LoadError", "den/hong.pdf: không phải tệp PDF")
    book = written(tmp_path, tasks, [NOTICE, TELEGRAM], failures=[failure])
    assert column(book["Nhiệm vụ"], "Văn bản") < column(book["Nhiệm vụ"], "Phòng theo dõi")  # among the columns for reading
    stored = openpyxl.load_workbook(tmp_path / "ds.xlsx", data_only=True)["Văn bản"]
    found = list(stored.iter_rows(min_row=3, max_row=4, values_only=True))
    assert found[0] == (1, "15-TB-VPCP", "15/TB-VPCP", datetime(2026, 1, 12), NOTICE.title, 7, "den/15-TB-VPCP.pdf")
    assert found[1] == (2, "cd-07", None, datetime(2026, 2, 1), TELEGRAM.title, 1, None)
    assert (stored["B8"].value, stored["C8"].value) == (failure.source, failure.message)


def test_marks_for_coming_back(tmp_path: Path) -> None:
    book = written(tmp_path)
    assert book.custom_doc_props["trichluc"].value == SCHEMA_VERSION
    assert book["_trichluc"].sheet_state == "veryHidden"
    assert [[cell for cell in row if cell] for row in book["_trichluc"].values] == originals_rows(office_list())


def test_english(tmp_path: Path) -> None:
    book = written(tmp_path, lang="en")
    assert book.sheetnames[:2] == ["Tasks", "Counts"]
    found = rows(book["Tasks"])
    assert [heading for heading in found[0] if heading not in ADDED] == [label.en for label in COLUMNS.values()]
    assert found[3]["Due"] == "Every week (Thursday)"
    assert (found[4]["Status"], found[4]["Against the last list"]) == ("Done in time", "Unchanged")
    stored = openpyxl.load_workbook(tmp_path / "ds.xlsx", data_only=True)["Counts"]
    assert [list(row[1:]) for row in stored.iter_rows(min_row=4, values_only=True)] == list(EXPECTED.values())


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_empty_list(tmp_path: Path, lang: Lang) -> None:
    sheet = written(tmp_path, [], lang=lang).worksheets[0]
    assert [cell.value for cell in sheet[HEADER]] == [label.text(lang) for label in COLUMNS.values()]
    assert [cell.value for cell in sheet[HEADER + 1] if cell.value] == [EMPTY.text(lang)]
    assert sheet.max_row == HEADER + 1


HOSTILE = ["=1+1", "+84 24 3804", "-2", "@SUM(A1)", "http://x.vn/#a", "mailto:a@b.vn", "<r>đậm</r>", "{=1}", "=" * 300, "'x", "internal:A1"]


def test_text_stays_text(tmp_path: Path) -> None:
    tasks = [
        ListedTask(task(n, text=text, lead=(text,), product=text), state=text, note=text, extra={text: text}, edited={"item": text})
        for n, text in enumerate(HOSTILE)
    ]
    book = written(tmp_path, tasks, [Document("…", doc_id="=2+2", title="=HYPERLINK(1)"), TELEGRAM])
    sheet = book["Nhiệm vụ"]
    for text, row in zip(HOSTILE, rows(sheet), strict=True):
        headings = ("Nội dung nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "Trạng thái", "Ghi chú", "Mục", text)
        assert [row[heading] for heading in headings] == [text] * 7
    assert sheet["A2"].value.startswith("=HYPERLINK(1)")
    assert all(cell.data_type != "f" and not cell.hyperlink for row in sheet for cell in row)
    assert {row[0].value for row in book["Tổng hợp"].iter_rows(min_row=4)} >= set(HOSTILE)
    assert all(row[0].data_type != "f" for name in ("Tổng hợp", "Văn bản") for row in book[name].iter_rows(max_col=1))


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    listed = ListedTask(task(1, text=text, sentence=text), note=text)
    (row,) = rows(written(tmp_path_factory.mktemp("any"), [listed])["Nhiệm vụ"])
    cells = [str(row[heading]).replace("_x005F_", "_") for heading in ("Nội dung nhiệm vụ", "Câu gốc", "Ghi chú")]  # Excel's own escape
    assert cells == [xml_text(text)] * 3


def test_a_cell_holds_what_excel_allows(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, [ListedTask(task(1, text="ạ" * 40_000))])["Nhiệm vụ"])
    assert len(row["Nội dung nhiệm vụ"]) == 32_767
    assert row["Nội dung nhiệm vụ"].endswith("ạ … [cắt bớt: một ô Excel chỉ chứa 32.767 ký tự]")


def test_days_that_excel_does_not_know(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, [ListedTask(task(1, due=date(1887, 5, 1)))])["Nhiệm vụ"])
    assert row["Thời hạn"] == "01/05/1887"


def test_too_many_tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_module, "MOST", 7)
    with pytest.raises(WriteError, match=r"ds\.xlsx: 8 tasks: a sheet of Excel holds 7"):
        written(tmp_path)


def test_what_cannot_be_written_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("không phải thư mục", "utf-8")
    with pytest.raises(WriteError, match=r"tệp.ds\.xlsx: cannot be written: .+: check the folder"):
        write_sheet(tmp_path / "tệp" / "ds.xlsx", office_list(), [NOTICE])
    (tmp_path / "ds.xlsx").mkdir()  # as a file that another program holds
    with pytest.raises(WriteError, match="cannot be written"):
        write_sheet(tmp_path / "ds.xlsx", office_list(), [NOTICE])
    assert {path.name for path in tmp_path.iterdir()} == {"tệp", "ds.xlsx"}


def test_an_old_file_stays_when_the_list_breaks(tmp_path: Path) -> None:
    written(tmp_path)
    before = (tmp_path / "ds.xlsx").read_bytes()
    with pytest.raises(AttributeError):
        write_sheet(tmp_path / "ds.xlsx", [ListedTask(None)], [NOTICE])  # type: ignore[arg-type]
    assert (tmp_path / "ds.xlsx").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["ds.xlsx"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reckons_the_same_after_an_edit(tmp_path: Path) -> None:
    """Saved by openpyxl the file has no stored values, so that every number read here has been calculated."""
    today = date.today()
    book = written(tmp_path, office_list(today), today=today)
    sheet = book["Nhiệm vụ"]
    sheet[f"{column(sheet, 'Trạng thái')}{HEADER + 1}"] = "Hoàn thành quá hạn"  # the overdue task of Bộ Tài chính
    for heading, value in {"Nội dung nhiệm vụ": "Việc mới", "Cơ quan chủ trì": "Bộ Công an;Sở Y tế", "Thời hạn": today}.items():
        sheet[f"{column(sheet, heading)}{HEADER + 9}"] = value  # a row typed below the list
    book.save(tmp_path / "sửa.xlsx")
    second = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", second, "--outdir", str(tmp_path), str(tmp_path / "sửa.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with next(tmp_path.glob("*.csv")).open(encoding="utf-8") as file:
        found = {row[0]: list(map(int, row[1:])) for row in list(csv.reader(file))[3:]}
    edited = {
        "Bộ Tài chính": [2, 1, 0, 0, 1, 0, 0, 0, 1],
        "Bộ Công an": [2, 1, 0, 1, 0, 0, 0, 0, 0],
        "Sở Y tế": [2, 2, 1, 1, 0, 0, 0, 0, 0],
        "Tổng số": [8, 6, 1, 2, 1, 0, 0, 1, 1],
    }
    assert found == EXPECTED | edited
