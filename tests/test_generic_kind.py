"""Kinds that a user's pattern folder brings along, without Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractor import Rules, extract
from extractor.context import Context
from extractor.model import Candidate, Fact, Found, Refused, Span
from extractor.normalise.generic import normalise
from extractor.outline import outline
from extractor.schema import FACTS

_ADDED = ("source", "page", "cell", "duplicate_of")
POSITIONAL = ("doc_id", "fact_id", "kind", "text", "start", "end", "item", "sentence", "rule", "confidence", *_ADDED)

OWN = r"""
kind = "voltage"
summary = "điện áp của đường dây, trạm biến áp"
[[rule]]
id = "voltage.kv"
why = "số và ki-lô-vôn"
starts = "number"
priority = 90
regex = '''(?P<value>{NUM})(?: ?- ?(?P<value_max>{NUM}))? ?(?P<unit>kV)(?!\p{L})'''
match = [
    {text = "đường dây ⟦500 kV⟧ mạch 3", value = 500, unit = "kV"},
    {text = "lưới ⟦22-35 kV⟧", value = 22, value_max = 35},
    {text = "điện áp ⟦0,4kV⟧", value = 0.4},
]
reject = ["mua 500 kvas"]
"""

HOTLINE = r"""
kind = "hotline"
[[rule]]
id = "hotline.number"
why = "đường dây nóng"
starts = ["đường dây nóng", "hotline"]
priority = 90
regex = '''(?i:đường dây nóng|hotline):? (?P<fact>(?P<number>1[89]00 ?\d{4}|0\d{9})(?: \((?P<name>[^)\n]+)\))?)'''
match = [{text = "gọi đường dây nóng ⟦1900 6868⟧ để được giúp", number = "1900 6868"}]
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    folder = tmp_path_factory.mktemp("patterns")
    (folder / "voltage.toml").write_text(OWN, "utf-8")
    (folder / "hotline.toml").write_text(HOTLINE, "utf-8")
    return Rules.load(folder)


def facts(rules: Rules, kind: str, text: str) -> list[Fact]:
    return [f for f in extract(text, date="2024-06-15", rules=rules).facts if f.kind == kind]


def read(groups: dict[str, str], text: str = "") -> dict[str, Any] | str:
    """The fields that ``groups`` give, or the reason why they give none."""
    candidate = Candidate("own", "own.rule", Span(0, 5), groups, {}, 30)
    result = normalise(candidate, Context(text, text.lower(), outline(text)))
    if isinstance(result, Refused):
        return result.reason
    assert result == [Found("own", "own.rule", Span(0, 5), result[0].fields, 30)]
    return result[0].fields


def test_numbers_and_units_of_a_kind_from_a_folder(rules: Rules) -> None:
    text = "Trạm 1.500 kV nối lưới 22 - 35 kV và 0,4kV;\r\nmua 35 kvas."
    found = facts(rules, "voltage", text)
    assert [(f.text, f.value, f.value_max, f.unit) for f in found] == [
        ("1.500 kV", 1500, None, "kV"),
        ("22 - 35 kV", 22, 35, "kV"),
        ("0,4kV", 0.4, None, "kV"),
    ]
    assert all(text[f.start : f.end] == f.text and f.rule == "voltage.kv" for f in found)
    assert found[0].sentence == "Trạm 1.500 kV nối lưới 22 - 35 kV và 0,4kV;"


def test_texts_of_a_kind_from_a_folder(rules: Rules) -> None:
    (one, two) = facts(rules, "hotline", "Đường dây nóng: 1900\u00a06868 (trực đêm), hotline 0901234567.")
    assert (one.text, one.number, one.name) == ("1900\u00a06868 (trực đêm)", "1900 6868", "trực đêm")
    assert (two.text, two.number, two.name, two.value) == ("0901234567", "0901234567", None, None)


def test_a_folder_leaves_the_shipped_kinds_alone(rules: Rules) -> None:
    text = "Đến ngày 30/4, tỷ lệ đạt 45,03%."
    assert extract(text, date="2024-06-15", rules=rules).facts == extract(text, date="2024-06-15").facts != []


