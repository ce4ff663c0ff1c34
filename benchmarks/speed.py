"""The whole pipeline (facts, tasks, rows) beside underthesea's word segmentation, on the same texts in the same run, single process.

    python benchmarks/speed.py [--runs N] [--json FILE]

*warm* is a pass over texts seen before, *cold* the first pass over texts in a fresh process with the program started but no
cache filled (word segmentation, place names). Both tools are run in turn, and medians of characters a second are compared. Of the
articles of ../shared/corpora, word segmentation gets the first hundred, which are as good a sample as the thousand.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from results import write_json
from tables import speed_table
from texts import articles, gold_texts, own_texts, seed_texts
from whole_line import whole_line

BAR = 10.0  # the speed of word_tokenize that the whole pipeline has to reach
_COLD_RUNS = 3
Work = Callable[[str], object]


class Corpus(NamedTuple):
    """Texts to measure on, and those of them that word segmentation gets."""

    name: str
    texts: list[str]
    segmented: list[str]


def main() -> None:
    """Measure every corpus that is there and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="interleaved runs of each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--cold", metavar="CORPUS", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.cold:
        corpus = next(corpus for corpus in corpora() if corpus.name == arguments.cold)
        print(json.dumps(_rates(corpus, whole_line(), _segment())))
        return
    figures = speed(arguments.runs)
    if arguments.json:
        write_json(arguments.json, figures)
    print(speed_table(figures))


def speed(runs: int) -> dict[str, Any]:
    """Characters a second of both on every corpus, warm and cold, and seconds of starting."""
    rows, segment = whole_line(), _segment()
    measured = [_figures(corpus, runs, rows, segment) for corpus in corpora()]
    return {"bar": BAR, "runs": runs, "start": _start(), "help": _help(), "corpora": measured}


def corpora() -> Iterator[Corpus]:
    """Every set of texts that is there."""
    for name, texts, sample in (
        ("seed texts (../shared)", seed_texts(), None),
        ("gold texts (../shared)", gold_texts(), None),
        ("corpora/texts", own_texts(), None),
        ("1,000 articles (../shared)", articles(1000), 100),
    ):
        if texts:
            yield Corpus(name, texts, texts[:sample])


def _figures(corpus: Corpus, runs: int, rows: Work, segment: Work) -> dict[str, Any]:
    print(f"speed: {corpus.name}", file=sys.stderr, flush=True)
    _rates(corpus, rows, segment)  # thrown away
    warm = _medians([_rates(corpus, rows, segment) for _ in range(runs)])
    cold = _medians([_cold(corpus.name) for _ in range(_COLD_RUNS)])
    size = sum(map(len, corpus.texts))
    return {"name": corpus.name, "documents": len(corpus.texts), "characters": size, "warm": warm, "cold": cold}


def _rates(corpus: Corpus, rows: Work, segment: Work) -> tuple[float, float]:
    """Characters a second of one pass of each."""
    return _rate(rows, corpus.texts), _rate(segment, corpus.segmented)


def _rate(work: Work, texts: list[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return sum(map(len, texts)) / (time.perf_counter() - begun)


def _medians(rates: list[tuple[float, float]]) -> dict[str, float]:
    """The median rates, the median of their ratios run by run, and the least and greatest of these."""
    ratios = [ours / theirs for ours, theirs in rates]
    ours, theirs = (statistics.median(column) for column in zip(*rates, strict=True))
    named = {"ours": ours, "word_tokenize": theirs, "ratio": statistics.median(ratios), "least": min(ratios), "most": max(ratios)}
    return {name: round(figure, 2) for name, figure in named.items()}


def _segment() -> Work:
    from underthesea import word_tokenize

    word_tokenize("khởi động")  # its model is loaded on first use
    segment: Work = word_tokenize
    return segment


def _cold(name: str) -> tuple[float, float]:
    done = subprocess.run([sys.executable, __file__, "--cold", name], stdout=subprocess.PIPE, text=True, check=True)
    ours, theirs = json.loads(done.stdout)
    return ours, theirs


def _start() -> float:
    return _command([sys.executable, "-c", "from extractor.pipeline import Extractor; Extractor()"], 3)


def _help() -> float:
    return _command([str(Path(sys.executable).parent / "trichluc"), "--help"], 5)


def _command(arguments: list[str], runs: int) -> float:
    """Median seconds of a command."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - begun)
    return round(statistics.median(seconds), 2)


if __name__ == "__main__":
    main()
