"""Several processes at work on one stream of documents, results in the order of the stream.

Each worker is a fresh interpreter (what ``multiprocessing`` calls spawn), on every platform. It is started by ``subprocess``, since
spawned processes import the caller's ``__main__``: a plain script without a guard would start itself over and over. The pools at hand
do not fit: ``concurrent.futures`` breaks as a whole when a process dies, others lose a whole chunk or start dying processes again without
end. Here every document is a message of its own, so the parent knows which one a worker was at: a crash, a process that the system kills
for its memory, or a library that hangs in C costs that document a row in ``errors`` and nothing else.

Memory: the stream is read ahead by ``_AHEAD`` characters at most, and each worker holds some ``_HELD``, so that it need not wait while the
parent writes.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from extractor.errors import BudgetExceeded, TrichLucError, WorkerLost
from extractor.model import Document, Failure
from extractor.run.messages import Broken, Item, Outcome, Ready, Settings, name_of, restored

_AHEAD = 4_000_000  # characters (bytes of files) between the document that is waited for and the last one read
_HELD = 100_000  # characters a worker, and two documents at least
_FILE = 50_000  # a file counts as so many at most, for its bytes say little of its text
_GRACE = 3.0  # seconds beyond the time budget after which a worker is killed that does not end the document by itself
_STARTS = 3  # workers in a row that may die before they are ready
_TICK = 0.25  # seconds between two looks at the clock
_BOOT = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from extractor.run.worker import main; main()"
# Ctrl-C on a terminal reaches every process of a group: the workers are out of it, and end when their parent does.
_APART: dict[str, Any] = {"process_group": 0}
if sys.platform == "win32":
    _APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}


def spawned(items: Iterator[Item], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """What each item gave, in order, made by ``jobs`` processes, which end with the iterator.

    :raises TrichLucError: workers cannot start, or cannot load the rules.
    """
    pool = _Pool(settings, jobs)
    try:
        yield from pool.run(items)
    finally:
        pool.close()


class _Worker:
    """A process and the numbers of the items it holds, the first of which it is at. ``since`` is when it began with that one."""

    def __init__(self, settings: Settings, inbox: SimpleQueue[tuple[_Worker, float, object]]) -> None:
        self.held: deque[int] = deque()
        self.weight = 0
        self.ready = False
        self.overdue: int | None = None  # the item that it was killed for
        self.counted = True
        self.since = 0.0
        self._inbox = inbox
        command = [sys.executable, "-c", _BOOT]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_APART)  # noqa: S603 - ourselves
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.send(sys.path)
        self.send(settings)

    def send(self, message: object) -> None:
        """Hand over; whether the worker is still there is for ``_listen`` to tell."""
        with suppress(OSError):
            pickle.dump(message, self.process.stdin, pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]  # it is a pipe
            self.process.stdin.flush()  # type: ignore[union-attr]

    def _listen(self) -> None:
        stream = self.process.stdout
        try:
            while True:
                message = pickle.load(stream)  # type: ignore[arg-type]  # noqa: S301 - from our own child
                self._inbox.put((self, time.monotonic(), message))
        except (EOFError, OSError, pickle.UnpicklingError):
            self._inbox.put((self, time.monotonic(), None))

    def kill(self) -> None:
        """End the process, whatever it is at."""
        self.process.kill()

    def close(self) -> int:
        """Let go of a process that has ended or been killed: its exit code."""
        code = self.process.wait()
        self._thread.join()
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        return code


class _Pool:
    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._inbox: SimpleQueue[tuple[_Worker, float, object]] = SimpleQueue()
        self._items: dict[int, tuple[Item, int]] = {}  # not done: the item and its weight, by number
        self._waiting: deque[int] = deque()  # those of them that no worker holds
        self._done: dict[int, tuple[Outcome, int]] = {}
        self._read = self._next = self._ahead = self._false_starts = 0
        self._workers = [_Worker(settings, self._inbox) for _ in range(jobs)]

    def close(self) -> None:
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.close()

    def run(self, items: Iterator[Item]) -> Iterator[Outcome]:
        more = True
        while True:
            if more and self._ahead < _AHEAD:
                item = next(items, None)
                more = item is not None
                if item is not None:
                    self._take(item)
            elif self._next not in self._done:
                if not self._items:
                    return
                self._await()
            self._collect()
            while self._next in self._done:
                outcome, weight = self._done.pop(self._next)
                self._next += 1
                self._ahead -= weight
                yield outcome
                self._collect()

    def _take(self, item: Item) -> None:
        weight = 500 + (len(item.text) if isinstance(item, Document) else 0 if isinstance(item, Failure) else min(item.size(), _FILE))
        self._ahead += weight
        if isinstance(item, Failure):
            self._done[self._read] = item, weight
        else:
            self._items[self._read] = item, weight
            self._waiting.append(self._read)
        self._read += 1

    def _hand_out(self) -> None:
        while self._waiting:
            worker = min(self._workers, key=lambda each: each.weight)
            if len(worker.held) >= 2 and worker.weight >= _HELD:
                return
            number = self._waiting.popleft()
            item, weight = self._items[number]
            if not worker.held:
                worker.since = time.monotonic()
            worker.held.append(number)
            worker.weight += weight
            worker.send(item)

    def _await(self) -> None:
        """Take in what the workers have to say; where they say nothing, see whether one hangs."""
        try:
            self._handle(*self._inbox.get(timeout=_TICK))
        except Empty:
            self._watch()

    def _collect(self) -> None:
        """Take in what lies there already, and hand out anew."""
        with suppress(Empty):
            while True:
                self._handle(*self._inbox.get_nowait())
        self._hand_out()

    def _handle(self, worker: _Worker, moment: float, message: object) -> None:
        worker.since = moment
        if message is None:
            self._bury(worker)
        elif isinstance(message, bool):
            worker.counted = message
        elif isinstance(message, Broken):
            raise TrichLucError(message.why)
        elif isinstance(message, Ready):
            worker.ready = True
            self._false_starts = 0
        else:
            number = worker.held.popleft()
            self._finish(worker, number, restored(message, self._items[number][0]))  # type: ignore[arg-type]  # nothing else is sent

    def _finish(self, worker: _Worker, number: int, outcome: Outcome) -> None:
        _, weight = self._items.pop(number)
        worker.weight -= weight
        self._done[number] = outcome, weight

    def _watch(self) -> None:
        """Kill the workers whose time budget has not ended the document by itself."""
        if self._settings.timeout is None:
            return
        latest = time.monotonic() - self._settings.timeout - _GRACE
        for worker in self._workers:
            if worker.ready and worker.held and worker.counted and worker.since < latest and worker.overdue is None:
                worker.overdue = worker.held[0]
                worker.kill()

    def _bury(self, worker: _Worker) -> None:
        """A worker has ended: what it was at has failed, the rest of what it held is for others."""
        code = worker.close()
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _STARTS:
                raise WorkerLost(f"worker processes do not start (they end with {_ended(code)}): try --jobs 1")
        elif worker.held and worker.overdue in (None, worker.held[0]):  # not the next one, where it was done at the last moment
            number = worker.held.popleft()
            name = name_of(self._items[number][0])  # type: ignore[arg-type]  # failures are never handed out
            self._finish(worker, number, Failure(name, "extract", *_why(worker, code, name, self._settings.timeout)))
        self._waiting.extendleft(reversed(worker.held))
        self._workers[self._workers.index(worker)] = _Worker(self._settings, self._inbox)


def _why(worker: _Worker, code: int, name: str, timeout: float | None) -> tuple[str, str]:
    if worker.overdue is not None:
        return BudgetExceeded.__name__, f"{name}: not done in {timeout:g} s, and its process could not be stopped but by force"
    return WorkerLost.__name__, f"{name}: the process that worked on it ended with {_ended(code)}: out of memory, or a library crashed"


def _ended(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def processors() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
