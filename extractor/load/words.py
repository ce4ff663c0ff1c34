"""What is left of an office file where only its words can be read."""

from __future__ import annotations

from itertools import groupby

from extractor.load.decode import guessed
from extractor.load.typeset import Typesetter
from extractor.model import Document
from extractor.pipe_tables import pipe_tables


def words_only(text: str, media_type: str, lost: str) -> Document:
    """A document of ``text``, a paragraph a line, with the warning ``lost``; a legacy encoding is mended and told.

    Lines with pipes between their words are rows of a table, and stay together.
    """
    from extractor.load.legacy.fonts import mend

    text, encoding = mend(text)
    setter = Typesetter()
    for is_row, lines in groupby(text.split("\n"), key=lambda line: "|" in line):
        for words in ["\n".join(lines)] if is_row else lines:
            setter.paragraph(words)
    warnings = (lost, guessed(encoding)) if encoding else (lost,)
    return Document(text=setter.text, media_type=media_type, tables=pipe_tables(setter.text), encoding=encoding, warnings=warnings)
