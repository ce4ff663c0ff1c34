"""What the terminal, the demo and explain show of a fact."""

from __future__ import annotations

from datetime import date

import pytest

from extractor import Fact
from extractor.reading import reading
from extractor.table import fact_row


@pytest.mark.parametrize(
    ("kind", "fields", "shown"),
    [
        ("percent", {"value": 45.03, "unit": "%"}, "45.03 %"),
        ("percent", {"value": 5.0, "value_max": 6.5, "unit": "%", "change": "up"}, "↑ 5 … 6.5 %"),
        ("money", {"value": 24_860_000_000_000.0, "unit": "VND", "comparator": "gt"}, "> 24,860,000,000,000 VND"),
        ("quantity", {"value": 1200, "unit": "hộ", "comparator": "almost"}, "≲ 1,200 hộ"),
        ("ratio", {"numerator": 23, "denominator": 25, "unit": "nhiệm vụ"}, "23 of 25 nhiệm vụ"),
        ("rank", {"rank": 5, "out_of": 63}, "place 5 of 63"),
        ("rank", {"rank": 1}, "place 1"),
        ("rank", {"out_of": 25}, "one of 25"),
        ("date", {"start_date": date(2024, 5, 1), "end_date": date(2024, 5, 1)}, "2024-05-01"),
        ("date", {"start_date": date(2024, 5, 1), "end_date": date(2024, 5, 31)}, "2024-05-01 … 2024-05-31"),
        ("deadline", {"due": date(2024, 6, 15), "inclusive": False}, "before 2024-06-15"),
        ("deadline", {"due": date(2024, 6, 15), "inclusive": True}, "by 2024-06-15"),
        ("deadline", {"rrule": "FREQ=MONTHLY"}, "FREQ=MONTHLY"),
        (
            "document",
            {"doc_type": "quyết định", "number": "12", "symbol": "QĐ-UBND", "issued": date(2024, 1, 12)},
            "quyết định 12/QĐ-UBND (2024-01-12)",
        ),
        ("document", {"doc_type": "luật"}, "luật"),
        ("agency", {"name": "Bộ Tài chính", "role": "lead"}, "Bộ Tài chính [lead]"),
        ("dozen", {}, ""),
    ],
)
def test_reading(kind: str, fields: dict[str, object], shown: str) -> None:
    assert reading(fact_row(Fact(kind, "x", 0, 1, "r", **fields))) == shown  # type: ignore[arg-type]
