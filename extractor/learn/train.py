"""Models in place of rules: measured by documents, and worth shipping only where they are better than the rules alone.

A model is a logistic regression over the features of ``extractor.learn.questions``, calibrated (sigmoid, three inner folds). Each
document is judged by a model that has not seen it. The same gold gives the same card, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extractor.confidence import model_folder
from extractor.errors import EvaluationError
from extractor.learn.gold import read_gold
from extractor.learn.questions import QUESTIONS, Example
from extractor.learn.score import macro_f1
from extractor.pipeline import Extractor
from extractor.result import analyse

SEED = 7
FOLDS = 7
_STRENGTH = 0.3  # C of the regression: of 0.1, 0.3, 1 and 3 none is better on gold
_INNER = 3


class Measured(NamedTuple):
    """How the rules and the model answer one question: pairs of the right and the given answer, and the model's mean squared error."""

    name: str
    examples: int
    documents: int
    sha256: str
    rules: list[tuple[str, str]]
    model: list[tuple[str, str]]
    brier: float

    @property
    def better(self) -> bool:
        """Whether the model's macro F1 is above that of the rules."""
        return macro_f1(self.model) > macro_f1(self.rules)


def examples(name: str, folders: Sequence[Path], extractor: Extractor) -> list[Example]:
    """The examples of a question in gold folders.

    :raises EvaluationError: a folder is no gold folder, or there are too few examples for cross-validation.
    """
    documents = [item for folder in folders for item in read_gold(folder)]
    found = [example for item in documents for example in QUESTIONS[name](item, analyse(item.document, extractor))]
    if len({example.doc_id for example in found}) < FOLDS:
        raise EvaluationError(f"{name}: fewer than {FOLDS} documents of {', '.join(map(str, folders))} are annotated for it")
    return found


def measure(name: str, found: Sequence[Example]) -> Measured:
    """Cross-validate the model of a question by documents, beside the rules."""
    import numpy
    from sklearn.model_selection import GroupKFold

    rows, right = [example.features for example in found], numpy.array([example.right for example in found])
    groups = [example.doc_id for example in found]
    given = numpy.array([""] * len(found), dtype=object)
    error = 0.0
    for known, unknown in GroupKFold(FOLDS).split(rows, right, groups):
        model = _model().fit([rows[i] for i in known], right[known])
        shares = model.predict_proba([rows[i] for i in unknown])
        given[unknown] = model.classes_[shares.argmax(axis=1)]
        error += float(((shares - (right[unknown][:, None] == model.classes_[None, :])) ** 2).sum())
    data = json.dumps(found, ensure_ascii=False, sort_keys=True).encode()
    return Measured(
        name, len(found), len(set(groups)), hashlib.sha256(data).hexdigest(),
        [(example.right, example.ruled) for example in found],
        list(zip(right.tolist(), given.tolist(), strict=True)), error / len(found),
    )  # fmt: skip


def _model() -> Any:
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold
    from sklearn.pipeline import make_pipeline

    regression = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=2000, random_state=SEED)
    inner = StratifiedKFold(_INNER, shuffle=True, random_state=SEED)
    return make_pipeline(DictVectorizer(), CalibratedClassifierCV(regression, cv=inner, ensemble=False))


def write_card(measured: Measured, folder: Path | None = None) -> Path:
    """Write ``NAME.md``: the question, the data, the figures, and whether the model is worth its place."""
    path = (folder or model_folder()) / f"{measured.name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(card(measured), "utf-8")
    return path


def card(measured: Measured) -> str:
    """The card of a model, as Markdown."""
    question = (QUESTIONS[measured.name].__doc__ or "").strip()
    verdict = "better than the rules: worth shipping" if measured.better else "no better than the rules: **not shipped, the rules decide**"
    lines = [
        f"# {measured.name}", "", question, "", f"The model is {verdict}. Written by `trichluc train {measured.name}`.", "",
        "| | macro F1 | right |", "| --- | --- | --- |",
        _row("rules alone", measured.rules), _row("model, cross-validated", measured.model), "",
        "| answer | times | rules F1 | model F1 |", "| --- | --- | --- | --- |", *_answers(measured), "",
        f"- Data: {measured.examples} examples of {measured.documents} annotated documents, no weak labels; SHA-256 `{measured.sha256}`.",
        f"- Cross-validation: {FOLDS} folds by documents (GroupKFold); Brier score of the probabilities {measured.brier:.4f}.",
        f"- Model: logistic regression (C = {_STRENGTH}, balanced), calibrated by a sigmoid on {_INNER} inner folds, seed {SEED}.",
        "- Features: syllables beside the stretch by distance, those inside it, kind, head of the unit, the rule and its answer.",
        "- Limits: the rules were written with a part of these documents in sight, so their own figure is better here than on new text.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _row(name: str, pairs: list[tuple[str, str]]) -> str:
    return f"| {name} | {macro_f1(pairs):.4f} | {sum(a == b for a, b in pairs) / len(pairs):.4f} |"


def _answers(measured: Measured) -> list[str]:
    answers = sorted({right for right, _ in measured.rules})
    times = [sum(right == answer for right, _ in measured.rules) for answer in answers]
    return [f"| {a} | {n} | {_f1(measured.rules, a):.4f} | {_f1(measured.model, a):.4f} |" for a, n in zip(answers, times, strict=True)]


def _f1(pairs: list[tuple[str, str]], answer: str) -> float:
    hit = sum(right == given == answer for right, given in pairs)
    return 2 * hit / sum((right == answer) + (given == answer) for right, given in pairs)
