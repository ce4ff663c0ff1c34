"""What one document tells twice: a lead printed again as a caption, a paragraph printed twice.

Nothing is taken away: the later fact names the first one in the same words. Words are compared, not spacing, case or punctuation.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from extractor.model import Document, Fact, Task
from extractor.nfc import nfc
from extractor.raised import RAISED_DIGITS

Item = TypeVar("Item", Fact, Task)

# A sentence as long as this is never written twice by chance; a shorter one counts with its whole paragraph ("Phạt tiền từ 10 triệu
# đồng." stands below many offences), or where it repeats the title.
LONG = 20  # words
_TITLE = 8  # words

# Words beside an item that are compared, and the code points in which they stand: few at first, then more where these are the same.
_BESIDE = ((2, 24), (8, 96))

_WORD = re.compile(rf"[^\W{RAISED_DIGITS}]+")
_GAPS = re.compile(rf"[\W{RAISED_DIGITS}]+")  # the mark of a footnote is no word
# What stands before and behind a sentence that is printed again: "(TTXVN) - …", "Hà Nội - …", "… Ảnh: TTXVN", "… (Hình từ Internet)".
_DASH = re.compile("[-–—)]")
_DATELINE = re.compile(r"[^\w(]*+(?:\([\w .,/-]{2,20}\) ?[-–—]?|[\w.]+(?: [\w.]+){0,3}(?: \([\w .,/-]{2,20}\))? ?[-–—]) ?(?=\w)")
_CREDITS = ("Ảnh", "Hình", "Nguồn", "Clip", "Video", "Đồ họa")
_CREDIT_WORD = re.compile("|".join(_CREDITS))
_CREDIT = re.compile(rf"[\s(–—.-]*\b(?:{'|'.join(_CREDITS)})(?: ?:| minh họa| từ\b| tư liệu)[^.\n]{{0,60}}[.)]*\s*$")


class Place(NamedTuple):
    """Where an item stands, as numbers that are equal for equal words.

    ``here`` tells its place in its sentence; ``unit`` its place in a stretch so long that it is not written twice by chance, null
    where there is none.
    """

    here: int
    unit: int | None


class _Stretch(NamedTuple):
    """A sentence or paragraph: where it begins, its words as a number, and how many they are."""

    start: int
    mark: int
    length: int


class _Paragraph(NamedTuple):
    """Where a paragraph begins and ends, and what it is taken apart."""

    start: int
    end: int
    taken_apart: _Stretch


def mark(words: str) -> int:
    """63 bits of a hash that is the same on every machine."""
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def places(items: Iterable[Item], document: Document) -> list[Place]:
    """Where each item of ``document`` stands."""
    sentences = _Sentences(document)
    return [sentences.place(item) for item in items]


def mark_repeated(items: Sequence[Item], document: Document) -> list[Item]:
    """The items in their order, ``duplicate_of`` set in those whose words have stood in the document before."""
    twice = _among_the_same(items, document)
    if not twice:
        return list(items)
    first: dict[int, Item] = {}
    copies: dict[int, Item] = {}
    for item, place in zip(twice, places(twice, document), strict=True):
        original = item if place.unit is None else first.setdefault(place.unit, item)
        if original is not item:
            copies[id(item)] = replace(item, duplicate_of=name_of(original))
    return [copies.get(id(item), item) for item in items] if copies else list(items)


def _among_the_same(items: Sequence[Item], document: Document) -> list[Item]:
    """The items of which another has the same words, and the same words next to it: only these may stand in a stretch told twice."""
    by_words: dict[str, list[Item]] = {}
    for item in items:
        by_words.setdefault(" ".join(item.text.split()).casefold(), []).append(item)
    several = [same for same in by_words.values() if len(same) > 1]
    titles = "\n".join(title for title in _titles(document) if title.count(" ") < LONG) if several else ""
    chosen = {id(item) for same in several for item in _among_the_same_words(same, document.text, titles)}
    return [item for item in items if id(item) in chosen] if chosen else []


def _among_the_same_words(items: Sequence[Item], text: str, titles: str) -> Sequence[Item]:
    """Those that share the words before or behind them; all where they are so long that they may fill a stretch.

    Half of the words that a stretch has besides an item, at least, stand on one side of it.
    """
    words = _words(items[0].text)
    others = (_TITLE if words in titles else LONG) - words.count(" ") - 1
    for most, reach in _BESIDE:
        beside = min((others + 1) // 2, most)
        if beside > 0 and items:
            items = _among_neighbours(items, text, beside, reach)
    return items


def _among_neighbours(items: Sequence[Item], text: str, beside: int, reach: int) -> list[Item]:
    """Those that share ``beside`` words before or behind them, looked for within ``reach`` code points."""
    before = [" ".join(_WORD.findall(text[max(0, item.start - reach) : item.start])[-beside:]).casefold() for item in items]
    behind = [" ".join(_WORD.findall(text[item.end : item.end + reach])[:beside]).casefold() for item in items]
    met, met_behind = Counter(before), Counter(behind)
    return [item for item, left, right in zip(items, before, behind, strict=True) if met[left] > 1 or met_behind[right] > 1]


def name_of(item: Fact | Task) -> str:
    """How ``duplicate_of`` names an item: ``doc_id#fact_id``."""
    return f"{item.doc_id}#{item.fact_id if isinstance(item, Fact) else item.task_id}"


