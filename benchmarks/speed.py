"""Facts end to end beside underthesea's word segmentation, on the same texts in the same run, single process.

    python benchmarks/speed.py [--runs N]

*warm* is a pass over texts seen before, *cold* the first pass over texts in a fresh process with the program started but no
cache filled (word segmentation, place names). Both tools are run in turn, and medians are compared.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
BAR = 5.0  # the speed of word_tokenize that facts have to reach


def main() -> None:
    """Measure every corpus that is there and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="interleaved runs of each")
    parser.add_argument("--cold", metavar="CORPUS", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    corpora = dict(_corpora())
    if arguments.cold:
        print(json.dumps([_timed(_facts(), corpora[arguments.cold]), _timed(_segment(), corpora[arguments.cold])]))
        return
    print(f"{_cpu()}, Python {platform.python_version()}, one process, medians of {arguments.runs}\n")
    print(f"start of the program with its rules: {statistics.median(_starts(3)):.2f} s")
    print(f"trichluc --help: {statistics.median(_helps(5)):.2f} s\n")
    print("| corpus | characters | facts, warm | word_tokenize, warm | ratio | facts, cold | word_tokenize, cold | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, texts in corpora.items():
        print(f"| {' | '.join(_row(name, texts, arguments.runs))} |")
    print(f"\nk/s: thousand characters a second. The bar for the seed texts is a ratio of {BAR:.0f}.")


def _row(name: str, texts: list[str], runs: int) -> list[str]:
    size = sum(map(len, texts))
    warm = _warm(texts, runs)
    cold = [statistics.median(column) for column in zip(*(_cold(name) for _ in range(3)), strict=True)]
    rates = [f"{size / seconds / 1000:,.0f} k/s" for seconds in (*warm, *cold)]
    return [name, f"{size:,}", *rates[:2], f"{warm[1] / warm[0]:.1f}", *rates[2:], f"{cold[1] / cold[0]:.1f}"]


def _corpora() -> Iterable[tuple[str, list[str]]]:
    for name, folder, pattern in (
        ("seed texts (../shared)", ROOT.parent / "shared" / "gold" / "texts", "seed-*.txt"),
        ("gold texts (../shared)", ROOT.parent / "shared" / "gold" / "texts", "*.txt"),
        ("corpora/texts", ROOT / "corpora" / "texts", "*.txt"),
    ):
        if texts := [path.read_text("utf-8-sig") for path in sorted(folder.glob(pattern)) if _is_utf8(path)]:
            yield name, texts


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _facts() -> Callable[[str], object]:
    from extractor.model import Document
    from extractor.pipeline import Extractor

    extractor = Extractor()
    return lambda text: extractor.analyse(Document(text))


def _segment() -> Callable[[str], object]:
    from underthesea import word_tokenize

    word_tokenize("khởi động")  # its model is loaded on first use
    segment: Callable[[str], object] = word_tokenize
    return segment


def _timed(work: Callable[[str], object], texts: list[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - begun


def _warm(texts: list[str], runs: int) -> tuple[float, float]:
    """Median seconds of both, run in turn after one pass that is thrown away."""
    facts, segment = _facts(), _segment()
    seconds: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for work, into in zip((facts, segment), seconds, strict=True):
            took = _timed(work, texts)
            if run:
                into.append(took)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def _cold(name: str) -> list[float]:
    done = subprocess.run([sys.executable, __file__, "--cold", name], capture_output=True, text=True, check=True)
    seconds: list[float] = json.loads(done.stdout)
    return seconds


def _starts(runs: int) -> list[float]:
    code = "from extractor.pipeline import Extractor; Extractor()"
    return [_command([sys.executable, "-c", code]) for _ in range(runs)]


def _helps(runs: int) -> list[float]:
    return [_command([str(Path(sys.executable).parent / "trichluc"), "--help"]) for _ in range(runs)]


def _command(arguments: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return "unknown processor"
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{models[0] if models else 'unknown processor'} × {len(models)}"


if __name__ == "__main__":
    main()
