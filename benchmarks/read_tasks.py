"""Prints documents that give orders, each with the tasks found in it, for a reader to judge: docs/quality.md says how it went.

python benchmarks/read_tasks.py 0 10 > reading.txt    # the first ten of the order that the seed gives
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from extractor.model import Document, Task
from extractor.pipeline import Extractor

SHARED = Path(__file__).parent.parent.parent / "shared"
TYPES = ("Thông báo", "Công điện", "Chỉ thị", "Kế hoạch")
SEED = 2026
_FIELDS = ("lead", "support", "report_to", "assigner", "due", "inclusive", "rrule", "duration", "due_text", "documents")


def pool() -> list[dict[str, Any]]:
    """The notices, dispatches, directives and plans of the corpus that are not annotated, in the order of the seed."""
    annotated = {path.name.removesuffix(".gold.json") for path in (SHARED / "gold").glob("*.gold.json")}
    with gzip.open(SHARED / "corpora" / "admin.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [row for line in lines if (row := json.loads(line)).get("doc_type") in TYPES and row["id"] not in annotated]
    found.sort(key=lambda row: str(row["id"]))
    random.Random(SEED).shuffle(found)  # noqa: S311 - the same every time
    return found


def shown(row: dict[str, Any], extractor: Extractor) -> Iterator[str]:
    """One document: its text, then its tasks."""
    day = date.fromisoformat(row["date"][:10]) if row.get("date") else None
    tasks = extractor.analyse(Document(row["text"], doc_id=row["id"], date=day)).tasks
    yield f"\n######## {row['id']} ({row['doc_type']}), date {day}\n--- TEXT\n{row['text']}\n--- TASKS FOUND ({len(tasks)})"
    for number, task in enumerate(tasks, 1):
        yield f"{number}. [{task.item}] {task.text}\n   {_fields(task)}"


def _fields(task: Task) -> str:
    return " ".join(f"{name}={getattr(task, name)!r}" for name in _FIELDS)


def main() -> None:
    """Print the documents asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("first", type=int)
    arguments.add_argument("count", type=int)
    given = arguments.parse_args()
    extractor = Extractor()
    for row in pool()[given.first : given.first + given.count]:
        print(*shown(row, extractor), sep="\n")


if __name__ == "__main__":
    main()
