"""``trichluc tasks`` through its real entry point: every format, the way back from Excel, and what a user gets wrong."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path

import icalendar
import openpyxl
import pandas
import pytest
from command import on_a_terminal, trichluc
from docx import Document as WordDocument

NOTICE = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 215/TB-UBND
Lâm Đồng, ngày 06 tháng 3 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về tiến độ giải ngân
Chủ tịch UBND tỉnh kết luận như sau:
1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát từng dự án, báo cáo UBND tỉnh trước ngày 20/3/2026.
2. Sở Xây dựng gửi báo cáo về Sở Tài chính định kỳ thứ Sáu hàng tuần.
3. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện.
Nơi nhận:
- Lưu: VT.
"""
LEADS = ["Sở Tài chính tỉnh Lâm Đồng", "Sở Xây dựng tỉnh Lâm Đồng", "Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng"]


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "thông báo 215.txt"
    path.write_text(NOTICE, "utf-8")
    return path


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_json_lines_go_into_a_pipe(notice: Path) -> None:
    done = trichluc("tasks", notice)
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["lead"] for row in rows] == [[lead] for lead in LEADS]
    assert [(row["due"], row["inclusive"], row["rrule"]) for row in rows] == [
        ("2026-03-20", False, None),
        (None, True, "FREQ=WEEKLY;BYDAY=FR"),
        (None, None, None),
    ]
    assert all(NOTICE[row["start"] : row["end"]] == row["text"] for row in rows)


