"""How text is set, as far as it decides what is read: fonts, hidden text, raised and lowered text, list numbers of styles.

A property stated by the run itself beats its character style, that beats the paragraph's style, that the defaults (17.7.2). Styles are
based on one another; what one does not state its base does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from extractor.load.docx.names import A, W, flag, number, value

_DEEPEST = 32  # styles that a style may be based on, one over the other; Word allows 11


class Look(NamedTuple):
    """How a run is set: its font, hidden or not, and ``superscript``, ``subscript`` or anything else."""

    font: str | None
    hidden: bool
    shift: str


class Listed(NamedTuple):
    """The list and its level (from 0) that a paragraph or style stands in; null where it says nothing. List 0 is none."""

    list_id: int | None
    level: int | None


class Styles:
    """The styles part, and the theme for the fonts that it names; both may be missing (None)."""

    def __init__(self, styles: Any, theme: Any) -> None:
        found = [] if styles is None else styles.findall(W + "style")
        self._styles = {style.get(W + "styleId"): style for style in found}
        self._default = next((style.get(W + "styleId") for style in found if _is_default(style)), None)
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = [] if defaults is None else [defaults]
        self._theme = _theme_fonts(theme)
        self._lists: dict[str | None, Listed] = {}
        self._looks: dict[tuple[str | None, str | None], tuple[str | None, str | None, bool | None, str | None]] = {}

    def look(self, properties: Any, paragraph_style: str | None) -> Look:
        """How a run with these ``w:rPr`` (None for none) in a paragraph of that style is set."""
        key = (value(properties, "rStyle"), paragraph_style)
        if key not in self._looks:
            self._looks[key] = self._inherited(*key)
        ascii_, other, hidden, shift = self._looks[key]
        if properties is not None and len(properties):
            own_ascii, own_other, own_hidden, own_shift = self._stated(properties)
            ascii_, other = own_ascii or ascii_, own_other or other
            hidden = hidden if own_hidden is None else own_hidden
            shift = own_shift or shift
        return Look(_effective(other, ascii_), bool(hidden), shift or "")

    def chain(self, style: str | None) -> Iterator[Any]:
        """The ``w:style`` elements of a style (the default one for None or an unknown name) and all that it is based on."""
        current = style if style in self._styles else self._default
        for _ in range(_DEEPEST):
            element = self._styles.get(current)
            if element is None:
                return
            yield element
            current = value(element, "basedOn")

    def listed(self, style: str | None) -> Listed:
        """The list that a paragraph style puts its paragraphs in."""
        if style not in self._lists:
            list_id = level = None
            for element in self.chain(style):
                numbering = element.find(f"{W}pPr/{W}numPr")
                list_id = number(numbering, "numId") if list_id is None else list_id
                level = number(numbering, "ilvl") if level is None else level
            self._lists[style] = Listed(list_id, level)
        return self._lists[style]

    def listed_by(self, style: str) -> Listed:
        """The list that a list style (``w:type="numbering"``) stands for."""
        element = self._styles.get(style)
        numbering = None if element is None else element.find(f"{W}pPr/{W}numPr")
        return Listed(number(numbering, "numId"), number(numbering, "ilvl"))

    def _inherited(self, run_style: str | None, paragraph_style: str | None) -> tuple[str | None, str | None, bool | None, str | None]:
        run_styles = self.chain(run_style) if run_style in self._styles else ()
        elements = [style.find(W + "rPr") for style in (*run_styles, *self.chain(paragraph_style))]
        stated = [self._stated(element) for element in (*elements, *self._defaults) if element is not None]
        first = [next((own for own in each if own is not None), None) for each in zip(*stated, strict=True)] or [None] * 4
        return (first[0], first[1], first[2], first[3])

    def _stated(self, properties: Any) -> tuple[str | None, str | None, bool | None, str | None]:
        """Font of ASCII letters, font of others, hidden, shift: what one ``w:rPr`` says itself."""
        fonts = properties.find(W + "rFonts")
        hidden = flag(properties, "vanish")
        return self._font(fonts, "ascii"), self._font(fonts, "hAnsi"), hidden, value(properties, "vertAlign")

    def _font(self, fonts: Any, attribute: str) -> str | None:
        if fonts is None:
            return None
        return self._theme.get(fonts.get(f"{W}{attribute}Theme", "")[:5]) or fonts.get(W + attribute)


@cache
def _effective(other: str | None, ascii_: str | None) -> str | None:
    """The font that tells how the letters are encoded: a legacy one if either is, otherwise that of letters beyond ASCII."""
    from extractor.load.legacy.fonts import font_encoding

    return next((name for name in (other, ascii_) if font_encoding(name)), other or ascii_)


def _is_default(style: Any) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") in ("1", "true", "on")


def _theme_fonts(theme: Any) -> dict[str, str]:
    """The Latin fonts behind ``majorAscii``, ``minorHAnsi`` … (17.18.96), by the first five letters."""
    if theme is None:
        return {}
    fonts = ((kind, theme.find(f".//{A}{kind}Font/{A}latin")) for kind in ("major", "minor"))
    return {kind: latin.get("typeface") for kind, latin in fonts if latin is not None and latin.get("typeface")}
