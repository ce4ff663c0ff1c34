"""A list as an office has it: tasks, and an Excel file edited as people do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from extractor.model import Document, Task
from extractor.office.labels import COLUMNS, Lang
from extractor.office.listed import ListedTask
from extractor.office.sheet import write_sheet

DOCUMENT = Document(text="", doc_id="tb-12", number="12", symbol="TB-VPCP", date=date(2025, 10, 2))


def task(number: int, text: str, *lead: str, doc_id: str = "tb-12", **fields: Any) -> Task:
    start = 100 * number
    return Task(text, start, start + len(text), "task.item", lead=lead, task_id=f"{number:012x}", doc_id=doc_id, item=f"{number}", **fields)


TASKS = [
    task(1, "Trình Chính phủ nghị định về cảng cạn trước ngày 15/12/2025.", "Bộ Xây dựng", "Bộ Tài chính", due=date(2025, 12, 15)),
    task(2, "Báo cáo tiến độ thi công cầu cảng vào thứ Năm hằng tuần.", "Ban Quản lý dự án 3", rrule="FREQ=WEEKLY;BYDAY=TH"),
    task(3, "Di dời đường dây trung thế trong 15 ngày.", "Tổng công ty Điện lực", support=("Sở Xây dựng",), duration="P15D"),
    task(4, "Bố trí vốn cho khu tái định cư.", "Sở Tài chính", due=date(2026, 3, 31), inclusive=False, product="tờ trình", confidence=0.9),
]


def write(path: Path, tasks: Sequence[ListedTask | Task] = TASKS, lang: Lang = "vi") -> Path:
    listed = [each if isinstance(each, ListedTask) else ListedTask(each) for each in tasks]
    write_sheet(path, listed, [DOCUMENT], lang=lang, today=date(2025, 10, 3))
    return path


class Edited:
    """The list's sheet, by task number and column name, in an open workbook."""

    def __init__(self, book: Any) -> None:
        self.book, self.sheet = book, book.worksheets[0]
        headings = {label.vi: name for name, label in COLUMNS.items()}
        self.header = next(row[0].row for row in self.sheet.iter_rows() if row[2].value == COLUMNS["text"].vi)
        self.columns = {headings.get(cell.value, cell.value): cell.column for cell in self.sheet[self.header] if cell.value}

    def cell(self, number: int, column: str) -> Any:
        """The cell of the ``number``-th row of the list, from 1."""
        return self.sheet.cell(self.header + number, self.columns[column])

    def add_column(self, heading: Any, values: Sequence[Any]) -> None:
        column = self.sheet.max_column + 1
        for row, value in enumerate([heading, *values], self.header):
            self.sheet.cell(row, column, value)


def edit(path: Path, change: Callable[[Edited], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(Edited(book))
    book.save(path)
    return path
