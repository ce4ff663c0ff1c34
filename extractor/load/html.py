"""Reader of saved web pages: ``.html``, ``.htm``. Blocks become paragraphs, tables keep their cells; site furniture is left out.

Nothing but the file is read: no entity, style, script or frame is fetched.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from extractor.errors import LoadError
from extractor.load.decode import decode
from extractor.load.html_tables import is_layout_table, read_table
from extractor.load.typeset import Typesetter
from extractor.model import Document

_DROPPED = frozenset("head script style noscript template nav svg math iframe object select button textarea".split())
_FURNITURE = frozenset({"header", "footer"})
_CONTENT = frozenset({"article", "main"})  # a header inside one of these holds the headline
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q ruby s samp small span strike strong sub "
    "sup time tt u var wbr o:p".split()
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\s*\n\s*\n\s*")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding (browsers look at 1024)
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})  # servers declare them for pages in fonts of their own


def read(data: bytes) -> Document:
    """The document of a web page; its ``title`` is that of the page.

    :raises LoadError: the encoding is none that we read, or there is nothing to parse.
    """
    root = _parse(_decoded(data))
    page = _Page()
    page.read(root)
    return Document(text=page.setter.text, media_type="text/html", title=_title(root), tables=page.setter.tables)


def _decoded(data: bytes) -> str:
    """Unicode and plain cp1258 are told by the bytes, which are more to be trusted than what the page declares."""
    try:
        return decode(data)
    except LoadError:
        declared = _META.search(data, 0, _HEAD)
        if declared is None:
            raise
        try:
            codec = codecs.lookup(declared[1].decode("ascii", "replace")).name
            if codec not in _WESTERN:
                return data.decode(codec)
        except (LookupError, UnicodeError):
            pass
        raise


def _parse(text: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\0", "\ufffd").encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LoadError("its elements are nested more than 2,000 deep: the page is damaged; save it again from the browser")
    if root is None:
        raise LoadError("the file holds no text: remove it or write it again")
    return root


def _title(root: Any) -> str | None:
    title = root.find(".//title")
    return None if title is None else " ".join("".join(title.itertext()).split()) or None


class _Page:
    """Walks through a tree, element by element (never by recursion: pages may be nested thousands deep)."""

    def __init__(self) -> None:
        self.setter = Typesetter()
        self._pieces: list[str] = []
        self._content = self._verbatim = 0

    def read(self, root: Any) -> None:
        """Set everything inside ``root``."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._enter(element):
                    walk.skip_subtree()
            else:
                self._leave(element, last=element is root)
        self._end_paragraph()

    def _enter(self, element: Any) -> bool:
        """Begin an element; False where what is inside has been dealt with."""
        tag = element.tag
        if tag in _DROPPED or (tag in _FURNITURE and not self._content):
            return False
        if tag not in _INLINE and tag != "br":
            self._end_paragraph()
        if tag == "table" and not is_layout_table(element):
            read_table(element, self.setter, _words)
            return False
        self._content += tag in _CONTENT
        self._verbatim += tag == "pre"
        self._add("\n" if tag == "br" else "", element.text)
        return True

    def _leave(self, element: Any, *, last: bool) -> None:
        tag = element.tag
        if tag not in _INLINE and tag != "br":
            self._end_paragraph()
        self._content -= tag in _CONTENT
        self._verbatim -= tag == "pre"
        if not last:
            self._add("", element.tail)

    def _add(self, mark: str, text: str | None) -> None:
        self._pieces.append(mark)
        if text:
            self._pieces.append(text if self._verbatim else _BLANKS.sub(" ", text))

    def _end_paragraph(self) -> None:
        lines = "".join(self._pieces).split("\n")
        self._pieces.clear()
        for words in _EMPTY_LINES.split("\n".join(line.strip(" ") for line in lines)):
            self.setter.paragraph(re.sub(" {2,}", " ", words))


def _words(cell: Any) -> str:
    page = _Page()
    page.read(cell)
    return page.setter.text
