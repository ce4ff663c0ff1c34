"""Values into Excel cells: text is always text, dates are real dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extractor.model import Value
from extractor.office.sheet_heights import row_height
from extractor.office.shown import as_text
from extractor.write.cells_xlsx import shortened

_FIRST_YEAR = 1900  # Excel knows no day before
_AIR = 4  # points above and below a title
_BOLD = 1.1  # times as wide as plain letters
_EXACT = 1 << 53  # what a double holds; Excel shows 15 digits


def write_value(sheet: Any, row: int, column: int, value: Value, style: Any, day_style: Any = None) -> None:
    """Put one value into a cell; null makes an empty cell with its border. ``day_style`` is for real dates, ``style`` for all else."""
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(row, column, value, day_style or style)
    elif isinstance(value, (int, float)) and abs(value) < _EXACT:
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, shortened(as_text(value)), style)


def write_across(sheet: Any, row: int, last_column: int, text: str, style: Any, width: float) -> None:
    """Put text over the columns from the first to ``last_column``, ``width`` characters wide together.

    The row gets the height that the text needs.
    """
    sheet.set_row(row, row_height([(text, width)]) + _AIR)
    if last_column:
        sheet.merge_range(row, 0, row, last_column, "", style)
    sheet.write_string(row, 0, shortened(text), style)  # merge_range itself would take "=…" for a formula


def write_header(sheet: Any, row: int, headings: Sequence[tuple[str, float]], style: Any) -> None:
    """Put headings into a row, each with the width of its column in characters."""
    sheet.set_row(row, row_height([(heading, width / _BOLD) for heading, width in headings]) + _AIR)
    for column, (heading, _) in enumerate(headings):
        sheet.write_string(row, column, shortened(heading), style)
