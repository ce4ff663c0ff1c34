"""How a sheet prints: A4 landscape, as wide as the page, the header on every page."""

from __future__ import annotations

from typing import Any

from extractor.office.labels import Lang
from extractor.office.sheet_labels import PAGE

_A4 = 9  # Excel's number for it


def set_page(sheet: Any, header: int, last: tuple[int, int], lang: Lang) -> None:
    """Set paper, margins, footer, frozen and repeated header row, and print up to the cell ``last`` (row, column) alone.

    Excel widens the area when people insert rows or columns within it. Whole columns would hold rows added below too, but openpyxl, and
    with it pandas, cannot read such an area.
    """
    sheet.freeze_panes(header + 1, 0)
    sheet.repeat_rows(header)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)  # inches
    sheet.set_footer(f'&C&"Times New Roman,Regular"&10{PAGE.text(lang)} &P/&N', {"margin": 0.3})
    sheet.print_area(0, 0, *last)
