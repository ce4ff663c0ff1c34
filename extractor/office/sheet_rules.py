"""What stays alive in the list: the states that a cell offers, and colours that follow the day."""

from __future__ import annotations

from typing import Any

from extractor.office import sheet_live as live
from extractor.office.sheet_grid import Grid
from extractor.office.sheet_labels import STATE_MESSAGE, STATE_TITLE
from extractor.office.sheet_styles import Styles


def offer_states(sheet: Any, grid: Grid, states: str) -> None:
    """Let the cells of ``state`` offer the cells ``states``; other words are kept after a question."""
    column = grid.index("state")
    sheet.data_validation(
        grid.first,
        column,
        grid.reach,
        column,
        {
            "validate": "list",
            "source": f"={states}",
            "ignore_blank": True,
            "error_type": "warning",
            "error_title": STATE_TITLE.text(grid.lang),
            "error_message": STATE_MESSAGE.text(grid.lang),
        },
    )


def colour(sheet: Any, styles: Styles, grid: Grid) -> None:
    """Strike out superseded rows, grey done ones, fill day and state where the task is overdue or due soon; the first that holds wins."""
    due, state, last = grid.index("due"), grid.index("state"), len(grid.fields) - 1
    _rule(sheet, grid, (0, last), live.superseded(grid.cell, grid.lang), styles["superseded"])
    _rule(sheet, grid, (0, grid.last_read), live.done(grid.cell), styles["done"])
    for name, formula in (("overdue", live.overdue(grid.cell, grid.lang)), ("soon", live.soon(grid.cell, grid.lang))):
        for column in (due, state):
            _rule(sheet, grid, (column, column), formula, styles[name])


def _rule(sheet: Any, grid: Grid, columns: tuple[int, int], formula: str, style: Any) -> None:
    first, last = columns
    options = {"type": "formula", "criteria": f"={formula}", "format": style, "stop_if_true": True}
    sheet.conditional_format(grid.first, first, grid.reach, last, options)
