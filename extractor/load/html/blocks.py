"""The blocks of a page, paragraphs and tables, in their order: all that a reader sees, each with the element that it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.load.html.fonts import Fonts
from extractor.load.html.lists import markers, with_marker
from extractor.load.html.tables import data_cells, header_rows, is_layout_table
from extractor.load.typeset import Place
from extractor.raised import LOWERED, RAISED

_DROPPED = frozenset(
    "head script style noscript template svg math iframe object embed select textarea input audio video canvas datalist map".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark q ruby s samp small span strike strong "
    "sub sup time tt u var wbr o:p picture source".split()
)
_WORDED = frozenset("p h1 h2 h3 h4 h5 h6 dt summary".split())
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\n{2,}")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?!\s*(?:#|javascript:|mailto:|tel:|file:|data:)|.*\.(?:pdf|docx?|xlsx?|zip|rar)\b).", re.IGNORECASE | re.DOTALL)
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # around linked words: noncharacters, which no page may hold
_LINKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*)")
_MARKS = str.maketrans("", "", _OPEN + _CLOSE)
_DIGITS = re.compile(r"\s*[-+]?\(?\d{1,4}\)?\s*")
_DEGREES = re.compile(r"(?<=\d)[ \u00a0]?\u2070(?=[ \u00a0]?[CF]\b)")


@dataclass(slots=True)
class Block:
    """A paragraph, or a table where ``cells`` is set.

    ``linked`` counts the characters of ``words`` in links to other pages; the words of a table are those of its cells together.
    ``apart`` says that an empty line stands above it in its element.
    """

    element: Any
    words: str
    linked: int = 0
    cells: list[tuple[str, Place]] | None = None
    header: int = 0
    apart: bool = False


def blocks(root: Any, fonts: Fonts, font: str | None = None) -> list[Block]:
    """All blocks inside ``root``; hidden elements and what is no text (scripts, pictures, controls) are left out.

    :param font: the legacy font that ``root`` stands in.
    """
    walk = _Walk(fonts, font)
    walk.read(root)
    return walk.found


class _Inside(NamedTuple):
    """What the text at one place of the tree has from the elements around it."""

    owner: Any  # the block element
    font: str | None = None
    raised: str | None = None  # "sup" or "sub"
    linked: bool = False
    verbatim: bool = False


class _Walk:
    """Goes through a tree, element by element (never by recursion: pages may be nested thousands deep)."""

    def __init__(self, fonts: Fonts, font: str | None) -> None:
        self.found: list[Block] = []
        self._fonts = fonts
        self._font = font
        self._root: Any = None
        self._pieces: list[tuple[str, str | None]] = []
        self._stack: list[_Inside] = []
        self._markers: dict[Any, str] = {}
        self._marker = ""
        self._gap = False  # an empty paragraph stands before what comes next

    def read(self, root: Any) -> None:
        """Take everything inside ``root``."""
        from lxml import etree

        self._root = root
        self._stack.append(_Inside(root, self._font))
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element, last=element is root)
            elif not self._enter(element, first=element is root):
                walk.skip_subtree()
        self._end_paragraph()

    def _enter(self, element: Any, *, first: bool) -> bool:
        """Begin an element; False where what is inside has been dealt with."""
        tag = element.tag
        around = self._stack[-1]
        if tag in _DROPPED or (not first and _is_hidden(element)) or (tag == "button" and not _is_heading(element)):
            self._stack.append(around)
            return False
        if _parts(element):
            self._end_paragraph()
        inside = self._inside(element, around)
        self._stack.append(inside)
        if tag == "table" and not is_layout_table(element):
            self._table(element, inside.font)
            return False
        if tag in ("ol", "ul", "menu"):
            self._markers |= markers(element)
        elif tag == "li":
            self._marker = self._markers.pop(element, "")
        elif tag == "br":
            self._pieces.append(("\n", inside.font))
        self._words(element.text, inside)
        return True

    def _inside(self, element: Any, around: _Inside) -> _Inside:
        tag = element.tag
        return _Inside(
            element if _parts(element) else around.owner,
            self._fonts.of(element, around.font),
            tag if tag in ("sup", "sub") else around.raised,
            around.linked or _is_link(element),
            around.verbatim or tag == "pre",
        )

    def _leave(self, element: Any, *, last: bool) -> None:
        if _parts(element) and element.tag not in _DROPPED:
            self._end_paragraph()
        if element.tag == "li":
            self._number_alone()
        elif element.tag == "p" and not len(element):
            self._gap |= not (element.text or "").strip()
        self._stack.pop()
        if not last:
            self._words(element.tail, self._stack[-1])

    def _table(self, table: Any, font: str | None) -> None:
        caption = table.find("caption")
        if caption is not None:
            self.found += blocks(caption, self._fonts, font)
        cells = [("\n".join(block.words for block in blocks(cell, self._fonts, font)), place) for cell, place in data_cells(table)]
        self.found.append(Block(table, "\n".join(words for words, _ in cells if words), 0, cells, header_rows(table)))

    def _words(self, text: str | None, inside: _Inside) -> None:
        if not text:
            return
        text = text.translate(_MARKS)
        if not inside.verbatim:
            text = _BLANKS.sub(" ", text)
        if inside.raised:
            text = self._shifted(text, inside.raised)
        self._pieces.append((f"{_OPEN}{text}{_CLOSE}" if inside.linked else text, inside.font))

    def _shifted(self, text: str, raised: str) -> str:
        """Digits above or below the line as Unicode has them; the raised ``o`` of ``37oC`` as the sign of degrees."""
        if _DIGITS.fullmatch(text):
            return text.strip().translate(RAISED if raised == "sup" else LOWERED)
        after_digit = bool(self._pieces) and self._pieces[-1][0].rstrip()[-1:].isdigit()
        return "°" if raised == "sup" and text.strip() in ("o", "O") and after_digit else text

    def _end_paragraph(self) -> None:
        if not self._pieces:
            return
        text = _DEGREES.sub("°", unicodedata.normalize("NFC", self._fonts.unicode(self._pieces)))
        self._pieces.clear()
        lines = "\n".join(line.strip() for line in text.split("\n"))
        for number, part in enumerate(_EMPTY_LINES.split(lines)):
            words = re.sub(" {2,}", " ", part.translate(_MARKS)).strip()
            if words:
                linked = sum(len(link.strip()) for link in _LINKED.findall(part))
                self.found.append(Block(self._stack[-1].owner, self._marked(words), linked, apart=number > 0 or self._gap))
                self._gap = False

    def _number_alone(self) -> None:
        """An item without words leaves no trace, but in a cell its number is what the cell holds."""
        marker, self._marker = self._marker, ""
        if marker not in ("", "-") and self._root.tag in ("td", "th"):
            self.found.append(Block(self._root, marker))

    def _marked(self, words: str) -> str:
        marker, self._marker = self._marker, ""
        return with_marker(marker, words) if marker else words


def _parts(element: Any) -> bool:
    """Whether the element begins and ends a paragraph."""
    return element.tag not in _INLINE and element.tag != "br"


def _is_link(element: Any) -> bool:
    return element.tag == "a" and _ELSEWHERE.match(element.get("href") or "") is not None


def _is_heading(button: Any) -> bool:
    """Whether a button is the words of a heading or paragraph, as those of an accordion are, and no control."""
    return any(element.tag in _WORDED for element in button.iterancestors())


def _is_hidden(element: Any) -> bool:
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return element.tag in _INLINE and element.get("aria-hidden") == "true"  # on a block it is also left behind by a dialogue once open
