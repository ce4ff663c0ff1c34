"""A worker process: documents come in at standard input, what they gave goes out at standard output, both as pickles.

It ends as soon as its parent is gone, whatever it is at: then standard input is closed.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

from extractor import budget
from extractor.errors import TrichLucError
from extractor.run.collector import loading
from extractor.run.messages import Broken, Item, Ready, Settings, lightened
from extractor.run.work import Work


def main() -> None:
    """Work until standard input ends. First come the ``Settings``, then documents."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    inbox: SimpleQueue[Item] = SimpleQueue()
    incoming = sys.stdin.buffer
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints may not get between the messages
    settings: Settings = pickle.load(incoming)  # noqa: S301 - from our own parent
    try:
        with loading():
            work = Work(settings)
    except TrichLucError as error:
        _send(outgoing, Broken(str(error)))
        return
    # Read in a thread of its own, so that the parent is never kept waiting until a document is done.
    threading.Thread(target=_receive, args=(incoming, inbox), daemon=True).start()
    budget.tell(lambda counted: _send(outgoing, counted))
    _send(outgoing, Ready())
    while True:
        item = inbox.get()
        _send(outgoing, lightened(work(item), item))


def _receive(incoming: BinaryIO, inbox: SimpleQueue[Item]) -> None:
    try:
        while True:
            inbox.put(pickle.load(incoming))  # noqa: S301 - from our own parent
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _send(outgoing: BinaryIO, message: object) -> None:
    try:
        pickle.dump(message, outgoing, pickle.HIGHEST_PROTOCOL)
        outgoing.flush()
    except OSError:
        os._exit(0)
