"""The rules against gold: extract what a gold folder holds, score it, record how often each rule was right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.confidence import model_folder
from extractor.learn.gold import read_gold
from extractor.learn.labelled import ENDING, TEXTS, read_labelled
from extractor.learn.score import MEASURES, Score
from extractor.learn.task_score import TaskScore
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.table import fact_row, task_row


@dataclass(slots=True)
class Evaluation:
    """What the comparison with one gold folder or label file came to, and its number of documents.

    ``labelled``: it was a label file, which knows the second layer only.
    """

    facts: Score = field(default_factory=Score)
    tasks: TaskScore = field(default_factory=TaskScore)
    documents: int = 0
    labelled: bool = False


def evaluate(folder: Path, extractor: Extractor, texts: Path = TEXTS) -> Evaluation:
    """The facts and tasks of ``extractor`` against a gold folder, or what it says of the facts of a label file (``*.jsonl``).

    :param texts: where the texts of a label file are.
    :raises EvaluationError: the folder is no gold folder, the file no label file.
    """
    if folder.suffix == ENDING:
        return _labelled(folder, extractor, texts)
    evaluation = Evaluation()
    for item in read_gold(folder):
        result, doc_id = analyse(item.document, extractor), item.document.doc_id
        evaluation.facts.add(doc_id, item.facts, [fact_row(fact) for fact in result.facts], item.second)
        evaluation.tasks.add(doc_id, item.tasks, [task_row(task) for task in result.tasks])
        evaluation.documents += 1
    return evaluation


def _labelled(path: Path, extractor: Extractor, texts: Path) -> Evaluation:
    evaluation = Evaluation(labelled=True)
    for item in read_labelled(path, texts):
        places = {(row["start"], row["end"]) for row in item.facts}
        found = [fact_row(fact) for fact in extractor.analyse(item.document).facts if (fact.start, fact.end) in places]
        evaluation.facts.add(item.document.doc_id, item.facts, found, item.second)
        evaluation.documents += 1
    return evaluation


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The figures in the shape of ``score.py --tasks … --json``."""
    score, tasks = evaluation.facts, evaluation.tasks
    if evaluation.labelled:
        return {"documents": evaluation.documents, "second": {name: round(share, 4) for name, share in score.second_layer().items()}}
    kinds = {kind: {m: figure.as_dict() for m, figure in score.figures(kind).items()} for kind in score.kinds()}
    micro = score.figures()
    result: dict[str, Any] = {
        "facts": kinds,
        "documents": evaluation.documents,
        "micro": {measure: micro[measure].as_dict() for measure in MEASURES},
        "macro_full_f1": round(score.macro(), 4),
    }
    if second := score.second_layer():
        result["second"] = {name: round(share, 4) for name, share in second.items()}
    result["tasks"] = {measure: figure.as_dict() for measure, figure in tasks.figures().items()}
    result["tasks"]["of_found"] = {part: round(share, 4) for part, share in tasks.of_found().items()}
    return result


def record(evaluations: Iterable[Evaluation], path: Path | None = None) -> Path:
    """Write how often each rule was right, summed, to ``models/rule_precision.json``; see ``extractor.confidence``."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for evaluation in (e for e in evaluations if not e.labelled):
        for rule, figure in (evaluation.facts.rules() | evaluation.tasks.rules()).items():
            right[rule] += figure.hit
            found[rule] += figure.guess
    path = path or model_folder() / "rule_precision.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    rules = {rule: {"right": right[rule], "found": found[rule]} for rule in sorted(found)}
    path.write_text(json.dumps({"rules": rules}, indent=1) + "\n", "utf-8")
    return path
