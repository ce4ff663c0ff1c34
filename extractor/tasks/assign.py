"""The assign stage: outline and facts in, tasks and the roles of bodies out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.context import Context
from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.task_tables import TableTask
from extractor.tasks.basis import named_documents
from extractor.tasks.draft import Draft
from extractor.tasks.in_tables import cell_roles, read_cells
from extractor.tasks.mentioned import mentioned_roles
from extractor.tasks.passage import walk


class Assigned(NamedTuple):
    """The tasks of a document by start, and the role of agency facts by their span."""

    tasks: list[Draft]
    roles: dict[Span, str | None]


def assign(found: list[Found], context: Context, tables: Sequence[TableTask] = ()) -> Assigned:
    """Tasks of a document whose linked facts are ``found`` (sorted by span).

    :param tables: rows of its task tables, in folded offsets.
    """
    if not tables and not any(f.kind == "agency" for f in found):
        return Assigned([], {})
    view = FactView(found, context)
    state = walk(view, found)
    tasks = [draft._replace(documents=named_documents(view, draft.span)) for draft in state.drafts]
    tasks += read_cells(view, tables, state.speaker)
    mentioned = mentioned_roles(view, [f for f in found if f.kind == "agency"])
    return Assigned(sorted(tasks, key=lambda t: t.span), {**mentioned.weak, **state.roles, **cell_roles(view, tables), **mentioned.strong})


def with_roles(found: list[Found], roles: dict[Span, str | None]) -> list[Found]:
    """``found`` with the roles of the agencies among them."""
    return [f._replace(fields={**f.fields, "role": roles[f.span]}) if f.kind == "agency" and f.span in roles else f for f in found]
