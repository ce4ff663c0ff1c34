"""The status of each number: what the rules say, put right by the model where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from extractor.context import Context
from extractor.meaning.status import BASELINE, verdicts
from extractor.meaning.status_features import Genre, Lexicon, features, genre
from extractor.meaning.status_model import StatusModel, shipped
from extractor.meaning.verdict import Verdict
from extractor.model import Found, Span


class Status(NamedTuple):
    """A status and the probability that it is right; null where only rules have been asked."""

    status: str | None
    confidence: float | None = None


class Statuses(Protocol):
    """Gives the status of the numbers of a document, in their order; ``tasks`` are the spans of its tasks, sorted."""

    def __call__(self, numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[Status]:
        """The statuses."""
        ...


def read_statuses(numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[Status]:
    """By the shipped model over the rules; by the rules alone where there is none."""
    model = shipped()
    if model is None:
        return by_rules(numbers, context, tasks)
    document, found = seen(numbers, context, tasks, model.lexicon)
    start = model.sums((*document.names, *document.opening), model.bias)
    return [_judged(verdict, names, model, start) for verdict, names in found]


def by_rules(numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[Status]:
    """What the rules alone say."""
    return [Status(verdict.status) for _, verdict in verdicts(numbers, context, tasks)]


def seen(
    numbers: Sequence[Found], context: Context, tasks: Sequence[Span], lexicon: Lexicon
) -> tuple[Genre, list[tuple[Verdict, set[str]]]]:
    """What the document is like; what the rules say of each number, and the other features that a model with these words has of it."""
    ruled = verdicts(numbers, context, tasks)
    document = genre(context, [verdict for _, verdict in ruled], len(tasks), lexicon)
    return document, [
        (verdict, features(clue, verdict, before, context, document, lexicon))
        for (clue, verdict), before in zip(ruled, [None, *ruled], strict=False)
    ]


def _judged(verdict: Verdict, names: set[str], model: StatusModel, document: Sequence[float]) -> Status:
    """A value to compare with is so rare that no model learns it: there the rules stay."""
    return Status(BASELINE) if verdict.status == BASELINE else Status(*model.judge(verdict.status, names, document))
