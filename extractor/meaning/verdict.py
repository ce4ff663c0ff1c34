"""What the rules say of one number."""

from __future__ import annotations

from typing import NamedTuple


class Verdict(NamedTuple):
    """A status and the rule that gives it."""

    status: str | None
    rule: str
