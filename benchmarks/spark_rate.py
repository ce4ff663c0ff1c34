"""Spark with two worker processes beside one process without Spark, on the same texts in the same run.

    python benchmarks/spark_rate.py [--runs N] [--json FILE]

Two executors with one core each on this machine (``local-cluster[2,1,1024]``), the four tables worked out and thrown away. Spark has been
started and its workers have loaded the rules before the first run that counts. Needs ``pip install 'trichluc[spark]'`` and Java.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractor.errors import TrichLucError
from results import write_json
from texts import articles, own_texts
from whole_line import whole_line

MASTER = "local-cluster[2,1,1024]"
_ARTICLES = 300


def main() -> None:
    """Measure and print; exit code 2 with one line where Spark cannot be started."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the median counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    try:
        figures = spark(arguments.runs)
    except TrichLucError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    if arguments.json:
        write_json(arguments.json, figures)
    print(f"one process {figures['single']:,.0f} characters a second, Spark {figures['spark']:,.0f}: {figures['ratio']:.2f} times")


def spark(runs: int) -> dict[str, Any]:
    """Characters a second of both, and the median of their ratios run by run.

    :raises SparkError: PySpark or Java is missing.
    """
    from extractor.spark.session import opened

    texts = articles(_ARTICLES) or own_texts() * 5
    size, rows = sum(map(len, texts)), whole_line()
    with opened(MASTER, progress=False) as session:
        distributed = _distributed(session, texts)
        pairs = []
        for _ in range(runs + 1):
            pairs.append((size / _seconds(lambda: [rows(text) for text in texts]), size / _seconds(distributed)))
    pairs = pairs[1:]  # the first is thrown away
    single, both = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(theirs / ours for ours, theirs in pairs)
    return {"master": MASTER, "runs": runs, "characters": size, "single": single, "spark": both, "ratio": ratio}


def _distributed(session: Any, texts: list[str]) -> Callable[[], None]:
    """A pass over ``texts`` on Spark, in enough parts that no worker waits long for the other."""
    from extractor.spark.frames import extract

    frame = session.createDataFrame([(str(i), text) for i, text in enumerate(texts)], "id string, text string").repartition(8).cache()
    frame.count()

    def run() -> None:
        frames = extract(frame, date=None)
        frames.results.write.format("noop").mode("overwrite").save()
        frames.unpersist()

    return run


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
