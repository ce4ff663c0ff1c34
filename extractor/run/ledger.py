"""What a dataset folder holds already, so that a run that was stopped at any moment carries on without losing or doubling a row.

``ledger.sqlite`` names every part that is complete, and every document in it by a key of its content and metadata, with the fingerprints
that tell copies. A part's files take their names first, and the part is entered then, in one transaction: files that are not in the
ledger were on their way when the run was killed, and are removed. The ledger also holds what the run was begun with (version, rules,
options): a dataset is never of two sorts.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple, TypedDict

from extractor.copies import Prints
from extractor.errors import WriteError
from extractor.load.batch import Unread
from extractor.load.zipped import Archives
from extractor.model import Document
from extractor.run.messages import Item
from extractor.write.atomic import cannot_write, make_folder, remove_empty
from extractor.write.parts import PartFile, remove_strays

NAME = "ledger.sqlite"
_HEAVY = {"text", "tables", "pages", "warnings"}  # of a document: they follow from the content
_LAYOUT = 2  # of these tables; a ledger of another was written by another revision
_TABLES = f"""
PRAGMA user_version = {_LAYOUT};
CREATE TABLE begun (signature TEXT, moment TEXT);
CREATE TABLE parts (number INTEGER PRIMARY KEY, tally TEXT, files TEXT);
CREATE TABLE done (number INTEGER PRIMARY KEY, part INTEGER, key BLOB, doc_id TEXT, prints BLOB, error TEXT);
"""


class Done(NamedTuple):
    """One document that is done: its key, its fingerprints, null where it failed, and the name of the error then."""

    key: bytes
    prints: Prints | None
    error: str | None = None


class Tally(TypedDict):
    """What a part holds: documents, rows of facts and tasks, errors by name, code points of text, and seconds that it took."""

    documents: int
    facts: int
    tasks: int
    errors: dict[str, int]
    characters: int
    seconds: float


class Part(TypedDict):
    """One part as the manifest shows it."""

    number: int
    tally: Tally
    files: list[PartFile]


Signature = Mapping[str, object]


class Ledger:
    """The ledger of the dataset in ``folder``, which no other run can use in the meantime; use it in ``with``.

    :param signature: what the dataset is made with; JSON values.
    :param resume: carry on with what is there. Without it the folder must be new or empty.
    :raises WriteError: the folder holds something else, was begun with another signature, or is in use.
    """

    def __init__(self, folder: Path, signature: Signature, moment: str, *, resume: bool) -> None:
        self._folder = folder
        there = (folder / NAME).exists()
        _check(folder, there, resume)
        new: list[Path] = []
        try:
            with self._reported():
                new = make_folder(folder)
                self._db = sqlite3.connect(folder / NAME, isolation_level=None, timeout=1)
                self._open(signature, moment)
        except BaseException:
            self._undo(there, new)
            raise

    def _undo(self, there: bool, new: Sequence[Path]) -> None:
        if hasattr(self, "_db"):
            self._db.close()
        if not there:
            with suppress(OSError):
                (self._folder / NAME).unlink()
        remove_empty(new)

    def _open(self, signature: Signature, moment: str) -> None:
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("BEGIN EXCLUSIVE")
        if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
            for statement in _TABLES.split(";"):
                self._db.execute(statement)
            self._db.execute("INSERT INTO begun VALUES (?, ?)", (json.dumps(signature, sort_keys=True), moment))
        self._db.execute("COMMIT")
        if self._db.execute("PRAGMA user_version").fetchone() != (_LAYOUT,):
            raise WriteError(f"{self._folder}: was begun by another revision of trichluc: use that one, or begin anew in another folder")
        written, self.begun = self._db.execute("SELECT signature, moment FROM begun").fetchone()
        _compare(self._folder, json.loads(written), json.loads(json.dumps(signature)))
        known = {file["path"]: file["bytes"] for part in self.parts() for file in part["files"]}
        for path, size in known.items():
            if not (self._folder / path).is_file() or (self._folder / path).stat().st_size != size:
                raise WriteError(f"{self._folder / path}: is missing or has been changed: put it back, or begin anew in another folder")
        remove_strays(self._folder, set(known))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def parts(self) -> list[Part]:
        """The parts that are complete, in order."""
        rows = self._db.execute("SELECT number, tally, files FROM parts ORDER BY number")
        return [Part(number=number, tally=json.loads(tally), files=json.loads(files)) for number, tally, files in rows]

    def keys(self) -> Counter[bytes]:
        """The keys of the documents that are done, and how often each."""
        return Counter(key for (key,) in self._db.execute("SELECT key FROM done"))

    def prints(self) -> Iterator[Prints]:
        """The fingerprints of the documents that are done, in their order."""
        for doc_id, packed in self._db.execute("SELECT doc_id, prints FROM done WHERE prints IS NOT NULL ORDER BY number"):
            sentences, facts, tasks = json.loads(zlib.decompress(packed))
            yield Prints(doc_id, dict(sentences), [(place, name) for place, name in facts], [(place, name) for place, name in tasks])

    def enter(self, part: Part, done: Sequence[Done]) -> None:
        """A part is complete, and holds these documents."""
        number = part["number"]
        told = [(each.prints.doc_id, _packed(each.prints)) if each.prints else ("", None) for each in done]
        rows = [(number, each.key, *prints, each.error) for each, prints in zip(done, told, strict=True)]
        with self._reported():
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.execute("INSERT INTO parts VALUES (?, ?, ?)", (number, json.dumps(part["tally"]), json.dumps(part["files"])))
            self._db.executemany("INSERT INTO done (part, key, doc_id, prints, error) VALUES (?, ?, ?, ?, ?)", rows)
            self._db.execute("COMMIT")

    def forget(self, part: Part, error: str) -> None:
        """The documents of a part that failed by ``error`` are not done; this is how the part is without them."""
        with self._reported():
            self._db.execute("BEGIN EXCLUSIVE")
            kept = json.dumps(part["tally"]), json.dumps(part["files"])
            self._db.execute("UPDATE parts SET tally = ?, files = ? WHERE number = ?", (*kept, part["number"]))
            self._db.execute("DELETE FROM done WHERE part = ? AND error = ?", (part["number"], error))
            self._db.execute("COMMIT")

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if "locked" in str(error):
                raise WriteError(f"{self._folder / NAME}: another run is writing there: wait for it, or name another folder") from error
            raise cannot_write(self._folder, error) from error


def key_of(item: Item, archives: Archives) -> bytes:
    """16 bytes that tell a document, by content and metadata, or a failure to read one."""
    told: tuple[object, ...]
    if isinstance(item, Unread):
        told = ("file", item.doc_id, item.source.given, item.sha256(archives))
    elif isinstance(item, Document):
        content = item.sha256 or hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
        told = ("text", content, *(getattr(item, field.name) for field in fields(item) if field.name not in _HEAVY))
    else:
        told = ("failure", item.source, item.stage, item.error, item.message)
    return hashlib.blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _packed(prints: Prints) -> bytes:
    return zlib.compress(json.dumps([list(prints.sentences.items()), prints.facts, prints.tasks]).encode(), 1)


def _check(folder: Path, there: bool, resume: bool) -> None:
    if there and not resume:
        raise WriteError(f"{folder}: holds a dataset already: --resume carries on with it, another name begins a new one")
    if not there and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WriteError(f"{folder}: is not empty and holds no dataset: name a new folder, or a file with an ending")


def _compare(folder: Path, before: Signature, now: Signature) -> None:
    other = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    if other:
        said = ", ".join(f"{name} {before.get(name)!r}, now {now.get(name)!r}" for name in other)
        raise WriteError(f"{folder}: was begun with {said}: use the same again, or begin anew in another folder")