def test_a_terminal_gets_a_table_a_document(notice: Path) -> None:
    shown = on_a_terminal("tasks", notice)
    assert "thông báo 215" in shown
    assert "Trước ngày 20/03/2026" in " ".join(shown.split())
    assert "Hằng tuần" in shown
    assert "Every week" in on_a_terminal("tasks", notice, "--lang", "en")


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_tables_for_programs(notice: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"tasks{ending}"
    assert trichluc("tasks", notice, "-o", out).returncode == 0
    if ending == ".csv":
        rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
        assert [row["lead"] for row in rows] == LEADS
        assert rows[0]["due"] == "2026-03-20"
    elif ending == ".jsonl":
        assert [json.loads(line)["lead"] for line in out.read_text("utf-8").splitlines()] == [[lead] for lead in LEADS]
    else:
        frame = pandas.read_parquet(out)
        assert [list(lead) for lead in frame["lead"]] == [[lead] for lead in LEADS]
        assert frame["due"][0] == date(2026, 3, 20)


def test_the_workbook(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "danh mục.xlsx"
    assert trichluc("tasks", notice, "-o", out).returncode == 0
    sheet = openpyxl.load_workbook(out)["Nhiệm vụ"]
    rows = list(sheet.values)
    assert "Thông báo số 215/TB-UBND ngày 06/03/2026" in str(rows[1][0])
    heads = [str(cell) for cell in rows[3]]
    first = dict(zip(heads, rows[4], strict=True))
    assert first["Cơ quan chủ trì"] == LEADS[0]
    assert first["Thời hạn"] == datetime(2026, 3, 20)
    assert first["Câu gốc"] == "1. " + first["Nội dung nhiệm vụ"]


def test_the_word_annex(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "phụ lục.docx"
    assert trichluc("tasks", notice, "-o", out).returncode == 0
    word = WordDocument(str(out))
    assert "DANH MỤC NHIỆM VỤ THEO THÔNG BÁO SỐ 215/TB-UBND NGÀY 06/03/2026" in " ".join(p.text for p in word.paragraphs)
    cells = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert cells[0][:3] == ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"]
    assert [row[2] for row in cells[1:]] == LEADS


def test_the_calendar(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "lịch.ics"
    done = trichluc("tasks", notice, "-o", out)
    assert done.stderr == "trichluc: 1 of 3 tasks name no day and are not in the calendar (--todo lists them)\n"
    events = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events if "rrule" not in event] == [date(2026, 3, 19)]  # "trước ngày 20/3"
    assert [dict(event["rrule"]) for event in events if "rrule" in event] == [{"FREQ": ["WEEKLY"], "BYDAY": ["FR"]}]
    uids = {str(event["uid"]) for event in events}
    trichluc("tasks", notice, "-o", out)
    assert {str(event["uid"]) for event in icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")} == uids
    trichluc("tasks", notice, "-o", out, "--todo")
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VTODO")) == 3


def test_what_people_typed_into_the_list_is_carried_on(notice: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "cũ.xlsx", tmp_path / "mới.xlsx"
    trichluc("tasks", notice, "-o", old)
    book = openpyxl.load_workbook(old)
    sheet = book["Nhiệm vụ"]
    heads = {str(cell.value): cell.column for cell in sheet[4]}
    sheet.cell(5, heads["Trạng thái"]).value = "Hoàn thành đúng hạn"
    sheet.cell(5, heads["Ghi chú"]).value = "đã gửi ngày 18/3"
    sheet.cell(6, heads["Thời hạn"]).value = datetime(2026, 5, 5)
    book.save(old)
    later = write(
        tmp_path / "sửa.txt",
        NOTICE.replace("rà soát từng dự án", "rà soát kỹ từng dự án").replace(
            "Nơi nhận:", "4. Giao Sở Y tế tiêm chủng cho 1.200 trẻ trong tháng 4/2026.\nNơi nhận:"
        ),
    )
    assert trichluc("tasks", later, "--since", old, "-o", new).returncode == 0
    rows = list(openpyxl.load_workbook(new)["Nhiệm vụ"].values)
    names = [str(cell) for cell in rows[3]]
    listed = [dict(zip(names, row, strict=True)) for row in rows[4:] if row[0]]
    by_lead = {str(row["Cơ quan chủ trì"]): row for row in listed}
    reviewed = by_lead[LEADS[0]]
    assert (reviewed["Trạng thái"], reviewed["Ghi chú"]) == ("Hoàn thành đúng hạn", "đã gửi ngày 18/3")
    assert by_lead[LEADS[1]]["Thời hạn"] == datetime(2026, 5, 5)
    changes = {lead: row["So với danh mục trước"] for lead, row in by_lead.items()}
    assert changes == {
        LEADS[0]: "Thay đổi",
        LEADS[1]: "Không đổi",
        LEADS[2]: "Không đổi",
        "Sở Y tế tỉnh Lâm Đồng": "Mới",
    }


def typed_over(path: Path, cells: dict[tuple[int, str], object]) -> Path:
    """The list with cells overwritten: by row of the sheet and heading."""
    book = openpyxl.load_workbook(path)
    sheet = book["Nhiệm vụ"]
    heads = {str(cell.value): cell.column for cell in sheet[4]}
    for (row, heading), value in cells.items():
        sheet.cell(row, heads[heading]).value = value
    book.save(path)
    return path


def events_in(path: Path) -> dict[str, tuple[date, str]]:
    """Day and status of each event by its UID."""
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(event["uid"]): (event.decoded("dtstart"), str(event["status"])) for event in events}


def test_a_later_calendar_moves_and_cancels_the_entries_of_the_earlier_one(notice: Path, tmp_path: Path) -> None:
    listed, first, second = tmp_path / "cũ.xlsx", tmp_path / "1.ics", tmp_path / "2.ics"
    trichluc("tasks", notice, "-o", listed)
    trichluc("tasks", notice, "-o", first)
    typed_over(listed, {(6, "Định kỳ"): None, (6, "Thời hạn"): None})
    later = write(tmp_path / "sửa.txt", NOTICE.replace("trước ngày 20/3/2026", "trước ngày 24/3/2026"))
    trichluc("tasks", later, "--since", listed, "-o", second)
    before, after = events_in(first), events_in(second)
    moved = next(uid for uid, (day, _) in before.items() if day == date(2026, 3, 19))
    assert after[moved] == (date(2026, 3, 23), "CONFIRMED")
    assert set(after) <= set(before)


def test_a_day_that_somebody_has_emptied_is_cancelled(notice: Path, tmp_path: Path) -> None:
    listed, first, second = tmp_path / "cũ.xlsx", tmp_path / "1.ics", tmp_path / "2.ics"
    trichluc("tasks", notice, "-o", listed)
    trichluc("tasks", notice, "-o", first)
    typed_over(listed, {(5, "Thời hạn"): None})
    trichluc("tasks", notice, "--since", listed, "-o", second)
    emptied = next(uid for uid, (day, _) in events_in(first).items() if day == date(2026, 3, 19))
    assert events_in(second)[emptied] == (date(2026, 3, 19), "CANCELLED")


def test_deadlines_as_people_type_them(notice: Path, tmp_path: Path) -> None:
    listed = tmp_path / "danh mục.xlsx"
    trichluc("tasks", notice, "-o", listed)
    typed_over(listed, {(5, "Thời hạn"): "trước 20/4/2026", (6, "Thời hạn"): "Quý II/2026", (7, "Thời hạn"): "khi có yêu cầu"})
    done = trichluc("due", listed, "--today", "2026-04-15", "--within", "60")
    rows = {row["item"]: row["last_day"] for row in map(json.loads, done.stdout.splitlines())}
    assert rows == {"1": "2026-04-19", "2": "2026-06-30"}
    assert "'khi có yêu cầu', names no day" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_list_of_several_documents_names_them_all(notice: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "cũ.xlsx", tmp_path / "mới.xlsx"
    trichluc("tasks", notice, "-o", old)
    other = write(
        tmp_path / "thông báo 9.txt",
        "SỞ Y TẾ TỈNH LÂM ĐỒNG\nSố: 09/CT-SYT\nLâm Đồng, ngày 02 tháng 4 năm 2026\nCHỈ THỊ\nGiám đốc Sở yêu cầu:\n"
        "1. Bệnh viện Đa khoa Lâm Đồng rà soát thuốc cấp cứu, báo cáo Sở Y tế trước ngày 20/4/2026.\n",
    )
    trichluc("tasks", other, "--since", old, "-o", new)
    book = openpyxl.load_workbook(new)
    named = " ".join(str(cell) for row in book["Văn bản"].values for cell in row if cell)
    assert "215/TB-UBND" in named
    assert "09/CT-SYT" in named
    trichluc("tasks", other, "--since", new, "-o", tmp_path / "phụ lục.docx")
    cells = " ".join(cell.text for row in WordDocument(str(tmp_path / "phụ lục.docx")).tables[0].rows for cell in row.cells)
    assert "Thông báo số 215/TB-UBND" in cells


def test_what_falls_due_in_the_edited_list(notice: Path, tmp_path: Path) -> None:
    listed = tmp_path / "danh mục.xlsx"
    trichluc("tasks", notice, "-o", listed)
    done = trichluc("due", listed, "--today", "2026-03-16", "--within", "3")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["last_day"], row["days_left"], row["lead"]) for row in rows] == [("2026-03-19", 3, LEADS[:1])]


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".ics", ".csv"])
def test_a_document_without_tasks_gives_an_empty_list(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"rỗng{ending}"
    done = trichluc("tasks", write(tmp_path / "thơ.txt", "Trời hôm nay xanh."), "-o", out)
    assert (done.returncode, done.stderr) == (0, "trichluc: no task was found in 1 document\n")
    assert out.stat().st_size > 0


def test_one_bad_document_costs_no_other(notice: Path, tmp_path: Path) -> None:
    bad = write(tmp_path / "hỏng.txt", "")
    out = tmp_path / "danh mục.xlsx"
    done = trichluc("tasks", bad, notice, "-o", out)
    assert done.returncode == 1
    assert "hỏng.txt" in done.stderr
    assert [row[3] for row in list(openpyxl.load_workbook(out)["Nhiệm vụ"].values)[4:] if row[0]] == LEADS


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "cũ.xlsx"], "only a list for the office carries on"),
        (["--since", "cũ.xlsx", "-o", "mới.csv"], "only a list for the office carries on"),
        (["--todo", "-o", "danh mục.xlsx"], "to-dos stand in calendars"),
        (["-o", "danh mục.odt"], "end the name in .xlsx .docx .ics .csv"),
        (["--lang", "fr"], "there is no language 'fr'"),
        (["--since", "cũ.xlsx", "-o", "cũ.xlsx"], "is the list to carry on from"),
        (["--since", "lạ.xlsx", "-o", "mới.xlsx"], "lạ.xlsx"),
        (["--since", "cũ.docx", "-o", "mới.xlsx"], "cũ.docx is no list"),
    ],
)
def test_unusable_arguments_are_one_line(notice: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    openpyxl.Workbook().save(tmp_path / "cũ.xlsx")
    book = openpyxl.Workbook()
    book.active.append(["Họ tên", "Tuổi"])
    book.save(tmp_path / "lạ.xlsx")
    done = trichluc("tasks", notice, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert not (tmp_path / "mới.xlsx").exists()


def test_a_spreadsheet_that_is_not_ours_is_refused_by_naming_what_it_lacks(notice: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Nội dung nhiệm vụ", "Tuổi"])
    book.save(tmp_path / "lạ.xlsx")
    done = trichluc("tasks", notice, "--since", "lạ.xlsx", "-o", "mới.xlsx", cwd=tmp_path)
    assert "Cơ quan chủ trì" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
