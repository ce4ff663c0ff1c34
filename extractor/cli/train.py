"""``trichluc train``: models beside the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.terminal import say

Model = Annotated[
    str | None,
    typer.Argument(metavar="[MODEL]", help="status, role, ratio or assigns; all where none is named.", show_default=False),
]
Gold = Annotated[list[Path], typer.Option("--gold", metavar="DIR", help="A folder of *.gold.json files; may be given again.")]
Labels = Annotated[
    list[Path] | None,
    typer.Option(
        "--labels", metavar="FILE", help="Labels without words, for status; all of corpora/about where not given.", show_default=False
    ),
]
Texts = Annotated[Path, typer.Option("--texts", metavar="DIR", help="Where the texts of the labels are; without it they are left out.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where models and cards go; models/ otherwise.", show_default=False)]


def train(
    model: Model = None,
    gold: Gold = [Path("corpora")],  # noqa: B006  # typer reads the default
    labels: Labels = None,
    texts: Texts = Path("../shared/corpora"),
    out: Out = None,
) -> None:
    """Train a model for each question that the rules answer, compare both on gold, and write the model's card.

    The comparison is a cross-validation by documents. A model that is no better than the rules is not shipped, and its card says so.
    """
    from extractor.confidence import model_folder
    from extractor.learn.questions import QUESTIONS

    if model not in (None, "status", *QUESTIONS):
        raise typer.BadParameter(f"there is no model {model!r}: choose among status, {', '.join(QUESTIONS)}", param_hint="MODEL")
    if model in (None, "status"):
        _status(gold, labels, texts, out or model_folder())
    if model != "status":
        _others((model,) if model else tuple(QUESTIONS), gold, out)


def _status(gold: list[Path], labels: list[Path] | None, texts: Path, out: Path) -> None:
    from extractor.learn import status_card, status_model
    from extractor.learn.labelled import TABLE_ENDING
    from extractor.learn.status_examples import examples

    if labels is None:
        labels = sorted(Path("corpora/about").glob("*.jsonl")) if any(texts.glob(f"*{TABLE_ENDING}")) else []
    trained = status_model.train(*examples(gold, labels, texts))
    _told("status", trained.rules, trained.model_answers, better=trained.better)
    if trained.better:
        say(f"model written to {status_model.write_model(trained, out)}")
    say(f"card written to {status_card.write_card(trained, out)}")


def _others(names: tuple[str, ...], gold: list[Path], out: Path | None) -> None:
    from extractor.learn import train as work
    from extractor.pipeline import Extractor

    extractor = Extractor()
    for name in names:
        measured = work.measure(name, work.examples(name, gold, extractor))
        _told(name, measured.rules, measured.model, better=measured.better)
        say(f"card written to {work.write_card(measured, out)}")


def _told(name: str, rules: list[tuple[str, str]], model: list[tuple[str, str]], *, better: bool) -> None:
    from extractor.learn.score import macro_f1

    verdict = "better" if better else "not better: the rules decide"
    typer.echo(f"{name:8} rules {macro_f1(rules):.4f}  model {macro_f1(model):.4f}  {verdict}")
