"""What Spark's workers do with rows, without Spark: neither Java nor PySpark is needed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from extractor.errors import PatternError
from extractor.load.columns import find_columns
from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.spark import batches, worker
from extractor.spark.failed import reason
from extractor.spark.paths import as_given, is_partitioned, root_of
from extractor.spark.plan import LINE, NUMBER, SOURCE, Plan, rules_to_ship
from extractor.table import document_row, fact_row, task_row

TEXT = "Giao Sở Y tế hoàn thành 23/25 nhiệm vụ trước ngày 31/5."
OVERLAYS, DIGEST = rules_to_ship(())


def results(rows: dict[str, Any], carried: tuple[str, ...] = (), names: list[str] | None = None) -> list[dict[str, Any]]:
    """The rows that a worker gives for a batch with these columns."""
    columns = find_columns(names or [name for name in rows if not name.startswith("_trichluc")], {})
    plan = Plan(tuple(rows), columns, OVERLAYS, DIGEST, carried, root_of("tin"))
    return [row for batch in worker.run([pa.RecordBatch.from_pydict(rows)], plan) for row in batch.to_pylist()]


def test_a_row_is_what_the_single_process_gives() -> None:
    (row,) = results({"id": [7], "text": [TEXT], "date": [datetime.date(2024, 5, 15)], "title": ["Tin"]})
    expected = analyse(Document(TEXT, doc_id="7", date=datetime.date(2024, 5, 15), title="Tin"), Extractor())
    assert row["facts"] == [fact_row(fact) for fact in expected.facts]
    assert row["tasks"] == [{name: list(v) if isinstance(v, tuple) else v for name, v in task_row(t).items()} for t in expected.tasks]
    assert {**row["document"], "sha256": None, "warnings": ()} == document_row(expected.document)
    assert row["error"] is None
    assert [fact["due"] for fact in row["facts"] if fact["kind"] == "deadline"] == [datetime.date(2024, 5, 31)]


@pytest.mark.parametrize(
    "day",
    ["2024-05-15", "2024-05-15T08:30:00Z", datetime.date(2024, 5, 15), datetime.datetime(2024, 5, 15, 8, 30)],
    ids=["iso", "iso time", "date", "timestamp"],
)
def test_days_of_every_type(day: object) -> None:
    (row,) = results({"id": ["a"], "text": [TEXT], "date": [day]})
    assert row["document"]["doc_date"] == datetime.date(2024, 5, 15)


def test_a_bad_row_costs_itself_alone() -> None:
    damaged = pa.array(["ok", None, "xx", "ok"]).cast(pa.binary())
    damaged = pa.array([v if v != b"xx" else b"\xff\xfe" for v in damaged.to_pylist()], pa.binary()).view(pa.string())
    batch = {"id": ["a", "b", "c", "d"], "text": damaged, "publisher": ["X", "Y", "Z", None]}
    rows = results(batch, carried=("publisher",))
    assert [row["document"] and row["document"]["doc_id"] for row in rows] == ["a", None, None, "d"]
    assert rows[1]["error"] == {"source": "b", "stage": "load", "error": "LoadError", "message": "b: column 'text' holds no text"}
    assert "cannot be read" in rows[2]["error"]["message"]
    assert [row["publisher"] for row in rows] == ["X", "Y", None, None]


def test_rows_of_a_file_are_named_by_file_and_number() -> None:
    uri = [Path("tin/báo 1.parquet").absolute().as_uri()] * 2
    rows = results({"text": [TEXT, None], SOURCE: uri, NUMBER: [3, 4]})
    assert (rows[0]["document"]["doc_id"], rows[0]["document"]["source"]) == ("3", "tin/báo 1.parquet")
    assert rows[1]["error"]["source"] == "tin/báo 1.parquet:4"
    assert rows[1]["error"]["message"] == "tin/báo 1.parquet:4: row 4: column 'text' holds no text"


def test_a_row_without_id_is_called_by_its_text() -> None:
    rows = results({"id": [None, ""], "text": [TEXT, TEXT]})
    assert [row["document"]["doc_id"] for row in rows] == [rows[0]["document"]["sha256"][:12]] * 2


def test_lines_of_json() -> None:
    lines = [b'\xef\xbb\xbf{"id": "a", "text": "\xc4\x91\xe1\xba\xa1t 45%"}', b'{"id": "b", "text": "\xff"}', b'{"id": "c"', b"[1]"]
    rows = results({LINE: lines, "bao": ["X"] * 4}, ("bao", "id"), ["id", "text", "bao"])
    assert [fact["text"] for fact in rows[0]["facts"]] == ["45%"]
    assert rows[0]["document"]["publisher"] == "X"
    assert [(row["bao"], row["id"]) for row in rows] == [("X", "a"), ("X", None), ("X", None), ("X", None)]
    said = [row["error"]["message"].partition(": ")[2] for row in rows[1:]]
    assert said[0] == "the line is not UTF-8"
    assert said[1].startswith("not JSON: Expecting ',' delimiter at character 11")
    assert said[2].startswith("a JSON array where an object")


def test_a_defect_is_a_row_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(worker, "to_document", break_down)
    (row,) = results({"id": ["a"], "text": [TEXT]})
    assert row["error"]["source"] == "a"
    assert "defect in trichluc, please report it: RuntimeError at test_spark_worker.py" in row["error"]["message"]


# An alarm that happens to ring in a destructor is lost there, says so, and rings again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_document_that_takes_too_long_is_a_row_too() -> None:
    plan = Plan(("id", "text"), find_columns(["id", "text"], {}), OVERLAYS, DIGEST, timeout=0.5)
    worker.prepared(OVERLAYS, DIGEST).analyse(Document(TEXT))  # what is made ready at first use does not count here
    batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": [TEXT * 10_000, "x"]})
    (out,) = worker.run([batch], plan)
    first, second = out.to_pylist()
    assert (first["error"]["source"], first["error"]["stage"], first["error"]["error"]) == ("a", "extract", "BudgetExceeded")
    assert second["document"]["doc_id"] == "b"


def test_batches_out_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan(("id", "text"), find_columns(["id", "text"], {}), OVERLAYS, DIGEST)
    batch = pa.RecordBatch.from_pydict({"id": list(range(150)), "text": ["đạt 45%"] * 150})
    assert [out.num_rows for out in worker.run([batch], plan)] == [64, 64, 22]
    monkeypatch.setattr(batches, "_ROWS", 3)  # a document and its fact are two
    assert max(out.num_rows for out in worker.run([batch], plan)) == 2
    assert list(worker.run([], plan)) == []


def test_rules_are_loaded_once_and_overlays_travel_along(tmp_path: Path) -> None:
    overlay = tmp_path / "mine"
    overlay.mkdir()
    rule = '[[rule]]\nid = "x.sao"\nwhy = "sao"\nstarts = "★"\nregex = "★+"\n[[rule.match]]\ntext = "⟦★★★⟧"\n'
    (overlay / "star.toml").write_text(f'kind = "star"\nsummary = "stars"\n{rule}', "utf-8")
    overlays, digest = rules_to_ship([overlay])
    (overlay / "star.toml").unlink()
    assert worker.prepared(overlays, digest) is worker.prepared(overlays, digest)
    found = worker.prepared(overlays, digest).analyse(Document("khách sạn ★★★")).facts
    assert [(fact.kind, fact.text) for fact in found] == [("star", "★★★")]
    with pytest.raises(PatternError, match="another version of trichluc"):
        worker.prepared(overlays, DIGEST)


@pytest.mark.parametrize(
    ("given", "uri", "shown"),
    [
        ("/a/tin", "file:/a/tin/x=1/b%20c.parquet", "/a/tin/x=1/b c.parquet"),
        ("/a/tin.parquet", "file:///a/tin.parquet", "/a/tin.parquet"),
        ("s3a://kho/tin", "s3a://kho/tin/b%20c.parquet", "s3a://kho/tin/b%20c.parquet"),
        ("/a/*.jsonl", "file:///a/b.jsonl", "/a/b.jsonl"),
        ("/", "file:///b.jsonl", "/b.jsonl"),
    ],
)
def test_paths_are_shown_as_given(given: str, uri: str, shown: str) -> None:
    assert as_given(uri, root_of(given)) == shown


def test_paths_below_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    uri = (tmp_path / "tin" / "a.jsonl").as_uri()
    assert [as_given(uri, root_of(given)) for given in ("tin", "tin/", "tin/*", "tin/a.jsonl")] == ["tin/a.jsonl"] * 4


def test_folders_of_partitions() -> None:
    assert is_partitioned("file:/a/publisher=X/part-0.parquet")
    assert not is_partitioned("file:/a/b/x=1.parquet")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("[PATH_NOT_FOUND] Path does not exist: file:/x. SQLSTATE: 42K03", "tin: there is no such file or folder: check the path"),
        (
            "Job aborted\n  File x\nextractor.errors.PatternError: a worker has another version\n\n\tat org.apache",
            "a worker has another version",
        ),
        (
            "An error occurred\n: org.x.YException: [A] b\n\tat z\nCaused by: java.io.IOException: no space left\n\tat x",
            "tin: Spark gave up: no space",
        ),
        ("...\nModuleNotFoundError: No module named 'extractor'\n", "the workers have no package 'extractor'"),
        (
            "An error occurred while calling o1.load.\n: org.apache.spark.SparkException: no space left\n\tat x",
            "tin: Spark gave up: no space left",
        ),
    ],
)
def test_why_spark_gave_up_is_one_line(said: str, line: str) -> None:
    told = str(reason(said, "tin"))
    assert told.startswith(line)
    assert "\n" not in told
