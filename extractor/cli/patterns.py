"""``trichluc patterns``: look at the rules, run their examples, try a regex on texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli import options

if TYPE_CHECKING:
    from extractor.examples import Verdict

app = typer.Typer(help="List the rules, run their examples, try a regex.", no_args_is_help=False, rich_markup_mode=None)


@app.command("list")
def list_rules(kind: options.Kinds = None, patterns: options.Patterns = None) -> None:
    """List the rules: id, number of examples, starts, why."""
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.rules import NOTHING, Rules

    rules = Rules.load(*patterns or ())
    kinds = options.check_kinds(kind, rules, also=(NOTHING,))
    chosen = [rule for rule in rules.rules if not kinds or rule.kind in kinds]
    width = max((len(rule.id) for rule in chosen), default=0)
    with closed_pipe_is_fine():
        for rule in chosen:
            starts = ", ".join(rule.starts[:4]) + (f", … {len(rule.starts) - 4} more" if len(rule.starts) > 4 else "")
            typer.echo(f"{rule.id:{width}}  {rule.examples:3} examples  at {starts}: {rule.why}")


@app.command("test")
def run_examples(kind: options.Kinds = None, patterns: options.Patterns = None) -> None:
    """Run the examples that stand beside the rules.

    Exit code 1 when one of them fails, or when a known miss comes out right by now.
    """
    from extractor.examples import verdicts
    from extractor.pipeline import Extractor
    from extractor.rules import NOTHING, Rules

    rules = Rules.load(*patterns or ())
    kinds = options.check_kinds(kind, rules, also=(NOTHING,))
    extractor = Extractor(rules)
    count = failed = todo = 0
    for rule in (rule for rule in rules.rules if not kinds or rule.kind in kinds):
        outcomes = list(verdicts(extractor, rule))
        problems = [line for verdict in outcomes if (line := _problem(verdict))]
        if not rule.match and not rule.part:
            problems.append("no example that it matches: add one")
        count, todo = count + len(outcomes), todo + sum(v.part.startswith("todo") for v in outcomes)
        failed += len(problems)
        for line in problems:
            typer.echo(f"{rule.file}: {rule.id}: {line}")
    typer.echo(f"{count} examples, {failed} problems, {todo} known misses")
    raise typer.Exit(1 if failed else 0)


def _problem(verdict: Verdict) -> str | None:
    """What there is to do about one example: a known miss that is right by now has to be moved."""
    if verdict.part.startswith("todo"):
        return None if verdict.problem else f"{verdict.part}: right by now, move it to {verdict.part[5:]}: {verdict.example.text!r}"
    return f"{verdict.part}: {verdict.problem}, in {verdict.example.text!r}" if verdict.problem else None


@app.command("try")
def try_regex(
    regex: Annotated[str, typer.Argument(metavar="REGEX", help="A regex as in pattern files; fragments such as {NUM} are put in.")],
    inputs: options.Inputs,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many matches to show.")] = 50,
    width: Annotated[int, typer.Option("--width", min=0, help="How many characters of context on each side.")] = 40,
    patterns: options.Patterns = None,
) -> None:
    """Show where a regex matches, keyword in context.

    With offsets of the source, and the named groups.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.concordance import concordance
    from extractor.rules import Rules

    options.check_inputs(inputs)
    pattern = Rules.load(*patterns or ()).fragments.compile(regex, "REGEX")
    with closed_pipe_is_fine():
        shown, failed = 0, False
        for document in options.read(inputs):
            if document is None:
                failed = True
                continue
            for hit in concordance(pattern, document, width):
                if shown == limit:
                    typer.echo(f"… more: --limit {limit} reached")
                    raise typer.Exit(1 if failed else 0)
                shown += 1
                typer.echo(hit.line(width))
    raise typer.Exit(1 if failed else 0)
