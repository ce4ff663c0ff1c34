"""Runs the installed ``trichluc`` as a user does."""

from __future__ import annotations

import os
import pty
import re
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


def on_a_terminal(*arguments: str | Path, columns: int = 160) -> str:
    """What a person sees on a terminal so many columns wide, without colours and cursor movements."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen([PROGRAM, *arguments], stdout=follower, stderr=follower, stdin=follower, env=environment)
    os.close(follower)
    seen = b""
    try:
        while chunk := os.read(leader, 65536):
            seen += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(leader)
    assert process.wait() == 0
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", seen.decode("utf-8"))
