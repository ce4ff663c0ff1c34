"""What several documents say of the same thing: agreement, conflict, and what is neither."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from compare_pairs import DIFFERENT, SAME, Pair

from extractor import Document, extract_many
from extractor.compare import Comparison, compare, named, pivot, to_frame
from extractor.compare.indicators import told
from extractor.compare.sources import copies, independent
from extractor.compare.spans import label
from extractor.model import Fact

_NUMBERS = count()
NGHE_AN = {"place": "tỉnh Nghệ An", "place_code": "40"}


def fact(doc_id: str, text: str, value: float, subject: str = "tỷ lệ giải ngân vốn đầu tư công", **given: Any) -> Fact:
    """A percentage of 2024 in Nghệ An, unless told otherwise."""
    number = next(_NUMBERS)
    fields: dict[str, Any] = {"kind": "percent", "unit": "%", "status": "result", "period_start": date(2024, 1, 1), **NGHE_AN}
    fields |= {"period_end": date(2024, 12, 31), "sentence": f"Câu số {number} của {doc_id}: {subject} {text}."}
    return Fact(
        text=text, start=0, end=len(text), rule="r", value=value, subject=subject, doc_id=doc_id, fact_id=f"f{number:05}", **fields | given
    )


def verdicts(*facts: Fact) -> list[tuple[float, str, int]]:
    return [(row.value, row.verdict, row.sources) for row in compare(facts)]


def same(pair: Pair) -> bool:
    kind, unit, place, (start, end), *subjects = pair
    days = {"period_start": date.fromisoformat(start), "period_end": date.fromisoformat(end)}
    rank = 12 if kind == "rank" else None
    one, other = told(
        fact(str(i), "12", 12, s, kind=kind, unit=unit, rank=rank, place=place, place_code=None, **days) for i, s in enumerate(subjects)
    )
    return one.indicator == other.indicator


def test_subjects_of_one_indicator_are_known_and_others_are_kept_apart() -> None:
    missed = [pair[4:] for pair in SAME if not same(pair)]
    merged = [pair[4:] for pair in DIFFERENT if same(pair)]
    assert len(SAME) >= 30
    assert len(DIFFERENT) >= 40
    assert not merged  # precision 1.0: two indicators in one row would be a conflict that is none
    assert len(missed) <= len(SAME) // 20, missed  # recall 0.95


def test_what_rounding_and_hedging_allow_agrees() -> None:
    rows = compare([fact("a", "45,03%", 45.03), fact("b", "45%", 45), fact("c", "45%", 45, comparator="gt"), fact("d", "45,0%", 45.0)])
    (row,) = rows
    assert (row.value, row.verdict, row.sources, row.documents) == (45.03, "agree", 4, ("a", "b", "c", "d"))
    assert row.printed == ("45,03%", "45%", "45%", "45,0%")
    assert row.period == "2024"
    assert row.against == ()


def test_a_conflict_is_told_with_both_quotations() -> None:
    one, other = fact("a", "45,03%", 45.03), fact("b", "47,5%", 47.5)
    low, high = compare([one, other])
    assert (low.verdict, high.verdict) == ("conflict", "conflict")
    assert (low.quotations, high.quotations) == ((one.sentence,), (other.sentence,))
    assert (low.against, high.against) == (("47,5% (b)",), ("45,03% (a)",))
    assert (low.facts, high.facts) == ((f"a#{one.fact_id}",), (f"b#{other.fact_id}",))


def test_the_value_that_more_sources_give_comes_first() -> None:
    assert verdicts(fact("a", "12%", 12), fact("b", "45%", 45), fact("c", "45%", 45)) == [(45, "conflict", 2), (12, "conflict", 1)]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "target"},
        {"status": "baseline"},
        {"change": "up"},
        {"period_start": date(2024, 12, 31)},  # up to a day, against a period
        {"period_end": date(2024, 6, 30)},
        {"place": "tỉnh Hà Tĩnh", "place_code": "42"},
        {"place": None, "place_code": None},
        {"unit": "pp"},
        {"subject": "tỷ lệ giải ngân vốn đầu tư công cấp huyện"},  # a part of the whole
        {"subject": "dự toán"},  # names nothing
        {"subject": None},
        {"period_start": None},
        {"duplicate_of": "a#f"},
    ],
    ids=str,
)
def test_what_is_not_the_same_is_no_conflict(change: dict[str, Any]) -> None:
    assert "conflict" not in [verdict for _, verdict, _ in verdicts(fact("a", "45%", 45), replace(fact("b", "60%", 60), **change))]


def test_limits_and_ranges_are_what_they_allow() -> None:
    assert verdicts(fact("a", "80%", 80, comparator="ge"), fact("b", "92%", 92)) == [(92, "agree", 2)]
    assert verdicts(fact("a", "80%", 80, comparator="ge"), fact("b", "72%", 72)) == [(72, "conflict", 1), (80, "conflict", 1)]
    assert verdicts(fact("a", "10-12%", 10, value_max=12), fact("b", "11,4%", 11.4)) == [(11.4, "agree", 2)]


def test_ranks_and_ratios_are_compared_by_place_and_part() -> None:
    ranks = {"kind": "rank", "unit": None, "subject": "chỉ số PAR INDEX", "out_of": 63}
    assert [v for _, v, _ in verdicts(fact("a", "5/63", 5, rank=5, **ranks), fact("b", "thứ 5", 5, rank=5, **ranks))] == ["agree"]
    assert [v for _, v, _ in verdicts(fact("a", "5/63", 5, rank=5, **ranks), fact("b", "thứ 7", 7, rank=7, **ranks))] == ["conflict"] * 2
    parts = {"kind": "ratio", "unit": "nhiệm vụ", "subject": "hoàn thành nhiệm vụ"}
    ratio = fact("a", "23/25", 0, numerator=23, denominator=25, **parts)
    assert verdicts(ratio, fact("b", "24/25", 0, numerator=24, denominator=25, **parts)) == [(23, "conflict", 1), (24, "conflict", 1)]
    assert verdicts(ratio, fact("b", "46/50", 0, numerator=46, denominator=50, **parts)) == [(23, "single", 1), (46, "single", 1)]


def test_a_document_with_several_values_confirms_and_does_not_contradict() -> None:
    facts = [fact("a", "45%", 45), fact("a", "60%", 60), fact("b", "60%", 60)]
    assert verdicts(*facts) == [(60, "agree", 2), (45, "single", 1)]


def test_copies_count_once_and_do_not_contradict_each_other() -> None:
    story = [f"Ngày thứ {i}, tỉnh khởi công tuyến đường số {i} dài {i} km qua {i} xã miền núi." for i in range(3, 12)]
    lines = [*story, "Năm 2024, tỷ lệ giải ngân đạt 45%."]
    facts = [fact(doc_id, "45%", 45, sentence=line) for doc_id in ("a", "b") for line in lines[: 10 if doc_id == "a" else 8]]
    facts = [replace(each, subject=each.subject if "giải ngân" in str(each.sentence) else None) for each in facts]
    other = fact("b", "45%", 45, sentence="Tỷ lệ giải ngân đến hết năm của toàn tỉnh là 45%, tăng mạnh.")
    assert copies([*facts, other])["b", ""] == ("a", "")
    assert verdicts(*facts, other) == [(45, "single", 1)]
    assert verdicts(*facts, other, fact("c", "45%", 45)) == [(45, "agree", 2)]
    wrong = replace(other, text="47%", value=47)
    assert {verdict for _, verdict, _ in verdicts(*facts, wrong)} == {"single"}


def test_a_sentence_that_two_documents_share_is_one_source() -> None:
    release = "Theo báo cáo, năm 2024 tỷ lệ giải ngân vốn đầu tư công của tỉnh đạt 45%."
    facts = [fact("a", "45%", 45, sentence=release), fact("b", "45%", 45, sentence=f"{release[:-1]}"), fact("c", "45%", 45)]
    copied = copies(facts)
    assert [[each.doc_id for each in own] for own in independent(facts, copied)] == [["a", "b"], ["c"]]
    assert verdicts(*facts[:2]) == [(45, "single", 1)]


def test_the_same_long_number_joins_wordings_that_differ() -> None:
    money = {"kind": "money", "unit": "USD", "place": None, "place_code": None}
    long = fact("a", "80,07 tỷ USD", 80.07e9, "kim ngạch xuất khẩu", **money)
    (row,) = compare([long, fact("b", "80,07 tỷ USD", 80.07e9, "xuất khẩu", **money)])
    assert (row.verdict, row.sources, row.indicator, row.wordings) == (
        "agree",
        2,
        "kim ngạch xuất khẩu",
        ("kim ngạch xuất khẩu", "xuất khẩu"),
    )
    (row,) = compare([long, fact("b", "26,6 tỷ USD", 26.6e9, "xuất khẩu", **money)])  # too general to contradict
    assert (row.verdict, row.documents) == ("single", ("a",))
    short = [fact("a", "8%", 8, "tỷ lệ lao động nông thôn"), fact("b", "8%", 8, "tỷ lệ lao động thành thị")]
    assert [row.verdict for row in compare(short)] == ["single", "single"]


def test_the_country_is_meant_where_no_place_is_named() -> None:
    money = {"kind": "money", "unit": "USD", "place_code": None}
    facts = [
        fact("a", "19,1 tỷ USD", 19.1e9, "xuất siêu của Việt Nam", place="toàn quốc", **money),
        fact("b", "17 tỷ USD", 17e9, "xuất siêu", place=None, **money),
    ]
    rows = compare(facts)
    assert [row.verdict for row in rows] == ["conflict", "conflict"]
    assert [row.place for row in pivot(rows)[0].rows] == ["toàn quốc"]


def test_a_commune_without_a_code_may_be_any_of_its_name() -> None:
    unknown = {"place": "xã Tân Lập", "place_code": None}
    assert [v for _, v, _ in verdicts(fact("a", "45%", 45, **unknown), fact("b", "60%", 60, **unknown))] == ["single", "single"]


def test_lengths_of_time_in_passing_are_no_indicators() -> None:
    passing = {"kind": "quantity", "unit": "tháng", "status": None, "subject": "hội nghị sơ kết công tác"}
    assert compare([fact("a", "6", 6, **passing), fact("b", "9", 9, **passing)]) == []


def test_the_order_of_the_facts_changes_nothing() -> None:
    facts = [
        fact(f"d{i % 7}", f"{45 + i % 3}%", 45 + i % 3, subject=s)
        for i in range(30)
        for s in ("tỷ lệ hộ nghèo", "hộ nghèo", "tỉ lệ hộ cận nghèo")
    ]
    rows = compare(facts)
    for seed in range(3):
        shuffled = random.Random(seed).sample(facts, len(facts))  # noqa: S311
        assert compare([*shuffled, *shuffled[:10]]) == rows


def test_an_indicator_over_places_and_periods() -> None:
    given = {2022: 40.5, 2023: 42.25, 2024: 45.03}
    facts = [
        fact(
            f"{place}{year}",
            f"{value}%".replace(".", ","),
            value,
            place=place,
            place_code=code,
            period_start=date(year, 1, 1),
            period_end=date(year, 12, 31),
        )
        for place, code, add in (("tỉnh Nghệ An", "40", 0.0), ("tỉnh Hà Tĩnh", "42", 1.0))
        for year, value in ((year, value + add) for year, value in given.items())
    ]
    rows = compare([*facts, fact("x", "99%", 99), fact("y", "12%", 12, subject="tỷ lệ hộ nghèo")])
    series = [(row.period, row.value) for row in named(rows, "giải ngân VĐT công") if row.place == "tỉnh Hà Tĩnh"]
    assert series == [("2022", 41.5), ("2023", 43.25), ("2024", 46.03)]
    (table,) = pivot(rows, "tỷ lệ giải ngân")
    assert [period.label for period in table.periods] == ["2022", "2023", "2024"]
    assert [row.place for row in table.rows] == ["tỉnh Nghệ An", "tỉnh Hà Tĩnh"]
    assert table.rows[0].unsettled == ("2024: 45,03% | 99%",)  # one source against one: none is chosen
    frame = table.to_frame()
    assert frame.loc["tỉnh Hà Tĩnh"].tolist() == [41.5, 43.25, 46.03]
    assert frame.loc["tỉnh Nghệ An"].isna().tolist() == [False, False, True]


def test_the_name_of_a_change_holds_no_year() -> None:
    days = {"period_start": date(2020, 7, 1), "period_end": date(2020, 9, 30), "change": "up", "place": None, "place_code": None}
    (row,) = compare([fact("a", "11%", 11, "kim ngạch xuất khẩu so với cùng kỳ năm 2019", **days)])
    assert row.indicator == "kim ngạch xuất khẩu so với cùng kỳ năm trước"


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-07-01", "2024-12-31", "2024-H2"),
        ("2024-04-01", "2024-06-30", "2024-Q2"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-01", "2024-04-30", "2024-02-01/2024-04-30"),
        ("2021-01-01", "2025-12-31", "2021-01-01/2025-12-31"),
    ],
)
def test_periods_have_short_names(start: str, end: str, name: str) -> None:
    assert label(date.fromisoformat(start), date.fromisoformat(end)) == name


def test_from_texts_to_a_frame() -> None:
    told_by = {
        "bao-a": "Năm 2024, tỷ lệ hồ sơ nộp trực tuyến của tỉnh Nghệ An đạt 92,54%.",
        "bao-b": "Theo Sở Nội vụ, tỷ lệ hồ sơ nộp trực tuyến năm 2024 của tỉnh Nghệ An đạt hơn 92%.",
        "bao-c": "Tỉnh Nghệ An kết thúc năm 2024 với tỷ lệ hồ sơ nộp trực tuyến là 89,1%.",
        "bao-d": "Năm 2025, tỉnh Nghệ An phấn đấu tỷ lệ hồ sơ nộp trực tuyến đạt 95%.",
    }
    documents = [Document(text, doc_id=name, date=date(2025, 1, 10), place="tỉnh Nghệ An") for name, text in told_by.items()]
    rows = compare(each for result in extract_many(documents) for each in result.facts)
    found = [(row.value, row.verdict, row.period, row.status, row.documents) for row in rows]
    assert found == [
        (92.54, "conflict", "2024", "result", ("bao-a", "bao-b")),
        (89.1, "conflict", "2024", "result", ("bao-c",)),
        (95, "single", "2025", "target", ("bao-d",)),
    ]
    assert [row.quotations for row in rows][1] == (told_by["bao-c"],)
    frame = to_frame(rows)
    assert frame["value"].tolist() == [92.54, 89.1, 95]
    assert frame["place_now_code"].tolist() == ["40"] * 3
    assert all(isinstance(row, Comparison) for row in rows)
