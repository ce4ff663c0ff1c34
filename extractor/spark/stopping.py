"""Ctrl-C and a polite kill while Spark is at work: the job is called off, and may take away what it has begun, before the program ends."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Result = TypeVar("Result")

TERMINATED = 128 + signal.SIGTERM  # the exit code that shells give
_AGAIN = 1.0  # seconds after which the jobs are called off again: it may have been between two


def stoppable(spark: SparkSession, job: Callable[[], Result]) -> Result:
    """What ``job`` gives or raises. Call it in the main thread.

    It runs in a thread of its own: a signal that comes in the midst of a call to Java would break the line to Java as well.

    :raises KeyboardInterrupt: at Ctrl-C, once the job has ended; ``SystemExit`` at SIGTERM.
    """
    with _terminable(), ThreadPoolExecutor(1) as threads:
        future = threads.submit(job)
        try:
            return future.result()
        except BaseException:
            while not future.done():
                with suppress(Exception):  # where Spark is gone there is nothing to call off
                    spark.sparkContext.cancelAllJobs()
                wait([future], _AGAIN)
            raise


@contextmanager
def _terminable() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(*_: object) -> NoReturn:
    sys.exit(TERMINATED)
