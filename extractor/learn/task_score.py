"""The figures of ``gold/score.py --tasks``, from tasks and gold rows in memory.

A task is ``found`` where it shares over half of the union of its span and a gold task's, ``full`` where lead and time (``due`` and
``rrule``) are right too. Of the tasks found, ``lead``, ``support`` and ``when`` are also counted by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.learn.score import Figure, Row, aligned, fields_right, plain, rule_figures

PARTS = ("lead", "support", "when")


class JudgedTask(NamedTuple):
    """One gold task and the guess paired with it; one of them is None for a miss or a spurious guess."""

    doc_id: str
    gold: Row | None
    guess: Row | None

    def right_in(self, part: str) -> bool:
        """Whether both are there and agree in ``lead``, ``support`` or ``when``."""
        if self.gold is None or self.guess is None:
            return False
        if part == "when":
            return fields_right(self.gold, self.guess, ("due", "rrule"))
        return plain(self.gold.get(part) or []) == plain(self.guess.get(part) or [])

    @property
    def right(self) -> bool:
        """Whether the guess was found, with lead and time."""
        return self.right_in("lead") and self.right_in("when")


@dataclass(slots=True)
class TaskScore:
    """What a comparison of tasks with gold came to."""

    judged: list[JudgedTask] = field(default_factory=list)

    def add(self, doc_id: str, gold: Sequence[Row], guesses: Sequence[Row]) -> None:
        """Compare the tasks of one document."""
        self.judged += [JudgedTask(doc_id, g, p) for g, p in aligned(gold, guesses, _shared, over=0.5)]

    def figures(self) -> dict[str, Figure]:
        """``found`` and ``full``."""
        gold, guess = sum(j.gold is not None for j in self.judged), sum(j.guess is not None for j in self.judged)
        hits = {"found": len(self._found()), "full": sum(j.right for j in self.judged)}
        return {measure: Figure(gold, guess, hit) for measure, hit in hits.items()}

    def of_found(self) -> dict[str, float]:
        """Of the tasks found, the shares with the right lead, support and time."""
        found = self._found()
        return {part: sum(j.right_in(part) for j in found) / len(found) if found else 0.0 for part in PARTS}

    def rules(self) -> dict[str, Figure]:
        """By rule, most tasks first: how many it found, and how many of them were right (``hit``); ``gold`` says nothing here."""
        return rule_figures((str(j.guess["rule"]), j.right) for j in self.judged if j.guess)

    def _found(self) -> list[JudgedTask]:
        return [j for j in self.judged if j.gold is not None and j.guess is not None]


def _shared(a: Row, b: Row) -> float:
    """Intersection over union of the spans."""
    both = max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
    whole = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return both / whole if whole else 0.0
