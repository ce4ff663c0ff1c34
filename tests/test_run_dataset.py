"""A dataset folder: complete or to be carried on with, whenever its run was killed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from command import PROGRAM, trichluc

from extractor import Failure, WriteError, __version__, read_documents
from extractor.run import Counts, Settings, dataset
from extractor.run.dataset import write_dataset
from extractor.run.ledger import Ledger
from extractor.write import open_writer
from extractor.write.parts import TABLES

BODY = (
    "Tính đến ngày 15/8/2025, Sở Tài chính tỉnh Nghệ An đã giải ngân {n} tỷ đồng vốn đầu tư công, đạt {n},5% kế hoạch được giao trong năm."
    " Yêu cầu Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát {n} dự án chậm tiến độ, báo cáo UBND tỉnh trước ngày 15/{m}/2025."
    " Toàn tỉnh có {n}/{k} xã đạt chuẩn nông thôn mới, tăng {m} xã so với cùng kỳ năm trước và cao hơn chỉ tiêu đã đề ra từ đầu năm."
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, every seventh of them the copy of an earlier one, one without a text, two that are the same to the last letter."""
    rows = [{"id": f"a{n}", "text": BODY.format(n=n % 7 + 20 * (n - n % 7), k=n + 900, m=n % 12 + 1)} for n in range(1, 43)]
    rows += [{"id": "empty", "text": ""}, rows[3], {"id": "last", "text": "Đạt 5% kế hoạch."}]
    rows += [{**row, "id": f"copy-{row['id']}"} for row in rows[:40:7]]
    path = tmp_path_factory.mktemp("dataset") / "tin.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def write(folder: Path, table: Path, **options: Any) -> Counts:
    given = {"part": 5, "signature": {"rules": "x"}, "notice": lambda _counts, _item: None, **options}
    return write_dataset(folder, read_documents([str(table)]), Settings(), **given)


def data(folder: Path) -> dict[str, str]:
    """Every file of the tables, by its SHA-256."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*/*"))}


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [row for path in sorted((folder / table).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


@pytest.fixture(scope="module")
def whole(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of a run that nothing stopped."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    write(folder, table)
    return folder


def test_the_rows_are_those_of_a_single_file(table: Path, whole: Path, tmp_path: Path) -> None:
    from extractor.run import record

    with open_writer(tmp_path / "one.parquet", TABLES) as writer:
        counts = record(read_documents([str(table)]), Settings(tables=("facts", "tasks", "documents")), writer, lambda _c, _i: None)
    for name in TABLES:
        path = tmp_path / ("one.parquet" if name == "facts" else f"one.{name}.parquet")
        assert rows(whole, name) == pq.read_table(path).to_pylist()
    assert (counts.documents, counts.failed) == (50, 1)
    assert {row["duplicate_of"] for row in rows(whole, "documents")} >= {"a1", "a4", "a8"}


def test_the_bytes_are_the_same_whatever_the_number_of_processes(table: Path, whole: Path, tmp_path: Path) -> None:
    write(tmp_path / "three", table, jobs=3)
    assert data(tmp_path / "three") == data(whole)
    assert len(data(whole)) == len(TABLES) * 11


def test_the_manifest_says_what_the_folder_holds(table: Path, whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text("utf-8"))
    documents = rows(whole, "documents")
    assert (manifest["documents"], manifest["facts"], manifest["tasks"]) == (50, len(rows(whole, "facts")), len(rows(whole, "tasks")))
    assert manifest["errors"] == {"LoadError": 1}
    assert manifest["characters"] == sum(row["n_chars"] for row in documents)
    assert {file["path"]: file["sha256"] for part in manifest["parts"] for file in part["files"]} == data(whole)
    assert manifest["rules"] == "x"
    assert manifest["begun"] <= manifest["ended"]
    assert manifest["documents_per_second"] == pytest.approx(50 / manifest["seconds"], abs=0.1)


SCRIPT = """
import sys
from pathlib import Path
from extractor import read_documents
from extractor.run import Settings
from extractor.run.dataset import write_dataset
def notice(counts, item):
    print(counts.documents, flush=True)
