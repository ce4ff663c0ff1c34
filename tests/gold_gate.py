"""The ratchet: full F1 of facts and the figures of tasks may rise on gold, never drop below the floors pinned in corpora/floors.json.

python tests/gold_gate.py             says where each folder stands
python tests/gold_gate.py --update    pins what is better now; refuses to lower anything
python tests/gold_gate.py --update --allow-lower    also lowers: for gold that was corrected; say why in CHANGELOG.md
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extractor.learn.evaluate import evaluate
from extractor.pipeline import Extractor

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "corpora" / "floors.json"
FOLDERS = ("corpora", "../shared/gold")
Pins = dict[str, Any]


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all gold files and their texts."""
    total = hashlib.sha256()
    for path in sorted([*folder.glob("*.gold.json"), *folder.glob("texts/*.txt"), *folder.glob("gold.jsonl")]):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def measure(folder: Path) -> Pins:
    """Full F1 of the folder by kind and of all rows, the figures of its tasks, and the hash of its gold."""
    evaluation = evaluate(folder, Extractor())
    score, tasks = evaluation.facts, evaluation.tasks
    kinds = {kind: round(figure.f1, 4) for kind in score.kinds() if (figure := score.figures(kind)["full"]).gold}
    shares = {measure: figure.f1 for measure, figure in tasks.figures().items()} | tasks.of_found()
    return {
        "sha256": digest(folder),
        "micro": round(score.figures()["full"].f1, 4),
        "kinds": kinds,
        "tasks": {name: round(share, 4) for name, share in shares.items()},
    }


def problems(now: Pins, pinned: Pins) -> Iterator[str]:
    """What is worse than the floors."""
    if now["sha256"] != pinned["sha256"]:
        yield "the gold has changed since the floors were pinned: run make floors"
    for name, floor in _figures(pinned).items():
        figure = _figures(now).get(name, 0.0)
        if figure < floor:
            yield f"{name}: {figure:.4f} is below its floor {floor:.4f}"


def raised(now: Pins, pinned: Pins | None) -> Pins:
    """The new floors: what is measured now, which must be nowhere below ``pinned``. Raises ``ValueError`` where it is."""
    lower = list(problems({**now, "sha256": ""}, {**pinned, "sha256": ""})) if pinned else []
    if lower:
        raise ValueError("; ".join(lower))
    return now


def _figures(pins: Mapping[str, Any]) -> dict[str, float]:
    return {"micro": pins["micro"], **pins["kinds"], **{f"tasks {name}": share for name, share in pins.get("tasks", {}).items()}}


def main(arguments: list[str]) -> int:
    """Print where each folder stands, and pin with ``--update``; 1 where something is below its floor."""
    pinned: dict[str, Pins] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    status = 0
    for name in (name for name in FOLDERS if (ROOT / name).is_dir()):
        now, before = measure(ROOT / name), pinned.get(name)
        print(f"{name}: " + "  ".join(f"{kind} {share:.4f}" for kind, share in _figures(now).items()))
        if "--update" in arguments:
            try:
                pinned[name] = raised(now, None if "--allow-lower" in arguments else before)
            except ValueError as error:
                print(f"{name}: not pinned: {error}", file=sys.stderr)
                status = 1
        elif before and (worse := list(problems(now, before))):
            print("\n".join(f"{name}: {line}" for line in worse), file=sys.stderr)
            status = 1
    if "--update" in arguments:
        part = FLOORS.with_suffix(".part")
        part.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", "utf-8")
        part.replace(FLOORS)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
