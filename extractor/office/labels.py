"""Headings and words of the list in Vietnamese and English: the only place that knows them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]


class Label(NamedTuple):
    """One thing to say in both languages."""

    vi: str
    en: str

    def text(self, lang: Lang) -> str:
        """The words in one language."""
        return self.vi if lang == "vi" else self.en


# The columns of the list in their order. Names of schema.TASKS, and: no (running number), state, note, change.
COLUMNS: dict[str, Label] = {
    "no": Label("TT", "No."),
    "item": Label("Mục", "Item"),
    "text": Label("Nội dung nhiệm vụ", "Task"),
    "lead": Label("Cơ quan chủ trì", "Lead"),
    "support": Label("Cơ quan phối hợp", "Support"),
    "due": Label("Thời hạn", "Due"),
    "due_text": Label("Thời hạn theo văn bản", "Due as printed"),
    "product": Label("Sản phẩm", "Product"),
    "report_to": Label("Nơi nhận báo cáo", "Report to"),
    "documents": Label("Căn cứ", "Basis"),
    "state": Label("Trạng thái", "Status"),
    "note": Label("Ghi chú", "Notes"),
    "change": Label("So với danh mục trước", "Against the last list"),
    "assigner": Label("Người giao", "Assigned by"),
    "rrule": Label("Định kỳ", "Recurs"),
    "duration": Label("Thời gian thực hiện", "Time allowed"),
    "inclusive": Label("Tính cả ngày đến hạn", "Due day included"),
    "sentence": Label("Câu gốc", "Source sentence"),
    "doc_id": Label("Văn bản", "Document"),
    "start": Label("Vị trí đầu", "Start"),
    "end": Label("Vị trí cuối", "End"),
    "task_id": Label("Mã nhiệm vụ", "Task id"),
}

# The four states of task monitoring in state offices: done in time, done late, under way in time, under way late.
STATES: tuple[Label, ...] = (
    Label("Đang thực hiện trong hạn", "Under way, in time"),
    Label("Đang thực hiện quá hạn", "Under way, overdue"),
    Label("Hoàn thành đúng hạn", "Done in time"),
    Label("Hoàn thành quá hạn", "Done late"),
)

CHANGES: dict[str, Label] = {
    "new": Label("Mới", "New"),
    "unchanged": Label("Không đổi", "Unchanged"),
    "changed": Label("Thay đổi", "Changed"),
    "superseded": Label("Không còn trong văn bản mới", "Superseded"),
}

TITLE = Label("DANH MỤC NHIỆM VỤ", "TASK LIST")
SHEET = Label("Nhiệm vụ", "Tasks")
COUNTS_SHEET = Label("Tổng hợp", "Counts")
EMPTY = Label("Không tìm thấy nhiệm vụ nào trong văn bản.", "No task was found.")
