"""A long stream of articles into a dataset folder: time, rows, size, and the most memory that each process took.

    python benchmarks/stream.py [--articles N] [--jobs N] [--keep FOLDER] [--json FILE]

The articles are as long as those of the corpus; their sentences are drawn from all of it, so that no article is a copy of another.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from machine import machine
from results import write_json

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "news.jsonl.gz"
BAR = 400  # MB a process
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_TICK = 2.0  # seconds between two looks at the processes


def main() -> None:
    """Run it once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where the dataset goes, to be looked at; it must be new")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    if not CORPUS.exists() or not Path("/proc/self/status").exists():
        sys.exit(f"{CORPUS} or /proc is not here")
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "articles.jsonl")
        with table.open("w", encoding="utf-8") as file:
            file.writelines(_articles(arguments.articles))
        out = arguments.keep or Path(folder, "out")
        seconds, peaks = _run(table, out, arguments.jobs)
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        sizes = {part.name: _size(part) for part in sorted(out.iterdir())}
    if arguments.json:
        counts = {name: manifest[name] for name in ("documents", "characters", "facts", "tasks")}
        took = {"jobs": arguments.jobs, "seconds": seconds, "mb": max(peaks), "peaks": peaks}
        write_json(arguments.json, {**counts, **took, "machine": machine()})
    print(f"{manifest['documents']:,} articles, {manifest['characters']:,} characters, {seconds:,.0f} s with {arguments.jobs} processes")
    print(f"{manifest['facts']:,} facts, {manifest['tasks']:,} tasks, errors: {manifest['errors'] or 'none'}")
    print("MB written: " + ", ".join(f"{name} {size:,.1f}" for name, size in sizes.items()))
    print(f"most memory, MB (the bar is {BAR}): parent {peaks[0]:,.0f}, workers {', '.join(f'{peak:,.0f}' for peak in peaks[1:])}")


def _articles(wanted: int) -> Iterator[str]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        cut = [[s for s in _SENTENCE.split(json.loads(line)["text"]) if s.strip()] for line in lines]
    sentences = [sentence for article in cut for sentence in article]
    lengths = [len(article) for article in cut if article]
    chance = random.Random(1)  # noqa: S311 - the same articles every time
    for number in range(wanted):
        text = "\n".join(chance.sample(sentences, chance.choice(lengths)))
        yield json.dumps({"id": f"a{number}", "date": f"2025-{number % 12 + 1:02}-15", "text": text}, ensure_ascii=False) + "\n"


def _run(table: Path, out: Path, jobs: int) -> tuple[float, list[float]]:
    """Seconds, and the peak of the parent's resident memory and of each worker's, MB."""
    begun = time.monotonic()
    program = Path(sys.executable).parent / "trichluc"
    process = subprocess.Popen([program, "extract", table, "-o", out, "--jobs", str(jobs)])
    peaks: dict[int, float] = {}
    while process.poll() is None:
        for pid in (process.pid, *_children(process.pid)):
            peaks[pid] = _peak(pid) or peaks.get(pid, 0.0)
        time.sleep(_TICK)
    if process.returncode:
        sys.exit(process.returncode)
    return time.monotonic() - begun, [peaks.pop(process.pid), *peaks.values()]


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def _peak(pid: int) -> float | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else None


def _size(path: Path) -> float:
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.iterdir())) / 1e6


if __name__ == "__main__":
    main()
