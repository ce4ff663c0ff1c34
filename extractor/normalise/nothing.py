"""Words that look like facts and are none: their rules win against others and give no row."""

from __future__ import annotations

from extractor.context import Context
from extractor.model import Candidate, Found, Refused


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """The span as it stands; ``extractor.pipeline`` leaves the kind out of the table."""
    return [Found("nothing", candidate.rule, candidate.span, {}, candidate.priority)]
