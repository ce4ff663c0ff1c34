"""The third sheet: the documents, how many tasks each has, and those that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.model import Document, Failure, Value
from extractor.office import sheet_live as live
from extractor.office.listed import ListedTask
from extractor.office.naming import document_number
from extractor.office.sheet_cells import write_across, write_header, write_value
from extractor.office.sheet_grid import Grid
from extractor.office.sheet_heights import row_height
from extractor.office.sheet_labels import DOCUMENTS, DOCUMENTS_TITLE, FAILURES, FAILURES_TITLE
from extractor.office.sheet_page import set_page
from extractor.office.sheet_styles import Styles
from extractor.office.shown import as_text, plain

_HEADER = 1
_WIDTHS: dict[str, float] = {"no": 5, "doc_id": 24, "number": 20, "date": 13, "title": 60, "count": 10, "source": 40}
_COUNT = list(_WIDTHS).index("count")


def write_documents(
    sheet: Any, styles: Styles, tasks: Sequence[ListedTask], documents: Sequence[Document], failures: Sequence[Failure], grid: Grid
) -> None:
    """Fill the sheet; the failures stand below the documents."""
    last, width = len(_WIDTHS) - 1, sum(_WIDTHS.values())
    for column, chars in enumerate(_WIDTHS.values()):
        sheet.set_column(column, column, chars)
    write_across(sheet, 0, last, DOCUMENTS_TITLE.text(grid.lang), styles["title"], width)
    write_header(sheet, _HEADER, [(DOCUMENTS[key].text(grid.lang), chars) for key, chars in _WIDTHS.items()], styles["header"])
    for number, document in enumerate(documents, start=1):
        _write_document(sheet, styles, number, document, tasks, grid)
    end = _HEADER + len(documents)
    if failures:
        end = _write_failures(sheet, styles, end + 2, failures, grid)
    set_page(sheet, _HEADER, (end, last), grid.lang)


def _write_document(sheet: Any, styles: Styles, number: int, document: Document, tasks: Sequence[ListedTask], grid: Grid) -> None:
    row = _HEADER + number
    texts = (document.doc_id, document_number(document), document.date, document.title, None, document.source)
    cells: list[Value] = [number, *map(plain, texts)]
    sheet.set_row(row, row_height(list(zip(map(as_text, cells), _WIDTHS.values(), strict=True))))
    for column, value in enumerate(cells):
        write_value(sheet, row, column, value, styles["cell"], styles["day"])
    count = sum(live.is_counted(listed) and listed.task.doc_id == document.doc_id for listed in tasks)
    formula = f"=SUMPRODUCT(({grid.area('doc_id')}=$B{row + 1})*{live.counted(grid.area, grid.lang)})"
    sheet.write_formula(row, _COUNT, formula, styles["number"], count)


def _write_failures(sheet: Any, styles: Styles, row: int, failures: Sequence[Failure], grid: Grid) -> int:
    """Put the failures below ``row``; gives the last row used."""
    last = len(_WIDTHS) - 1
    write_across(sheet, row, last, FAILURES_TITLE.text(grid.lang), styles["title"], sum(_WIDTHS.values()))
    sheet.write_string(row + 1, 1, FAILURES["source"].text(grid.lang), styles["header"])
    sheet.merge_range(row + 1, 2, row + 1, last, "", styles["header"])
    sheet.write_string(row + 1, 2, FAILURES["message"].text(grid.lang), styles["header"])
    for number, failure in enumerate(failures, start=row + 2):
        texts = [(failure.source, _WIDTHS["doc_id"]), (failure.message, sum(_WIDTHS.values()) - _WIDTHS["doc_id"] - _WIDTHS["no"])]
        sheet.set_row(number, row_height(texts))
        write_value(sheet, number, 1, plain(failure.source), styles["cell"])
        sheet.merge_range(number, 2, number, last, "", styles["cell"])
        write_value(sheet, number, 2, plain(failure.message), styles["cell"])
    return row + 1 + len(failures)
