"""Why Spark gave up, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from extractor.errors import LoadError, PatternError, SparkError, TrichLucError

_NOT_THERE = ("PATH_NOT_FOUND",)
_NO_COLUMNS = ("UNABLE_TO_INFER_SCHEMA",)
_RAISED = re.compile(r"^extractor\.errors\.(?P<kind>\w+): (?P<says>.+)$", re.MULTILINE)
_MISSING = re.compile(r"No module named '(?P<module>[\w.]+)'")
_ENVELOPE = re.compile(r"^(?:Caused by)?:? ?(?:[\w.$]+(?:Exception|Error): )*")
_FILE = re.compile(r"reading file (?P<file>\S+?)\.?\s")


@contextmanager
def told(given: str) -> Iterator[None]:
    """What Spark raises in the block as an error of ours.

    :param given: what was to be read.
    :raises TrichLucError: in place of what PySpark or Py4J raised; other exceptions pass.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise reason(str(error), given) from None


def reason(said: str, given: str) -> TrichLucError:
    """The line for a user in what Spark said, which may be pages of traces."""
    if any(code in said for code in _NOT_THERE):
        return LoadError(f"{given}: there is no such file or folder: check the path")
    if any(code in said for code in _NO_COLUMNS):
        return LoadError(f"{given}: holds no table that can be read: write it again")
    if raised := _RAISED.search(said):
        return (PatternError if raised["kind"] == "PatternError" else SparkError)(raised["says"])
    if missing := _MISSING.search(said):
        return SparkError(f"the workers have no package {missing['module']!r}: install trichluc on every node (docs/spark.md)")
    if file := _FILE.search(said):
        return LoadError(f"{file['file']}: cannot be read: take it away or write it again")
    return SparkError(f"{given}: Spark gave up: {_cause(said)}")


def _cause(said: str) -> str:
    """The innermost cause, without the names of its class and of the call that met it."""
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith(("\t", "An error occurred while calling"))]
    causes = [line for line in lines if line.startswith("Caused by: ")] or lines[:1] or ["it does not say why"]
    return " ".join(_ENVELOPE.sub("", causes[-1]).split())[:300]
