"""All benchmarks in one run: writes benchmarks/results/bench.json, docs/benchmarks.md and its chart, and prints the page.

    python benchmarks/bench.py [--runs N] [SECTION ...]

With names of sections only these are measured and the figures of the others stay. What fails is told in its place and ends nothing.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from chart import draw
from machine import machine
from page import CHART, PAGE, page
from results import BENCH, read_json, write_json

HERE = Path(__file__).parent
SECTIONS = {
    "speed": "speed.py",
    "linear": "linear.py",
    "compare": "compare.py",
    "jobs": "jobs.py",
    "spark": "spark_rate.py",
}
_LIMIT = 45 * 60  # seconds for one section


def main() -> None:
    """Measure, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all without")
    parser.add_argument("--runs", type=int, default=5, help="runs of each; medians count")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.sections if name not in SECTIONS]:
        parser.error(f"no section {unknown[0]!r}; there are: {', '.join(SECTIONS)}")
    figures = read_json(BENCH) if arguments.sections and BENCH.exists() else {}
    figures["machine"] = machine()
    for name in arguments.sections or SECTIONS:
        figures[name] = _measured(name, arguments.runs)
        write_json(BENCH, figures)  # after each: an hour's work is not lost to a stop
    PAGE.write_text(page(figures), "utf-8")
    if "tools" in figures.get("compare", {}):
        draw(figures["compare"], CHART)
    print(page(figures))


def _measured(name: str, runs: int) -> dict[str, Any]:
    """The figures of a section, with the day and the minutes they took; under ``error`` why there are none."""
    print(f"\n== {name}, since {datetime.now():%H:%M}", file=sys.stderr, flush=True)
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "figures.json"
        problem = _run([sys.executable, str(HERE / SECTIONS[name]), "--runs", str(runs), "--json", str(file)])
        figures = read_json(file) if file.exists() else {"error": problem}
    return {**figures, "day": datetime.now(UTC).date().isoformat(), "minutes": (time.monotonic() - begun) / 60}


def _run(command: list[str]) -> str:
    """Runs a script whose output is shown as it comes; its last line on standard error, for the case that it leaves no figures."""
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True)
    stop = partial(os.killpg, process.pid, signal.SIGKILL)  # it and what it has started
    guard = Timer(_LIMIT, stop)
    guard.start()
    last = f"ended without figures, after {_LIMIT // 60} minutes at most"
    try:
        for line in process.stderr or ():
            print(line, end="", file=sys.stderr, flush=True)
            last = line.strip() or last
        process.wait()
    except KeyboardInterrupt:
        stop()
        raise
    finally:
        guard.cancel()
    return last


if __name__ == "__main__":
    main()
