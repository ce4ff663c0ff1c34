"""Words of the annex besides those of ``labels``."""

from __future__ import annotations

from extractor.office.labels import Label

ANNEX = Label("Phụ lục", "Annex")
ACCORDING_TO = Label("THEO {name}", "UNDER {name}")
# Filled in by hand when the document that the annex belongs to is signed (Phụ lục III, mẫu 2.1).
ATTACHED = Label(
    "(Kèm theo Văn bản số ……/………… ngày …… tháng …… năm {year} của …………………………)",
    "(Attached to document No. ……/………… of …… {year} issued by …………………………)",
)
END = "./."

# The columns in their order, each with its share of the page's width in millimetres.
HEADINGS: dict[str, tuple[Label, float]] = {
    "no": (Label("TT", "No."), 12),
    "text": (Label("Nội dung nhiệm vụ", "Task"), 92),
    "lead": (Label("Cơ quan chủ trì", "Lead"), 42),
    "support": (Label("Cơ quan phối hợp", "Support"), 42),
    "product": (Label("Sản phẩm", "Product"), 30),
    "due": (Label("Thời hạn hoàn thành", "Due"), 32),
    "note": (Label("Ghi chú", "Notes"), 28),
}
OPTIONAL = frozenset({"product", "note"})  # only where a task has one
