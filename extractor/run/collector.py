"""Python's collector of cycles, in a process that is all ours: the command line, or a worker. It is never touched for who imports us."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 10_000  # objects made since the last look for cycles; a document makes next to none


@contextmanager
def loading() -> Iterator[None]:
    """Load in this block what stays until the process ends, the rules above all: the collector never goes through it again."""
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(_YOUNG)
        gc.enable()
