"""Halves of characters (U+D800 to U+DFFF): files hold them where a pair was cut, and no encoding can store them."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """``text`` with U+FFFD for each half; its length stays."""
    return _HALF.sub("\ufffd", text)
