"""``trichluc due`` through its real entry point."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import on_a_terminal, trichluc

from extractor.model import Task
from extractor.office.due_list import falling_due
from extractor.office.labels import STATES
from extractor.office.listed import ListedTask
from extractor.table import task_row

TODAY = date(2026, 5, 14)  # a Thursday


def task(task_id: str, due: str | None = None, **fields: Any) -> Task:
    words = fields.pop("text", f"Báo cáo tiến độ {task_id}")
    day = date.fromisoformat(due) if due else None
    return Task(text=words, start=0, end=len(words), rule="r", task_id=task_id, doc_id="tb", due=day, **fields)


def write(path: Path, *tasks: Task) -> Path:
    path.write_text("".join(json.dumps(task_row(t), ensure_ascii=False, default=date.isoformat) + "\n" for t in tasks), "utf-8")
    return path


@pytest.fixture
def tasks(tmp_path: Path) -> Path:
    return write(
        tmp_path / "nhiệm vụ.jsonl",
        task("muộn", "2026-05-11", lead=("Sở Y tế",)),
        task("xa", "2026-06-30", lead=("Sở Y tế",)),
        task("gần", "2026-05-20", lead=("Sở Nội vụ", "Sở Tài chính"), inclusive=False),
        task("không ai", "2026-05-14"),
        task("định kỳ", rrule="FREQ=WEEKLY;BYDAY=FR", lead=("Sở Nội vụ", "Sở Tài chính")),
        task("không hạn", lead=("Sở Y tế",), duration="P15D"),
    )


def test_json_lines_by_lead_go_into_a_pipe(tasks: Path) -> None:
    done = trichluc("due", tasks, "--today", "2026-05-14", "--within", "5")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    found = [(row["lead"], row["task_id"], row["last_day"], row["days_left"], row["overdue"]) for row in rows]
    both = ["Sở Nội vụ", "Sở Tài chính"]
    assert found == [
        (both, "định kỳ", "2026-05-15", 1, False),
        (both, "gần", "2026-05-19", 3, False),
        (["Sở Y tế"], "muộn", "2026-05-11", -3, True),
        ([], "không ai", "2026-05-14", 0, False),
    ]
    assert [row["text"] for row in rows] == [f"Báo cáo tiến độ {row['task_id']}" for row in rows]


def test_the_window_counts_working_days(tasks: Path) -> None:
    def ids(*arguments: str) -> set[str]:
        done = trichluc("due", tasks, *arguments)
        return {json.loads(line)["task_id"] for line in done.stdout.splitlines()}

    assert ids("--today", "2026-05-14", "--within", "2") == {"muộn", "không ai", "định kỳ"}
    assert ids("--today", "2026-05-14", "--within", "3") == {"muộn", "không ai", "định kỳ", "gần"}
    assert ids("--today", "2026-05-14", "--within", "0") == {"muộn", "không ai"}
    assert "xa" in ids("--today", "2026-06-19")  # seven working days: 30/6
    assert "xa" not in ids("--today", "2026-06-18")


def test_nothing_due_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", task("xa", "2026-12-31"))
    done = trichluc("due", path, "--today", "2026-05-14")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "trichluc: không có nhiệm vụ nào quá hạn hoặc đến hạn trong 7 ngày làm việc tới (đến hết 25/05/2026)\n"
    english = trichluc("due", path, "--today", "2026-05-14", "--lang", "en")
    assert english.stderr == "trichluc: nothing is overdue or falls due within 7 working days (up to 2026-05-25)\n"


def test_a_table_a_lead_goes_to_the_terminal(tasks: Path) -> None:
    shown = on_a_terminal("due", tasks, "--today", "2026-05-14")
    lines = [" ".join(line.split()) for line in shown.splitlines() if line.strip()]
    assert [line for line in lines if line.startswith(("Sở", "Chưa rõ"))] == [
        "Sở Nội vụ; Sở Tài chính",
        "Sở Y tế",
        "Chưa rõ cơ quan chủ trì",
    ]
    assert "11/05/2026 quá hạn 3 Báo cáo tiến độ muộn" in lines
    assert "19/05/2026 3 Báo cáo tiến độ gần" in lines
    assert "14/05/2026 hôm nay Báo cáo tiến độ không ai" in lines
    english = on_a_terminal("due", tasks, "--today", "2026-05-14", "--lang", "en")
    assert re.search(r"2026-05-11 +overdue 3 +Báo cáo tiến độ muộn", english)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["không có.jsonl"], "không có.jsonl: cannot be read: No such file or directory: check the path"),
        (["a.jsonl", "--today", "hôm nay"], "'hôm nay' is not a date"),
        (["a.jsonl", "--within", "-1"], "Invalid value for '--within'"),
        (["a.jsonl", "--lang", "fr"], "there is no language 'fr': choose vi or en"),
        (["hỏng.jsonl"], "hỏng.jsonl: row 1: due: 'mai' is no date"),
        (["lạ.jsonl"], "task t (Họp tổ): 'hằng quý' is no recurrence"),
    ],
)
def test_what_a_user_gets_wrong_is_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    write(tmp_path / "a.jsonl", task("a", "2026-05-14"))
    write(tmp_path / "lạ.jsonl", task("t", rrule="hằng quý", text="Họp\ntổ"))
    (tmp_path / "hỏng.jsonl").write_text(json.dumps(task_row(task("a")) | {"due": "mai"}), "utf-8")
    done = trichluc("due", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("listed", "due"),
    [
        (ListedTask(task("a", "2026-05-15")), True),
        (ListedTask(task("a", "2026-05-15"), state=STATES[1].vi), True),
        (ListedTask(task("a", "2026-05-15"), state=STATES[2].vi), False),
        (ListedTask(task("a", "2026-05-15"), state=STATES[3].en), False),
        (ListedTask(task("a", "2026-05-15"), change="superseded"), False),
        (ListedTask(task("a", "2026-05-15"), edited={"due": date(2026, 7, 1)}), False),
        (ListedTask(task("a", "2026-07-01"), edited={"due": date(2026, 5, 15)}), True),
        (ListedTask(task("a", "2026-07-01", rrule="FREQ=DAILY")), False),
        (ListedTask(task("a", rrule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20")), False),
        (ListedTask(task("a", rrule="FREQ=MONTHLY;BYMONTHDAY=16", inclusive=False)), True),
        (ListedTask(task("a", rrule="FREQ=DAILY")), True),
    ],
)
def test_whether_a_task_is_on_the_list(listed: ListedTask, due: bool) -> None:
    assert bool(falling_due([listed], TODAY, 2)) is due


def test_a_weekend_is_no_working_day_left() -> None:
    saturday = falling_due([ListedTask(task("a", "2026-05-16"))], TODAY, 7)
    sunday_before = falling_due([ListedTask(task("a", "2026-05-10"))], date(2026, 5, 11), 0)
    assert [(item.days_left, item.overdue) for item in saturday + sunday_before] == [(1, False), (-1, True)]
