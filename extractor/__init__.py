"""Trích Lục: normalized facts and tasks, each at its exact words, from Vietnamese press articles and directive documents.

    from extractor import extract
    result = extract("Giao Sở Y tế hoàn thành 23/25 nhiệm vụ trước ngày 31/5.", date="2024-05-15")
    for fact in result.facts:
        print(fact.kind, fact.text, fact.start, fact.end)
    for task in result.tasks:
        print(task.lead, task.text, task.due)

The names below are the public ones. All but ``load`` are imported when they are first used, so that starting stays instant.
"""

from importlib import import_module
from typing import TYPE_CHECKING

# Not lazy: the function has to take the name from the package that it comes from.
from extractor.load import load

if TYPE_CHECKING:
    from extractor.api import extract, extract_many
    from extractor.errors import BudgetExceeded, EvaluationError, LoadError, PatternError, SparkError, TrichLucError, WorkerLost, WriteError
    from extractor.gazetteer import Body, Place, find_agency, find_place, find_places
    from extractor.load import read_documents
    from extractor.markup import highlight
    from extractor.model import Document, Fact, Failure, Task
    from extractor.result import Result
    from extractor.rules import Rules

__version__ = "0.1.0"

__all__ = [
    "Body",
    "BudgetExceeded",
    "Document",
    "EvaluationError",
    "Fact",
    "Failure",
    "LoadError",
    "PatternError",
    "Place",
    "Result",
    "Rules",
    "SparkError",
    "Task",
    "TrichLucError",
    "WorkerLost",
    "WriteError",
    "extract",
    "extract_many",
    "find_agency",
    "find_place",
    "find_places",
    "highlight",
    "load",
    "read_documents",
]

_HOMES = {
    "api": ("extract", "extract_many"),
    "errors": ("BudgetExceeded", "EvaluationError", "LoadError", "PatternError", "SparkError", "TrichLucError", "WorkerLost", "WriteError"),
    "gazetteer": ("Body", "Place", "find_agency", "find_place", "find_places"),
    "load": ("read_documents",),
    "markup": ("highlight",),
    "model": ("Document", "Fact", "Failure", "Task"),
    "result": ("Result",),
    "rules": ("Rules",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = value = getattr(import_module(f"extractor.{home}"), name)
            return value
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
