"""The rows of a document's task tables, in folded offsets."""

from __future__ import annotations

from extractor.fold import Folded
from extractor.line_tables import line_tables
from extractor.model import Document, Span, Table
from extractor.task_tables import TableTask, read_task_tables


def table_rows(document: Document, folded: Folded, drawn: tuple[Table, ...]) -> list[TableTask]:
    """The rows of the tables that the reader found, or else of those ``drawn`` in the text or left of one in it."""
    tables = document.tables or drawn + line_tables(document.text)
    return [_folded(row, folded) for row in read_task_tables(tables, document.text)] if tables else []


def _folded(row: TableTask, folded: Folded) -> TableTask:
    def mapped(span: Span | None) -> Span | None:
        return folded.folded_span(*span) if span is not None else None

    return TableTask(
        folded.folded_span(*row.task), row.item, mapped(row.lead), mapped(row.support), mapped(row.product), mapped(row.due),
        mapped(row.report_to), mapped(row.basis),
    )  # fmt: skip
