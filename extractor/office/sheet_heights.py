"""How high a row must be for its wrapped text.

Excel fits rows itself only where the file gives no height, and then not those of merged cells; LibreOffice 7 and previews on phones leave
every row one line high. So each row gets the height that its text needs, without the mark ``customHeight`` (ECMA-376, 18.3.1.73): it
still grows and shrinks when people edit it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from extractor.write.cells_xlsx import text_sheet_class

LINE = 15.75  # points of a line of Times New Roman 12
_HIGHEST = 409.0  # points, Excel's limit
_DIGIT = 8  # pixels, the unit of column widths: a digit of the workbook's own font
_PADDING = 6  # pixels
_BROADER = 1.1  # Times New Roman 12 beside the Calibri 11 that XlsxWriter knows the widths of: 1.05 to 1.1 by their metrics


def line_count(text: str, width: float) -> int:
    """On how many lines ``text`` stands in a cell ``width`` characters wide: broken between words, longer words within."""
    from xlsxwriter.utility import xl_pixel_width

    room = width * _DIGIT - _PADDING
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))  # marks take no room
    space = xl_pixel_width(" ") * _BROADER
    lines = 0
    for paragraph in bare.split("\n"):
        lines, used = lines + 1, 0.0
        for word in paragraph.split(" "):
            size = xl_pixel_width(word) * _BROADER
            if used and used + space + size > room:
                lines, used = lines + 1, 0.0
            used += size + (space if used else 0.0)
            broken = int(used // room)
            lines, used = lines + broken, used - broken * room
    return lines


def row_height(cells: Sequence[tuple[str, float]]) -> float:
    """Points for a row of texts, each with the width of its cell in characters."""
    return min(_HIGHEST, LINE * max((line_count(text, width) for text, width in cells), default=1) + 1)


def fitting_sheet_class() -> type[Any]:
    """The text sheet whose row heights are no more than what the text needs at first."""

    class FittingSheet(text_sheet_class()):  # type: ignore[misc]  # a class made in a function
        def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
            super()._xml_start_tag_unencoded(tag, [pair for pair in attributes if pair[0] != "customHeight" or tag != "row"])

    return FittingSheet
