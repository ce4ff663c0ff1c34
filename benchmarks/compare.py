"""Trích Lục beside what users would pick instead: quality and speed on the same annotated texts in the same run.

    python benchmarks/compare.py [--runs N] [--peers FOLDER] [--json FILE]

Each tool is one process and one thread. They run in turn, A B C A B C, after the pass that gave the answers; medians count. The
environment of those that cannot live in ours is made in FOLDER (.venv-peers) on first use.
A tool that cannot be installed or run is a row that says why.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from extractor import extract
from peers.catalogue import PEERS, Peer
from peers.entrant import Entrant
from peers.environment import make
from quality import gold
from results import write_json
from tables import quality_table, tools_table
from texts import ROOT

ENVIRONMENT = ROOT / ".venv-peers"


def main() -> None:
    """Compare all tools, print the tables and, if wanted, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="timed passes of each tool; the median counts")
    parser.add_argument("--peers", type=Path, default=ENVIRONMENT, metavar="FOLDER", help="the environment of the other tools")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    figures = compare(arguments.runs, arguments.peers)
    if arguments.json:
        write_json(arguments.json, figures)
    print(f"{tools_table(figures)}\n\n{quality_table(figures)}")


def compare(runs: int, environment: Path) -> dict[str, Any]:
    """The figures of every tool, and of the texts they are about."""
    make(environment)
    name, documents = gold()
    given = [(item.document.text, item.document.date.isoformat() if item.document.date else None) for item in documents]
    dated = [(text, day or _day(text)) for text, day in given]
    entrants = [Entrant(peer, environment, given if _is_ours(peer) else dated) for peer in PEERS]
    for peer, entrant in zip(PEERS, entrants, strict=True):
        _say(f"loading {peer.name}")
        entrant.load(documents)
    for run in range(runs):
        _say(f"run {run + 1} of {runs}")
        for entrant in entrants:
            entrant.run()
    size = sum(len(text) for text, _ in given)
    return {"texts": name, "documents": len(documents), "characters": size, "runs": runs, "tools": [e.figures() for e in entrants]}


def _is_ours(peer: Peer) -> bool:
    return peer.module == "trichluc"


def _day(text: str) -> str | None:
    """The date that the document has by Trích Lục, where nothing else tells it: a gift to the others, who do not look for it."""
    day = extract(text).document.date
    return day.isoformat() if day else None


def _say(line: str) -> None:
    print(f"compare: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
