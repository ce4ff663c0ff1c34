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
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the cards go; models/ otherwise.", show_default=False)]


def train(model: Model = None, gold: Gold = [Path("corpora")], out: Out = None) -> None:  # noqa: B006  # typer reads the default
    """Train a model for each question that the rules answer, compare both on gold, and write the model's card.

    The comparison is a cross-validation by documents. A model that is no better than the rules is not shipped, and its card says so.
    """
    from extractor.learn import train as work
    from extractor.learn.questions import QUESTIONS
    from extractor.learn.score import macro_f1
    from extractor.pipeline import Extractor

    if model is not None and model not in QUESTIONS:
        raise typer.BadParameter(f"there is no model {model!r}: choose among {', '.join(QUESTIONS)}", param_hint="MODEL")
    extractor = Extractor()
    for name in (model,) if model else QUESTIONS:
        measured = work.measure(name, work.examples(name, gold, extractor))
        path = work.write_card(measured, out)
        rules, learnt = macro_f1(measured.rules), macro_f1(measured.model)
        typer.echo(f"{name:8} rules {rules:.4f}  model {learnt:.4f}  {'better' if measured.better else 'not better: the rules decide'}")
        say(f"card written to {path}")
