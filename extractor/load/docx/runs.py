"""The words of a paragraph, run by run, whatever they are wrapped in: hyperlinks, content controls, smart tags, insertions.

Read as the final text stands on paper: deletions, field codes and hidden text are left out (ECMA-376 part 1, 17.3.3, 17.13.5, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractor.load.docx.formulas import formula
from extractor.load.docx.names import MC, M, W, chosen
from extractor.load.docx.pieces import Box, Item, Note, Piece
from extractor.load.docx.styles import Look, Styles
from extractor.load.docx.symbols import sign

TRACKED = "changes were tracked: the final text was read, without what they delete"
HIDDEN = "hidden text was left out"
_UNKNOWN_SIGN = "signs of the font {} that have no Unicode character were left out"
_DROPPED = frozenset(
    W + name for name in ("pPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "rt", "rubyPr", "smartTagPr", "customXmlPr", "fldData")
)
_GAINED = frozenset((W + "ins", W + "moveTo"))
_LOST = frozenset((W + "del", W + "moveFrom"))
_BREAKS = {"page": "\f", "column": "\f"}
_FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
_BLANKS = re.compile(r"[\t\n\r]+ *")  # line breaks of the XML file itself; those of the text are elements


class Runs:
    """Walks through paragraphs; what was read with loss gathers in ``warnings``."""

    def __init__(self, styles: Styles, warnings: dict[str, None]) -> None:
        self._styles = styles
        self._warnings = warnings
        self._style: str | None = None
        self._fields: list[bool] = []  # one for each field open: whether we are in its code

    def items(self, paragraph: Any, style: str | None) -> list[Item]:
        """What a ``w:p`` of a paragraph style holds; a field code ends with its paragraph at the latest."""
        self._style = style
        self._fields = []
        return list(self._walk(paragraph))

    def _walk(self, parent: Any) -> Iterator[Item]:
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                yield from self._run(element)
            elif tag in (M + "oMath", M + "oMathPara"):
                yield from self._shown(Piece(formula(element)))
            elif tag == MC + "AlternateContent":
                yield from self._walk(chosen(element))
            elif tag in _DROPPED:
                self._note_change(tag)
            else:
                self._note_change(tag)
                yield from self._walk(element)

    def _run(self, run: Any) -> Iterator[Item]:
        look = self._styles.look(run.find(W + "rPr"), self._style)
        if not look.hidden:
            yield from self._inside(run, look)
            return
        for element in run:  # of hidden text nothing is read but where fields begin and end
            if element.tag == W + "fldChar":
                self._field(element)
            elif element.tag == W + "t":
                self._warnings[HIDDEN] = None

    def _inside(self, parent: Any, look: Look) -> Iterator[Item]:
        for element in parent:
            tag = element.tag
            if tag == W + "fldChar":
                self._field(element)
            elif tag == W + "t":
                yield from self._shown(Piece(_BLANKS.sub(" ", element.text or ""), look))
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                marked = element.get(W + "customMarkFollows", "0") in ("1", "true", "on")
                yield from self._shown(Note(tag.removeprefix(W).removesuffix("Reference"), element.get(W + "id", ""), marked))
            elif tag == W + "ruby":
                yield from self._walk(element.find(W + "rubyBase") if element.find(W + "rubyBase") is not None else ())
            elif tag in (W + "drawing", W + "pict", W + "object", MC + "AlternateContent"):
                yield from self._boxes(element)
            else:
                yield from self._shown(Piece(self._mark(element), look))

    def _mark(self, element: Any) -> str:
        """The text of an empty element of a run."""
        tag = element.tag
        if tag == W + "br":
            return _BREAKS.get(element.get(W + "type", ""), "\n")
        return self._sign(element) if tag == W + "sym" else _FIXED.get(tag, "")

    def _sign(self, element: Any) -> str:
        font = element.get(W + "font", "Symbol")
        try:
            found = sign(int(element.get(W + "char", ""), 16), font)
        except (ValueError, OverflowError):
            found = None
        if found is None:
            self._warnings[_UNKNOWN_SIGN.format(font)] = None
        return found or ""

    def _boxes(self, element: Any) -> Iterator[Item]:
        """The text boxes of a drawing, of which only one of several renderings is read."""
        if element.tag == W + "txbxContent":
            yield from self._shown(Box(element))
            return
        for child in chosen(element) if element.tag == MC + "AlternateContent" else element:
            if child.tag == W + "t":  # an alternate content may hold plain text of the run as well
                yield from self._shown(Piece(child.text or ""))
            else:
                yield from self._boxes(child)

    def _field(self, mark: Any) -> None:
        """Keep track of fields: code from ``begin`` to ``separate``, result up to ``end``; they may lie in one another."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shown(self, item: Item) -> Iterator[Item]:
        if not any(self._fields):
            yield item

    def _note_change(self, tag: str) -> None:
        if tag in _GAINED or tag in _LOST:
            self._warnings[TRACKED] = None
