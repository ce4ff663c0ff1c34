"""``trichluc evaluate``: the rules against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import say

if TYPE_CHECKING:
    from extractor.learn.score import Judged, Score

Folders = Annotated[
    list[Path], typer.Argument(metavar="GOLD_DIR", help="Folders of *.gold.json files, their texts in texts/.", show_default=False)
]
Errors = Annotated[str | None, typer.Option("--errors", metavar="KIND", help="List what is wrong with this kind.", show_default=False)]
Record = Annotated[bool, typer.Option("--record", help="Write models/rule_precision.json, summed over the folders.")]
Json = Annotated[bool, typer.Option("--json", help="The figures as one JSON object a folder.")]


def evaluate(
    folders: Folders, errors: Errors = None, record: Record = False, as_json: Json = False, patterns: options.Patterns = None
) -> None:
    """Compare the facts with gold, by kind and by rule.

    found: same kind, overlapping words; span: the same words; full: the same words and every key field right.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.learn import evaluate as work
    from extractor.learn.score import KEY_FIELDS
    from extractor.pipeline import Extractor
    from extractor.rules import Rules

    if errors is not None and errors not in KEY_FIELDS:
        raise typer.BadParameter(f"there is no kind {errors!r}: choose among {', '.join(KEY_FIELDS)}", param_hint="--errors")
    extractor = Extractor(Rules.load(*patterns or ()))
    scores = []
    with closed_pipe_is_fine():
        for folder in folders:
            score, documents = work.evaluate(folder, extractor)
            scores.append(score)
            for judged in (j for j in score.judged if j.kind == errors and not j.right):
                typer.echo(_error(judged, KEY_FIELDS[judged.kind]))
            if as_json:
                typer.echo(json.dumps(work.as_json(score, documents), ensure_ascii=False))
            else:
                _show(folder, score, documents)
    if record:
        say(f"recorded in {work.record(scores)}")


def _show(folder: Path, score: Score, documents: int) -> None:
    typer.echo(f"{folder}: {documents} documents")
    for kind in (*score.kinds(), None):
        figures = score.figures(kind)
        full = figures["full"]
        typer.echo(
            f"{kind or 'ALL':9} gold {full.gold:4} guess {full.guess:4}  found {figures['found'].f1:.3f}  span {figures['span'].f1:.3f}"
            f"  full P {full.p:.3f} R {full.r:.3f} F1 {full.f1:.3f}"
        )
    typer.echo(f"macro full F1 {score.macro():.3f}")
    if second := score.second_layer():
        typer.echo("second layer, of facts with the right span: " + "  ".join(f"{name} {share:.3f}" for name, share in second.items()))
    typer.echo()
    for rule, figure in score.rules().items():
        typer.echo(f"{rule:32} found {figure.guess:4}  right {figure.hit:4}  precision {figure.p:.3f}")
    typer.echo()


def _error(judged: Judged, fields: tuple[str, ...]) -> str:
    what = "spurious" if judged.gold is None else "missed" if judged.guess is None else "wrong"
    gold, guess = (None if row is None else {name: row.get(name) for name in ("text", *fields)} for row in (judged.gold, judged.guess))
    if judged.guess is not None and guess is not None:
        guess["rule"] = judged.guess["rule"]
    where = (judged.gold or judged.guess or {})["start"]
    return json.dumps([judged.doc_id, where, what, gold, guess], ensure_ascii=False, default=str)
