"""Trains the model of status, measures it beside the rules on documents that it has not seen, and writes ``models/status.skops``.

It is a logistic regression (scikit-learn) over three answers; values to compare with stay with the rules. Its sums are divided by one
temperature, so that its shares are probabilities (Guo et al. 2017, "On Calibration of Modern Neural Networks"). The same data give
the same model.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.errors import EvaluationError
from extractor.learn.score import macro_f1
from extractor.learn.status_examples import Example
from extractor.meaning.status import BASELINE
from extractor.meaning.status_model import chosen, plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

SEED = 7
FOLDS = 8
STRENGTH = 0.2  # C of the regression; 0.03 to 1 differ by less than one in a hundred
TUNED = 0.3  # what an example counts of documents that the rules were tuned on, beside 1 of the others
_SEEN = 2  # documents that a feature is met in


class Answer(NamedTuple):
    """The example, the answer of a model that has not seen its document, and its probability; null where the rules decide."""

    example: Example
    given: str
    share: float | None


class Trained(NamedTuple):
    """What training came to: what ``models/status.skops`` holds, the answers in cross-validation, and the hash of the examples."""

    model: dict[str, Any]
    answers: list[Answer]
    examples: list[Example]
    sha256: str

    @property
    def rules(self) -> list[tuple[str, str]]:
        """The right answer of each judged example, and that of the rules."""
        return [(a.example.right, a.example.ruled) for a in self.answers]

    @property
    def model_answers(self) -> list[tuple[str, str]]:
        """The right answer of each judged example, and that of the model."""
        return [(a.example.right, a.given) for a in self.answers]

    @property
    def better(self) -> bool:
        """Whether the macro F1 of the model is above that of the rules."""
        return macro_f1(self.model_answers) > macro_f1(self.rules)


def train(found: Sequence[Example], known: frozenset[str]) -> Trained:
    """Train on all examples; the cross-validation judges the blind ones, or all where none is blind.

    :raises EvaluationError: they are of fewer than ``FOLDS`` documents.
    """
    blind = [example for example in found if example.blind]
    judged = blind or list(found)
    if len({example.doc_id for example in judged}) < FOLDS:
        raise EvaluationError(f"status: fewer than {FOLDS} documents are annotated for it")
    always = [example for example in found if not example.blind] if blind else []
    sums, names = _unseen(always, judged)
    heat = _temperature(sums, [names.index(e.right) if e.right in names else -1 for e in judged], [_open(e) for e in judged])
    features, weights, bias, names = _fitted(found)
    sha256 = hashlib.sha256(json.dumps([found, sorted(known)], ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    model = plain(known, names, features, _rounded(weights / heat), _rounded(bias / heat), sha256)
    return Trained(model, _answers(judged, sums / heat, names), list(found), sha256)


def _open(example: Example) -> bool:
    """Whether the model is asked, and can know the answer."""
    return BASELINE not in (example.ruled, example.right)


def _fitted(found: Sequence[Example]) -> tuple[list[str], Numbers, Numbers, list[str]]:
    """The names of the features, their weights by answer, the bias of each answer, and the answers."""
    import numpy
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [example for example in found if _open(example)]
    met = Counter(name for names in _by_document(rows) for name in names)
    vectors = DictVectorizer()
    table = vectors.fit_transform([{name: 1.0 for name in row.features if met[name] >= _SEEN} for row in rows])
    regression = LogisticRegression(C=STRENGTH, max_iter=5000, random_state=SEED)
    regression.fit(table, [row.right for row in rows], sample_weight=_counts(rows))
    weights, bias = regression.coef_.T, regression.intercept_
    if len(regression.classes_) == 2:
        weights, bias = numpy.hstack([-weights / 2, weights / 2]), numpy.array([-bias[0] / 2, bias[0] / 2])
    return list(vectors.get_feature_names_out()), weights, bias, list(regression.classes_)


def _counts(rows: Sequence[Example]) -> list[float]:
    """What each example counts: less in a document that has many, since they are alike; 0.7 in the mean."""
    of_document = Counter(row.doc_id for row in rows)
    counts = [(1.0 if row.blind else TUNED) / of_document[row.doc_id] ** 0.5 for row in rows]
    return [0.7 * len(counts) * count / sum(counts) for count in counts]


def _by_document(rows: Sequence[Example]) -> list[set[str]]:
    by: dict[str, set[str]] = {}
    for row in rows:
        by.setdefault(row.doc_id, set()).update(row.features)
    return list(by.values())


def _unseen(always: Sequence[Example], judged: Sequence[Example]) -> tuple[Numbers, list[str]]:
    """The sums of each judged example in a model without its document, and the answers that they are of."""
    import numpy
    from sklearn.model_selection import GroupKFold

    groups = [example.doc_id for example in judged]
    answers = sorted({example.right for example in (*always, *judged) if _open(example)})
    sums = numpy.full((len(judged), len(answers)), -20.0)
    for known, unknown in GroupKFold(FOLDS).split(groups, groups=groups):
        features, weights, bias, names = _fitted([*always, *(judged[i] for i in known)])
        row = {name: i for i, name in enumerate(features)}
        for i in unknown:
            there = [row[name] for name in judged[i].features if name in row]
            sums[i, [answers.index(name) for name in names]] = weights[there].sum(axis=0) + bias
    return sums, answers


def _temperature(sums: Numbers, right: Sequence[int], judged: Sequence[bool]) -> float:
    """The number that the sums are to be divided by, for the right answers to be likeliest."""
    import numpy
    from scipy.optimize import minimize_scalar
    from scipy.special import log_softmax

    chosen = [i for i, judge in enumerate(judged) if judge]
    places = [right[i] for i in chosen]

    def surprise(heat: float) -> float:
        return -float(log_softmax(sums[chosen] / heat, axis=1)[numpy.arange(len(chosen)), places].mean())

    return float(minimize_scalar(surprise, bounds=(0.2, 5.0), method="bounded").x)


def _answers(judged: Sequence[Example], sums: Numbers, names: Sequence[str]) -> list[Answer]:
    from scipy.special import softmax

    def answer(example: Example, shares: Sequence[float]) -> Answer:
        if example.ruled not in names:
            return Answer(example, example.ruled, None)
        best = chosen(shares, names.index(example.ruled))
        return Answer(example, names[best], shares[best])

    return [answer(example, shares) for example, shares in zip(judged, softmax(sums, axis=1).tolist(), strict=True)]


def _rounded(numbers: Numbers) -> Numbers:
    """Four places say all, and hide what differs between machines."""
    import numpy

    return numpy.round(numbers, 4).astype("float32")


def write_model(trained: Trained, folder: Path) -> Path:
    """Write ``status.skops``: plain strings and arrays, nothing that is run."""
    import zipfile

    import skops.io

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "status.skops"
    skops.io.dump(trained.model, path, compression=zipfile.ZIP_DEFLATED)
    return path
