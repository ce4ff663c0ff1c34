"""One normaliser a kind, found by the name of its file.

A normaliser is ``normalise(candidate, context) -> list[Found] | Refused``: it gives the facts that a match stands for
(several where a list shares a head) or says why there is none. A kind without a file of its own is read by ``generic``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from extractor.context import Context
from extractor.model import Candidate, Found, Refused

Normaliser = Callable[[Candidate, Context], "list[Found] | Refused"]


@cache
def normaliser(kind: str) -> Normaliser:
    """The normaliser of ``kind``."""
    name = f"{__name__}.{kind}"
    module = import_module(name if find_spec(name) else f"{__name__}.generic")
    found: Normaliser = module.normalise
    return found
