"""What one document tells twice: a lead printed again as a caption, a paragraph printed twice.

Nothing is taken away: the later fact names the first one in the same words. Words are compared, not spacing, case or punctuation.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from extractor.model import Document, Fact, Task

Item = TypeVar("Item", Fact, Task)

# A sentence as long as this is never written twice by chance; a shorter one counts with its whole paragraph ("Phạt tiền từ 10 triệu
# đồng." stands below many offences), or where it repeats the title.
LONG = 20  # words
_TITLE = 8  # words

_WORD = re.compile(r"\w+")
# What stands before and behind a sentence that is printed again: "(TTXVN) - …", "Hà Nội - …", "… Ảnh: TTXVN", "… (Hình từ Internet)".
DATELINE = re.compile(r"[^\w(]*+(?:\([\w .,/-]{2,20}\)|[\w.]+(?: [\w.]+){0,3}(?: \([\w .,/-]{2,20}\))?) ?[-–—] ?(?=\w)")
_CREDIT = re.compile(r"[\s(–—.-]*\b(?:Ảnh|Hình|Nguồn|Clip|Video|Đồ họa)(?: ?:| minh họa| từ\b| tư liệu)[^.\n]{0,60}[.)]*\s*$")


class Place(NamedTuple):
    """Where an item stands, as numbers that are equal for equal words.

    ``here`` tells its place in its sentence; ``unit`` its place in a stretch so long that it is not written twice by chance, null
    where there is none.
    """

    here: int
    unit: int | None


class _Words(NamedTuple):
    """The words of a stretch, and where each begins in the text."""

    words: tuple[str, ...]
    starts: list[int]

    def place(self, item: Fact | Task) -> int:
        """A number for the place of ``item`` among these words."""
        return mark(self.words, bisect_left(self.starts, item.start), getattr(item, "kind", "task"))


def mark(*parts: object) -> int:
    """63 bits of a hash that is the same on every machine."""
    return int.from_bytes(hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def places(items: Iterable[Item], document: Document) -> list[Place]:
    """Where each item of ``document`` stands."""
    sentences = _Sentences(document)
    return [sentences.place(item) for item in items]


def mark_repeated(items: Sequence[Item], document: Document) -> list[Item]:
    """The items in their order, ``duplicate_of`` set in those whose words have stood in the document before."""
    first: dict[int, Item] = {}
    marked: list[Item] = []
    for item, place in zip(items, places(items, document), strict=True):
        original = item if place.unit is None else first.setdefault(place.unit, item)
        marked.append(item if original is item else replace(item, duplicate_of=name_of(original)))
    return marked


def name_of(item: Fact | Task) -> str:
    """How ``duplicate_of`` names an item: ``doc_id#fact_id``."""
    return f"{item.doc_id}#{item.fact_id if isinstance(item, Fact) else item.task_id}"


class _Sentences:
    """The sentences of one document, each taken apart once however many items stand in it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._known: dict[int, tuple[_Words, _Words | None]] = {}
        lines = (line for line in document.text.split("\n", 20) if line.strip())
        self._titles = {_stretch(title, 0, len(title)).words for title in (document.title or "", next(lines, ""))}

    def place(self, item: Fact | Task) -> Place:
        start, end = self._sentence(item)
        if start not in self._known:
            self._known[start] = self._taken_apart(start, end)
        sentence, unit = self._known[start]
        return Place(sentence.place(item), unit.place(item) if unit else None)

    def _sentence(self, item: Fact | Task) -> tuple[int, int]:
        words = item.sentence or item.text
        start = self._text.rfind(words, max(0, item.start - len(words)), item.start + len(words))
        return (start, start + len(words)) if start >= 0 else (item.start, item.end)

    def _taken_apart(self, start: int, end: int) -> tuple[_Words, _Words | None]:
        sentence = _stretch(self._text, start, end)
        if len(sentence.words) >= LONG or (len(sentence.words) >= _TITLE and sentence.words in self._titles):
            return sentence, sentence
        begin = self._text.rfind("\n", 0, start) + 1
        stop = self._text.find("\n", end)
        paragraph = _stretch(self._text, begin, stop if stop >= 0 else len(self._text))
        return sentence, paragraph if len(paragraph.words) >= LONG else None


def _stretch(text: str, start: int, end: int) -> _Words:
    prefix = DATELINE.match(text, start, min(end, start + 60))
    credit = _CREDIT.search(text, max(start, end - 90), end)
    found = list(_WORD.finditer(text, prefix.end() if prefix else start, credit.start() if credit else end))
    return _Words(tuple(unicodedata.normalize("NFC", m.group()).casefold() for m in found), [m.start() for m in found])
