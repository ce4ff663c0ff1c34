"""Words of the workbook besides those of ``labels``, and how wide its columns are."""

from __future__ import annotations

from extractor.office.labels import COLUMNS, Label

# Widths in digits of Times New Roman 12. On A4 landscape all columns for reading together print at 70 % of their size.
READING: dict[str, float] = {
    "no": 5,
    "item": 7,
    "text": 44,
    "lead": 17,
    "support": 17,
    "due": 16,
    "due_text": 15,
    "product": 12,
    "report_to": 13,
    "documents": 14,
    "state": 14,
    "note": 15,
}
EXTRA_WIDTH = 15.0
SOURCE: dict[str, float] = {
    "change": 16,
    "assigner": 16,
    "rrule": 14,
    "duration": 10,
    "inclusive": 10,
    "sentence": 30,
    "doc_id": 14,
    "start": 8,
    "end": 8,
    "task_id": 14,
}
# Reading columns that many documents have nothing for; with no task that fills them they stay folded, so that the rest prints larger.
FOLDED_WHEN_EMPTY = frozenset({"item", "product", "report_to", "documents"})

MADE = Label(
    "Ngày lập: {day:%d/%m/%Y}. Số nhiệm vụ: {count}. Đỏ: quá hạn; vàng: đến hạn trong 7 ngày; xanh: đã hoàn thành.",
    "Made on {day:%d/%m/%Y}. Tasks: {count}. Red: overdue; amber: due within 7 days; green: done.",
)
MORE_DOCUMENTS = Label("và {count} văn bản khác (xem trang “{sheet}”)", "and {count} other documents (sheet “{sheet}”)")
PAGE = Label("Trang", "Page")
ORIGINAL = Label("Giá trị gốc: {value}", "Original value: {value}")
NOTHING = Label("(trống)", "(empty)")
STATE_TITLE = Label("Trạng thái khác", "Another status")
STATE_MESSAGE = Label(
    "Bốn trạng thái có sẵn ở mũi tên bên phải ô. Vẫn giữ giá trị vừa nhập?",
    "The four states are behind the arrow at the right of the cell. Keep what you have typed?",
)

COUNTS_TITLE = Label("TỔNG HỢP THEO CƠ QUAN CHỦ TRÌ", "COUNTS BY LEAD")
COUNTS_NOTE = Label(
    "Nhiệm vụ có nhiều cơ quan chủ trì được tính cho từng cơ quan, nên cộng các dòng có thể lớn hơn tổng số. "
    "Không tính nhiệm vụ không còn trong văn bản mới.",
    "A joint task counts for each of its leads, so the rows may add up to more than the total. Superseded tasks are not counted.",
)
WITHOUT_LEAD = Label("Chưa rõ cơ quan chủ trì", "No lead named")
TOTAL = Label("Tổng số", "Total")
COUNTS: dict[str, Label] = {
    "total": Label("Số nhiệm vụ", "Tasks"),
    "deadline": Label("Có thời hạn", "With a due day"),
    "overdue": Label("Quá hạn", "Overdue"),
    "soon": Label("Đến hạn trong 7 ngày", "Due within 7 days"),
    "recurring": Label("Định kỳ", "Recurring"),
}

DOCUMENTS_SHEET = Label("Văn bản", "Documents")
DOCUMENTS_TITLE = Label("VĂN BẢN", "DOCUMENTS")
DOCUMENTS: dict[str, Label] = {
    "no": COLUMNS["no"],
    "doc_id": COLUMNS["doc_id"],
    "number": Label("Số, ký hiệu", "Number"),
    "date": Label("Ngày", "Date"),
    "title": Label("Tiêu đề", "Title"),
    "count": COUNTS["total"],
    "source": Label("Tệp nguồn", "Source"),
}
FAILURES_TITLE = Label("VĂN BẢN KHÔNG ĐỌC ĐƯỢC", "DOCUMENTS THAT COULD NOT BE READ")
FAILURES: dict[str, Label] = {"source": DOCUMENTS["source"], "message": Label("Lý do", "Reason")}
