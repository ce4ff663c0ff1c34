"""Writes the pages that the program itself knows best: docs/cli.md, docs/tables.md and the example in README.md.

python docs/generate.py            writes them
python docs/generate.py --check    exit code 1 when one of them is out of date
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor.schema import SCHEMA_VERSION, TABLES

ROOT = Path(__file__).parent.parent
COMMANDS = (
    (),
    ("extract",),
    ("tasks",),
    ("due",),
    ("places",),
    ("check",),
    ("compare",),
    ("explain",),
    ("patterns",),
    ("patterns", "list"),
    ("patterns", "test"),
    ("patterns", "try"),
    ("evaluate",),
    ("spark",),
    ("train",),
    ("doctor",),
)
_EXAMPLE = re.compile(r"(<!-- example -->\n```python\n)(.*?)(```\n\n```text\n).*?(```\n)", re.DOTALL)


def cli_page() -> str:
    """``docs/cli.md``: the help of every command."""
    parts = ["# The command line\n", "Written by `make docs` from the program's own help.\n"]
    for command in COMMANDS:
        parts.append(f"## {' '.join(('trichluc', *command))}\n\n```text\n{help_of(*command)}```\n")
    return "\n".join(parts)


def help_of(*command: str) -> str:
    """What ``trichluc COMMAND --help`` prints, 100 columns wide."""
    program = Path(sys.executable).parent / "trichluc"
    environment = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100"}
    done = subprocess.run([program, *command, "--help"], capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n")) + "\n"


def tables_page() -> str:
    """``docs/tables.md``: the columns of every table."""
    lines = [
        "# The tables",
        "",
        f"Written by `make docs` from `extractor/schema.py`, version {SCHEMA_VERSION}. Columns are only ever added, at the end.",
    ]
    for name, columns in TABLES.items():
        lines += ["", f"## {name}", "", "| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{c.name}` | {c.type} | {c.meaning} |" for c in columns]
    return "\n".join(lines) + "\n"


def readme_page() -> str:
    """``README.md`` with the output of its example as the program gives it now."""

    def run(m: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(m[2], {})  # noqa: S102 - the example in our own README
        return m[1] + m[2] + m[3] + printed.getvalue() + m[4]

    return _EXAMPLE.sub(run, (ROOT / "README.md").read_text("utf-8"))


def pages() -> Iterator[tuple[Path, str]]:
    """Each generated page and what should stand in it."""
    yield ROOT / "docs" / "cli.md", cli_page()
    yield ROOT / "docs" / "tables.md", tables_page()
    yield ROOT / "README.md", readme_page()


def main(check: bool) -> int:
    """Write the pages, or say which are out of date."""
    stale = [(path, text) for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'is out of date: run make docs' if check else 'written'}")
        if not check:
            path.write_text(text, "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
