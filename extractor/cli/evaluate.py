"""``trichluc evaluate``: the rules against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options
from extractor.cli.terminal import say

if TYPE_CHECKING:
    from extractor.learn.evaluate import Evaluation
    from extractor.learn.score import Figure, Row

Folders = Annotated[
    list[Path],
    typer.Argument(metavar="GOLD", help="Folders of *.gold.json files, their texts in texts/; label files (*.jsonl).", show_default=False),
]
Errors = Annotated[
    str | None,
    typer.Option(
        "--errors",
        metavar="KIND",
        help="List what is wrong with this kind, with task, subject, period, place, status or role.",
        show_default=False,
    ),
]
Texts = Annotated[Path, typer.Option("--texts", metavar="DIR", help="Where the tables are that hold the texts of label files.")]
Record = Annotated[bool, typer.Option("--record", help="Write models/rule_precision.json, summed over the folders.")]
Json = Annotated[bool, typer.Option("--json", help="The figures as one JSON object a folder.")]


def evaluate(
    folders: Folders,
    errors: Errors = None,
    texts: Texts = Path("../shared/corpora"),
    record: Record = False,
    as_json: Json = False,
    patterns: options.Patterns = None,
) -> None:
    """Compare facts and tasks with gold, by kind and by rule.

    found: same kind, overlapping words; span: the same words; full: the same words and every key field right. Of tasks,
    found: over half of the words shared; full: lead and time right too.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.learn import evaluate as work
    from extractor.learn.score import KEY_FIELDS, SECOND
    from extractor.pipeline import Extractor
    from extractor.rules import Rules

    if errors is not None and errors not in (known := (*KEY_FIELDS, "task", *SECOND)):
        raise typer.BadParameter(f"there is no kind {errors!r}: choose among {', '.join(known)}", param_hint="--errors")
    extractor = Extractor(Rules.load(*patterns or ()))
    evaluations = []
    with closed_pipe_is_fine():
        for folder in folders:
            evaluation = work.evaluate(folder, extractor, texts)
            evaluations.append(evaluation)
            for judged in (j for j in evaluation.facts.judged if j.kind == errors and not j.right):
                typer.echo(_error(judged.doc_id, judged.gold, judged.guess, KEY_FIELDS[judged.kind]))
            for task in (j for j in evaluation.tasks.judged if errors == "task" and not j.right):
                typer.echo(_error(task.doc_id, task.gold, task.guess, ("lead", "due", "rrule")))
            for pair in evaluation.facts.wrong[errors] if errors in SECOND else ():
                typer.echo(_other(pair.doc_id, errors or "", pair.gold or {}, pair.guess or {}))
            if as_json:
                typer.echo(json.dumps(work.as_json(evaluation), ensure_ascii=False))
            else:
                _show(folder, evaluation)
    if record:
        say(f"recorded in {work.record(evaluations)}")


def _show(folder: Path, evaluation: Evaluation) -> None:
    score, tasks = evaluation.facts, evaluation.tasks
    typer.echo(f"{folder}: {evaluation.documents} documents")
    second = "second layer, of facts with the right span: " + "  ".join(
        f"{name} {share:.3f}" for name, share in score.second_layer().items()
    )
    if evaluation.labelled:
        typer.echo(second + "\n")
        return
    for kind in (*score.kinds(), None):
        figures = score.figures(kind)
        full = figures["full"]
        typer.echo(
            f"{kind or 'ALL':9} gold {full.gold:4} guess {full.guess:4}  found {figures['found'].f1:.3f}  span {figures['span'].f1:.3f}"
            f"  full P {full.p:.3f} R {full.r:.3f} F1 {full.f1:.3f}"
        )
    typer.echo(f"macro full F1 {score.macro():.3f}")
    if score.second:
        typer.echo(second)
    found, full = tasks.figures().values()
    typer.echo(
        f"tasks     gold {full.gold:4} guess {full.guess:4}  found {found.f1:.3f}  full {full.f1:.3f}"
        f"  of those found: {'  '.join(f'{part} {share:.3f}' for part, share in tasks.of_found().items())}"
    )
    typer.echo()
    for rule, figure in (score.rules() | tasks.rules()).items():
        _show_rule(rule, figure)
    typer.echo()


def _show_rule(rule: str, figure: Figure) -> None:
    typer.echo(f"{rule:32} found {figure.guess:4}  right {figure.hit:4}  precision {figure.p:.3f}")


def _error(doc_id: str, gold: Row | None, guess: Row | None, fields: tuple[str, ...]) -> str:
    what = "spurious" if gold is None else "missed" if guess is None else "wrong"
    shown = [None if row is None else {name: row.get(name) for name in ("text", *fields)} for row in (gold, guess)]
    if guess is not None and shown[1] is not None:
        shown[1]["rule"] = guess["rule"]
    return json.dumps([doc_id, (gold or guess or {})["start"], what, *shown], ensure_ascii=False, default=str)


def _other(doc_id: str, name: str, gold: Row, guess: Row) -> str:
    """A fact of the second layer with another answer than the labels have: both answers and the sentence."""
    names = ("period_start", "period_end") if name == "period" else (name,)
    wanted, given = ([row.get(field) for field in names] for row in (gold, guess))
    return json.dumps([doc_id, gold["start"], guess["text"], *wanted, *given, guess["sentence"]], ensure_ascii=False, default=str)
