"""The figures of a run as a file: ``benchmarks/results/bench.json`` holds those that docs/benchmarks.md tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
BENCH = RESULTS / "bench.json"


def write_json(path: Path, figures: dict[str, Any]) -> None:
    """``figures`` in ``path``, readable, with three digits after the point."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(_rounded(figures), ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """The figures in ``path``."""
    figures: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return figures


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list | tuple) else value
