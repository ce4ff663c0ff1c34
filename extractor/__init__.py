"""Trích Lục: normalized facts, each at its exact words, from Vietnamese press articles and directive documents."""

from extractor.api import Result, extract, extract_many
from extractor.errors import (
    BudgetExceeded,
    EvaluationError,
    LoadError,
    PatternError,
    TrichLucError,
    WriteError,
)
from extractor.model import Document, Fact, Failure
from extractor.rules import Rules

__version__ = "0.1.0"

__all__ = [
    "BudgetExceeded",
    "Document",
    "EvaluationError",
    "Fact",
    "Failure",
    "LoadError",
    "PatternError",
    "Result",
    "Rules",
    "TrichLucError",
    "WriteError",
    "extract",
    "extract_many",
]
