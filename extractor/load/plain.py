"""Reader of plain text: ``.txt``."""

from __future__ import annotations

from extractor.load.decode import decode_text
from extractor.model import Document


def read(data: bytes) -> Document:
    """A document whose text is the decoded bytes, unchanged where they are Unicode, NFC where they were a legacy encoding.

    :raises LoadError: the encoding is none that we read.
    """
    decoded = decode_text(data)
    return Document(text=decoded.text, encoding=decoded.encoding, warnings=decoded.warnings)
