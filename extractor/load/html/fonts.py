"""Fonts of a page, as far as they change what its letters mean: ``.VnTime``, ``VNI-Times`` and their kin.

Taken from ``<font face>``, ``style`` and the plain selectors (``p.MsoNormal``, ``.a``, ``td``) of the page's own style sheet.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

_FAMILY = re.compile(r"(?<![\w-])font(?:-family)?\s*:\s*([^;{}]+)", re.IGNORECASE)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.IGNORECASE)


class Fonts:
    """Which legacy font an element sets its text in."""

    def __init__(self, root: Any) -> None:
        self._rules = dict(_rules(root))
        self.used: list[str] = []  # encodings of the fonts met

    def of(self, element: Any, inherited: str | None) -> str | None:
        """The name of the legacy font, or None where the element's font is none; ``inherited`` where it names no font."""
        named = element.get("face") if element.tag == "font" else None
        style = _FAMILY.search(element.get("style") or "")
        family = (style[1] if style else None) or named
        if family is not None:
            return _legacy(family)
        if self._rules:
            keys = [(element.tag, name) for name in (element.get("class") or "").split()]
            for key in (*keys, *(("", name) for _, name in keys), (element.tag, "")):
                if key in self._rules:
                    return self._rules[key]
        return inherited

    def unicode(self, pieces: list[tuple[str, str | None]]) -> str:
        """The text of a paragraph's pieces, each with its font; neighbours in one font are read together, for a mark may stand in the next.

        Fonts are not believed where the text in them holds letters of Unicode: pages were converted without their fonts.
        """
        from extractor.load.legacy.detect import is_unicode

        legacy = [text for text, font in pieces if font]
        if not legacy or any(map(is_unicode, legacy)):
            return "".join(text for text, _ in pieces)
        return "".join(self._read("".join(text for text, _ in run), font) for font, run in groupby(pieces, key=lambda piece: piece[1]))

    def _read(self, text: str, font: str | None) -> str:
        if font is None or not text.strip():
            return text
        from extractor.load.legacy.fonts import font_encoding, from_font

        read = from_font(text, font)
        encoding = font_encoding(font)
        if read != text and encoding and encoding not in self.used:
            self.used.append(encoding)
        return read


def _legacy(family: str) -> str | None:
    """The legacy font that a list of families begins with."""
    from extractor.load.legacy.fonts import font_encoding

    first = family.split(",")[0].strip().strip("\"'").strip()
    return first if font_encoding(first) else None


def _rules(root: Any) -> list[tuple[tuple[str, str], str | None]]:
    """(tag, class) of plain selectors, either may be empty, and their font; nothing where the sheet names no legacy font."""
    found: list[tuple[tuple[str, str], str | None]] = []
    for sheet in root.iter("style"):
        for rule in (sheet.text or "").split("}"):
            selectors, _, body = rule.partition("{")
            family = _FAMILY.search(body)
            if family:
                plain = [_SELECTOR.match(selector.strip()) for selector in selectors.split(",")]
                found += [(((name[1] or "").lower(), name[2] or ""), _legacy(family[1])) for name in plain if name and name[0]]
    return found if any(font for _, font in found) else []
