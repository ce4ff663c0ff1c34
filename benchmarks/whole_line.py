"""What the speed benchmarks measure of Trích Lục: everything that a user gets out of one text, in memory."""

from __future__ import annotations

from collections.abc import Callable

from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.table import Row, document_row, fact_row, task_row


def whole_line() -> Callable[[str], list[Row]]:
    """A function from a text to all its rows: its facts, its tasks and its own. The rules are loaded once, here."""
    extractor = Extractor()

    def rows(text: str) -> list[Row]:
        result = analyse(Document(text), extractor)
        return [*map(fact_row, result.facts), *map(task_row, result.tasks), document_row(result.document)]

    return rows
