"""A Spark session: the one that ``spark-submit`` has prepared, or one on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import SparkError
from extractor.spark import java

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*,4]"  # all processors of this machine; a task whose worker was killed is tried four times, as on a cluster

# Documents differ by a thousand times in length: small batches keep memory low. Partition columns are text as in other tables: 007 is
# not 7. Days of timestamps are those of UTC, as pyarrow reads them.
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
}
# The work is done in Python: Java starts faster when it does not optimise.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_LOG = Path(__file__).with_name("log4j2.properties").as_uri()
# Everything stays on this machine.
_ON_THIS_MACHINE = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": f"{_JAVA} -Dlog4j2.configurationFile={_LOG}",
    "spark.executor.extraJavaOptions": _JAVA,
}


@contextmanager
def opened(master: str | None, *, progress: bool) -> Iterator[SparkSession]:
    """A session that ends with the block.

    :param master: Spark's address of a cluster. None: what ``spark-submit`` or the settings of Spark say, else this machine.
    :param progress: show Spark's own line of progress on standard error.
    :raises SparkError: there is no PySpark, no Java, or Spark does not start.
    """
    session = _start(master, progress)
    try:
        yield session
    finally:
        with suppress(Exception):  # a signal may have ended Java as well
            session.stop()


def _start(master: str | None, progress: bool) -> SparkSession:
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise SparkError("PySpark is not installed: pip install 'trichluc[spark]'") from None
    java.provide()
    try:
        settings = _submitted()
        asked = master or settings.get("spark.master") or LOCAL
        builder = SparkSession.builder.master(asked).appName(settings.get("spark.app.name", "trichluc"))
        for key, value in {**_SETTINGS, **(_local() if asked.startswith("local") else {}), **settings}.items():
            builder = builder.config(key, value)
        session = builder.config("spark.ui.showConsoleProgress", str(progress).lower()).getOrCreate()
    except PySparkException as error:
        raise SparkError(f"Spark does not start ({' '.join(str(error).split())[:150]}): {java.MISSING}") from None
    session.sparkContext.setLogLevel("OFF" if asked.startswith("local") else "ERROR")
    return session


def _submitted() -> dict[str, str]:
    """The settings that ``spark-submit`` was given, its files of settings read; nothing where it did not start this process."""
    from pyspark import SparkConf, SparkContext

    if "PYSPARK_GATEWAY_PORT" not in os.environ:
        return {}
    SparkContext._ensure_initialized()  # before, a SparkConf knows nothing of them
    return dict(SparkConf().getAll())


def _local() -> dict[str, str]:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    return _ON_THIS_MACHINE
