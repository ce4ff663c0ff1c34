"""The model of status: one layer of weights over the features of a number, whose answers are calibrated probabilities.

It is trained by ``trichluc train status`` and kept in ``models/status.skops`` (card: ``models/status.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, fsum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.confidence import model_folder
from extractor.meaning.status_features import Lexicon
from extractor.skops_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "status.skops"
MARGIN = 0.15


class StatusModel(NamedTuple):
    """The weights of a model.

    ``lexicon`` holds the words of more than a syllable in its features, ``answers`` the names of its answers (``None`` for null),
    ``weights`` for each feature one number an answer, ``bias`` what each answer starts with.
    """

    lexicon: Lexicon
    answers: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]
    bias: Sequence[float]

    def sums(self, features: Iterable[str], start: Sequence[float]) -> list[float]:
        """What the features add to ``start``, an answer; exact, so that the order of a set, which no two processes share, says nothing."""
        weights = list(filter(None, map(self.weights.get, features)))
        return [fsum((value, *column)) for value, column in zip(start, zip(*weights, strict=True), strict=True)] if weights else list(start)

    def judge(self, ruled: str | None, features: Iterable[str], document: Sequence[float]) -> tuple[str | None, float]:
        """The status of a number with these features, and the probability that it is right.

        :param ruled: what the rules say, one of the model's answers.
        :param document: the sums of what holds for all of the document, the bias in it.
        """
        powers = [exp(value) for value in self.sums(features, document)]
        best = chosen(powers, self.answers.index(str(ruled)))
        answer = self.answers[best]
        return None if answer == "None" else answer, round(powers[best] / sum(powers), 4)


def chosen(shares: Sequence[float], ruled: int) -> int:
    """Which answer is given: the likeliest, where it is likelier than that of the rules by ``MARGIN`` of the whole."""
    best = max(range(len(shares)), key=shares.__getitem__)
    return best if shares[best] - shares[ruled] > MARGIN * sum(shares) else ruled


def plain(known: Iterable[str], answers: Sequence[str], features: Sequence[str], weights: Any, bias: Any, sha256: str) -> dict[str, Any]:
    """What ``models/status.skops`` holds: strings and two arrays; ``sha256`` is of the examples that it was trained on."""
    return {
        "answers": "\n".join(answers), "known": "\n".join(sorted(known)), "features": "\n".join(features),
        "weights": weights, "bias": bias, "sha256": sha256,
    }  # fmt: skip


@cache
def shipped() -> StatusModel | None:
    """The model of this installation; null where there is none: the rules decide alone."""
    path = model_folder() / FILE
    return read_model(path) if path.exists() else None


def read_model(path: Path) -> StatusModel:
    """The model in a file.

    :raises ModelError: the file is none.
    """
    held = read_plain(path)
    weights = dict(zip(held["features"].split("\n"), held["weights"].tolist(), strict=True))
    return StatusModel(Lexicon(held["known"].split("\n")), tuple(held["answers"].split("\n")), weights, held["bias"].tolist())
