"""Two processes beside one, on the same articles in turn: the whole command with its start, medians, and their ratio.

    python benchmarks/jobs.py [--runs N] [--articles N] [--json FILE]

Both cores have to be free: what else runs on the machine takes from two processes what it leaves to one.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TypedDict

from results import write_json

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "news.jsonl.gz"
BAR = 1.8


class Measured(TypedDict):
    """Median seconds of one process and of two, and the load of the machine before."""

    articles: int
    one: float
    two: float
    ratio: float
    load: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turn")
    parser.add_argument("--articles", type=int, default=2000, help="how many of the corpus")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    if not CORPUS.exists():
        sys.exit(f"{CORPUS}: is not here")
    found = measured(arguments.runs, arguments.articles)
    if arguments.json:
        write_json(arguments.json, {**found})
    print(f"{found['articles']:,} articles: one process {found['one']:.1f} s, two {found['two']:.1f} s,", end=" ")
    print(f"{found['ratio']:.2f} times as fast (the bar is {BAR}); load before: {found['load']:.1f}")


def measured(runs: int = 5, articles: int = 2000) -> Measured:
    """Both in turn, ``runs`` times."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder, gzip.open(CORPUS, "rt", encoding="utf-8") as corpus:
        table = Path(folder, "articles.jsonl")
        lines = list(islice(corpus, articles))
        table.write_text("".join(lines), "utf-8")
        seconds = [[_seconds(table, jobs) for jobs in (1, 2)] for _ in range(runs)]
    one, two = (statistics.median(column) for column in zip(*seconds, strict=True))
    return Measured(articles=len(lines), one=round(one, 2), two=round(two, 2), ratio=round(one / two, 3), load=load)


def _seconds(table: Path, jobs: int) -> float:
    program = Path(sys.executable).parent / "trichluc"
    begun = time.perf_counter()
    subprocess.run([program, "extract", table, "-o", table.with_name("facts.parquet"), "--jobs", str(jobs)], check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
