"""Reader of Markdown: ``.md``. The text stays as it is in the file, its marks included; pipe tables are recognised."""

from __future__ import annotations

from extractor.load.decode import decode
from extractor.model import Document
from extractor.pipe_tables import pipe_tables


def read(data: bytes) -> Document:
    """A document whose text is the decoded bytes, unchanged, with the places of its pipe tables.

    :raises LoadError: the encoding is none that we read.
    """
    text = decode(data)
    return Document(text=text, media_type="text/markdown", tables=pipe_tables(text))
