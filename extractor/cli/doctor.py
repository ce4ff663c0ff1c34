"""``trichluc doctor``: which formats can be read on this machine, what is missing, and how to get it."""

from __future__ import annotations

import typer


def doctor() -> None:
    """Say which formats can be read here, what is missing, and how to get it.

    Exit code 0: nothing is missing; 1: something is, and the formats beside it are not read or read with loss.
    """
    from extractor.health import checks

    complete = True
    for check in checks():
        complete &= check.found is not None
        typer.echo(f"{'ok     ' if check.found else 'missing'}  {check.name:<28} {check.found or check.without}")
        if check.found is None:
            for system, command in check.remedies:
                typer.echo(f"{'':9}{system + ':':<28} {command}")
    raise typer.Exit(0 if complete else 1)
