"""Bytes of a web page to a tree. Nothing but the bytes is read: no entity, style, script or frame is fetched."""

from __future__ import annotations

import codecs
import re
from typing import Any

from extractor.errors import LoadError
from extractor.load.decode import codec_of, decode_text
from extractor.load.signature import named

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})""", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HEAD = 4096  # bytes in which a page declares its encoding (browsers look at 1024)
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})  # servers declare them for pages in fonts of their own


def page_text(data: bytes) -> str:
    """The source of a page. Unicode is told by the bytes, which are more to be trusted than what the page declares.

    Bytes in a legacy encoding come as Latin-1: what they mean is told by the words (``html.mend``), or by the fonts of the page.

    :raises LoadError: the bytes are another kind of file, or in no encoding that we read.
    """
    if (kind := named(data.lstrip())) is not None:
        raise LoadError(f"it is {kind}, not a web page: give the file its own ending")
    try:
        text = data.decode(codec_of(data))
    except UnicodeDecodeError:
        text = _declared(data) or decode_text(data).text
    if len(_CONTROLS.findall(text)) > len(text) // 20:
        raise LoadError("it is binary data, not a web page: give the file its own ending, or save the page again from the browser")
    return text


def _declared(data: bytes) -> str | None:
    """The text in the encoding that the page declares; None where it declares none that is to be believed."""
    declared = _META.search(data, 0, _HEAD)
    try:
        codec = codecs.lookup(declared[1].decode("ascii", "replace")).name if declared else None
        return data.decode(codec) if codec and codec not in _WESTERN else None
    except (LookupError, UnicodeError):
        return None


def parse(text: str) -> Any:
    """The root of the tree of a page (``lxml.html.HtmlElement``), without comments.

    :raises LoadError: there is nothing in it, or it is nested deeper than the parser goes.
    """
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LoadError("its elements are nested more than 2,000 deep: the page is damaged; save it again from the browser")
    if root is None:
        raise LoadError("the file holds no text: remove it or write it again")
    return root
