"""The first sheet: the list to read, edit and print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extractor.model import Document, Value
from extractor.office import sheet_rules
from extractor.office.labels import EMPTY, TITLE, Lang
from extractor.office.listed import ListedTask
from extractor.office.naming import document_heading
from extractor.office.sheet_cells import write_across, write_header, write_value
from extractor.office.sheet_grid import Field, Grid, task_fields
from extractor.office.sheet_heights import row_height
from extractor.office.sheet_labels import DOCUMENTS_SHEET, FOLDED_WHEN_EMPTY, MADE, MORE_DOCUMENTS, NOTHING, ORIGINAL
from extractor.office.sheet_page import set_page
from extractor.office.sheet_styles import Styles
from extractor.office.shown import as_text, shown, shown_extra
from extractor.office.xml_text import xml_text
from extractor.write.cells_xlsx import shortened

_HEADER = 3  # below title, documents and date
_CENTRED = frozenset({"no", "item", "due", "state"})
_NAMED = 3  # documents named above the list


def write_tasks(
    sheet: Any, styles: Styles, tasks: Sequence[ListedTask], documents: Sequence[Document], lang: Lang, today: date, states: str
) -> Grid:
    """Fill the sheet, superseded tasks last.

    :param states: the cells that hold the four states, for the list that a cell of the column offers.
    :returns: where all stands, for formulas on other sheets.
    """
    fields = task_fields(tasks, lang, several=len(documents) > 1)
    grid = Grid(fields, _HEADER, _HEADER + max(1, len(tasks)), lang)
    _set_columns(sheet, styles, grid, tasks)
    _write_top(sheet, styles, grid, documents, (today, sum(listed.change != "superseded" for listed in tasks)))
    write_header(sheet, grid.header, [(field.heading, field.width) for field in fields], styles["header"])
    for number, listed in enumerate(sorted(tasks, key=lambda listed: listed.change == "superseded")):
        _write_row(sheet, styles, grid, number, listed)
    if not tasks:
        write_across(sheet, grid.first, grid.last_read, EMPTY.text(lang), styles["remark"], _width(grid))
    sheet.autofilter(grid.header, 0, grid.last, len(fields) - 1)
    set_page(sheet, grid.header, (grid.last, grid.last_read), lang)
    sheet_rules.offer_states(sheet, grid, states)
    sheet_rules.colour(sheet, styles, grid)
    return grid


def _set_columns(sheet: Any, styles: Styles, grid: Grid, tasks: Sequence[ListedTask]) -> None:
    for index, field in enumerate(grid.fields):
        style = {"due": "blank day"}.get(field.key, "blank") if field.part != "source" else "source"
        sheet.set_column(index, index, field.width, styles[style], _outline(field, tasks))


def _outline(field: Field, tasks: Sequence[ListedTask]) -> dict[str, object]:
    """Source columns, and empty ones that the page can do without, can be folded; only the latter are."""
    if field.part == "source":
        return {"level": 1}
    if field.part == "reading" and field.key in FOLDED_WHEN_EMPTY and not any(listed.value(field.key) for listed in tasks):
        return {"level": 1, "hidden": True}
    return {}


def _width(grid: Grid) -> float:
    return sum(field.width for field in grid.fields[: grid.last_read + 1] if field.key not in FOLDED_WHEN_EMPTY)


def _write_top(sheet: Any, styles: Styles, grid: Grid, documents: Sequence[Document], made: tuple[date, int]) -> None:
    day, count = made
    names = [xml_text(" ".join(document_heading(document, grid.lang).split())) for document in documents[:_NAMED]]
    if more := len(documents) - len(names):
        names.append(MORE_DOCUMENTS.text(grid.lang).format(count=more, sheet=DOCUMENTS_SHEET.text(grid.lang)))
    lines = {
        "title": TITLE.text(grid.lang),
        "subtitle": "\n".join(names),
        "remark": MADE.text(grid.lang).format(day=day, count=count),
    }
    for row, (style, text) in enumerate(lines.items()):
        write_across(sheet, row, grid.last_read, text, styles[style], _width(grid))


def _write_row(sheet: Any, styles: Styles, grid: Grid, number: int, listed: ListedTask) -> None:
    row = grid.first + number
    cells = [(field, _shown(listed, field, number, grid.lang)) for field in grid.fields]
    sheet.set_row(row, row_height([(as_text(value), field.width) for field, value in cells if field.part != "source"]))
    for column, (field, value) in enumerate(cells):
        style, day_style = _styles(listed, field, grid.lang)
        write_value(sheet, row, column, value, styles[style], styles[day_style])
        if field.part != "extra" and field.key in listed.edited:
            _remember(sheet, (row, column), listed, field.key, grid.lang)


def _styles(listed: ListedTask, field: Field, lang: Lang) -> tuple[str, str]:
    """The style of a cell, and the one that it has when it holds a date."""
    if field.part == "source":
        return "source", "source day"
    style = "centred" if field.key in _CENTRED and field.part == "reading" else "cell"
    before = field.key == "due" and field.part == "reading" and listed.value("inclusive") is False
    return style, f"day {lang}" if before else "day"


def _shown(listed: ListedTask, field: Field, number: int, lang: Lang) -> Value:
    if field.part == "extra":
        return shown_extra(listed, field.key)
    return number + 1 if field.key == "no" else shown(listed, field.key, lang)


def _remember(sheet: Any, at: tuple[int, int], listed: ListedTask, key: str, lang: Lang) -> None:
    """Leave what the document says in a comment on a cell that a person has changed."""
    found = as_text(shown(ListedTask(listed.task), key, lang)) or NOTHING.text(lang)
    text = shortened(ORIGINAL.text(lang).format(value=found))
    sheet.write_comment(*at, text, {"author": "Trích Lục", "x_scale": 2, "y_scale": 1 + len(text) / 200})
