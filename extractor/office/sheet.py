"""The list as a workbook that an office opens, edits, prints and sends round.

Sheets: the tasks; the counts by lead; the documents, where there are several or some could not be read. Three more are hidden: the tasks
as extracted and the names of their documents (``originals``), from which people's edits can be told, and the four states that a cell
offers. The workbook carries the custom
property ``trichluc`` with the version of the schema, by which the list is recognised when it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from extractor.errors import WriteError
from extractor.model import Document, Failure
from extractor.office.labels import COUNTS_SHEET, SHEET, STATES, TITLE, Lang
from extractor.office.listed import ListedTask
from extractor.office.originals import DOCUMENTS as ORIGINAL_DOCUMENTS
from extractor.office.originals import SHEET as ORIGINALS_SHEET
from extractor.office.originals import documents_rows, originals_rows
from extractor.office.sheet_counts import write_counts
from extractor.office.sheet_documents import write_documents
from extractor.office.sheet_heights import fitting_sheet_class
from extractor.office.sheet_labels import DOCUMENTS_SHEET
from extractor.office.sheet_styles import FONT, Styles
from extractor.office.sheet_tasks import write_tasks
from extractor.schema import SCHEMA_VERSION
from extractor.write.atomic import replacing
from extractor.write.timeless import CREATED

PROPERTY = "trichluc"
MOST = 1_048_000  # tasks; a sheet has 1,048,576 rows, some of them for the title and for tasks that people add
# The font of every cell that has no other, and so the measure of column widths (ECMA-376, 18.3.1.13).
_STATES_SHEET = "_trichluc_states"


def write_sheet(
    path: Path,
    tasks: Sequence[ListedTask],
    documents: Sequence[Document],
    *,
    lang: Lang = "vi",
    today: date | None = None,
    failures: Sequence[Failure] = (),
) -> None:
    """Write the list to ``path`` (.xlsx), whole or not at all; its folder is made where there is none.

    :param documents: those that the tasks stand in, and those without any.
    :param today: the day that the list is made, the present one unless told. The counts stored for programs that do not calculate hold
        for it; colours and counts follow the day on which the file is opened.
    :raises WriteError: there are more tasks than a sheet has rows, the file is open in another program, the disk is full.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    if len(tasks) > MOST:
        raise WriteError(f"{path}: {len(tasks)} tasks: a sheet of Excel holds {MOST}: write .csv or .parquet, or fewer documents a list")
    options = {"constant_memory": True, "default_format_properties": {**FONT}}  # XlsxWriter writes into the font
    with replacing(path, (OSError, XlsxWriterException)) as part, Workbook(str(part), options) as book:
        _fill(book, tasks, documents, failures, lang, today or date.today())


def _fill(
    book: Any, tasks: Sequence[ListedTask], documents: Sequence[Document], failures: Sequence[Failure], lang: Lang, today: date
) -> None:
    book.set_custom_property(PROPERTY, SCHEMA_VERSION)
    book.set_properties({"title": TITLE.text(lang).capitalize(), "created": CREATED})
    kind, styles = fitting_sheet_class(), Styles(book)
    list_sheet = book.add_worksheet(SHEET.text(lang), kind)
    counts_sheet = book.add_worksheet(COUNTS_SHEET.text(lang), kind)
    documents_sheet = book.add_worksheet(DOCUMENTS_SHEET.text(lang), kind) if failures or len(documents) > 1 else None
    states = _write_hidden(book.add_worksheet(_STATES_SHEET, kind), [[state.text(lang)] for state in STATES])
    _write_hidden(book.add_worksheet(ORIGINALS_SHEET, kind), originals_rows(tasks))
    _write_hidden(book.add_worksheet(ORIGINAL_DOCUMENTS, kind), documents_rows(documents))
    grid = write_tasks(list_sheet, styles, tasks, documents, lang, today, states)
    write_counts(counts_sheet, styles, tasks, grid, today)
    if documents_sheet is not None:
        write_documents(documents_sheet, styles, tasks, documents, failures, grid)


def _write_hidden(sheet: Any, rows: Sequence[Sequence[str]]) -> str:
    """Write rows of text to a sheet that Excel does not even offer to show; gives the reference of its first column."""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell)
    sheet.very_hidden()
    return f"{sheet.get_name()}!$A$1:$A${len(rows)}"
