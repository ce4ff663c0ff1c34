"""Words of the annex besides those of ``labels``."""

from __future__ import annotations

from extractor.office.labels import COLUMNS, Label

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
    "no": (COLUMNS["no"], 12),
    "text": (COLUMNS["text"], 92),
    "lead": (COLUMNS["lead"], 42),
    "support": (COLUMNS["support"], 42),
    "product": (COLUMNS["product"], 30),
    "due": (Label("Thời hạn hoàn thành", "Due"), 32),
    "note": (COLUMNS["note"], 28),
}
OPTIONAL = frozenset({"product", "note"})  # only where a task has one
