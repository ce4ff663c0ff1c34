"""The assign stage: outline and facts in, tasks and the roles of bodies out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.context import Context
from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.task_tables import TableTask
from extractor.tasks.in_tables import CellTask, cell_roles, read_cells
from extractor.tasks.passage import walk
from extractor.tasks.row import Row
from extractor.tasks.timing import Timing

_ZEROS = regex.compile(r"(?<!\d)0+(?=[1-9])")  # the number of a document is kept without them, the task names it as printed


class Draft(NamedTuple):
    """A task in folded offsets."""

    span: Span
    rule: str
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    report_to: tuple[str, ...]
    assigner: str | None
    timing: Timing
    documents: tuple[str, ...]
    product: str | None = None


class Assigned(NamedTuple):
    """The tasks of a document by start, and the role of agency facts by their span."""

    tasks: list[Draft]
    roles: dict[Span, str]


def assign(found: list[Found], context: Context, tables: Sequence[TableTask] = ()) -> Assigned:
    """Tasks of a document whose linked facts are ``found`` (sorted by span).

    :param tables: rows of its task tables, in folded offsets.
    """
    if not tables and not any(f.kind == "agency" for f in found):
        return Assigned([], {})
    view = FactView(found, context)
    state = walk(view, found)
    tasks = [_from_row(row, view) for row in state.rows]
    tasks += [_from_cell(cell, view, state.speaker) for cell in read_cells(view, tables)]
    return Assigned(sorted(tasks, key=lambda t: t.span), {**state.roles, **cell_roles(view, tables)})


def with_roles(found: list[Found], roles: dict[Span, str]) -> list[Found]:
    """``found`` with the roles of the agencies among them."""
    return [f._replace(fields={**f.fields, "role": roles[f.span]}) if f.kind == "agency" and f.span in roles else f for f in found]


def _from_row(row: Row, view: FactView) -> Draft:
    return Draft(*row[:8], _documents(view, row.span), row.product)


def _from_cell(cell: CellTask, view: FactView, assigner: str | None) -> Draft:
    numbers = (*_documents(view, cell.span), *(_documents(view, cell.basis) if cell.basis else ()))
    named = tuple(dict.fromkeys(numbers))
    return Draft(
        cell.span, "task.table", cell.item, cell.lead, cell.support, cell.report_to, assigner, cell.timing, named, cell.product
    )  # fmt: skip


def _documents(view: FactView, span: Span) -> tuple[str, ...]:
    """Numbers of the documents named in ``span``, as printed."""
    numbers = (_number(view, f) for f in view.within("document", span))
    return tuple(dict.fromkeys(n for n in numbers if n))


def _number(view: FactView, document: Found) -> str | None:
    number, symbol = document.fields.get("number"), document.fields.get("symbol")
    if not number or not symbol:
        return str(number) if number else None
    words = view.context.text[document.span.start : document.span.end]
    mark = "-" if f"{number}-{symbol}" in words else "/"
    zeros = _ZEROS.search(words)
    return f"{zeros.group() if zeros else ''}{number}{mark}{symbol}"
