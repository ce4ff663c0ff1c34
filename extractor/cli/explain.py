"""``trichluc explain``: why a rule fired, and why not."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from extractor.cli import options

At = Annotated[
    int | None, typer.Option("--at", metavar="OFFSET", min=0, help="Only what stands at this code point of the text.", show_default=False)
]


def explain(
    input_: Annotated[str, typer.Argument(metavar="INPUT", help="A text file, or - for standard input.", show_default=False)],
    at: At = None,
    kind: options.Kinds = None,
    patterns: options.Patterns = None,
    date: options.DocumentDate = None,
    place: options.DocumentPlace = None,
) -> None:
    """Explain why there is a fact, or why none.

    Of each fact: the rule, its groups, the values, what it beat. With --at only the fact there, or, where there is none,
    what was refused or beaten, or else the nearest rules and the part of each that did not match.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.explain import Explanation
    from extractor.pipeline import Extractor
    from extractor.rules import Rules

    day = options.check_date(date)
    options.check_inputs([input_])
    rules = Rules.load(*patterns or ())
    kinds = options.check_kinds(kind, rules)
    documents = list(options.read([input_]))
    if at is not None and len(documents) > 1:
        raise typer.BadParameter(f"{input_} holds {len(documents)} documents: name a single text", param_hint="--at")
    extractor = Extractor(rules)
    with closed_pipe_is_fine():
        for document in filter(None, documents):
            if at is not None and at >= len(document.text):
                raise typer.BadParameter(f"{at} is past the end: the text has {len(document.text)} code points", param_hint="--at")
            told = Explanation(replace(document, date=document.date or day, place=document.place or place), extractor, kinds)
            typer.echo(f"{document.doc_id}: date {told.date or 'unknown'}, place {told.place or 'unknown'}, {len(told.facts)} facts")
            for line in told.at(at) if at is not None else (line for fact in told.facts for line in told.fact(fact)):
                typer.echo(line)
    raise typer.Exit(1 if None in documents else 0)
