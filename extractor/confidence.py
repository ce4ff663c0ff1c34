"""How often each rule was right on gold: measured by ``trichluc evaluate --record``, never invented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

# Fewer judged facts than this say nothing about a rule.
ENOUGH = 5


def model_folder() -> Path:
    """The shipped ``models/``: inside an installed wheel, else beside the package."""
    inside = Path(__file__).parent / "_models"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "models"


def rule_precision(path: Path | None = None) -> Mapping[str, float]:
    """Rule id to measured precision, of the rules with at least ``ENOUGH`` judged facts; empty where nothing was recorded.

    The file is ``models/rule_precision.json``: ``{"rules": {"percent.sign": {"right": 57, "found": 58}, …}}``.
    """
    path = path or model_folder() / "rule_precision.json"
    if not path.exists():
        return {}
    counts: dict[str, dict[str, int]] = json.loads(path.read_text("utf-8"))["rules"]
    return {rule: round(c["right"] / c["found"], 4) for rule, c in counts.items() if c["found"] >= ENOUGH}
