"""The job: articles in, four folders of Parquet out."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.errors import SparkError, WriteError
from extractor.run.messages import TIMEOUT
from extractor.spark import inputs
from extractor.spark.failed import told
from extractor.spark.frames import quoted, results_of, tables_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TASKS_A_CORE = 4  # so that a task of long documents does not keep all waiting, and one lost is soon made up for
_PATIENCE = 10.0  # seconds for tasks that were called off
_STAGING = "_results"  # begins with _ : no reader takes it for a table


@dataclass(frozen=True, slots=True)
class Job:
    """What to do; paths are of any file system that Spark knows.

    :param columns: the columns that the user named (``text``, ``id``, ``date``); the others are found by their names.
    :param partition_by: columns of the input that become folders of every table.
    :param partitions: into how many tasks the documents are split; None is four a processor.
    :param overwrite: write where there is something.
    :param timeout: seconds for a document; None is without limit.
    """

    given: str
    output: str
    columns: dict[str, str | None]
    patterns: tuple[Path, ...] = ()
    partition_by: tuple[str, ...] = ()
    partitions: int | None = None
    overwrite: bool = False
    timeout: float | None = TIMEOUT


class Totals(NamedTuple):
    """How many documents, facts and tasks were written, and how many documents failed."""

    documents: int
    facts: int
    tasks: int
    failed: int


def run(spark: SparkSession, job: Job) -> Totals:
    """Extract ``job.given`` into ``facts/``, ``tasks/``, ``documents/`` and ``errors/`` below ``job.output``.

    The extraction goes to a folder of its own there first: an executor that is lost later costs no text read again.

    :raises WriteError: there is something at ``output`` already.
    :raises LoadError: the input cannot be used.
    :raises PatternError: a pattern folder cannot be used.
    :raises SparkError: Spark gave up; nothing is left behind but tables that stood there before.
    """
    output = _Folder(spark, job.output)
    existed = output.exists()
    if existed and not job.overwrite:
        raise WriteError(f"{job.output}: is there already: name another folder, or give --overwrite")
    try:
        with told(job.given):
            return _run(spark, job, output)
    except BaseException:
        with suppress(Exception):  # where Spark is gone nobody is at work
            _wait(spark)
        with suppress(Exception):  # nor to tidy up, but on this machine
            output.remove(_STAGING if existed else "")
        raise


def _run(spark: SparkSession, job: Job, output: _Folder) -> Totals:
    articles = inputs.read(spark, job.given)
    plan = replace(inputs.planned(articles, job.given, job.columns, job.patterns, job.partition_by), timeout=job.timeout)
    split = job.partitions or _TASKS_A_CORE * spark.sparkContext.defaultParallelism
    frame = inputs.with_days(articles, plan.columns.date)
    results = results_of(frame.select(*map(quoted, plan.names)).repartition(split), plan)
    staging = f"{job.output.rstrip('/')}/{_STAGING}"
    results.write.mode("overwrite").parquet(staging)
    kept = spark.read.schema(results.schema).parquet(staging)
    for name, table in tables_of(kept, plan.carried)._asdict().items():
        if name != "results":
            table.write.mode("overwrite").partitionBy(*plan.carried).parquet(f"{job.output.rstrip('/')}/{name}")
    totals = _totals(kept)
    output.remove(_STAGING)
    return totals


def _wait(spark: SparkSession) -> None:
    """Until no task is at work: one that was called off may still write, into a folder that was removed before as well."""
    tracker: Any = spark.sparkContext._jsc.sc().statusTracker()
    until = time.monotonic() + _PATIENCE
    while any(executor.numRunningTasks() for executor in tracker.getExecutorInfos()) and time.monotonic() < until:
        time.sleep(0.1)


def _totals(results: DataFrame) -> Totals:
    from pyspark.sql import functions as F  # noqa: N812

    counts = (F.count("document"), F.sum(F.size("facts")), F.sum(F.size("tasks")), F.count("error"))
    return Totals(*(int(count or 0) for count in results.select(*counts).head() or ()))


class _Folder:
    """A folder on any file system that Spark knows."""

    def __init__(self, spark: SparkSession, path: str) -> None:
        jvm: Any = spark.sparkContext._jvm
        self._jvm, self._path = jvm, path
        try:
            place = jvm.org.apache.hadoop.fs.Path(path)
            self._files = place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
            self._local = Path(str(place.toUri().getPath())) if self._files.getScheme() == "file" else None
        except Exception as error:
            raise SparkError(f"{path}: Spark cannot write there: {str(error).splitlines()[0]}") from None

    def exists(self) -> bool:
        return bool(self._files.exists(self._jvm.org.apache.hadoop.fs.Path(self._path)))

    def remove(self, below: str) -> None:
        """Remove what is called ``below`` in the folder, or all of it."""
        if self._local is not None:  # Java may have been told to end as well
            shutil.rmtree(self._local / below)
        else:
            path = f"{self._path.rstrip('/')}/{below}" if below else self._path
            self._files.delete(self._jvm.org.apache.hadoop.fs.Path(path), True)
