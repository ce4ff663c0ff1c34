"""Every exception that Trích Lục raises on purpose.

    TrichLucError                 the root: its text is one line that says what, where and what to do
    ├── LoadError                 a document or table that cannot be read
    ├── PatternError              a pattern file, rule or word list that is malformed
    ├── WriteError                a table that cannot be written
    ├── EvaluationError           a gold folder that cannot be used
    ├── ModelError                a trained model that cannot be read
    ├── SparkError                Spark or its Java is missing, or gave up
    ├── BudgetExceeded            a document that passed its time budget
    └── WorkerLost                a worker process that ended before it was done

Anything else that escapes is a defect of ours.
"""

from __future__ import annotations

import traceback
from pathlib import Path


def defect(error: Exception) -> str:
    """An exception that nobody expected, in one line with the line of code: no traceback is ever shown."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}: {' '.join(str(error).split())[:200]}"


class TrichLucError(Exception):
    """Root of all errors raised on purpose; ``str(error)`` is one line fit for a user."""


class LoadError(TrichLucError):
    """A document or a table of articles cannot be read."""


class PatternError(TrichLucError):
    """A pattern file is malformed: the message names the file, the rule and what is wrong."""


class WriteError(TrichLucError):
    """A table cannot be written to the path that was asked for."""


class EvaluationError(TrichLucError):
    """A gold folder is missing, empty or does not fit its texts."""


class ModelError(TrichLucError):
    """A trained model in ``models/`` is no model of ours, or holds what is not trusted."""


class SparkError(TrichLucError):
    """Spark, or the Java that it needs, is missing, does not start, or gave up."""


class BudgetExceeded(TrichLucError):
    """A document needed more time than its budget allows."""


class WorkerLost(TrichLucError):
    """A worker process ended before it was done, or workers do not start."""
