"""One line of the office's list: a task as the program found it, and what people add to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.model import Task, Value

Change = Literal["new", "unchanged", "changed", "superseded"]


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task in the list.

    ``state`` and ``note`` are a person's words (``state`` one of ``labels.STATES`` unless somebody typed another).
    ``change`` compares with the list before, null where there was none. ``edited`` holds, by schema column, the values that a person
    has put in place of ours (a corrected ``due``, another ``lead``); they win wherever the list is shown.
    ``extra`` holds columns that the office has added, by heading.
    """

    task: Task
    state: str | None = None
    note: str | None = None
    change: Change | None = None
    edited: Mapping[str, Value] = field(default_factory=dict)
    extra: Mapping[str, Value] = field(default_factory=dict)

    def value(self, column: str) -> Value:
        """What the list shows under a schema column: the person's value where there is one, else ours."""
        return self.edited[column] if column in self.edited else getattr(self.task, column)
