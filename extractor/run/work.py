"""All that is done with one document, in whatever process: read it, extract, make rows, take fingerprints.

What is left for the parent is little: look the fingerprints up, and write.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path
from typing import NamedTuple

from extractor.budget import limited
from extractor.check import check
from extractor.copies import Copied, Prints, prints
from extractor.errors import PatternError, TrichLucError, defect
from extractor.load.batch import Unread
from extractor.load.formats import TABLES as TABLE_ENDINGS
from extractor.load.formats import inner_ending
from extractor.load.zipped import Archives
from extractor.model import Document, Failure
from extractor.pipeline import Extractor
from extractor.result import Result, analyse, marked
from extractor.rules import Rules
from extractor.schema import TABLES
from extractor.table import Row, document_row, fact_row, finding_row, task_row
from extractor.write.values import Cells, to_cells

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


def name_of(item: Document | Unread) -> str:
    """How messages call a document: by its file, and in a table also by its id."""
    if isinstance(item, Unread):
        return item.source.given
    in_table = item.source is not None and inner_ending(Path(item.source)) in TABLE_ENDINGS
    return f"{item.source}:{item.doc_id}" if in_table else item.source or item.doc_id


class Work:
    """Made once a process, called with one document after the other; no document makes it fail.

    :raises PatternError: the rules cannot be loaded, or are not those of the settings.
    """

    def __init__(self, settings: Settings, extractor: Extractor | None = None) -> None:
        self._extractor = extractor or Extractor(Rules.load(*settings.overlays))
        if settings.digest not in (None, self._extractor.rules.digest):
            raise PatternError("the pattern files have changed since the run began: start it again")
        self._settings = settings
        self._archives = Archives()

    def __call__(self, item: Item) -> Outcome:
        """What the document gave, or the row of the ``errors`` table that says why there is nothing."""
        if isinstance(item, Failure):
            return item
        stage = "load" if isinstance(item, Unread) else "extract"
        try:
            with limited(self._settings.timeout):
                document = item.read(self._archives) if isinstance(item, Unread) else item
                if isinstance(document, Failure):
                    return document
                stage = "extract"
                return self._analysed(document)
        except Exception as error:
            return Failure(name_of(item), stage, type(error).__name__, f"{name_of(item)}: {said(error)}")

    def _analysed(self, document: Document) -> Analysed:
        stated = replace(document, date=document.date or self._settings.date, place=document.place or self._settings.place)
        result = analyse(stated, self._extractor)
        if kinds := self._settings.kinds:
            result = replace(result, facts=[fact for fact in result.facts if fact.kind in kinds])
        tables = self._settings.tables
        facts = result.facts if tables is None or "facts" in tables else ()
        tasks = result.tasks if tables is None or "tasks" in tables else ()
        return Analysed(result if tables is None else _rows(result, tables), prints(result.document, facts, tasks))


def said(error: Exception) -> str:
    """One line; a defect of ours names the line of code too, since no traceback is ever shown."""
    if isinstance(error, TrichLucError):
        return " ".join(str(error).split())[:200]
    if isinstance(error, MemoryError):
        return "the memory of this machine was not enough: split the document"
    return f"defect in trichluc, please report it: {defect(error)}"


_ROWS: dict[str, Callable[[Result], list[Row]]] = {
    "facts": lambda result: [fact_row(fact) for fact in result.facts],
    "tasks": lambda result: [task_row(task) for task in result.tasks],
    "documents": lambda result: [document_row(result.document)],
    "findings": lambda result: [finding_row(finding) for finding in check(result.document, result.facts)],
}


def _rows(result: Result, tables: tuple[str, ...]) -> Rows:
    document = result.document
    made = {table: to_cells(_ROWS[table](result), TABLES[table]) for table in tables if table in _ROWS}
    return Rows(made, document.source or document.doc_id, document.warnings)


_AT = {table: [column.name for column in columns].index("duplicate_of") for table, columns in TABLES.items() if table in _ROWS}


def settled(product: Result | Rows, copied: Copied) -> Result | Rows:
    """What a document gave, ``duplicate_of`` set in what repeats an earlier one."""
    if isinstance(product, Result):
        return marked(product, copied)
    firsts = {"facts": copied.facts, "tasks": copied.tasks}
    for table, rows in product.tables.items():
        for cells, first in zip(rows, firsts.get(table, [copied.document] * len(rows)), strict=True):
            if first:
                cells[_AT[table]] = first
    return product
