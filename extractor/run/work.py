"""All that is done with one document, in whatever process: read it, extract, make rows, take fingerprints.

What is left for the parent is little: look the fingerprints up, and write.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extractor.budget import limited
from extractor.check import check
from extractor.copies import prints
from extractor.errors import PatternError
from extractor.load.batch import Unread
from extractor.load.zipped import Archives
from extractor.model import Document, Failure
from extractor.pipeline import Extractor
from extractor.result import Result, analyse
from extractor.rules import Rules
from extractor.run.messages import Analysed, Item, Outcome, Rows, Settings, name_of, said
from extractor.schema import TABLES
from extractor.table import Row, document_row, fact_row, finding_row, task_row
from extractor.write.values import to_cells


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
