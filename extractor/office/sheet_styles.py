"""The looks of the workbook: one place for fonts, borders and colours."""

from __future__ import annotations

from typing import Any

FONT = {"font_name": "Times New Roman", "font_size": 12}
DAY = "dd/mm/yyyy"

_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
_LEAF = {"font_size": 10, "font_color": "#595959", "valign": "top"}
_STYLES: dict[str, dict[str, object]] = {
    "title": {"font_size": 14, "bold": True, "align": "center", "valign": "vcenter"},
    "subtitle": {"text_wrap": True, "align": "center", "valign": "vcenter"},
    "remark": {"italic": True, "text_wrap": True, "align": "center", "valign": "vcenter"},
    "header": {**_CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DDEBF7"},
    "cell": _CELL,
    "centred": {**_CELL, "align": "center"},
    "day": {**_CELL, "align": "center", "num_format": DAY},
    "day vi": {**_CELL, "align": "center", "num_format": f'"Trước "{DAY}'},  # a due day that is itself too late
    "day en": {**_CELL, "align": "center", "num_format": f'"Before "{DAY}'},
    "number": {**_CELL, "align": "center", "num_format": "0"},
    "bold": {**_CELL, "bold": True},
    "bold number": {**_CELL, "bold": True, "align": "center", "num_format": "0"},
    "source": _LEAF,
    "source day": {**_LEAF, "num_format": DAY},
    "blank": {"text_wrap": True, "valign": "top"},
    "blank day": {"text_wrap": True, "valign": "top", "align": "center", "num_format": DAY},
    # Differences that a rule puts over a cell.
    "overdue": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "soon": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "done": {"bg_color": "#E2EFDA", "font_color": "#548235"},
    "superseded": {"font_strikeout": True, "font_color": "#808080"},
}


class Styles:
    """The formats of one workbook by name, made when first asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._book.add_format(_STYLES[name])
        return self._made[name]
