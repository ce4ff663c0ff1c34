"""Trích Lục itself: the whole pipeline, facts, tasks and rows."""

from __future__ import annotations

from datetime import date

from extractor.model import Document
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.table import Row, document_row, fact_row, task_row
from peers.answer import Answer, Find

_PLACED = {"kind", "start", "end"}


def load() -> Find:
    """The extractor with the shipped rules."""
    extractor = Extractor()

    def find(text: str, day: date | None) -> list[Answer]:
        result = analyse(Document(text, date=day), extractor)
        _ = [*map(task_row, result.tasks), document_row(result.document)]
        return [_answer(row) for row in map(fact_row, result.facts)]

    return find


def _answer(row: Row) -> Answer:
    fields = {name: str(value) if isinstance(value, date) else value for name, value in row.items() if name not in _PLACED}
    return Answer(str(row["kind"]), int(str(row["start"])), int(str(row["end"])), fields)
