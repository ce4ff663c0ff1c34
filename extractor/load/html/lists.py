"""Markers of list items as browsers print them (https://html.spec.whatwg.org/#the-ol-element): they are words of a notice."""

from __future__ import annotations

import re
from typing import Any

_MARKED = re.compile(r"(?:[-+•▪●·►➢✓○o§*–—](?=\s)|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[ivxIVX]{1,5})[.)](?=\s|$)|\(\d{1,2}\)|Điều \d)")
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)\b", re.IGNORECASE
)
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_DIGITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def markers(items: Any) -> dict[Any, str]:
    """The marker of each ``li`` of an ``ol``, ``ul`` or ``menu`` element: ``"1."``, ``"b."``, ``"-"``; none where its style has none."""
    if _NO_MARKER.search(items.get("style") or ""):
        return {}
    rows = list(items.iterchildren("li"))
    if items.tag != "ol":
        return dict.fromkeys(rows, "-")
    kind = _kind(items)
    step = -1 if items.get("reversed") is not None else 1
    number = _integer(items.get("start"), len(rows) if step < 0 else 1)
    found = {}
    for row in rows:
        number = _integer(row.get("value"), number)
        found[row] = f"{_printed(number, kind)}."
        number += step
    return found


def with_marker(marker: str, words: str) -> str:
    """The words of an item behind its marker; as they are where a marker has been typed in front of them."""
    return words if _MARKED.match(words) else f"{marker} {words}"


def _kind(items: Any) -> str:
    style = _STYLE.search(items.get("style") or "")
    if style:
        return _STYLES[style[1].lower()]
    kind = (items.get("type") or "1").strip()
    return kind if kind in ("a", "A", "i", "I") else "1"


def _integer(value: str | None, otherwise: int) -> int:
    digits = (value or "").strip()
    plain = digits.removeprefix("-")
    return int(digits) if plain.isascii() and plain.isdigit() and len(plain) < 9 else otherwise


def _printed(number: int, kind: str) -> str:
    """``number`` in the style of the list; in digits where the style does not reach so far."""
    if kind in "aA" and number > 0:
        return _letters(number) if kind == "a" else _letters(number).upper()
    if kind in "iI" and 0 < number < 4000:
        return _roman(number) if kind == "i" else _roman(number).upper()
    return str(number)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed + _ROMAN_DIGITS[number]
