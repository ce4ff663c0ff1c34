"""Text as the XML of Excel and Word can hold it."""

from __future__ import annotations

import re

# What XML 1.0 (2.2 Char) leaves out: control characters other than tab and line ends, halves of surrogate pairs, U+FFFE, U+FFFF.
_NO_CHAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """``text`` with U+FFFD for every character that XML cannot hold, and line ends as XML readers make them (``\\n``)."""
    return _NO_CHAR.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
