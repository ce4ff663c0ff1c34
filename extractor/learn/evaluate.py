"""The rules against gold: extract what a gold folder holds, score it, record how often each rule was right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.confidence import model_folder
from extractor.learn.gold import read_gold
from extractor.learn.score import MEASURES, Score
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.table import fact_row


def evaluate(folder: Path, extractor: Extractor) -> tuple[Score, int]:
    """The score of ``extractor`` on a gold folder, and its number of documents.

    :raises EvaluationError: the folder is no gold folder.
    """
    score = Score()
    gold = read_gold(folder)
    for item in gold:
        guesses = [fact_row(fact) for fact in analyse(item.document, extractor).facts]
        score.add(item.document.doc_id, item.facts, guesses, item.second)
    return score, len(gold)


def as_json(score: Score, documents: int) -> dict[str, Any]:
    """The figures in the shape of ``score.py --json``."""
    kinds = {kind: {m: figure.as_dict() for m, figure in score.figures(kind).items()} for kind in score.kinds()}
    micro = score.figures()
    result = {
        "facts": kinds,
        "documents": documents,
        "micro": {measure: micro[measure].as_dict() for measure in MEASURES},
        "macro_full_f1": round(score.macro(), 4),
    }
    second = {name: round(share, 4) for name, share in score.second_layer().items()}
    return {**result, "second": second} if second else result


def record(scores: Iterable[Score], path: Path | None = None) -> Path:
    """Write how often each rule was right, summed over ``scores``, to ``models/rule_precision.json``; see ``extractor.confidence``."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for score in scores:
        for rule, figure in score.rules().items():
            right[rule] += figure.hit
            found[rule] += figure.guess
    path = path or model_folder() / "rule_precision.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    rules = {rule: {"right": right[rule], "found": found[rule]} for rule in sorted(found)}
    path.write_text(json.dumps({"rules": rules}, indent=1) + "\n", "utf-8")
    return path
