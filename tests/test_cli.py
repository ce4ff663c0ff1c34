"""``trichluc`` through its real entry point: what is written, what is said, how it ends."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command import PROGRAM, on_a_terminal, trichluc

TEXT = "Đến nay, tỷ lệ hộ nghèo giảm còn 2,5%. Ngân sách bố trí 45,03% vốn.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bài báo.txt"
    path.write_text(TEXT, "utf-8")
    return path


def rows(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_json_lines_go_into_a_pipe(article: Path) -> None:
    done = trichluc("extract", article, "--kind", "percent")
    assert (done.returncode, done.stderr) == (0, "")
    found = [(r["doc_id"], r["kind"], r["text"], r["value"], r["unit"], r["source"]) for r in rows(done.stdout)]
    source = article.as_posix()
    assert found == [("bài báo", "percent", "2,5%", 2.5, "%", source), ("bài báo", "percent", "45,03%", 45.03, "%", source)]
    for row in rows(done.stdout):
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_a_file_is_written_by_its_ending_and_one_bad_document_costs_no_other(article: Path, tmp_path: Path) -> None:
    bad = tmp_path / "trống.txt"
    bad.write_bytes(b"")
    out = tmp_path / "out" / "facts.csv"
    done = trichluc("extract", article, bad, "không có.txt", "-o", out, "-k", "percent")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 2
    assert "there is no such file" in done.stderr
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [(row["text"], row["value"]) for row in csv.DictReader(file)] == [("2,5%", "2.5"), ("45,03%", "45.03")]
    with out.with_name("facts.errors.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(Path(row["source"]).name, row["stage"]) for row in csv.DictReader(file)] == [
            ("trống.txt", "load"),
            ("không có.txt", "load"),
        ]


def test_a_table_of_articles_from_standard_input() -> None:
    lines = [{"id": "a1", "date": "2023-05-02", "text": "Ngày 30/4, cả nước nghỉ lễ."}, {"id": "a2", "text": "Ngày 30/4, cả nước nghỉ lễ."}]
    given = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    done = trichluc("extract", "-", "--date", "2021-12-31", "-k", "date", stdin=given)
    assert done.returncode == 0
    assert [(r["doc_id"], r["start_date"]) for r in rows(done.stdout)] == [("a1", "2023-04-30"), ("a2", "2021-04-30")]


def test_columns_can_be_named(tmp_path: Path) -> None:
    table = tmp_path / "tin.csv"
    table.write_text("ma,noi_dung,dang\nx7,đạt 45% kế hoạch,2024-02-03\n", "utf-8")
    done = trichluc("extract", table, "--text-column", "noi_dung", "--id-column", "ma", "--date-column", "dang", "-k", "percent")
    assert [(r["doc_id"], r["text"]) for r in rows(done.stdout)] == [("x7", "45%")]


UNUSABLE = [
    (["extract"], "Missing argument"),
    (["extract", "{article}", "--nope"], "No such option"),
    (["extract", "không-có.txt"], "there is no không-có.txt"),
    (["extract", "{article}", "--date", "31/5/2024"], "'31/5/2024' is not a date: write year-month-day"),
    (["extract", "{article}", "--kind", "ratoi"], "choose among agency, date, deadline, document, money, percent, quantity, rank, ratio"),
    (["extract", "{article}", "-o", "out.doc"], "cannot write .doc: end the name in .csv .jsonl .parquet .xlsx .sqlite .duckdb"),
    (["extract", "{article}", "--patterns", "không-có"], "không-có: no such pattern folder"),
    (["evaluate", "không-có"], "không-có: there is no such folder"),
    (["explain", "{article}", "--at", "9999"], "the text has 68 code points"),
    (["nope"], "No such command"),
]


@pytest.mark.parametrize(("arguments", "message"), UNUSABLE, ids=lambda value: " ".join(value[:3]) if isinstance(value, list) else None)
def test_unusable_arguments_are_one_line_and_exit_code_2(arguments: list[str], message: str, article: Path, tmp_path: Path) -> None:
    done = trichluc(*(a.format(article=article) for a in arguments), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("trichluc: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [article.name]


def test_a_terminal_gets_a_table(article: Path) -> None:
    shown = on_a_terminal("extract", str(article), "-k", "percent")
    assert [line.split() for line in shown.splitlines() if "%" in line] == [
        ["percent", "2,5%", "2.5", "%", f"{TEXT.index('2,5')}-{TEXT.index('2,5') + 4}", "percent.sign"],
        ["percent", "45,03%", "45.03", "%", f"{TEXT.index('45,')}-{TEXT.index('45,') + 6}", "percent.sign"],
    ]


def test_progress_is_for_terminals_and_quiet_silences_it(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    assert trichluc("extract", article, "-o", out).stderr == ""
    assert "1 documents" in on_a_terminal("extract", str(article), "-o", str(out))
    assert on_a_terminal("extract", str(article), "-o", str(out), "--quiet") == ""


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    long = tmp_path / "dài.txt"
    long.write_text(TEXT * 3000, "utf-8")
    process = subprocess.Popen([PROGRAM, "extract", long], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path) -> None:
    lines = (json.dumps({"id": str(n), "text": TEXT * 20}, ensure_ascii=False) for n in range(10_000))
    table = tmp_path / "tin.jsonl"
    table.write_text("\n".join(lines), "utf-8")
    out = tmp_path / "facts.csv"
    out.write_text("of an earlier run", "utf-8")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background ignores it, and so would its children
    process = subprocess.Popen([PROGRAM, "extract", table, "-o", out], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob(".trichluc-*")):
        assert time.monotonic() < deadline, "it never began to write"
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert out.read_text("utf-8") == "of an earlier run"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.csv", "tin.jsonl"]
