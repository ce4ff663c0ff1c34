"""Tables of tasks are read back as the tasks that they were written from."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.model import Task
from extractor.office.tables_in import read_tasks
from extractor.schema import TASKS
from extractor.table import task_row

FULL = Task(
    text="-Trình Ủy ban nhân dân thành phố đề án; gửi Sở Tư pháp thẩm định",
    start=10,
    end=74,
    rule="task.item",
    item="-3",
    lead=("Sở Giao thông vận tải", "Sở Xây dựng"),
    support=("Sở Tài chính",),
    report_to=("Ủy ban nhân dân thành phố",),
    assigner="Chủ tịch Ủy ban nhân dân thành phố",
    due=date(2026, 6, 30),
    inclusive=False,
    rrule="FREQ=MONTHLY;BYMONTHDAY=25",
    due_text="trước ngày 30/6/2026",
    documents=("12/KH-UBND",),
    product="đề án",
    confidence=0.75,
    duration="P15B",
    sentence="=Câu có dấu bằng",
    task_id="ab12",
    doc_id="tb",
    source="tb.txt",
)
BARE = Task(text="Họp giao ban", start=0, end=12, rule="task.item")


def write_csv(path: Path, tasks: list[Task]) -> None:
    """As extractor.write.csv does: lists joined, text that looks like a formula behind an apostrophe."""

    def cell(value: object) -> object:
        text = "; ".join(value) if isinstance(value, tuple) else {True: "true", False: "false"}[value] if isinstance(value, bool) else value
        return f"'{text}" if isinstance(text, str) and text.startswith(("=", "+", "-", "@")) else text

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([column.name for column in TASKS])
        table.writerows([cell(value) for value in task_row(task).values()] for task in tasks)


def write_jsonl(path: Path, tasks: list[Task]) -> None:
    lines = "".join(json.dumps(task_row(task), ensure_ascii=False, default=date.isoformat) + "\n" for task in tasks)
    path.write_text(lines, "utf-8")


def write_parquet(path: Path, tasks: list[Task]) -> None:
    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }  # fmt: skip
    schema = pa.schema([(column.name, types[column.type]) for column in TASKS])
    pq.write_table(pa.Table.from_pylist([task_row(task) for task in tasks], schema=schema), path)


WRITERS = {".csv": write_csv, ".jsonl": write_jsonl, ".parquet": write_parquet}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("tasks", [[FULL, BARE], []])
def test_every_column_comes_back(tmp_path: Path, ending: str, tasks: list[Task]) -> None:
    path = tmp_path / f"nhiệm vụ{ending}"
    WRITERS[ending](path, tasks)
    assert [listed.task for listed in read_tasks(path)] == tasks


TEXTS = st.text("aáđ=+-@ ;'\n\"", min_size=1)
TASK = st.builds(
    Task, text=TEXTS, start=st.integers(0, 9), end=st.integers(9, 99), rule=TEXTS, lead=st.lists(st.text("aáđ", min_size=1)).map(tuple)
)


@pytest.mark.parametrize("write", [write_jsonl, write_parquet])
@settings(deadline=None)  # the first example loads a library
@given(tasks=st.lists(TASK, max_size=4))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, write: Callable[[Path, list[Task]], None], tasks: list[Task]
) -> None:
    path = tmp_path_factory.mktemp("bảng") / f"tasks.{write.__name__.removeprefix('write_')}"
    write(path, tasks)
    assert [listed.task for listed in read_tasks(path)] == tasks


def test_a_packed_table_and_one_saved_by_excel(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", [FULL])
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress((tmp_path / "a.jsonl").read_bytes()))
    assert read_tasks(packed)[0].task == FULL
    names = [column.name for column in TASKS]
    cells = task_row(BARE) | {"due": "30/06/2026", "inclusive": "FALSE"}
    path = tmp_path / "b.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([names, [cells[name] or "" if name != "start" else "0" for name in names]])
    (listed,) = read_tasks(path)
    assert (listed.task.due, listed.task.inclusive, listed.task.lead) == (date(2026, 6, 30), False, ())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("facts.csv", "doc_id,kind,text\na,percent,2%\n", "not a list of tasks: the columns task_id, item, start"),
        ("trống.csv", "", "not a list of tasks"),
        ("hỏng.jsonl", "{\n", "row 1: not JSON"),
        ("hỏng.parquet", "không phải", "not a readable Parquet file"),
        ("nhiệm vụ.docx", "", "cannot read .docx"),
        ("nhiệm vụ", "", "cannot read a name without an ending"),
    ],
)
def test_a_file_that_is_none_of_ours(tmp_path: Path, name: str, content: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(LoadError) as caught:
        read_tasks(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "thư mục.csv").mkdir()
    with pytest.raises(LoadError, match=r"không có\.csv: cannot be read: No such file"):
        read_tasks(tmp_path / "không có.csv")
    with pytest.raises(LoadError, match=r"thư mục\.csv: cannot be read"):
        read_tasks(tmp_path / "thư mục.csv")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"due": "cuối tháng"}, "row 1: due: 'cuối tháng' is no date"),
        ({"inclusive": "có"}, "row 1: inclusive: 'có' is no boolean"),
        ({"start": "1.5"}, "row 1: start: '1.5' is no integer"),
        ({"start": 1e999}, "row 1: start: 'inf' is no integer"),
        ({"lead": 5}, "row 1: lead: '5' is no list"),
        ({"text": None, "rule": ""}, "row 1: text, rule: empty"),
    ],
)
def test_a_cell_that_does_not_fit_is_told(tmp_path: Path, change: dict[str, object], said: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(task_row(BARE) | change), "utf-8")
    with pytest.raises(LoadError, match=rf"a\.jsonl: {said}"):
        read_tasks(path)
