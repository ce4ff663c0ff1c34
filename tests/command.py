"""Runs the installed ``trichluc`` as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).parent / "trichluc"
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def trichluc(*arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The finished command, its output as UTF-8 text; it may not print a traceback, whatever happens."""
    environment = {**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, env=environment, cwd=cwd)
    result = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in result.stderr, result.stderr
    return result
