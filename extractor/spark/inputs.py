"""What the user names as a frame of articles: Parquet or JSON Lines, a file, a folder, or a folder of partitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extractor.errors import LoadError
from extractor.load.columns import find_columns, is_own_result
from extractor.load.formats import inner_ending
from extractor.load.tables import Row
from extractor.schema import FACTS, TASKS
from extractor.spark.frames import quoted
from extractor.spark.paths import is_partitioned, root_of
from extractor.spark.plan import LINE, NUMBER, SOURCE, Plan, rules_to_ship
from extractor.spark.worker import of_line

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_AHEAD = 100  # lines whose keys together are the columns, as in extractor.load.jsonl
_NANOSECONDS = 10**16  # no count of seconds or milliseconds is as large, and every day since May 1970 is
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Articles:
    """A frame, and how to read it.

    :param names: of all columns that its rows have; ``columns`` those of the frame that are to be read for them.
    :param numbered: the rows are numbered within their files.
    :param nanoseconds: some long column may be a timestamp.
    """

    frame: DataFrame
    names: Sequence[str]
    columns: Sequence[str]
    numbered: bool
    nanoseconds: bool = False


def read(spark: SparkSession, given: str) -> Articles:
    """The articles in ``given``, a path or an address that Spark can read.

    :raises LoadError: it holds no Parquet and no JSON Lines, or both.
    """
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(given).inputFiles()
    endings = {inner_ending(Path(unquote(uri))) for uri in files}
    nested = "false" if any(map(is_partitioned, files)) else "true"
    if endings == {".parquet"}:
        return _parquet(spark, given, nested)
    if endings and endings <= {*_LINES}:
        return _lines(spark.read.option("recursiveFileLookup", nested).text(given))
    what = f"{', '.join(sorted(ending or 'files without a known ending' for ending in endings))}" if endings else "no file"
    raise LoadError(f"{given}: holds {what}: give Parquet (.parquet) or JSON Lines (.jsonl .ndjson, also .gz), one of the two")


def _parquet(spark: SparkSession, given: str, nested: str) -> Articles:
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as F  # noqa: N812

    reader = spark.read.option("mergeSchema", "true").option("recursiveFileLookup", nested)
    try:
        frame, nanoseconds = reader.parquet(given), False
    except AnalysisException as error:
        if "TIMESTAMP(NANOS" not in str(error):
            raise
        spark.conf.set("spark.sql.legacy.parquet.nanosAsLong", "true")
        frame, nanoseconds = reader.parquet(given), True
    names = list(frame.columns)
    placed = frame.withColumn(SOURCE, F.col("_metadata.file_path")).withColumn(NUMBER, F.col("_metadata.row_index") + 1)
    return Articles(placed, names, names, numbered=True, nanoseconds=nanoseconds)


def with_days(articles: Articles, date: str | None) -> DataFrame:
    """The frame, with days in the column ``date`` where Spark has made numbers of its timestamps: pandas wrote nanoseconds for years."""
    from pyspark.sql import functions as F  # noqa: N812

    if date is None or not articles.nanoseconds or dict(articles.frame.dtypes)[date] != "bigint":
        return articles.frame
    cell = F.col(quoted(date))
    return articles.frame.withColumn(date, F.when(cell >= _NANOSECONDS, F.timestamp_micros((cell / 1000).cast("bigint"))))


def _lines(frame: DataFrame) -> Articles:
    from pyspark.sql import functions as F  # noqa: N812

    # As bytes: Spark does not look whether they are UTF-8, and Python does.
    lines = frame.where(F.trim("value") != "").withColumn(LINE, F.col("value").cast("binary")).drop("value")
    beside = [name for name in lines.columns if name != LINE]
    rows = (of_line(bytes(row[LINE]), {}) for row in lines.select(LINE).head(_AHEAD))
    keys = dict.fromkeys(key for row in rows if isinstance(row, Row) for key in row.cells)
    return Articles(lines.withColumn(SOURCE, F.col("_metadata.file_path")), [*keys, *beside], [LINE, *beside], numbered=False)


def planned(articles: Articles, given: str, asked: Mapping[str, str | None], patterns: Sequence[Path], carried: Sequence[str]) -> Plan:
    """Which columns of the frame to read, and how.

    :param asked: the columns that the user named: ``text``, ``id``, ``date``.
    :raises LoadError: a column is missing, or the articles are a result of ours.
    :raises PatternError: a pattern folder cannot be used.
    """
    if asked.get("text") is None and is_own_result(articles.names):
        raise LoadError(f"{given}: the table was written by trichluc: give the articles, not the result")
    try:
        columns = find_columns(articles.names, asked)
    except LoadError as error:
        raise LoadError(f"{given}: {error}") from None
    for name in carried:
        if name not in articles.names:
            raise LoadError(f"{given}: no column is named {name!r}: --partition-by takes {', '.join(map(repr, articles.names))}")
        if name in {column.name for column in (*FACTS, *TASKS)}:
            raise LoadError(f"{name!r} is a column of the tables written: rename the column of the articles to partition by it")
    overlays, digest = rules_to_ship(patterns)
    wanted = articles.columns if LINE in articles.columns else dict.fromkeys([*columns.names(), *carried])
    own = [SOURCE, NUMBER] if articles.numbered else [SOURCE]
    return Plan((*wanted, *own), columns, overlays, digest, tuple(carried), root_of(given))
