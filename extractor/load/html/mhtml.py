"""Reader of pages that a browser saved in one file: ``.mht``, ``.mhtml`` (RFC 2557). The page is read, its pictures and frames are not."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from extractor.errors import LoadError

_HEAD = 8192  # bytes in which the header ends
_HEADER = re.compile(rb"content-type\s*:\s*multipart/related", re.IGNORECASE)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a page with its parts, under whatever name."""
    return re.match(rb"\s*[A-Za-z-]{2,40}:", data) is not None and _HEADER.search(data, 0, _HEAD) is not None


def page_of(data: bytes) -> bytes:
    """The page itself: the first HTML part, as UTF-8 where the file states its encoding.

    :raises LoadError: there is none.
    """
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        page = next((part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
        found = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError, LookupError, RecursionError):
        found = None
    if not isinstance(found, bytes) or not found.strip() or page is None:
        raise LoadError("the saved page holds no HTML, or is cut off: save it again from the browser")
    return _unicode(found, page)


def _unicode(found: bytes, page: Message) -> bytes:
    """The bytes as UTF-8 where their stated encoding is a Unicode one other than UTF-8, which no ``meta`` element would tell."""
    try:
        codec = codecs.lookup(page.get_content_charset() or "utf-8").name
        return found.decode(codec).encode() if codec.startswith("utf-16") else found
    except (LookupError, UnicodeError):
        return found
