"""dateparser's ``search_dates`` told to take only what names a day and a month."""

from __future__ import annotations

from peers.answer import Find
from peers.dateparser_search import searching


def load() -> Find:
    """The search that requires a day and a month."""
    return searching({"REQUIRE_PARTS": ["day", "month"]})
