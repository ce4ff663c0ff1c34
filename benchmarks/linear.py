"""What a character costs in one long document: beside small documents, and beside a quarter of the same monotonous text.

    python benchmarks/linear.py [--runs N] [--cap SECONDS] [--json FILE] [CASE ...]

The whole pipeline is measured (facts, tasks, rows), in seconds of the processor. For ``joined …`` many small documents become one of a
million characters: the figure is seconds as one over seconds apart. For every other case (benchmarks/long_texts.py) it is seconds for a
million characters over four times the seconds for a quarter of them. 1.0 is linear. Each case runs in a process of its own; no further
run of it begins once it has taken SECONDS, and one that takes ten minutes is killed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from long_texts import NAMES, long_text
from results import write_json
from texts import small_documents
from whole_line import whole_line

SIZE = 1_000_000
PARTS = 4
LIMIT = 600  # seconds, after which a case is called not finished
BAR_JOINED = 1.3  # how much more a character may cost in one document of 1 MB
BAR_ALIKE = 1.5  # where a text is called linear: quadratic work would show as 4
_JOINED = {"joined news": "news", "joined official documents": "admin"}
CASES = (*_JOINED, *NAMES)


class Timed(NamedTuple):
    """One case: the median seconds of the small parts together and of the whole, by how many runs; nulls where none ended."""

    name: str
    parts: float | None
    whole: float | None
    runs: int

    @property
    def ratio(self) -> float | None:
        """The cost of a character in the whole over that in its parts."""
        return self.whole / self.parts if self.parts and self.whole else None

    def as_dict(self) -> dict[str, Any]:
        """For JSON: the fields with ratio and bar."""
        return {**self._asdict(), "ratio": self.ratio, "bar": self.bar}

    @property
    def bar(self) -> float:
        """The largest ratio that is called linear."""
        return BAR_JOINED if self.name in _JOINED else BAR_ALIKE


def main() -> None:
    """Measure the cases and print a table; exit code 1 where one is beyond its bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="names of cases; all without")
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the median counts")
    parser.add_argument("--cap", type=float, default=30, metavar="SECONDS", help="after them no further run of a case begins")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.cases if name not in CASES]:
        parser.error(f"no case {unknown[0]!r}; there are: {', '.join(CASES)}")
    if arguments.child:
        _child(arguments.cases[0], arguments.runs, arguments.cap)
        return
    print("| case | four quarters or small documents, s | one document, s | ratio | runs |\n| --- | ---: | ---: | ---: | ---: |")
    done: list[Timed] = []
    for name in arguments.cases or CASES:
        done.append(measured(name, arguments.runs, arguments.cap))
        print(_row(done[-1]), flush=True)
    if arguments.json:
        write_json(arguments.json, {"limit": LIMIT, "size": SIZE, "cases": [timed.as_dict() for timed in done]})
    sys.exit(any(timed.ratio is None or timed.ratio > timed.bar for timed in done))


def measured(name: str, runs: int, cap: float, limit: float = LIMIT) -> Timed:
    """The case ``name``, in a process of its own: as many of ``runs`` as begin within ``cap`` seconds and end within ``limit``."""
    command = [sys.executable, __file__, "--child", "--runs", str(runs), "--cap", str(cap), name]
    try:
        printed = subprocess.run(command, stdout=subprocess.PIPE, timeout=limit, check=True).stdout
    except subprocess.TimeoutExpired as error:
        printed = error.stdout or b""
    seconds = [float(line) for line in printed.decode().splitlines(keepends=True) if line.endswith("\n")]
    parts, whole = seconds[::2], seconds[1::2]
    return Timed(name, statistics.median(parts) if parts else None, statistics.median(whole) if whole else None, len(whole))


def _row(timed: Timed) -> str:
    if timed.ratio is None:
        return f"| {timed.name} | {timed.parts or 0:.2f} | | killed after {LIMIT} s | 0 |"
    beyond = f" (above {timed.bar})" if timed.ratio > timed.bar else ""
    return f"| {timed.name} | {timed.parts:.2f} | {timed.whole:.2f} | {timed.ratio:.2f}{beyond} | {timed.runs} |"


def _child(name: str, runs: int, cap: float) -> None:
    rows = whole_line()
    parts, whole, weight = _texts(name)
    for part in parts:  # fills what is loaded on first use or looked up once
        rows(part[:10_000])
    begun = time.monotonic()
    for run in range(runs):
        if run and time.monotonic() - begun > cap:
            break
        print(weight * _seconds(rows, parts), flush=True)
        print(_seconds(rows, [whole]), flush=True)


def _texts(name: str) -> tuple[list[str], str, int]:
    """The small texts, the long one, and how often the small ones go into it."""
    if name in _JOINED:
        documents = small_documents(_JOINED[name], SIZE)
        return documents, "\n".join(documents), 1
    return [long_text(name, SIZE // PARTS)], long_text(name, SIZE), PARTS


def _seconds(rows: Callable[[str], object], texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        rows(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