@pytest.mark.parametrize(
    ("column", "printed", "value"),
    [
        ("value", "1.234", 1234),
        ("value", "76,9", 76.9),
        ("value", "2,85 triệu", 2_850_000),
        ("value", "hai mươi tư", 24),
        ("numerator", "023", 23),
        ("rank", "1.234", 1234),
        ("out_of", "sáu mươi ba", 63),
        ("unit", " kV ", "kV"),
        ("number", "007", "007"),
        ("name", "Trạm\nbiến áp", "Trạm biến áp"),
        ("collective", "các", True),
        ("inclusive", "không", False),
        ("inclusive", "Chưa", False),
        ("issued", "2024-02-29", date(2024, 2, 29)),
        ("issued", "29/02/2024", date(2024, 2, 29)),
        ("start_date", "1.5.2024", date(2024, 5, 1)),
        ("end_date", "ngày 31 tháng 12 năm 2024", date(2024, 12, 31)),
        ("due", "Ngày 5-6-2024", date(2024, 6, 5)),
        ("period_end", "1 / 7 / 2025", date(2025, 7, 1)),
    ],
)
def test_a_group_is_read_by_the_type_of_its_column(column: str, printed: str, value: object) -> None:
    fields = read({column: printed})
    assert fields == {column: value}
    assert type(fields[column]) is type(value)


@pytest.mark.parametrize(
    ("column", "printed", "type_"),
    [
        ("value", "kV", "number"),
        ("value", "1.2.3", "number"),
        ("rank", "2,5", "integer"),
        ("rank", "nhất nhì", "integer"),
        ("due", "31/11/2024", "date"),
        ("due", "2023-02-29", "date"),
        ("due", "tháng 5", "date"),
        ("due", "2024-5/6", "date"),
    ],
)
def test_what_does_not_read_is_refused_by_name(column: str, printed: str, type_: str) -> None:
    assert read({"unit": "x", column: printed}) == f"the group {column} is no {type_}: {printed!r}"


def test_numbers_are_read_in_the_style_of_the_document() -> None:
    english = "Growth 8.23%, up 6.1%, exports 7.45%."
    assert read({"value": "1,234"}, english) == {"value": 1234}
    assert read({"value": "1,234"}) == {"value": 1.234}


def test_groups_that_are_no_columns_are_ignored() -> None:
    assert read({"fact": "35 kV", "low": "x", "value": "35", "colour": "đỏ"}) == {"value": 35}


def test_columns_that_every_fact_fills_by_itself_are_ignored(tmp_path: Path) -> None:
    assert read(dict.fromkeys(POSITIONAL, "5")) == {}
    groups = "".join(f"(?P<{name}>)" for name in POSITIONAL)
    rule = f"id = 'own.x'\nwhy = 'x'\nstarts = 'mã'\nregex = '''mã (?P<fact>{groups}\\d+)'''\n"
    (tmp_path / "own.toml").write_text(f"kind = 'own'\n[[rule]]\n{rule}", "utf-8")
    (fact,) = facts(Rules.load(tmp_path), "own", "theo mã 77 đã cấp")
    assert (fact.text, fact.start, fact.end, fact.rule, fact.doc_id, fact.item) == ("77", 8, 10, "own.x", "text", None)


def test_an_empty_group_leaves_its_column_null() -> None:
    assert read({"value": "", "unit": " ", "collective": "", "due": ""}) == {}


def test_every_other_column_has_a_reader() -> None:
    samples: dict[str, tuple[str, object]] = {
        "string": ("x", "x"), "number": ("1", 1), "integer": ("1", 1), "boolean": ("có", True), "date": ("2024-01-01", date(2024, 1, 1)),
    }  # fmt: skip
    for column in FACTS:
        printed, value = samples[column.type]
        assert read({column.name: printed}) == ({} if column.name in POSITIONAL else {column.name: value})
