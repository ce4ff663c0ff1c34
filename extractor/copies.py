"""Documents that repeat each other: the same article from two outlets, a notice in two files."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.model import Document
from extractor.repetition import DATELINE, LONG, Item, mark, name_of, places

# Two documents are of one text where half of the later one's words, in sentences of this length, stand in the first: its facts in
# those sentences are the same facts. It is a copy as a whole where nearly all do.
_TELLING, _SHARED, _WHOLE = 12, 0.5, 0.8
_FEWEST = 3  # such sentences, or 20 words where there are fewer
_SENTENCE = re.compile(r"[.!?…;]\s|\n")
_WORD = re.compile(r"\w+")


class Copies:
    """The documents that one run has seen, and which of them repeats which.

    Fingerprints lie in a temporary file of SQLite's own, which is gone when this is closed: memory does not grow with the run.
    """

    def __init__(self) -> None:
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("CREATE TABLE roots (root INTEGER PRIMARY KEY, doc_id TEXT)")
        self._seen.execute("CREATE TABLE sentences (mark INTEGER PRIMARY KEY, root INTEGER)")
        self._seen.execute("CREATE TABLE items (mark INTEGER PRIMARY KEY, name TEXT)")

    def __enter__(self) -> Copies:
        return self

    def __exit__(self, *_: object) -> None:
        self._seen.close()

    def root(self, document: Document) -> tuple[int, str | None]:
        """A number that the document shares with those of the same text, and the id of the first of them where it is a copy of that.

        The document is remembered.
        """
        marks = _telling_marks(document.text)
        root, share = self._nearest(marks)
        if share < _SHARED:
            root = self._seen.execute("INSERT INTO roots (doc_id) VALUES (?)", (document.doc_id,)).lastrowid or 0
        self._seen.executemany("INSERT OR IGNORE INTO sentences VALUES (?, ?)", [(each, root) for each in marks])
        if share < _WHOLE:
            return root, None
        (doc_id,) = self._seen.execute("SELECT doc_id FROM roots WHERE root = ?", (root,)).fetchone()
        return root, doc_id

    def mark_copied(self, items: Sequence[Item], document: Document, root: int) -> list[Item]:
        """The items of a document in their order, ``duplicate_of`` set in those that a copy of it had first; they are remembered."""
        marked: list[Item] = []
        for item, place in zip(items, places(items, document), strict=True):
            row = self._seen.execute("SELECT name FROM items WHERE mark = ?", (mark(root, place.here),)).fetchone()
            if row is None:
                name = item.duplicate_of or name_of(item)
                self._seen.execute("INSERT INTO items VALUES (?, ?)", (mark(root, place.here), name))
            own = row is None or row[0].rpartition("#")[0] == document.doc_id
            marked.append(item if own else replace(item, duplicate_of=row[0]))
        return marked

    def _nearest(self, marks: dict[int, int]) -> tuple[int, float]:
        """The text seen before that has most of these sentences, and the share of their words that it has."""
        shared = Counter[int]()
        for each, words in marks.items():
            for (root,) in self._seen.execute("SELECT root FROM sentences WHERE mark = ?", (each,)):
                shared[root] += words
        total = sum(marks.values())
        if not shared or (len(marks) < _FEWEST and total < LONG):
            return 0, 0.0
        root = min(shared, key=lambda each: (-shared[each], each))
        return root, shared[root] / total


def _telling_marks(text: str) -> dict[int, int]:
    """The sentences that tell a text from others: a number for each, and how many words it has."""
    folded = unicodedata.normalize("NFC", text).casefold()
    sentences = (_WORD.findall(sentence, _behind_dateline(sentence)) for sentence in _SENTENCE.split(folded))
    return {mark(*words): len(words) for words in sentences if len(words) >= _TELLING}


def _behind_dateline(sentence: str) -> int:
    dateline = DATELINE.match(sentence, 0, 60)
    return dateline.end() if dateline else 0
