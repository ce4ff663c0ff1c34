"""The table of an annex: its header on every page, a heading for each of several documents, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.model import Document
from extractor.office.annex_labels import HEADINGS, OPTIONAL
from extractor.office.annex_page import WIDTH
from extractor.office.labels import EMPTY, Lang
from extractor.office.listed import ListedTask
from extractor.office.naming import document_heading
from extractor.office.shown import as_text, due_words, shown
from extractor.office.xml_text import xml_text

_SHORT = 600  # characters: a row with no more stays on one page
_CENTRED = frozenset({"no", "due"})


def add_table(page: Any, tasks: Sequence[ListedTask], documents: Sequence[Document], lang: Lang) -> None:
    """Put the table at the end of a ``docx.Document``; an empty list makes one row that says so."""
    columns = [name for name in HEADINGS if name not in OPTIONAL or any(shown(listed, name, lang) for listed in tasks)]
    table = page.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.autofit = False
    widths = _widths(columns)
    for grid_column, width in zip(table.columns, widths, strict=True):
        grid_column.width = width
    _add_header(table, columns, widths, lang)
    number = 0
    for heading, group in _groups(tasks, documents, lang):
        if heading:
            _add_across(table, heading)
        for listed in group:
            number += 1
            _add_task(table, columns, widths, [_words(listed, name, number, lang) for name in columns])
    if not tasks:
        _add_across(table, EMPTY.text(lang))


def _widths(columns: Sequence[str]) -> list[Any]:
    from docx.shared import Mm

    shares = [HEADINGS[name][1] for name in columns]
    return [Mm(WIDTH * share / sum(shares)) for share in shares]


def _groups(tasks: Sequence[ListedTask], documents: Sequence[Document], lang: Lang) -> list[tuple[str, list[ListedTask]]]:
    """The tasks by document, in the order of the documents; a heading for each where there is more than one."""
    names = {document.doc_id: document_heading(document, lang) for document in documents}
    groups: dict[str, list[ListedTask]] = {doc_id: [] for doc_id in names}
    for listed in tasks:
        groups.setdefault(listed.task.doc_id, []).append(listed)
    filled = {doc_id: group for doc_id, group in groups.items() if group}
    if len(filled) == 1:
        return [("", group) for group in filled.values()]
    return [(xml_text(names.get(doc_id, doc_id)), group) for doc_id, group in filled.items()]


def _words(listed: ListedTask, column: str, number: int, lang: Lang) -> str:
    if column == "no":
        return str(number)
    return due_words(listed, lang) if column == "due" else as_text(shown(listed, column, lang))


def _add_header(table: Any, columns: Sequence[str], widths: Sequence[Any], lang: Lang) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL

    row = table.add_row()
    _mark(row, "w:cantSplit")
    _mark(row, "w:tblHeader")  # again on every page
    for cell, name, width in zip(row.cells, columns, widths, strict=True):
        cell.width, cell.vertical_alignment = width, WD_ALIGN_VERTICAL.CENTER
        _fill(cell, HEADINGS[name][0].text(lang), bold=True, centred=True)


def _add_task(table: Any, columns: Sequence[str], widths: Sequence[Any], texts: Sequence[str]) -> None:
    row = table.add_row()
    if max(map(len, texts)) <= _SHORT:
        _mark(row, "w:cantSplit")
    for cell, name, width, text in zip(row.cells, columns, widths, texts, strict=True):
        cell.width = width
        _fill(cell, text, centred=name in _CENTRED)


def _add_across(table: Any, text: str) -> None:
    """A row of one cell, on the page of the row that follows."""
    row = table.add_row()
    _mark(row, "w:cantSplit")
    cells = row.cells
    whole = cells[0].merge(cells[-1])
    _fill(whole, text, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: Any, text: str, *, bold: bool = False, centred: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = bold or None


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))
