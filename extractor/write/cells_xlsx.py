"""What Excel asks of a cell of text: at most 32,767 UTF-16 units, and never read as a formula, an address or markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

LONGEST = 32_767  # UTF-16 units of a cell
CUT = " … [cắt bớt: một ô Excel chỉ chứa 32.767 ký tự]"


def shortened(text: str) -> str:
    """``text`` as far as a cell holds it; where it was cut, ``CUT`` stands at its end."""
    if len(text) <= LONGEST // 2:  # two units a character at most
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def text_sheet_class() -> type[Any]:
    """The ``Worksheet`` for a workbook with ``constant_memory``.

    XlsxWriter takes text that begins with ``<r>`` and ends with ``</r>`` for ready XML; to us it is text like any other.
    """
    from xlsxwriter.worksheet import Worksheet

    class TextSheet(Worksheet):  # type: ignore[misc]  # the library has no types
        def _xml_rich_inline_string(self, string: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
            self._xml_inline_string(string, re.search(r"^\s|\s$", string) is not None, attributes)

    return TextSheet
