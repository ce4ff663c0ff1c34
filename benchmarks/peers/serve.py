"""One tool in a process of its own: it loads once and then does what the lines on its standard input ask for.

    python -m peers.serve MODULE        in benchmarks/

``{"texts": [[TEXT, DAY or null], …]}`` sets the texts, ``{"run": true}`` is answered with the seconds of one pass over them,
``{"answers": true}`` with what is found in each. The first line printed tells the seconds of loading, or ``{"error": …}``.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import IO, Any

from peers.answer import Find


def main() -> None:
    """Serve until the input ends."""
    out = _own_output()
    begun = time.perf_counter()
    try:
        find: Find = importlib.import_module(f"peers.{sys.argv[1]}").load()
    except Exception as error:  # noqa: BLE001, RUF100 - whatever keeps a tool from running is what its row says
        _say(out, error=f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
        return
    _say(out, loaded=time.perf_counter() - begun)
    texts: list[tuple[str, date | None]] = []
    for line in sys.stdin:
        asked = json.loads(line)
        if "texts" in asked:
            texts = [(text, date.fromisoformat(day) if day else None) for text, day in asked["texts"]]
        elif "run" in asked:
            _say(out, seconds=_pass(find, texts))
        elif "answers" in asked:
            _say(out, answers=[find(text, day) for text, day in texts])
        elif "memory" in asked:
            _say(out, mb=_peak())


def _own_output() -> IO[str]:
    """The standard output for us alone: what a tool prints goes nowhere."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return own


def _say(out: IO[str], **told: Any) -> None:
    print(json.dumps(told, ensure_ascii=False), file=out, flush=True)


def _peak() -> float | None:
    """The most memory that this process has held, in MB; null where the system does not tell (that of ``resource`` counts its parent's)."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:
        return None
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _pass(find: Find, texts: list[tuple[str, date | None]]) -> float:
    begun = time.perf_counter()
    for text, day in texts:
        find(text, day)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
