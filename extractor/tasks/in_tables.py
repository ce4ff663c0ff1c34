"""Tasks that stand in tables: the names and times in the cells are read by the same facts as running text."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.task_tables import TableTask
from extractor.tasks.basis import named_documents
from extractor.tasks.draft import Draft
from extractor.tasks.listed_names import listed_names
from extractor.tasks.roles import read_roles
from extractor.tasks.timing import Timing, by_dates, often, read_timing


def read_cells(view: FactView, rows: Sequence[TableTask], assigner: str | None) -> list[Draft]:
    """The tasks of ``rows``, whose spans are folded offsets; roles of the bodies in the cells are for ``cell_roles``."""
    return [_read(view, row, assigner) for row in rows]


def cell_roles(view: FactView, rows: Sequence[TableTask]) -> dict[Span, str]:
    """Role of each agency fact that stands in a cell of lead, support or report."""
    found: dict[Span, str] = {}
    for row in rows:
        for role, cell in (("lead", row.lead), ("support", row.support), ("report_to", row.report_to)):
            if cell is not None:
                found |= {fact.span: role for fact in view.within("agency", cell)}
    return found


def _read(view: FactView, row: TableTask, assigner: str | None) -> Draft:
    lead = _names(view, row.lead)
    support = tuple(n for n in _names(view, row.support) if n not in lead)
    inside = read_roles(view, row.task)
    report_to = _names(view, row.report_to) or inside.report_to
    timing = _timing(view, row.due) if row.due is not None else read_timing(view, row.task)
    return Draft(
        span=row.task,
        rule="task.table",
        item=row.item,
        lead=lead or inside.lead,
        support=support or inside.support,
        report_to=report_to,
        assigner=assigner,
        timing=timing,
        product=_words(view, row.product),
        documents=named_documents(view, row.task, row.basis),
    )


def _names(view: FactView, cell: Span | None) -> tuple[str, ...]:
    return listed_names(view, cell) if cell is not None else ()


def _timing(view: FactView, cell: Span) -> Timing:
    """The deadline, the date or the recurrence of a cell; the words alone where they name none (``Thường xuyên``)."""
    timing = read_timing(view, cell) or by_dates(view, cell) or often(view, cell)
    return timing._replace(span=cell) if timing else Timing(span=cell)


def _words(view: FactView, cell: Span | None) -> str | None:
    return " ".join(view.context.text[cell.start : cell.end].split()) or None if cell else None
