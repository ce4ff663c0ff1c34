"""Recurrences, durations and documents in words; cells in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_sample import task

from extractor import calendar_vn
from extractor.model import Document, Value
from extractor.office.labels import STATES
from extractor.office.listed import ListedTask
from extractor.office.naming import document_heading, document_name, document_number
from extractor.office.shown import due_words, shown, state_word
from extractor.office.spoken import spoken_duration, spoken_recurrence
from extractor.office.xml_text import xml_text


@pytest.mark.parametrize(
    ("rrule", "vi", "en"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", "Hằng tuần (thứ Năm)", "Every week (Thursday)"),
        ("FREQ=WEEKLY;BYDAY=MO,SU", "Hằng tuần (thứ Hai, Chủ nhật)", "Every week (Monday, Sunday)"),
        ("FREQ=WEEKLY;INTERVAL=2", "2 tuần một lần", "Every 2 weeks"),
        ("FREQ=DAILY", "Hằng ngày", "Every day"),
        ("FREQ=HOURLY;INTERVAL=3", "3 giờ một lần", "Every 3 hours"),
        ("FREQ=MONTHLY;BYMONTHDAY=25", "Hằng tháng (ngày 25)", "Every month (day 25)"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Hằng tháng (ngày cuối tháng)", "Every month (last day of the month)"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", "Hằng quý (ngày 20)", "Every quarter (day 20)"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần", "Every 6 months"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "Hằng năm (ngày 31/12)", "Every year (31 December)"),
        ("FREQ=YEARLY;BYMONTH=3,9", "Hằng năm (tháng 3, tháng 9)", "Every year (March, September)"),
        ("FREQ=YEARLY;INTERVAL=3", "3 năm một lần", "Every 3 years"),
    ],
)
def test_recurrence(rrule: str, vi: str, en: str) -> None:
    assert (spoken_recurrence(rrule, "vi"), spoken_recurrence(rrule, "en")) == (vi, en)


def test_a_day_that_is_itself_too_late() -> None:
    assert spoken_recurrence("FREQ=MONTHLY;BYMONTHDAY=25", "vi", inclusive=False) == "Hằng tháng (trước ngày 25)"
    assert spoken_recurrence("FREQ=MONTHLY", "vi", inclusive=False) == "Hằng tháng"


@pytest.mark.parametrize(
    "rrule",
    [
        "",
        "hằng tuần",
        "FREQ=DAILY;COUNT=3",
        "FREQ=MONTHLY;BYDAY=2MO",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=MONTHLY;BYMONTHDAY=40",
        "BYDAY=MO",
        "FREQ=",
    ],
)
def test_what_has_no_short_wording_stays(rrule: str) -> None:
    assert spoken_recurrence(rrule, "vi") == rrule


@given(unit=st.sampled_from("giờ ngày tuần tháng quý năm".split()), interval=st.integers(1, 12), day=st.integers(1, 31))
def test_every_recurrence_that_we_make_has_words(unit: str, interval: int, day: int) -> None:
    rule = calendar_vn.rrule(unit, interval, BYMONTHDAY=day)
    assert rule is not None
    said = spoken_recurrence(rule, "vi")
    assert "FREQ" not in said
    assert said.endswith(f"(ngày {day})")


@pytest.mark.parametrize(
    ("duration", "vi", "en"),
    [
        ("P15D", "15 ngày", "15 days"),
        ("P5B", "5 ngày làm việc", "5 working days"),
        ("P1M", "1 tháng", "1 month"),
        ("PT30M", "30 phút", "30 minutes"),
        ("PT48H", "48 giờ", "48 hours"),
        ("P2W", "2 tuần", "2 weeks"),
        ("P1Y6M", "P1Y6M", "P1Y6M"),
    ],
)
def test_duration(duration: str, vi: str, en: str) -> None:
    assert (spoken_duration(duration, "vi"), spoken_duration(duration, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        ("15", "TB-VPCP", "15/TB-VPCP"),
        ("9", "CT-UBND", "09/CT-UBND"),
        ("57", "NQ/TW", "57-NQ/TW"),
        ("193", "2025/QH15", "193/2025/QH15"),
        ("7", None, None),
    ],
)
def test_document_number(number: str, symbol: str | None, printed: str | None) -> None:
    assert document_number(Document("…", number=number, symbol=symbol)) == printed


def test_document_names() -> None:
    letter = Document("…", doc_id="a", number="8", symbol="UBND-KT", date=date(2026, 2, 1), title="V/v giao đất")
    assert document_name(letter, "vi") == "Công văn số 08/UBND-KT ngày 01/02/2026"
    assert document_heading(letter, "vi") == "Công văn số 08/UBND-KT ngày 01/02/2026: V/v giao đất"
    assert document_heading(Document("…", doc_id="a", title="Tít báo"), "vi") == "Tít báo"
    assert document_heading(Document("…", doc_id="bai-1"), "en") == "bai-1"


def test_states_speak_both_languages() -> None:
    for state in STATES:
        assert {state_word(word, "vi") for word in state} == {state.vi}
        assert {state_word(word, "en") for word in state} == {state.en}
    assert (state_word("Chờ ý kiến", "en"), state_word(None, "vi")) == ("Chờ ý kiến", None)


@pytest.mark.parametrize(
    ("fields", "cell", "words"),
    [
        ({"due": date(2026, 3, 15), "inclusive": True}, date(2026, 3, 15), "15/03/2026"),
        ({"due": date(2026, 3, 15), "inclusive": False, "rrule": "FREQ=WEEKLY"}, date(2026, 3, 15), "Trước ngày 15/03/2026"),
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=25", "inclusive": False}, "Hằng tháng (trước ngày 25)", "Hằng tháng (trước ngày 25)"),
        ({"duration": "P3D", "due_text": "trong 3 ngày từ khi nhận"}, "3 ngày", "3 ngày"),
        ({"due_text": "trước mùa mưa"}, None, "trước mùa mưa"),
        ({}, None, ""),
    ],
)
def test_deadline(fields: dict[str, Value], cell: Value, words: str) -> None:
    listed = ListedTask(task(1, **fields))
    assert (shown(listed, "due", "vi"), due_words(listed, "vi")) == (cell, words)


@given(st.text())
def test_xml_text_is_idempotent_and_keeps_ordinary_text(text: str) -> None:
    cleaned = xml_text(text)
    assert xml_text(cleaned) == cleaned
    assert "\r" not in cleaned
    assert len(cleaned) == len(text.replace("\r\n", "\n"))
