"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import check, compare, doctor, due, evaluate, explain, extract, patterns, places, spark, tasks, train

app = typer.Typer(
    name="trichluc",
    help="Normalized facts and tasks, each at its exact words, from Vietnamese press articles and directive documents.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich costs a tenth of a second at every start
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from extractor import __version__

        typer.echo(f"trichluc {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    pass


app.command("extract")(extract.extract)
app.command("tasks")(tasks.tasks)
app.command("check")(check.check)
app.command("compare")(compare.compare)
app.command("explain")(explain.explain)
app.command("due")(due.due)
app.command("places")(places.places)
app.command("evaluate")(evaluate.evaluate)
app.command("spark")(spark.spark)
app.command("train")(train.train)
app.command("doctor")(doctor.doctor)
app.add_typer(patterns.app, name="patterns")
