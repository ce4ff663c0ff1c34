"""The last step before the blocks are set: legacy encodings that no font tells of, soft hyphens, Unicode NFC."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from extractor.load.decode import guessed
from extractor.load.docx.blocks import Block, Grid

_SOFT_HYPHEN = "\u00ad"  # in TCVN3 it is the letter ư


def finished(blocks: list[Block], encodings: set[str]) -> tuple[list[Block], str | None, tuple[str, ...]]:
    """The blocks in Unicode NFC, the name of the legacy encoding met (None: there was none), and the warnings about it.

    :param encodings: what the fonts told; where they told nothing the words are asked.
    """
    texts = list(_texts(blocks))
    encoding, warnings = "; ".join(sorted(encodings)) or None, ()
    if encoding is None:
        texts, encoding = _mended(texts)
        if encoding is not None:
            return list(_replaced(blocks, texts)), encoding, (guessed(encoding),)
    plain = [unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")) for text in texts]
    return list(_replaced(blocks, plain)), encoding, warnings


def _mended(texts: list[str]) -> tuple[list[str], str | None]:
    """The texts, read together: a single one may be too short to tell its encoding."""
    from extractor.load.legacy.fonts import mend

    mended, encoding = mend("\n".join(texts))
    if encoding is None:
        return texts, None
    lines = iter(mended.split("\n"))
    return ["\n".join(next(lines, "") for _ in range(text.count("\n") + 1)) for text in texts], encoding


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from (words for words, _ in block.cells)
        else:
            yield block.text


def _replaced(blocks: Iterable[Block], texts: list[str]) -> Iterator[Block]:
    """The blocks with other texts in them, in their order."""
    rest = iter(texts)
    for block in blocks:
        if isinstance(block, Grid):
            yield Grid([(next(rest), place) for _, place in block.cells], block.header)
        else:
            yield block._replace(text=next(rest))
