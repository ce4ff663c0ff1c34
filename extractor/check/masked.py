"""A document in which every fact is one letter: what stands between numbers can then be said in a regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.fold import fold_text
from extractor.model import Document, Fact

# Private-use characters: no text holds them, and those that one does are blanked.
LETTERS = {
    "ratio": "\ue000",
    "percent": "\ue001",
    "money": "\ue002",
    "quantity": "\ue003",
    "date": "\ue004",
    "document": "\ue005",
    "rank": "\ue005",
    "deadline": "\ue005",
}
ANY = "\ue000-\ue00f"
_FAR = 160  # code points: what is longer than two of these between two facts is cut in the middle, for no relation reaches over it
_BLANK = dict.fromkeys(range(57344, 57360), " ")


@dataclass(frozen=True, slots=True)
class Masked:
    """``text`` folded, in lower case, each fact a letter of its kind; ``facts`` by the position of their letter."""

    text: str
    facts: dict[int, Fact]


def mask(document: Document, facts: Iterable[Fact]) -> Masked:
    """The masked document. Of facts that overlap the first counts; bodies are left as words."""
    pieces: list[str] = []
    at: dict[int, Fact] = {}
    length = position = 0
    for fact in facts:
        letter = LETTERS.get(fact.kind)
        if letter is None or fact.start < position:
            continue
        gap = _words(document.text, position, fact.start)
        pieces += (gap, letter)
        length += len(gap) + 1
        at[length - 1] = fact
        position = fact.end
    pieces.append(_words(document.text, position, len(document.text)))
    return Masked("".join(pieces), at)


def _words(text: str, start: int, end: int) -> str:
    gap = text[start:end] if end - start <= 2 * _FAR else f"{text[start : start + _FAR]}\n{text[end - _FAR : end]}"
    return fold_text(gap.translate(_BLANK)).lower()