class _Sentences:
    """The sentences of one document, each taken apart once however many items stand in it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._known: dict[int, tuple[_Stretch, _Stretch | None]] = {}
        self._last, self._begin = "", 0
        self._paragraph = _Paragraph(0, -1, _Stretch(0, 0, 0))
        self._met = Counter[tuple[int, str]]()
        self._titles = {mark(title) for title in _titles(document)}

    def place(self, item: Fact | Task) -> Place:
        start, end = self._sentence(item)
        if start not in self._known:
            self._known[start] = self._taken_apart(start, end)
        sentence, unit = self._known[start]
        name = _name(item)
        here = self._numbered(sentence, name)
        return Place(here, here if unit is sentence else self._numbered(unit, name) if unit else None)

    def _numbered(self, stretch: _Stretch, name: str) -> int:
        """A number for an item among those of the same words in the stretch."""
        self._met[stretch.start, name] += 1
        return mark(f"{stretch.mark} {name} {self._met[stretch.start, name]}")

    def _sentence(self, item: Fact | Task) -> tuple[int, int]:
        words = item.sentence or item.text
        if words is not self._last or not self._begin <= item.start < self._begin + len(words):  # the facts of a sentence share its words
            self._last, self._begin = words, self._text.rfind(words, max(0, item.start - len(words)), item.start + len(words))
        return (self._begin, self._begin + len(words)) if self._begin >= 0 else (item.start, item.end)

    def _taken_apart(self, start: int, end: int) -> tuple[_Stretch, _Stretch | None]:
        sentence = _stretch(self._text, start, end)
        if sentence.length >= LONG or (sentence.length >= _TITLE and sentence.mark in self._titles):
            return sentence, sentence
        paragraph = self._paragraph_of(start, end)
        return sentence, paragraph._replace(start=-1 - paragraph.start) if paragraph.length >= LONG else None

    def _paragraph_of(self, start: int, end: int) -> _Stretch:
        """The paragraph that holds a sentence; that of the last one is at hand."""
        last = self._paragraph
        if not last.start <= start < end <= last.end:
            begin, stop = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", end)
            stop = stop if stop >= 0 else len(self._text)
            self._paragraph = last = _Paragraph(begin, stop, _stretch(self._text, begin, stop))
        return last.taken_apart


def _titles(document: Document) -> list[str]:
    """The words of its title, and of its first line."""
    lines = (line for line in document.text.split("\n", 20) if line.strip())
    return [_plain(title, 0, len(title)) for title in (document.title or "", next(lines, ""))]


def _plain(text: str, start: int, end: int) -> str:
    """The words of a stretch without what may stand before and behind it."""
    return _words(_uncredited(text[behind_dateline(text, start, end) : end]))


def _stretch(text: str, start: int, end: int) -> _Stretch:
    words = _plain(text, start, end)
    return _Stretch(start, mark(words), words.count(" ") + 1)


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind "(TTXVN) - " and the like; ``start`` where it has none."""
    dateline = _DATELINE.match(text, start, min(end, start + 60)) if _DASH.search(text, start, min(end, start + 60)) else None
    return dateline.end() if dateline else start


def _uncredited(sentence: str) -> str:
    credit = _CREDIT.search(sentence, max(0, len(sentence) - 90)) if _CREDIT_WORD.search(sentence, max(0, len(sentence) - 90)) else None
    return sentence[: credit.start()] if credit else sentence


def _words(text: str) -> str:
    return _GAPS.sub(" ", nfc(text)).strip().casefold()


def _name(item: Fact | Task) -> str:
    """What two items that repeat each other have in common at least."""
    return f"{getattr(item, 'kind', 'task')} {_words(item.text)}"
