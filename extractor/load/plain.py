"""Reader of plain text: ``.txt``."""

from __future__ import annotations

from extractor.load.decode import decode
from extractor.model import Document


def read(data: bytes) -> Document:
    """A document whose text is the decoded bytes, unchanged.

    :raises LoadError: the encoding is none that we read.
    """
    return Document(text=decode(data))
