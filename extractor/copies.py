"""Documents that repeat each other: the same article from two outlets, a notice in two files."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.model import Document, Fact, Task
from extractor.nfc import nfc
from extractor.repetition import LONG, Item, behind_dateline, mark, name_of, places

# Two documents are of one text where half of the later one's words, in sentences of this length, stand in the first: its facts in
# those sentences are the same facts. It is a copy as a whole where nearly all do.
_TELLING, _SHARED, _WHOLE = 12, 0.5, 0.8
_FEWEST = 3  # such sentences, or 20 words where there are fewer
_AT_ONCE = 500  # marks in one question: SQLite takes 999 in its older versions
_SENTENCE = re.compile(r"[.!?…;]\s|\n")
_WORD = re.compile(r"\w+")


ItemPrint = tuple[int, str]  # where a fact or task stands, and the id of the first of its document that says the same: mostly its own


class Prints(NamedTuple):
    """What tells a document and its items from others. It is made from the document alone, in whatever process."""

    doc_id: str
    sentences: dict[int, int]  # those that tell a text from others: a number for each, and how many words it has
    facts: list[ItemPrint]
    tasks: list[ItemPrint]


class Copied(NamedTuple):
    """What of a document repeats earlier ones: for the document, and for each fact and task in order, its ``duplicate_of`` or null.

    The document's is the id of the first of its text, where it is a copy of that as a whole.
    """

    document: str | None
    facts: list[str | None]
    tasks: list[str | None]


def prints(document: Document, facts: Sequence[Fact], tasks: Sequence[Task]) -> Prints:
    """The fingerprints of a document and its items."""
    return Prints(document.doc_id, _telling_marks(document.text), _item_prints(facts, document), _item_prints(tasks, document))


def _item_prints(items: Sequence[Item], document: Document) -> list[ItemPrint]:
    behind = len(document.doc_id) + 1  # the "doc_id#" of a name
    found = zip(places(items, document), items, strict=True)
    return [(place.here, (item.duplicate_of or name_of(item))[behind:]) for place, item in found]


class Copies:
    """The documents that one run has seen, and which of them repeats which.

    Fingerprints lie in a temporary file of SQLite's own, which is gone when this is closed: memory does not grow with the run.
    """

    def __init__(self) -> None:
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("CREATE TABLE roots (root INTEGER PRIMARY KEY, doc_id TEXT)")
        self._seen.execute("CREATE TABLE sentences (mark INTEGER PRIMARY KEY, root INTEGER)")
        self._seen.execute("CREATE TABLE items (root INTEGER, place INTEGER, name TEXT, PRIMARY KEY (root, place)) WITHOUT ROWID")
        self._seen.execute("BEGIN")  # one transaction for all: each of its own takes longer than what it writes

    def __enter__(self) -> Copies:
        return self

    def __exit__(self, *_: object) -> None:
        self._seen.close()

    def seen(self, prints: Prints) -> Copied:
        """What of a document repeats earlier ones; the document is remembered."""
        number, share = self._nearest(prints.sentences)
        known = share >= _SHARED
        if not known:
            number = self._seen.execute("INSERT INTO roots (doc_id) VALUES (?)", (prints.doc_id,)).lastrowid or 0
        self._seen.executemany("INSERT OR IGNORE INTO sentences VALUES (?, ?)", [(each, number) for each in prints.sentences])
        original = None
        if share >= _WHOLE:
            (original,) = self._seen.execute("SELECT doc_id FROM roots WHERE root = ?", (number,)).fetchone()
        facts, tasks = (self._copied(items, prints.doc_id, number, known) for items in (prints.facts, prints.tasks))
        return Copied(original, facts, tasks)

    def _copied(self, items: Sequence[ItemPrint], doc_id: str, root: int, known: bool) -> list[str | None]:
        copied = [self._name(root, place) if known else None for place, _ in items]
        rows = [(root, place, f"{doc_id}#{first_id}") for place, first_id in items]
        self._seen.executemany("INSERT OR IGNORE INTO items VALUES (?, ?, ?)", rows)
        return copied

    def _name(self, root: int, place: int) -> str | None:
        """The item that stood first at a place of a text."""
        found = self._seen.execute("SELECT name FROM items WHERE root = ? AND place = ?", (root, place)).fetchone()
        return found[0] if found else None

    def _nearest(self, marks: dict[int, int]) -> tuple[int, float]:
        """The text seen before that has most of these sentences, and the share of their words that it has."""
        shared = Counter[int]()
        for each, root in self._roots(list(marks)):
            shared[root] += marks[each]
        total = sum(marks.values())
        if not shared or (len(marks) < _FEWEST and total < LONG):
            return 0, 0.0
        number = min(shared, key=lambda each: (-shared[each], each))
        return number, shared[number] / total

    def _roots(self, marks: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Those of ``marks`` that were seen before, and in which text first."""
        for begin in range(0, len(marks), _AT_ONCE):
            some = marks[begin : begin + _AT_ONCE]
            asked = f"SELECT mark, root FROM sentences WHERE mark IN ({','.join('?' * len(some))})"  # noqa: S608 - question marks alone
            yield from self._seen.execute(asked, some)


def _telling_marks(text: str) -> dict[int, int]:
    """The sentences that tell a text from others: a number for each, and how many words it has."""
    folded = nfc(text).casefold()
    sentences = (_WORD.findall(sentence, behind_dateline(sentence, 0, len(sentence))) for sentence in _SENTENCE.split(folded))
    return {mark(" ".join(words)): len(words) for words in sentences if len(words) >= _TELLING}
