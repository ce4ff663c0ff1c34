"""A time budget for a stretch of code, kept by the process that runs it.

In the main thread of Linux and macOS an alarm signal ends the stretch. ``re`` and ``regex`` look for signals while they match, so it
ends a catastrophic pattern within a millisecond, and a slow loop of Python likewise. In other threads, and on Windows, a timer raises the
exception in the thread: it comes between two bytecodes, so that one call of C is finished first. What neither reaches (a library that is
stuck in C) is for the parent to kill: ``extractor.run.pool``.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import Protocol

from extractor.errors import BudgetExceeded

_AGAIN = 1.0  # seconds until the alarm rings again: an exception raised inside a destructor is lost


class _Expired(BaseException):
    """No ``Exception``: it has to pass every ``except Exception`` on its way out."""


class _Clock(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


_running: ContextVar[_Clock | None] = ContextVar("_running", default=None)
_told: list[Callable[[bool], None]] = []


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """Run a block for so many seconds at most; None is without limit.

    :raises BudgetExceeded: the block needed longer.
    """
    if seconds is None:
        yield
        return
    clock = _Alarm(seconds) if _alarms_reach_us() else _Timer(seconds)
    token = _running.set(clock)
    try:
        try:
            clock.start()
            yield
        finally:
            clock.stop()
    except _Expired:
        clock.stop()  # it may have rung while it was being stopped
        raise BudgetExceeded(f"not done in {seconds:g} s: allow more with --timeout, or look what is special about it") from None
    finally:
        _running.reset(token)


def tell(listener: Callable[[bool], None]) -> None:
    """Have ``listener`` called with False where a stretch begins that is not counted, with True where it ends."""
    _told.append(listener)


@contextmanager
def uncounted() -> Iterator[None]:
    """Leave a stretch out of the budget around it: other programs (OCR, LibreOffice) have limits of their own. Also a decorator."""
    clock = _running.get()
    if clock is None:
        yield
        return
    clock.stop()
    _tell(False)
    try:
        yield
    finally:
        _tell(True)
        clock.start()


def _tell(counted: bool) -> None:
    for listener in _told:
        listener(counted)


def _alarms_reach_us() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class _Alarm:
    """Rings by ``SIGALRM``; whoever used that signal before has it back in between."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._on = False

    def start(self) -> None:
        self._before = signal.signal(signal.SIGALRM, self._ring)
        self._on = True
        signal.setitimer(signal.ITIMER_REAL, max(self._left, 0.001), _AGAIN)

    def stop(self) -> None:
        if self._on:
            self._on = False
            self._left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before or signal.SIG_DFL)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self._on:
            raise _Expired


class _Timer:
    """Rings by an exception that another thread sets in this one."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._left = seconds
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._lock = threading.Lock()
        self._on = False

    def start(self) -> None:
        self._end = time.monotonic() + self._left
        self._on = True
        self._timer = threading.Timer(self._left, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        self._timer.cancel()
        with self._lock:
            if self._on:
                self._on = False
                self._left = max(self._end - time.monotonic(), 0.001)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, None)  # one that was set and has not come yet

    def _ring(self) -> None:
        with self._lock:
            if self._on:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, ctypes.py_object(_Expired))
