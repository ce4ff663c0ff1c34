"""Formulas (Office Math, ECMA-376 part 1, clause 22.1) on one line."""

from __future__ import annotations

from typing import Any

from extractor.load.docx.names import M, W
from extractor.raised import LOWERED, RAISED

_SIGNS = frozenset("0123456789+-")


def formula(element: Any) -> str:
    """The text of an ``m:oMath`` or of anything in it: ``23/25``, ``(a+b)/2``, ``m²``, ``√x``; without what was deleted."""
    tag = element.tag
    if tag == M + "t":
        return element.text or ""
    if tag == M + "f":
        return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"
    if tag in (M + "sSup", M + "sSub", M + "sSubSup"):
        low, high = _part(element, "sub"), _part(element, "sup")
        return _part(element, "e") + _shifted(low, "_", LOWERED) + _shifted(high, "^", RAISED)
    if tag == M + "d":
        return f"({','.join(formula(each) for each in element.iterchildren(M + 'e'))})"
    if tag == M + "rad":
        return f"{_shifted(_part(element, 'deg'), '', RAISED)}√{_grouped(_part(element, 'e'))}"
    return "" if tag in (W + "del", W + "moveFrom") else "".join(formula(child) for child in element)


def _part(element: Any, name: str) -> str:
    found = element.find(M + name)
    return "" if found is None else formula(found)


def _grouped(text: str) -> str:
    return text if text.replace(",", "").replace(".", "").isalnum() else f"({text})"


def _shifted(text: str, otherwise: str, table: dict[int, int]) -> str:
    if not text:
        return ""
    return text.translate(table) if _SIGNS.issuperset(text) else f"{otherwise}{_grouped(text)}"
