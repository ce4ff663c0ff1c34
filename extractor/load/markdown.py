"""Reader of Markdown: ``.md``. The text stays as it is in the file, its marks included; pipe tables are recognised."""

from __future__ import annotations

from extractor.load.decode import decode_text
from extractor.model import Document
from extractor.pipe_tables import pipe_tables


def read(data: bytes) -> Document:
    """A document whose text is the decoded bytes (as ``plain.read`` gives it), with the places of its pipe tables.

    :raises LoadError: the encoding is none that we read.
    """
    text, encoding, _ = decoded = decode_text(data)
    return Document(text=text, media_type="text/markdown", tables=pipe_tables(text), encoding=encoding, warnings=decoded.warnings)
