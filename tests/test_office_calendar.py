"""The calendar file, read back with icalendar and with a second, stricter reader (ical)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from extractor.errors import WriteError
from extractor.model import Document, Task
from extractor.office.calendar import write_calendar
from extractor.office.labels import STATES
from extractor.office.listed import ListedTask
from extractor.office.recurring import recurrence

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
DOCUMENT = Document("…", doc_id="tb-120", number="120", symbol="TB-UBND", date=date(2026, 5, 12), title="Kết luận họp giao ban")
WORDS = (
    "Rà soát, tổng hợp danh mục công trình chậm tiến độ; báo cáo Chủ tịch Ủy ban nhân dân tỉnh, kèm phương án xử lý từng công trình\\dự án"
)


def task(task_id: str = "a1", **fields: Any) -> ListedTask:
    words = fields.pop("text", WORDS)
    listed = {name: fields.pop(name) for name in ("state", "note", "change", "edited") if name in fields}
    return ListedTask(
        Task(text=words, start=120, end=120 + len(words), rule="r", task_id=task_id, doc_id="tb-120", **({"item": "2.a"} | fields)),
        **listed,
    )


def written(tmp_path: Path, *tasks: ListedTask, documents: tuple[Document, ...] = (DOCUMENT,), **options: Any) -> list[Any]:
    path = tmp_path / "lịch.ics"
    count = write_calendar(path, tasks, documents, **({"now": NOW} | options))
    entries = list(Calendar.from_ical(path.read_bytes()).walk("VTODO" if options.get("todo") else "VEVENT"))
    assert len(entries) == count
    return entries


def second_reader(tmp_path: Path) -> Any:
    return IcsCalendarStream.calendar_from_ics((tmp_path / "lịch.ics").read_text("utf-8"))


def test_a_task_is_a_whole_day_that_leaves_people_free(tmp_path: Path) -> None:
    listed = task(
        lead=("Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"),
        support=("Sở Tư pháp",),
        report_to=("Ủy ban nhân dân tỉnh",),
        due=date(2026, 6, 30),
        inclusive=True,
        due_text="chậm nhất ngày 30/6/2026",
        documents=("45/KH-UBND",),
    )
    (entry,) = written(tmp_path, listed)
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2026, 6, 30), date(2026, 7, 1))
    assert (entry["uid"], entry["transp"], entry["status"]) == ("a1@trichluc", "TRANSPARENT", "CONFIRMED")
    assert (entry["dtstamp"].dt, entry["last-modified"].dt) == (NOW, NOW)
    assert entry["summary"] == (
        "Sở Xây dựng, Sở Tài chính +1: Rà soát, tổng hợp danh mục công trình chậm tiến độ; báo cáo Chủ tịch Ủy ban nhân dân tỉnh, kèm …"
    )
    assert entry["description"].splitlines() == [
        WORDS,
        "",
        "Cơ quan chủ trì: Sở Xây dựng; Sở Tài chính; Sở Nội vụ",
        "Cơ quan phối hợp: Sở Tư pháp",
        "Nơi nhận báo cáo: Ủy ban nhân dân tỉnh",
        "Căn cứ: 45/KH-UBND",
        "Thời hạn theo văn bản: chậm nhất ngày 30/6/2026",
        f"Văn bản: Thông báo số 120/TB-UBND ngày 12/05/2026: Kết luận họp giao ban (2.a, vị trí 120–{120 + len(WORDS)})",
    ]
    assert entry.categories == ["Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"]
    (other,) = second_reader(tmp_path).events
    assert (other.uid, other.dtstart, other.dtend) == (entry["uid"], date(2026, 6, 30), date(2026, 7, 1))
    assert (other.summary, other.description, other.categories) == (entry["summary"], entry["description"], entry.categories)


def test_lines_are_folded_by_octets_and_end_as_the_rfc_says(tmp_path: Path) -> None:
    written(tmp_path, task(due=date(2026, 6, 30), lead=("Bộ Nông nghiệp và Môi trường",)))
    raw = (tmp_path / "lịch.ics").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    assert [path.name for path in tmp_path.iterdir()] == ["lịch.ics"]


def test_due_before_a_day_stands_on_the_day_before(tmp_path: Path) -> None:
    (entry,) = written(tmp_path, task(due=date(2026, 7, 1), inclusive=False))
    assert entry["dtstart"].dt == date(2026, 6, 30)
    assert "Phải xong trước ngày 01/07/2026" in entry["description"]


def test_the_due_day_that_a_person_has_set_holds(tmp_path: Path) -> None:
    (entry,) = written(tmp_path, task(due=date(2026, 7, 1), inclusive=True, edited={"due": date(2026, 7, 15)}), lang="en")
    assert entry["dtstart"].dt == date(2026, 7, 15)
    assert (
        f"Document: Thông báo 120/TB-UBND of 12/05/2026: Kết luận họp giao ban (2.a, characters 120–{120 + len(WORDS)})"
        in entry["description"]
    )


def test_tasks_without_a_day_are_to_dos_only(tmp_path: Path) -> None:
    tasks = task("a1"), task("a2", due=date(2026, 6, 30)), task("a3", duration="P15D")
    assert [entry["uid"] for entry in written(tmp_path, *tasks)] == ["a2@trichluc"]
    entries = written(tmp_path, *tasks, todo=True)
    assert [(entry["uid"], entry["due"].dt if "due" in entry else None) for entry in entries] == [
        ("a1@trichluc", None),
        ("a2@trichluc", date(2026, 6, 30)),
        ("a3@trichluc", None),
    ]
    assert [todo.due for todo in second_reader(tmp_path).todos] == [None, date(2026, 6, 30), None]


@pytest.mark.parametrize(
    ("state", "change", "status"),
    [
        (None, None, "NEEDS-ACTION"),
        (STATES[0].vi, "changed", "IN-PROCESS"),
        (STATES[1].en, None, "IN-PROCESS"),
        (STATES[2].vi, "unchanged", "COMPLETED"),
        (STATES[3].en, None, "COMPLETED"),
        ("Đã hoàn thành ngày 3/6", None, "COMPLETED"),
        ("Chưa hoàn thành", None, "IN-PROCESS"),
        (STATES[2].vi, "superseded", "CANCELLED"),
    ],
)
def test_the_status_of_a_to_do(tmp_path: Path, state: str | None, change: str | None, status: str) -> None:
    (entry,) = written(tmp_path, task(due=date(2026, 6, 30), state=state, change=change), todo=True)
    assert entry["status"] == status
    (event,) = written(tmp_path, task(due=date(2026, 6, 30), state=state, change=change))
    assert event["status"] == ("CANCELLED" if status == "CANCELLED" else "CONFIRMED")


def test_importing_a_later_list_replaces_the_entry(tmp_path: Path) -> None:
    (first,) = written(tmp_path, task(due=date(2026, 6, 30)))
    (second,) = written(tmp_path, task(due=date(2026, 7, 15)), now=NOW + timedelta(days=1))
    assert first["uid"] == second["uid"]
    assert second["sequence"] - first["sequence"] == 24 * 60
    assert second["dtstamp"].dt > first["dtstamp"].dt


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    tasks = task(due=date(2026, 6, 30), lead=("Sở Y tế",)), task("a2", rrule="FREQ=WEEKLY;BYDAY=FR")
    written(tmp_path, *tasks)
    before = (tmp_path / "lịch.ics").read_bytes()
    written(tmp_path, *tasks)
    assert (tmp_path / "lịch.ics").read_bytes() == before


def test_copies_of_a_document_do_not_share_a_uid(tmp_path: Path) -> None:
    due = date(2026, 6, 30)
    entries = written(tmp_path, task("a1", due=due), task("b2", due=due), task("a1", due=due), task("a1", due=due))
    assert [entry["uid"] for entry in entries] == ["a1@trichluc", "b2@trichluc", "a1.2@trichluc", "a1.3@trichluc"]


def test_a_task_typed_by_a_person_is_known_by_its_words(tmp_path: Path) -> None:
    typed = ListedTask(Task(text="Chuẩn bị hội trường", start=0, end=0, rule="", due=date(2026, 6, 30)))
    (alone,) = written(tmp_path, typed)
    first, second, again = written(tmp_path, task(due=date(2026, 6, 30)), typed, typed)
    assert first["uid"] == "a1@trichluc"
    assert alone["uid"] == second["uid"] == again["uid"].replace(".2@", "@")
    assert len(alone["uid"]) > len("@trichluc")
    assert alone["description"] == "Chuẩn bị hội trường\n"


# The document is of Tuesday 12/5/2026.
RECURRENCES = [
    ("FREQ=MONTHLY;BYMONTHDAY=25", True, ["2026-05-25", "2026-06-25", "2026-07-25"]),
    ("FREQ=MONTHLY;BYMONTHDAY=25", False, ["2026-05-24", "2026-06-24", "2026-07-24"]),
    ("FREQ=MONTHLY;BYMONTHDAY=1", False, ["2026-05-31", "2026-06-30", "2026-07-31"]),
    ("FREQ=MONTHLY;BYMONTHDAY=5", True, ["2026-06-05", "2026-07-05", "2026-08-05"]),
    ("FREQ=MONTHLY;BYMONTHDAY=31", True, ["2026-05-31", "2026-06-30", "2026-07-31"]),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25", True, ["2026-06-25", "2026-09-25", "2026-12-25", "2027-03-25"]),
    ("FREQ=MONTHLY;INTERVAL=3", True, ["2026-06-30", "2026-09-30", "2026-12-31"]),
    ("FREQ=MONTHLY;INTERVAL=6", True, ["2026-06-30", "2026-12-31", "2027-06-30"]),
    ("FREQ=MONTHLY", True, ["2026-05-29", "2026-06-30", "2026-07-31"]),
    ("FREQ=WEEKLY;BYDAY=FR", True, ["2026-05-15", "2026-05-22", "2026-05-29"]),
    ("FREQ=WEEKLY;BYDAY=MO", False, ["2026-05-17", "2026-05-24"]),
    ("FREQ=WEEKLY;BYDAY=TH", False, ["2026-05-13", "2026-05-20"]),
    ("FREQ=WEEKLY", True, ["2026-05-15", "2026-05-22"]),
    ("FREQ=WEEKLY;INTERVAL=2", True, ["2026-05-22", "2026-06-05"]),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", True, ["2026-12-05", "2027-12-05"]),
    ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", False, ["2026-12-31", "2027-12-31"]),
    ("FREQ=YEARLY", True, ["2026-12-31", "2027-12-31", "2028-12-29"]),
    ("FREQ=YEARLY;INTERVAL=3;BYMONTH=4;BYMONTHDAY=10", True, ["2028-04-10", "2031-04-10"]),
    ("FREQ=DAILY", False, ["2026-05-12", "2026-05-13"]),
    ("FREQ=HOURLY;INTERVAL=3", True, ["2026-05-12", "2026-05-13"]),
]


@pytest.mark.parametrize(("rule", "inclusive", "days"), RECURRENCES)
def test_a_recurring_task_comes_back_on_its_days(tmp_path: Path, rule: str, inclusive: bool, days: list[str]) -> None:
    (entry,) = written(tmp_path, task(rrule=rule, inclusive=inclusive))
    start = entry["dtstart"].dt
    expanded = rrulestr(entry["rrule"].to_ical().decode(), dtstart=datetime.combine(start, time.min))
    assert [str(day.date()) for day, _ in zip(expanded, days, strict=False)] == days
    assert (entry["dtend"].dt - start).days == 1
    named = "BYDAY" in rule or "BYMONTHDAY" in rule or rule.startswith(("FREQ=DAILY", "FREQ=HOURLY"))
    assert ("Ngày cụ thể không nêu trong văn bản" in entry["description"]) is not named
    timeline = second_reader(tmp_path).timeline_tz(UTC).included(date(2026, 1, 1), date(2032, 1, 1))
    assert [str(event.dtstart) for event, _ in zip(timeline, days, strict=False)] == days


def test_a_recurring_to_do_starts_on_its_first_day(tmp_path: Path) -> None:
    (entry,) = written(tmp_path, task(rrule="FREQ=MONTHLY;BYMONTHDAY=25"), todo=True)
    assert (entry["dtstart"].dt, "due" in entry, entry["rrule"]["BYMONTHDAY"]) == (date(2026, 5, 25), False, [25])
    (other,) = second_reader(tmp_path).todos
    assert (other.dtstart, other.due, other.rrule.by_month_day) == (date(2026, 5, 25), None, [25])


def test_without_the_documents_date_a_recurrence_begins_today(tmp_path: Path) -> None:
    (entry,) = written(tmp_path, task(rrule="FREQ=WEEKLY;BYDAY=TH"), documents=())
    assert entry["dtstart"].dt == date(2026, 5, 14)
    assert f"Văn bản: tb-120 (2.a, vị trí 120–{120 + len(WORDS)})" in entry["description"]


RULES = st.one_of(
    st.builds("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format, st.integers(1, 24), st.integers(1, 31)),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 9), st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])),
    st.builds("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format, st.integers(1, 12), st.integers(1, 28)),
    st.builds("FREQ={};INTERVAL={}".format, st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), st.integers(1, 24)),
)


@settings(deadline=None)  # the first example loads a library
@given(RULES, st.dates(date(2015, 1, 1), date(2040, 12, 31)), st.booleans())
def test_the_first_day_is_in_the_rule_and_not_before_the_document(rule: str, since: date, inclusive: bool) -> None:
    found = recurrence(rule, since, inclusive=inclusive)
    assert found.first >= since
    assert found.on_or_after(found.first) == found.first
    following = found.on_or_after(found.first + timedelta(days=1))
    assert following is not None
    assert following > found.first
    if not found.day_named:
        assert found.first.weekday() < 5


@settings(deadline=None)  # the first example loads a library
@given(st.dates(date(2015, 1, 1), date(2040, 12, 31)), st.integers(1, 28), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_before_a_day_is_the_day_before_it(since: date, number: int, every: int) -> None:
    rule = f"FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={number}"
    before = recurrence(rule, since, inclusive=False)
    named = recurrence(rule, since + timedelta(days=1))
    assert before.first == named.first - timedelta(days=1)


@pytest.mark.parametrize(
    "rule", ["hằng quý", "FREQ=MONTHLY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=T6", "FREQ=WEEKLY\nBYDAY=FR", "FREQ=YEARLY;UNTIL=20200101"]
)
def test_a_recurrence_that_cannot_be_read_is_told(tmp_path: Path, rule: str) -> None:
    with pytest.raises(WriteError, match=r"lịch\.ics: task a1 \(Rà soát") as caught:
        written(tmp_path, task(edited={"rrule": rule}))
    assert len(str(caught.value).splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_before_stays_when_writing_fails(tmp_path: Path) -> None:
    folder = tmp_path / "lịch.ics"
    folder.mkdir()
    with pytest.raises(WriteError, match="cannot be written"):
        write_calendar(folder, [task(due=date(2026, 6, 30))], [DOCUMENT], now=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["lịch.ics"]


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), min_size=1), st.text(min_size=1))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, words: str, lead: str) -> None:
    folder = tmp_path_factory.mktemp("lịch")
    (entry,) = written(folder, task(text=words, lead=(lead,), due=date(2026, 6, 30)))
    kept = "".join(
        c
        for c in words.replace("\r\n", "\n").replace("\r", "\n")
        if c in "\t\n" or not (c < " " or c == "\x7f" or "\ud800" <= c <= "\udfff")
    )
    kept = kept.replace("\\N", "\n")  # icalendar takes a backslash and N for a line end, also on the way out
    assert str(entry["description"]).startswith(kept + "\n\n")
    assert len(entry["uid"]) == len("a1@trichluc")