items, jobs = read_documents([sys.argv[2]]), int(sys.argv[3])
write_dataset(Path(sys.argv[1]), items, Settings(), {"rules": "x"}, notice, part=5, jobs=jobs, resume=True)
"""


def test_a_run_that_is_killed_at_random_moments_ends_as_one_that_is_not(table: Path, whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    chance = random.Random(20261122)  # noqa: S311 - the same moments every time
    for jobs in (1, 2):
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, folder, table, str(jobs)], stdout=subprocess.PIPE, process_group=0)
        assert process.stdout is not None
        with process.stdout:
            for _ in range(chance.randint(6, 14)):
                assert process.stdout.readline()
            os.killpg(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        assert not (folder / "manifest.json").exists()
    write(folder, table, jobs=2, resume=True)
    assert data(folder) == data(whole)
    before, after = (json.loads((each / "manifest.json").read_text("utf-8")) for each in (whole, folder))
    assert [part["files"] for part in before["parts"]] == [part["files"] for part in after["parts"]]


class Killed(BaseException):
    """What ends a run as a signal would, at a chosen place."""


@pytest.mark.parametrize("moment", ["before", "within"])
def test_a_run_that_is_killed_between_its_files_and_the_ledger(
    table: Path, whole: Path, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, entered = tmp_path / "out", 0
    real = Ledger.enter

    def enter(self: Ledger, part: Any, done: Any) -> None:
        nonlocal entered
        entered += 1
        if entered == 3 and moment == "before":
            raise Killed
        if entered == 3:
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.execute("INSERT INTO parts VALUES (?, '', '')", (part["number"],))
            raise Killed
        real(self, part, done)

    monkeypatch.setattr(Ledger, "enter", enter)
    with pytest.raises(Killed):
        write(folder, table)
    assert len(list(folder.glob("facts/part-*"))) == 3
    monkeypatch.undo()
    (folder / "tasks" / ".trichluc-1.part").write_bytes(b"half")
    assert write(folder, table, resume=True).documents == 40
    assert data(folder) == data(whole)


def test_carrying_on_when_all_is_done_adds_what_is_new_and_nothing_else(table: Path, tmp_path: Path) -> None:
    folder, longer = tmp_path / "out", tmp_path / "tin.jsonl"
    longer.write_bytes(table.read_bytes())
    write(folder, longer)
    before = data(folder)
    assert write(folder, longer, resume=True) == Counts()
    assert data(folder) == before
    with longer.open("a", encoding="utf-8") as file:
        file.write('\n{"id": "new", "text": "' + BODY.format(n=141, k=902, m=3) + '"}\n{"id": "a1", "text": "Đạt 9%."}\n')
    assert write(folder, longer, resume=True).documents == 2
    assert [row["doc_id"] for row in rows(folder, "documents")][-2:] == ["new", "a1"]
    assert data(folder).items() > before.items()


def test_files_are_known_by_their_bytes(tmp_path: Path) -> None:
    folder, given = tmp_path / "out", tmp_path / "tin"
    given.mkdir()
    for n in (1, 2):
        (given / f"{n}.txt").write_text(f"Đạt {n}% kế hoạch.", "utf-8")
    (given / "3.txt").write_bytes(b"")
    assert trichluc("extract", given, "-o", folder).returncode == 1
    assert (trichluc("extract", given, "-o", folder, "--resume").returncode, len(list(folder.glob("facts/*")))) == (0, 1)
    (given / "2.txt").write_text("Đạt 7% kế hoạch.", "utf-8")
    assert trichluc("extract", given, "-o", folder, "--resume", "--jobs", "2").returncode == 0
    assert [(row["doc_id"], row["text"]) for row in rows(folder, "facts")] == [("1", "1%"), ("2", "2%"), ("2", "7%")]


def test_a_dataset_is_of_one_sort_and_written_by_one_run(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write(folder, table)
    before = data(folder)
    with pytest.raises(WriteError, match="holds a dataset already: --resume"):
        write(folder, table)
    with pytest.raises(WriteError, match="was begun with rules 'x', now 'y'"):
        write(folder, table, signature={"rules": "y"}, resume=True)
    with Ledger(folder, {"rules": "x"}, "", resume=True), pytest.raises(WriteError, match="another run is writing there"):
        write(folder, table, resume=True)
    (folder / "facts" / "part-00001.parquet").write_bytes(b"")
    with pytest.raises(WriteError, match=r"part-00001\.parquet: is missing or has been changed"):
        write(folder, table, resume=True)
    assert set(data(folder)) == set(before)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(WriteError, match="is not empty and holds no dataset"):
        write(tmp_path / "other", table, resume=True)


def test_a_ledger_of_another_layout_is_not_carried_on_with(tmp_path: Path) -> None:
    with Ledger(tmp_path / "out", {}, "now", resume=True):
        pass
    ledger = sqlite3.connect(tmp_path / "out" / "ledger.sqlite")
    ledger.execute("PRAGMA user_version = 1")
    ledger.close()
    with pytest.raises(WriteError, match="out: was begun by another revision of trichluc"):
        Ledger(tmp_path / "out", {}, "now", resume=True)


def test_a_full_disk_names_the_folder_and_leaves_what_carries_on(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "deep" / "out"
    monkeypatch.setattr("extractor.run.ledger._compare", no_room)
    with pytest.raises(WriteError, match=rf"^{folder}: cannot be written: the disk is full: make room"):
        write(folder, table)
    assert not (tmp_path / "deep").exists()
    monkeypatch.undo()
    monkeypatch.setattr("extractor.write.parquet.ParquetFile.write", no_room)
    with pytest.raises(WriteError, match=rf"^{folder}: cannot be written: the disk is full: make room"):
        write(folder, table)
    assert [path.name for path in folder.iterdir()] == ["ledger.sqlite"]
    monkeypatch.undo()
    assert write(folder, table, resume=True).documents == 50


@pytest.mark.parametrize("killed", [False, True])
def test_documents_whose_process_was_lost_are_tried_again(
    table: Path, whole: Path, tmp_path: Path, killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = dataset.outcomes

    def outcomes(*given: Any) -> Iterator[Any]:
        for number, outcome in enumerate(real(*given)):
            yield Failure(f"d{number}", "extract", "WorkerLost", "lost") if number in losing else outcome

    folder, losing = tmp_path / "out", {9, 23}
    monkeypatch.setattr(dataset, "outcomes", outcomes)
    write(folder, table)
    assert sorted(row["error"] for row in rows(folder, "errors")) == ["LoadError", "WorkerLost", "WorkerLost"]
    losing = {0}  # the first of the two again
    if killed:
        monkeypatch.setattr(Ledger, "enter", lambda *_: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            write(folder, table, resume=True)
        monkeypatch.undo()
        monkeypatch.setattr(dataset, "outcomes", outcomes)
    again = write(folder, table, resume=True)
    assert (again.documents, again.failed) == (1, 1)
    assert [row["error"] for row in rows(folder, "errors")] == ["LoadError", "WorkerLost"]
    monkeypatch.undo()
    assert write(folder, table, resume=True).documents == 1
    assert [row["error"] for row in rows(folder, "errors")] == ["LoadError"]
    assert write(folder, table, resume=True) == Counts()
    for name in ("facts", "tasks", "documents"):
        ids = [sorted(row["doc_id"] for row in rows(each, name)) for each in (whole, folder)]
        assert ids[0] == ids[1]
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (manifest["documents"], manifest["errors"]) == (50, {"LoadError": 1})


def test_no_documents_make_empty_tables(tmp_path: Path) -> None:
    write_dataset(tmp_path / "out", iter([Failure("x", "load", "LoadError", "x")]), Settings(), {}, lambda _c, _i: None)
    write_dataset(tmp_path / "none", iter([]), Settings(), {}, lambda _c, _i: None)
    assert [len(rows(tmp_path / "out", name)) for name in TABLES] == [0, 0, 0, 1]
    assert [len(rows(tmp_path / "none", name)) for name in TABLES] == [0, 0, 0, 0]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A test run in the background ignores the signal of Ctrl-C, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_says_how_to_carry_on(tmp_path: Path, interruptible: None) -> None:
    table = tmp_path / "tin.jsonl"
    table.write_text("\n".join(json.dumps({"id": n, "text": BODY.format(n=n, k=99_999, m=5)}) for n in range(30_000)), "utf-8")
    folder = tmp_path / "out"
    process = subprocess.Popen([PROGRAM, "extract", table, "-o", folder, "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(folder.glob("facts/.trichluc-*")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert said.decode() == f"trichluc: stopped: the same command with --resume carries on with {folder}\n"
    assert process.returncode == 130
    assert not list(folder.glob("*/*"))
    manifest = folder / "manifest.json"
    assert not manifest.exists()
    assert trichluc("extract", table, "-o", folder).stderr == (
        f"trichluc: {folder}: holds a dataset already: --resume carries on with it, another name begins a new one\n"
    )


def test_the_command_writes_a_dataset(table: Path, tmp_path: Path) -> None:
    done = trichluc("extract", table, "-o", f"{tmp_path}/v1.0/", "--kind", "ratio", "--date", "2025-08-20")
    assert done.returncode == 1
    manifest = json.loads((tmp_path / "v1.0" / "manifest.json").read_text("utf-8"))
    expected = {"trichluc": __version__, "kinds": ["ratio"], "date": "2025-08-20", "inputs": [str(table)]}
    assert {name: manifest[name] for name in expected} == expected
    assert {row["kind"] for row in rows(tmp_path / "v1.0", "facts")} == {"ratio"}
    assert len(rows(tmp_path / "v1.0", "tasks")) == manifest["tasks"] > 0
    refused = trichluc("extract", table, "-o", tmp_path / "x.csv", "--resume")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "only a dataset folder can be carried on with" in refused.stderr
