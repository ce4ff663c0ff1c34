"""The attributes behind ``._.``: all of them read ``Doc.user_data``, so that they outlive ``DocBin``, ``to_bytes`` and other processes.

``doc._.tasks``     the tasks of the document, by start offset: a list of ``Task``
``doc._.doc_date``  its own date; set it before the component runs, read after it what dates were resolved against
``doc._.doc_place`` its own place, canonical (``tỉnh Nghệ An``), likewise
``span._.fact``     the ``Fact`` of a span in ``doc.spans["facts"]``, with its exact offsets; null for any other span
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import Any, cast

from spacy.tokens import Doc, Span

from extractor.model import Fact, Task
from extractor.spacy.packed import fact_of, packed_fact, packed_task, task_of

SPANS = "facts"
_FACTS, _TASKS, _DATE, _PLACE = "trichluc.facts", "trichluc.tasks", "trichluc.date", "trichluc.place"


def keep(doc: Doc, facts: Sequence[Fact], tasks: Sequence[Task]) -> None:
    """Put facts and tasks into ``doc``: a span covers every token that its fact touches, and is named by the fact's id."""
    doc.user_data[_FACTS] = {fact.fact_id: packed_fact(fact) for fact in facts}
    doc.user_data[_TASKS] = [packed_task(task) for task in tasks]
    spans = [doc.char_span(f.start, f.end, label=f.kind, span_id=f.fact_id, alignment_mode="expand") for f in facts]
    doc.spans[SPANS] = cast("list[Span]", spans)  # null is for offsets outside of the text alone


def register() -> None:
    """Make the attributes known; the component does so itself, a program that only reads a ``DocBin`` has to.

    :raises ValueError: another package has an attribute of the same name.
    """
    for where, name, getter, setter in _ATTRIBUTES:
        if not where.has_extension(name) or where.get_extension(name)[2] is not getter:
            where.set_extension(name, getter=getter, setter=setter)


def _fact(span: Span) -> Fact | None:
    packed = span.doc.user_data.get(_FACTS, {}).get(span.id_)
    return fact_of(packed) if packed is not None else None


def _tasks(doc: Doc) -> list[Task]:
    return [task_of(packed) for packed in doc.user_data.get(_TASKS, ())]


def _date(doc: Doc) -> Date | None:
    stated = doc.user_data.get(_DATE)
    return Date.fromisoformat(stated) if stated else None


def _set_date(doc: Doc, value: Date | str | None) -> None:
    doc.user_data[_DATE] = value.isoformat() if isinstance(value, Date) else value


def _place(doc: Doc) -> str | None:
    place: str | None = doc.user_data.get(_PLACE)
    return place


def _set_place(doc: Doc, value: str | None) -> None:
    doc.user_data[_PLACE] = value


_ATTRIBUTES: tuple[tuple[Any, str, Any, Any], ...] = (
    (Doc, "tasks", _tasks, None),
    (Doc, "doc_date", _date, _set_date),
    (Doc, "doc_place", _place, _set_place),
    (Span, "fact", _fact, None),
)
