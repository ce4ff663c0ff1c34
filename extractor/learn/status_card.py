"""The card of the model of status: ``models/status.md``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from extractor.learn.score import macro_f1
from extractor.learn.status_model import FOLDS, SEED, STRENGTH, TUNED, Answer, Trained
from extractor.meaning.status_model import MARGIN

_SHARES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def write_card(trained: Trained, folder: Path) -> Path:
    """Write ``status.md`` beside the model: what it is, its data, its figures, its limits."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "status.md"
    path.write_text(card(trained), "utf-8")
    return path


def card(trained: Trained) -> str:
    """The card, as Markdown."""
    verdict = (
        "better than the rules: it decides in every document (`models/status.skops`)"
        if trained.better
        else "no better than the rules: **not shipped, the rules decide**"
    )
    answers, parts = trained.answers, sorted({answer.example.part for answer in trained.answers})
    lines = [
        "# status", "", "What a number is: result, target, baseline, or none of them.", "",
        f"The model is {verdict}. Written by `trichluc train status`.", "",
        "| judged by cross-validation | documents | numbers | rules right | model right | rules macro F1 | model macro F1 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_row(part, [a for a in answers if a.example.part == part]) for part in parts), *([_row("all", answers)] if parts[1:] else []), "",
        "| answer | times | rules F1 | model F1 |", "| --- | --- | --- | --- |", *_by_answer(answers), "",
        "| probability given | numbers | mean | right |", "| --- | --- | --- | --- |", *_by_share(answers), "",
        *_notes(trained),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _notes(trained: Trained) -> Iterable[str]:
    parts = sorted({e.part for e in trained.examples})
    counts = ", ".join(f"{len([e for e in trained.examples if e.part == part])} of `{part}`" for part in parts)
    documents = len({(e.part, e.doc_id) for e in trained.examples})
    size = len(trained.model["features"].split("\n"))
    yield f"- Data: {len(trained.examples)} numbers of {documents} annotated documents ({counts}); SHA-256 `{trained.sha256}`."
    yield (
        "- `dev`, `test` and `single` are real documents, labelled without a view of what the rules say (`corpora/about/`); the rules were"
        f" mended on `dev`. What the rules were written on counts {TUNED} of these, and is not judged where there are others."
    )
    yield f"- Cross-validation: {FOLDS} folds by documents (GroupKFold); one temperature fitted on the sums of unseen documents."
    yield (
        f"- Model: logistic regression (C = {STRENGTH}, seed {SEED}) over result, target and null, {size} features; an example counts"
        " less where its document has many. The rules stay where the model finds another answer likelier by"
        f" {MARGIN} or less, and with baselines."
    )
    yield (
        "- Features: words around the number by distance (the words of underthesea, found again by longest match), the words that the"
        " document opens with, cues, kind, unit, list and task, the number before it, the rule and its answer."
    )
    yield (
        "- C, weights, margin and features were chosen on `dev` and `single`, whose figures are therefore a little too good; `test` had"
        " no part in that. `single` was labelled by who wrote the rules, and has few of the numbers that are easy (lengths of time,"
        " limits)."
    )
    yield "- Limits: one annotator a part; few targets and very few baselines; articles and official documents of 2013 to 2026; no tables."


def _row(name: str, answers: Sequence[Answer]) -> str:
    ruled = [(a.example.right, a.example.ruled) for a in answers]
    given = [(a.example.right, a.given) for a in answers]
    figures = " | ".join(f"{share:.4f}" for share in (_right(ruled), _right(given), macro_f1(ruled), macro_f1(given)))
    return f"| {name} | {len({a.example.doc_id for a in answers})} | {len(answers)} | {figures} |"


def _right(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(a == b for a, b in pairs) / len(pairs)


def _by_answer(answers: Sequence[Answer]) -> Iterable[str]:
    for name in sorted({a.example.right for a in answers}):
        times = sum(a.example.right == name for a in answers)
        yield f"| {name} | {times} | {_f1(answers, name, ruled=True):.4f} | {_f1(answers, name, ruled=False):.4f} |"


def _f1(answers: Sequence[Answer], name: str, *, ruled: bool) -> float:
    pairs = [(a.example.right, a.example.ruled if ruled else a.given) for a in answers]
    return 2 * sum(a == b == name for a, b in pairs) / sum((a == name) + (b == name) for a, b in pairs)


def _by_share(answers: Sequence[Answer]) -> Iterable[str]:
    for low, high in pairwise(_SHARES):
        inside = [a for a in answers if a.share is not None and low <= a.share < high]
        if inside:
            mean = sum(a.share or 0 for a in inside) / len(inside)
            right = sum(a.given == a.example.right for a in inside) / len(inside)
            yield f"| {low:.1f} to {min(high, 1):.1f} | {len(inside)} | {mean:.3f} | {right:.3f} |"
