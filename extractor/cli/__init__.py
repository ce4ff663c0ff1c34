"""The command line. ``main`` is the entry point of ``trichluc``; each command has a file of its own."""

from __future__ import annotations

import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

from extractor.cli.app import app
from extractor.cli.terminal import say
from extractor.errors import TrichLucError

UNUSABLE = 2


def main() -> None:
    """Run the command of ``sys.argv`` and exit: 0 all well, 1 some documents failed, 2 unusable arguments, 130 interrupted.

    Whatever goes wrong is one line on standard error, never a traceback.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # a character that the terminal has no code for is no reason to stop
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.unraisablehook = lambda _: None  # a library that stumbles once more, over what is thrown away: the first time was told
    sys.exit(_run())


def _run() -> int:
    try:
        code = app(prog_name="trichluc", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except TrichLucError as error:
        say(str(error))
        return UNUSABLE
    except Exception as error:
        # Typer carries its own copy of click or uses the installed one, by version: its usage errors are known by this method.
        if hasattr(error, "format_message"):
            return _usage(error)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        say(f"defect in trichluc: {type(error).__name__} at {where}: {' '.join(str(error).split())}: please report it")
        return 1


def _usage(error: Exception) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "trichluc"
    message = " ".join(error.format_message().split())  # type: ignore[attr-defined]
    say(f"{message or 'a command is missing'} (see {command} --help)")
    return UNUSABLE
