"""Facts, tasks, documents and errors of a Spark frame of articles.

One pass gives a frame of results, one row a document; the four tables are taken out of it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.errors import LoadError
from extractor.load.columns import find_columns
from extractor.run.messages import TIMEOUT
from extractor.schema import DOCUMENTS, ERRORS, FACTS, TASKS, Column
from extractor.spark import worker
from extractor.spark.plan import Plan, rules_to_ship

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


class Frames(NamedTuple):
    """The four tables of ``extractor.schema``, typed as there, and the results that they are taken from."""

    facts: DataFrame
    tasks: DataFrame
    documents: DataFrame
    errors: DataFrame
    results: DataFrame

    def unpersist(self) -> None:
        """Let go of the results that Spark keeps for the four tables."""
        self.results.unpersist()


def extract(
    df: DataFrame,
    text: str | None = "text",
    id: str | None = "id",  # noqa: A002 - the column that everyone calls id
    date: str | None = "date",
    *,
    patterns: Iterable[str | Path] = (),
    timeout: float | None = TIMEOUT,
) -> Frames:
    """All four tables of the documents of ``df`` from one pass over their texts.

    :param df: one row a document. Titles, publishers and the like are found by the names of their columns, as
        ``trichluc extract`` finds them.
    :param text: the column of the text. None: it is found by its name; likewise ``id`` and ``date``, which may be absent then.
        A document without an id is called by twelve digits of its text's SHA-256.
    :param date: strings, dates or timestamps (the day in the session's time zone).
    :param patterns: pattern folders that add to or override the shipped ones; only the driver needs to have them.
    :param timeout: seconds for a document; None is without limit.
    :return: frames that Spark works out when they are asked for. The results are kept (memory, then disk) from the first of them to
        the last: call ``unpersist`` when done. What fails is a row of ``errors``. ``duplicate_of`` is known within a document only.
    :raises LoadError: a column is missing.
    :raises PatternError: a pattern folder cannot be used.
    """
    return tables_of(_results(df, text, id, date, patterns, timeout).persist())


def facts(
    df: DataFrame,
    text: str | None = "text",
    id: str | None = "id",  # noqa: A002
    date: str | None = "date",
    *,
    patterns: Iterable[str | Path] = (),
    timeout: float | None = TIMEOUT,
) -> DataFrame:
    """The facts of the documents of ``df``, typed as ``extractor.schema.FACTS``; parameters and errors as of ``extract``.

    Every call of ``facts``, ``tasks``, ``documents`` and ``errors`` is a pass of its own: where you want more than one, take ``extract``.
    """
    return tables_of(_results(df, text, id, date, patterns, timeout)).facts


def tasks(
    df: DataFrame,
    text: str | None = "text",
    id: str | None = "id",  # noqa: A002
    date: str | None = "date",
    *,
    patterns: Iterable[str | Path] = (),
    timeout: float | None = TIMEOUT,
) -> DataFrame:
    """The tasks of the documents of ``df``, typed as ``extractor.schema.TASKS``; see ``facts``."""
    return tables_of(_results(df, text, id, date, patterns, timeout)).tasks


def documents(
    df: DataFrame,
    text: str | None = "text",
    id: str | None = "id",  # noqa: A002
    date: str | None = "date",
    *,
    patterns: Iterable[str | Path] = (),
    timeout: float | None = TIMEOUT,
) -> DataFrame:
    """The documents of ``df`` that did not fail, typed as ``extractor.schema.DOCUMENTS``; see ``facts``."""
    return tables_of(_results(df, text, id, date, patterns, timeout)).documents


def errors(
    df: DataFrame,
    text: str | None = "text",
    id: str | None = "id",  # noqa: A002
    date: str | None = "date",
    *,
    patterns: Iterable[str | Path] = (),
    timeout: float | None = TIMEOUT,
) -> DataFrame:
    """The documents of ``df`` that failed and why, typed as ``extractor.schema.ERRORS``; see ``facts``."""
    return tables_of(_results(df, text, id, date, patterns, timeout)).errors


def results_of(df: DataFrame, plan: Plan) -> DataFrame:
    """The pass: one row a document, typed as ``batches.results_schema``, from the columns of ``df`` that the plan names."""
    from pyspark.sql import functions as F  # noqa: N812 - as all who use Spark write it

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        return worker.run(batches, plan)

    wanted = df.select(*(F.col(quoted(name)).alias(f"c{number}") for number, name in enumerate(plan.names)))
    with warnings.catch_warnings():  # none of its conversions to pandas is used
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        return wanted.mapInArrow(run, results_type(plan.carried))


def tables_of(results: DataFrame, carried: Sequence[str] = ()) -> Frames:
    """The four tables in a frame of results; the columns carried stand behind a table's own, unless it has one of that name."""
    from pyspark.sql import functions as F  # noqa: N812

    def beside(columns: Sequence[Column]) -> list[str]:
        return [name for name in carried if name not in {column.name for column in columns}]

    return Frames(
        results.select(F.inline("facts"), *beside(FACTS)),
        results.select(F.inline("tasks"), *beside(TASKS)),
        results.where("document IS NOT NULL").select("document.*", *beside(DOCUMENTS)),
        results.where("error IS NOT NULL").select("error.*", *beside(ERRORS)),
        results,
    )


def results_type(carried: Sequence[str]) -> Any:
    """``batches.results_schema`` as a type of Spark's."""
    from pyspark.sql import types as T  # noqa: N812

    whole = T.StructType([T.StructField("facts", T.ArrayType(table_type(FACTS))), T.StructField("tasks", T.ArrayType(table_type(TASKS)))])
    whole = whole.add("document", table_type(DOCUMENTS)).add("error", table_type(ERRORS))
    for name in carried:
        whole = whole.add(name, T.StringType())
    return whole


def quoted(name: str) -> str:
    """A column's name in backquotes: dots and blanks in it are part of it."""
    return f"`{name.replace('`', '``')}`"


def table_type(columns: Sequence[Column]) -> Any:
    """Columns of ``extractor.schema`` as a ``StructType``: string, long, double, boolean, date, array of strings; all nullable."""
    from pyspark.sql import types as T  # noqa: N812

    types = {
        "string": T.StringType(),
        "integer": T.LongType(),
        "number": T.DoubleType(),
        "boolean": T.BooleanType(),
        "date": T.DateType(),
        "list": T.ArrayType(T.StringType()),
    }
    return T.StructType([T.StructField(column.name, types[column.type]) for column in columns])


def _results(
    df: DataFrame,
    text: str | None,
    id: str | None,  # noqa: A002
    date: str | None,
    patterns: Iterable[str | Path],
    timeout: float | None,
) -> DataFrame:
    try:
        columns = find_columns(df.columns, {"text": text, "id": id, "date": date})
    except LoadError as error:
        raise LoadError(f"{error}: give text=, id= and date= as the frame has them, or None to find them by their names") from None
    overlays, digest = rules_to_ship(patterns)
    return results_of(df, Plan(tuple(columns.names()), columns, overlays, digest, timeout=timeout))
