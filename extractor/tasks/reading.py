"""What is read from one clause, and under which conditions it is read."""

from __future__ import annotations

from typing import NamedTuple

from extractor.model import Found
from extractor.tasks.actors import Actors


class Reading(NamedTuple):
    """What a clause says. ``ordered``: an order verb stands before those who are told; ``told``: it only tells.

    ``action`` is where the work begins in the words, ``start`` where the clause of the order does.
    """

    lead: Actors | None = None
    assigner: Found | None = None
    ordered: bool = False
    directive: bool = False
    told: bool = False
    start: int = -1
    action: int = -1


class Setting(NamedTuple):
    """What is known before a clause is read.

    ``listed``: it is an item under a line that assigns work; ``inherits``: somebody named before is told to do it, so that ``chỉ đạo`` at
    its head is his work; ``goes_on``: it goes on with the work of the part before; ``official``: the text is an official document, where a
    body that is to ``chỉ đạo`` others is itself told to; ``speaker``: who gives the orders, null where that is not known.
    """

    listed: bool = False
    inherits: bool = False
    goes_on: bool = False
    official: bool = False
    speaker: str | None = None
