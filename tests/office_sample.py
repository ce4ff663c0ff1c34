"""A list as an office has it, made by hand for the tests of Excel and Word."""

from datetime import date, timedelta
from typing import Any

from extractor.model import Document, Task
from extractor.office.listed import ListedTask

TODAY = date(2026, 2, 5)
NOTICE = Document(
    "…",
    doc_id="15-TB-VPCP",
    number="15",
    symbol="TB-VPCP",
    date=date(2026, 1, 12),
    title="Kết luận tại cuộc họp về số hóa hồ sơ đất đai",
    source="den/15-TB-VPCP.pdf",
)
TELEGRAM = Document("…", doc_id="cd-07", date=date(2026, 2, 1), title="Công điện về phòng cháy rừng mùa hanh khô")


def task(number: int, **fields: Any) -> Task:
    """A task with everything that a test does not name left plain."""
    plain = {"text": f"Rà soát, công bố nhóm thủ tục thứ {number}.", "doc_id": NOTICE.doc_id, "task_id": f"t{number:03d}"}
    return Task(**{**plain, "start": 100 * number, "end": 100 * number + 40, "rule": "task.assigned", **fields})


def office_list(today: date = TODAY) -> list[ListedTask]:
    """Eight tasks, due around ``today``: each way of being due, each lead, a person's words, one superseded (in the middle)."""
    day = {days: today + timedelta(days) for days in (-34, -16, -5, 0, 5, 7, 8, 24)}
    return [
        ListedTask(task(1, lead=("Bộ Tài chính",), due=day[-5], inclusive=True, item="1/a", due_text="chậm nhất 31/01/2026")),
        ListedTask(task(2, lead=("Sở Y tế", "Bộ Nội vụ"), support=("Bộ Công an", "Bộ Tư pháp"), due=day[0], inclusive=False)),
        ListedTask(task(3, lead=("Sở Y tế An Giang",), due=day[7], inclusive=True), note="Đã đôn đốc lần 2"),
        ListedTask(task(4, lead=("Bộ Tài chính",), rrule="FREQ=WEEKLY;BYDAY=TH", inclusive=True, product="Báo cáo tuần")),
        ListedTask(task(5, lead=("Bộ Nội vụ",), due=day[-34], inclusive=True), change="superseded"),
        ListedTask(task(6, due=day[-16], inclusive=True), state="Hoàn thành đúng hạn", change="unchanged"),
        ListedTask(
            task(7, lead=("Sở Y tế",), due=day[24], inclusive=True, sentence="Sở Y tế chủ trì."),
            state="Chờ ý kiến",
            edited={"due": day[8], "lead": ("Sở Nội vụ",)},
            extra={"Phòng theo dõi": "Phòng Tổng hợp", "Ngày nhắc": day[5]},
        ),
        ListedTask(task(8, lead=("Bộ Công an",), duration="P15B", inclusive=True)),
    ]
