"""A dataset folder: Parquet parts of every table, a ledger to carry on by, and a manifest.

    out/facts/part-00000.parquet   out/tasks/…   out/documents/…   out/errors/…   out/manifest.json   out/ledger.sqlite

A part is cut after so many documents of the input, not by rows or time: so a run that was killed and resumed cuts the same parts as one
that was not, byte for byte.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.copies import Copies
from extractor.load.batch import Unread
from extractor.load.zipped import Archives
from extractor.model import Failure
from extractor.run.batch import Counts, Notice, add, count
from extractor.run.ledger import Done, Ledger, Part, Signature, Tally, key_of
from extractor.run.lost import try_again
from extractor.run.manifest import write_manifest
from extractor.run.messages import Item, Outcome, Rows, Settings
from extractor.run.outcomes import outcomes, settled
from extractor.schema import DOCUMENTS
from extractor.write.parts import PartWriter

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

TABLES = ("facts", "tasks", "documents")
PART = 2000  # documents of a part; at most that much work is lost when a run is killed
_FILE = 20  # a file counts as so many, for reading it may take that long
_N_CHARS = [column.name for column in DOCUMENTS].index("n_chars")


class _Keyed(NamedTuple):
    key: bytes
    weight: int
    outcome: Outcome


def write_dataset(
    folder: Path,
    items: Iterable[Item],
    settings: Settings,
    signature: Signature,
    notice: Notice,
    *,
    inputs: Sequence[str] = (),
    jobs: int = 1,
    extractor: Extractor | None = None,
    resume: bool = False,
    part: int = PART,
) -> Counts:
    """Write all tables of all items into ``folder``, and give the counts of this run; ``notice`` is told after each document.

    :param signature: what the dataset is made with and of, besides the documents; JSON values.
    :param inputs: what the user named, for the manifest.
    :param resume: carry on with what is there: documents that are done are passed over, failed ones too
        unless their process was lost.
    :param part: documents of a part.
    :raises WriteError: the folder holds something else, was begun otherwise, or cannot be written.
    """
    counts = Counts()
    settings = settings._replace(tables=TABLES)
    with Ledger(folder, signature, _now(), resume=resume) as ledger, Copies() as copies, Archives() as archives:
        try_again(folder, ledger)
        for known in ledger.prints():
            copies.seen(known)
        keys: deque[tuple[bytes, int]] = deque()
        fresh = _fresh(items, ledger.keys(), keys, archives)
        stream = (_Keyed(*keys.popleft(), outcome) for outcome in outcomes(fresh, settings, jobs, extractor))
        number = len(ledger.parts())
        while some := list(islice(stream, 1)):
            _write_part(folder, number, _until(some[0], stream, part), ledger, copies, counts, notice)
            number += 1
        if number == 0:  # tables without rows are tables too
            _write_part(folder, 0, iter(()), ledger, copies, counts, notice)
        write_manifest(folder, {**signature, "inputs": list(inputs)}, ledger.begun, _now(), ledger.parts())
    return counts


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _fresh(items: Iterable[Item], done: Counter[bytes], keys: deque[tuple[bytes, int]], archives: Archives) -> Iterator[Item]:
    """The items that are not done; the key and weight of each goes to ``keys``."""
    for item in items:
        key = key_of(item, archives)
        if done[key] > 0:
            done[key] -= 1
        else:
            keys.append((key, _FILE if isinstance(item, Unread) else 1))
            yield item


def _until(first: _Keyed, stream: Iterator[_Keyed], full: int) -> Iterator[_Keyed]:
    """The outcomes of one part."""
    weight = first.weight
    yield first
    while weight < full and (following := next(stream, None)) is not None:
        weight += following.weight
        yield following


def _write_part(
    folder: Path, number: int, stream: Iterator[_Keyed], ledger: Ledger, copies: Copies, counts: Counts, notice: Notice
) -> None:
    begun = time.monotonic()
    done: list[Done] = []
    tally = Tally(documents=0, facts=0, tasks=0, errors={}, characters=0, seconds=0.0)
    with PartWriter(folder, number) as writer:
        for keyed in stream:
            outcome = keyed.outcome
            product = outcome if isinstance(outcome, Failure) else settled(outcome.product, copies.seen(outcome.prints))
            assert isinstance(product, Rows | Failure)  # noqa: S101 - by the settings
            add(product, writer)
            count(counts, product, "facts")
            if isinstance(product, Failure):
                tally["errors"][product.error] = tally["errors"].get(product.error, 0) + 1
            else:
                tally["documents"] += 1
                tally["facts"] += len(product.tables["facts"])
                tally["tasks"] += len(product.tables["tasks"])
                tally["characters"] += int(str(product.tables["documents"][0][_N_CHARS]))
            done.append(Done(keyed.key, None, outcome.error) if isinstance(outcome, Failure) else Done(keyed.key, outcome.prints))
            notice(counts, product)
    tally["seconds"] = round(time.monotonic() - begun, 3)
    ledger.enter(Part(number=number, tally=tally, files=list(writer.files())), done)
