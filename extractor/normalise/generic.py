"""Kinds that a pattern folder brings along: groups named after columns are read by the column's type."""

from __future__ import annotations

from extractor.context import Context
from extractor.model import Candidate, Found, Refused


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """A fact whose text columns are the groups of the same name."""
    return [Found(candidate.kind, candidate.rule, candidate.span, {}, candidate.priority)]
