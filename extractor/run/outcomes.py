"""One outcome for each item of a stream, in its order, from this process or from several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.copies import Copied, Copies
from extractor.model import Failure
from extractor.run.messages import Item, Outcome, Rows, Settings, said
from extractor.run.pool import spawned
from extractor.schema import TABLES

if TYPE_CHECKING:
    from extractor.pipeline import Extractor
    from extractor.result import Result

_AT = {table: names.index("duplicate_of") for table, columns in TABLES.items() if "duplicate_of" in (names := [c.name for c in columns])}


def outcomes(items: Iterable[Item], settings: Settings, jobs: int = 1, extractor: Extractor | None = None) -> Iterator[Outcome]:
    """What each item gave; failures to load pass through.

    :param jobs: processes to share the work; 1 is this one, which a document that kills its process takes along.
    :param extractor: of this process, where it is loaded already, by the rules of ``settings``.
    """
    if jobs > 1:
        yield from spawned(_guarded(items), settings, jobs)
    else:
        from extractor.run.work import Work

        yield from map(Work(settings, extractor), _guarded(items))


def products(stream: Iterable[Outcome], copies: Copies) -> Iterator[Result | Rows | Failure]:
    """What each document gave; what repeats an earlier one names it in ``duplicate_of``."""
    for outcome in stream:
        yield outcome if isinstance(outcome, Failure) else settled(outcome.product, copies.seen(outcome.prints))


def settled(product: Result | Rows, copied: Copied) -> Result | Rows:
    """What a document gave, ``duplicate_of`` set in what repeats an earlier one."""
    if not isinstance(product, Rows):
        from extractor.result import marked

        return marked(product, copied)
    firsts = {"facts": copied.facts, "tasks": copied.tasks}
    for table, rows in product.tables.items():
        for cells, first in zip(rows, firsts.get(table, [copied.document] * len(rows)), strict=True):
            if first:
                cells[_AT[table]] = first
    return product


def _guarded(items: Iterable[Item]) -> Iterator[Item]:
    """A reader that breaks down ends the input, not the run: what came before it is still written."""
    try:
        yield from items
    except Exception as error:
        yield Failure("input", "load", type(error).__name__, f"reading ended early: {said(error)}")
