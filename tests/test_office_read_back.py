"""The office's list comes back from Excel: what was written, and what people have done to it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_lists import TASKS, Edited, edit, task, write
from openpyxl.comments import Comment

from extractor.errors import LoadError
from extractor.model import Task
from extractor.office.labels import COLUMNS, Lang
from extractor.office.listed import ListedTask
from extractor.office.originals import SHEET, originals_rows, read_originals
from extractor.office.read_back import read_list
from extractor.office.shown import as_text
from extractor.office.xml_text import xml_text

FULL = [
    ListedTask(TASKS[0], state="Đang thực hiện quá hạn", note="Đã đôn đốc\nlần 2", change="changed", edited={"due": date(2026, 1, 20)}),
    ListedTask(TASKS[1], state="chờ ý kiến Bộ", change="unchanged", edited={"lead": ("Ban Quản lý dự án 5",), "rrule": "FREQ=DAILY"}),
    ListedTask(TASKS[2], note="=SUM(A1)", change="new", edited={"duration": None, "text": "Di dời hai đường dây trung thế."}),
    ListedTask(Task("Họp giao ban riêng", 0, 0, "person", lead=("Văn phòng",), due=date(2025, 11, 1)), state="Hoàn thành đúng hạn"),
    ListedTask(TASKS[3], change="superseded", edited={"due": None, "inclusive": True, "support": ("Sở Nội vụ", "Sở Y tế")}),
]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_was_written_comes_back(tmp_path: Path, lang: Lang) -> None:
    states = {"Đang thực hiện quá hạn": "Under way, overdue", "Hoàn thành đúng hạn": "Done in time"} if lang == "en" else {}
    extra = [
        replace(listed, extra={"Lãnh đạo phụ trách": name, "Điểm": n}) for n, (listed, name) in enumerate(zip(FULL, "ABCDE", strict=True))
    ]
    assert read_list(write(tmp_path / "a.xlsx", extra, lang)) == [
        replace(listed, state=states.get(listed.state or "", listed.state)) for listed in extra
    ]


def test_an_empty_list_has_no_tasks(tmp_path: Path) -> None:
    assert read_list(write(tmp_path / "a.xlsx", [])) == []


def _read(tmp_path: Path, change: Callable[[Edited], None]) -> list[ListedTask]:
    return read_list(edit(write(tmp_path / "a.xlsx"), change))


@pytest.mark.parametrize(
    "typed",
    ["20/01/2026", "2026-01-20", "20-1-2026", "20.01.2026", " 20 / 1 / 26 ", date(2026, 1, 20), datetime(2026, 1, 20, 17, 30), 46042],
)
def test_a_day_is_read_however_it_is_typed(tmp_path: Path, typed: Any) -> None:
    def change(list_: Edited) -> None:
        list_.cell(1, "due").value = typed
        list_.cell(1, "due").number_format = "General" if isinstance(typed, int) else "dd/mm/yyyy"

    first, *others = _read(tmp_path, change)
    assert first == ListedTask(TASKS[0], edited={"due": date(2026, 1, 20)})
    assert others == [ListedTask(each) for each in TASKS[1:]]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("khi có yêu cầu", None),
        ("31/2/2026", None),
        ("tháng 13/2026", None),
        ("20/1/2026 (gia hạn)", date(2026, 1, 20)),
        ("5/1/2026 hoặc 6/1/2026", None),
        (date(1900, 1, 15), None),
    ],
)
def test_words_under_a_day_are_kept_in_the_note(tmp_path: Path, typed: Any, day: date | None) -> None:
    path = write(tmp_path / "a.xlsx")
    edit(path, lambda list_: setattr(list_.cell(1, "due"), "value", typed))
    expected = ListedTask(TASKS[0], note=f"Thời hạn: {as_text(typed)}", edited={"due": day})
    assert read_list(path)[0] == expected
    assert read_list(write(path, read_list(path)))[0] == expected  # the line is there once, however often the list goes round


def test_a_retyped_original_is_no_edit(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        list_.cell(1, "due").value = "15/12/2025"
        list_.cell(1, "lead").value = "Bộ Xây dựng\n- Bộ Tài chính "
        list_.cell(2, "due").value = "Every week (Thursday)"
        list_.cell(4, "inclusive").value = "không"

    assert _read(tmp_path, change) == [ListedTask(each) for each in TASKS]


def test_edits_are_told_from_what_was_extracted(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        list_.cell(1, "lead").value = "Bộ Xây dựng;\nBộ Quốc phòng"
        list_.cell(2, "due").value = date(2025, 12, 1)
        list_.cell(3, "support").value = None
        list_.cell(4, "text").value = "BỐ TRÍ vốn cho khu tái định cư."
        list_.cell(4, "state").value = "  hoàn thành ĐÚNG hạn "
        list_.cell(4, "note").value = 12

    assert _read(tmp_path, change) == [
        ListedTask(TASKS[0], edited={"lead": ("Bộ Xây dựng", "Bộ Quốc phòng")}),
        ListedTask(TASKS[1], edited={"due": date(2025, 12, 1)}),
        ListedTask(TASKS[2], edited={"support": ()}),
        ListedTask(TASKS[3], state="Hoàn thành đúng hạn", note="12", edited={"text": "BỐ TRÍ vốn cho khu tái định cư."}),
    ]


def test_rows_sorted_hidden_deleted_and_typed(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        sheet, header = list_.sheet, list_.header
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=header + 1, max_row=header + 4)]
        for offset, row in enumerate([rows[3], [None] * len(rows[0]), rows[0], rows[2]], 1):
            for column, value in enumerate(row, 1):
                sheet.cell(header + offset, column).value = value
        sheet.row_dimensions[header + 1].hidden = True
        for column, value in {"text": "Chuẩn bị tài liệu họp", "lead": "Phòng Tổng hợp", "due": "1/11/2025", "note": "gấp"}.items():
            list_.cell(5, column).value = value
        list_.cell(6, "no").value, list_.cell(6, "text").value = "Tổng", "Tổng cộng: 4 nhiệm vụ"

    typed = Task("Chuẩn bị tài liệu họp", 0, 0, "person", lead=("Phòng Tổng hợp",), due=date(2025, 11, 1))
    assert _read(tmp_path, change) == [*map(ListedTask, (TASKS[3], TASKS[0], TASKS[2])), ListedTask(typed, note="gấp")]


def test_a_copied_row_is_a_row_of_its_own(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        for cell in list_.sheet[list_.header + 4]:
            list_.sheet.cell(list_.header + 5, cell.column).value = cell.value
        list_.cell(4, "text").value = "Bố trí vốn cho khu tái định cư, đợt 1."  # the copy below still has the words of the document

    *_, first, second = _read(tmp_path, change)
    assert (first.task.rule, first.task.task_id, first.task.text) == ("person", "", "Bố trí vốn cho khu tái định cư, đợt 1.")
    assert second == ListedTask(TASKS[3])


def test_identical_documents_keep_their_own_tasks(tmp_path: Path) -> None:
    copies = [replace(each, doc_id=doc_id, source=f"{doc_id}.txt") for doc_id in ("b", "a") for each in TASKS]
    assert [listed.task for listed in read_list(write(tmp_path / "a.xlsx", copies))] == copies


def test_columns_added_removed_moved_and_renamed(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        list_.sheet.title = "Theo dõi tháng 10"
        list_.sheet.cell(list_.header, list_.columns["lead"]).value = " CƠ QUAN\nchủ trì:"
        list_.add_column("Lãnh đạo\nphụ trách", ["Ông A", None, 7, date(2025, 1, 2)])
        list_.add_column("Ghi chú", ["x", None, None, "y"])
        list_.add_column(None, [None, True, None, None])
        list_.add_column("Để trống", [])
        list_.sheet.delete_cols(list_.columns["product"])
        list_.sheet.insert_cols(1, 2)

    read = _read(tmp_path, change)
    assert [listed.task for listed in read] == TASKS
    assert [dict(listed.edited) for listed in read] == [{}] * 4
    assert [list(listed.extra.values()) for listed in read] == [
        ["Ông A", "x", None, None],
        [None, None, True, None],
        [7, None, None, None],
        [date(2025, 1, 2), "y", None, None],
    ]
    first, second, third, fourth = read[0].extra
    assert (first, second, fourth) == ("Lãnh đạo phụ trách", "Ghi chú (2)", "Để trống")
    assert third.startswith("(")


def test_merged_cells_errors_and_comments(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        sheet, header = list_.sheet, list_.header
        list_.cell(1, "lead").value = "Sở Xây dựng"
        sheet.merge_cells(start_row=header + 1, end_row=header + 2, start_column=list_.columns["lead"], end_column=list_.columns["lead"])
        list_.cell(3, "support").value = "#N/A"
        list_.cell(4, "lead").comment = Comment("Hỏi lại Sở", "người xem")
        list_.cell(4, "state").value = "#REF!"

    assert list_edits(_read(tmp_path, change)) == [{"lead": ("Sở Xây dựng",)}, {"lead": ("Sở Xây dựng",)}, {}, {}]
    assert read_list(tmp_path / "a.xlsx")[3] == ListedTask(TASKS[3], note="Hỏi lại Sở")


def list_edits(tasks: list[ListedTask]) -> list[dict[str, Any]]:
    return [dict(listed.edited) for listed in tasks]


def test_without_the_hidden_sheet_the_visible_values_count(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        list_.book.remove(list_.book[SHEET])
        list_.cell(1, "due").value = "20/1/2026"

    read = _read(tmp_path, change)
    assert read[0] == ListedTask(replace(TASKS[0], rule="list", due=date(2026, 1, 20)))
    assert [listed.task for listed in read[1:]] == [replace(each, rule="list", confidence=None) for each in TASKS[1:]]


def test_a_damaged_original_is_read_from_the_visible_columns(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        list_.book[SHEET]["B2"] = "{oops"

    assert [listed.task.rule for listed in _read(tmp_path, change)] == ["list", "task.item", "task.item", "task.item"]


def test_a_second_sheet_adds_what_the_first_lacks(tmp_path: Path) -> None:
    def change(list_: Edited) -> None:
        copy = list_.book.copy_worksheet(list_.sheet)
        copy.cell(list_.header + 1, list_.columns["note"]).value = "bản cũ"
        list_.sheet.delete_rows(list_.header + 2)

    read = _read(tmp_path, change)
    assert [listed.task for listed in read] == [TASKS[0], TASKS[2], TASKS[3], TASKS[1]]
    assert read[0].note is None


def test_originals_of_any_length_come_back() -> None:
    long = replace(TASKS[0], text="_x0041_ " + "Đề án " * 20_000, sentence="dòng\r\nhai \x07 \ud800")
    rows = originals_rows([ListedTask(long), ListedTask(TASKS[3]), FULL[3]])
    assert max(len(cell) for row in rows for cell in row) <= 32_000
    assert rows[0][:3] == ["task_id", "task", "task 2"]
    assert read_originals(rows) == [long, TASKS[3]]


def _headings(path: Path, *names: str) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["Danh sách"])
    book.active.append([COLUMNS[name].vi for name in names])
    book.save(path)
    return path


def test_a_workbook_that_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as told:
        read_list(_headings(tmp_path / "a.xlsx"))
    assert str(told.value).startswith(f"{tmp_path / 'a.xlsx'}: it is no task list")
    assert all(f"“{COLUMNS[name].vi}”" in str(told.value) for name in ("text", "lead", "due", "state", "note"))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as told:
        read_list(_headings(tmp_path / "a.xlsx", "no", "text", "lead", "due", "task_id"))
    assert "sheet “Sheet” lacks “Trạng thái”, “Ghi chú” among its headings" in str(told.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked with a password, or an old .xls"),
        (b"TT;Noi dung\n1;abc\n", "no Excel workbook"),
        (b"", "no Excel workbook"),
        (b"PK\x03\x04" + bytes(60), "no readable workbook (its ZIP is damaged)"),
    ],
)
def test_unreadable_files_give_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(LoadError) as told:
        read_list(path)
    assert why in str(told.value)
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)


def test_a_damaged_part_gives_one_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LoadError, match="open it in Excel and save it again"):
        read_list(path)
    with pytest.raises(LoadError, match="check the path"):
        read_list(tmp_path / "none.xlsx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_gives_back_the_same(tmp_path: Path) -> None:
    long = task(9, "Rà soát danh mục đất " * 1700, "Bộ Y tế")
    before = write(tmp_path / "a.xlsx", [*FULL, ListedTask(long, extra={"Số": 5, "Ngày": date(2025, 1, 2), "Chữ": "=1+1"})])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(before)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert read_list(tmp_path / "out" / "a.xlsx") == read_list(before)


# What looks like a formula, a number, an error or an escape is text like any other. Blank text is no text.
_SNARES = st.sampled_from(
    ["=1+1", "+84", "-2", "@x", "1e5", "007", "#N/A", "TRUE", "_x0041_", "<r>đỏ</r>", "http://a.vn", "'", "2025-01-02"]
)
_TYPED = (_SNARES | st.builds(str.__add__, _SNARES, st.text()) | st.text(min_size=1)).map(xml_text).filter(str.strip)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(_TYPED, _TYPED, _TYPED), min_size=1, max_size=4))
def test_any_words_come_back(words: list[tuple[str, str, str]]) -> None:
    listed = [ListedTask(task(n, "Việc"), state="." + s, note=note, extra={"Cột": extra}) for n, (s, note, extra) in enumerate(words)]
    with tempfile.TemporaryDirectory() as folder:
        assert read_list(write(Path(folder) / "a.xlsx", listed)) == listed


@settings(deadline=None, max_examples=60)
@given(_TYPED, _TYPED, _TYPED)
def test_any_task_comes_back_without_edits(text: str, name: str, due_text: str) -> None:
    extracted = task(1, text, name, due_text=due_text, product=name, documents=(due_text, name), sentence=text + "\r\n" + name)
    with tempfile.TemporaryDirectory() as folder:
        assert read_list(write(Path(folder) / "a.xlsx", [extracted])) == [ListedTask(extracted)]
