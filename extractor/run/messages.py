"""What goes to the process that works on documents, and what comes back. Nothing of the extraction is imported here: the process that
hands out the work starts at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.copies import Prints
from extractor.errors import TrichLucError, defect
from extractor.load.batch import Unread
from extractor.load.formats import TABLES as TABLE_ENDINGS
from extractor.load.formats import inner_ending
from extractor.model import Document, Failure
from extractor.write.values import Cells

if TYPE_CHECKING:
    from extractor.result import Result

TIMEOUT = 30.0  # seconds for a document; an article takes a hundredth of one


class Settings(NamedTuple):
    """What every process of a run works by.

    :param overlays: pattern folders on top of the shipped one.
    :param tables: of which rows are made (``facts tasks documents findings``); null keeps results whole.
    :param kinds: of facts to keep; empty keeps all.
    :param date: of documents that state none; likewise ``place``.
    :param timeout: seconds for a document, reading it included; null is without limit.
    :param digest: of the rules in these folders, for processes that load them later; null takes them as they are.
    """

    overlays: tuple[Path, ...] = ()
    tables: tuple[str, ...] | None = None
    kinds: frozenset[str] = frozenset()
    date: Date | None = None
    place: str | None = None
    timeout: float | None = TIMEOUT
    digest: str | None = None


@dataclass(slots=True)
class Rows:
    """What one document adds to each table, cells in the order of the columns; its name and warnings are for a person who looks on."""

    tables: dict[str, list[Cells]]
    name: str
    warnings: tuple[str, ...]


class Analysed(NamedTuple):
    """What one document gave, before it was compared with others."""

    product: Result | Rows
    prints: Prints


Item = Document | Unread | Failure
Outcome = Analysed | Failure


class Ready(NamedTuple):
    """The rules are loaded."""


class Broken(NamedTuple):
    """The worker cannot work, and none can."""

    why: str


def name_of(item: Document | Unread) -> str:
    """How messages call a document: by its file, and in a table also by its id."""
    if isinstance(item, Unread):
        return item.source.given
    in_table = item.source is not None and inner_ending(Path(item.source)) in TABLE_ENDINGS
    return f"{item.source}:{item.doc_id}" if in_table else item.source or item.doc_id


def said(error: Exception) -> str:
    """One line; a defect of ours names the line of code too, since no traceback is ever shown."""
    if isinstance(error, TrichLucError):
        return " ".join(str(error).split())[:200]
    if isinstance(error, MemoryError):
        return "the memory of this machine was not enough: split the document"
    return f"defect in trichluc, please report it: {defect(error)}"


def lightened(outcome: Outcome, item: Item) -> Outcome:
    """Without what the parent has: ``restored`` puts it back."""
    return _with_text(outcome, item, Document(""))


def restored(outcome: Outcome, item: Item) -> Outcome:
    """In the parent: what a worker made of an item, with the text that it did not send back."""
    return _with_text(outcome, item, item)


def _with_text(outcome: Outcome, item: Item, given: Item) -> Outcome:
    if isinstance(outcome, Failure) or isinstance(outcome.product, Rows) or not isinstance(item, Document):
        return outcome
    assert isinstance(given, Document)  # noqa: S101 - as item is
    document = replace(outcome.product.document, text=given.text, tables=given.tables)
    return outcome._replace(product=replace(outcome.product, document=document))
