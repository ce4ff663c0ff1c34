"""Blocks of a page whose bytes, or whose entities, are letters of a legacy encoding."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.load.html.blocks import Block


def mended(found: Sequence[Block]) -> str | None:
    """Turn the words of the blocks into Unicode, all together, for a short one does not tell its encoding.

    :return: the name of the encoding; None where they are Unicode, and stay as they are.
    """
    from extractor.load.legacy.fonts import mend

    lines = [line for block in found for words in _texts(block) for line in words.split("\n")]
    text, encoding = mend("\n".join(lines))
    if encoding is None or text.count("\n") + 1 != len(lines):
        return None
    waiting = iter(text.split("\n"))
    for block in found:
        texts = ["\n".join(next(waiting) for _ in words.split("\n")) for words in _texts(block)]
        if block.cells is None:
            block.words = texts[0]
        else:
            block.cells = [(words, place) for words, (_, place) in zip(texts, block.cells, strict=True)]
            block.words = "\n".join(filter(None, texts))
    return encoding


def _texts(block: Block) -> list[str]:
    return [block.words] if block.cells is None else [words for words, _ in block.cells]
