"""The word lists of ``patterns/_task_cues.toml`` as compiled patterns over folded text in lower case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import regex

from extractor.fold import fold_text
from extractor.wordlists import table

Role = Literal["lead", "support", "report_to"]
TABLE = "task_cues"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give the bodies beside them a role; ``forward`` where the bodies follow."""

    id: str
    role: Role
    forward: bool
    pattern: regex.Pattern[str]


@cache
def cues() -> dict[str, Cue]:
    """The cues by id."""
    adverbs = f"(?: (?:{_alternatives('adverbs')})(?!\\p{{L}}))*"
    return {row["id"]: _cue(row, adverbs) for row in table(TABLE)["cue"]}


def _cue(row: dict[str, Any], adverbs: str) -> Cue:
    source = row["regex"].replace("{ADV}", adverbs)  # not folded: folding takes a star for emphasis
    return Cue(row["id"], row["role"], row["direction"] == "forward", regex.compile(rf"(?<!\p{{L}}){source}(?!\p{{L}})", regex.V1))


@cache
def starts_with(name: str) -> regex.Pattern[str]:
    """Matches a whole entry of the list, and the blank behind it, where ``match`` is called."""
    return regex.compile(rf"(?:{_alternatives(name)})(?!\p{{L}})", regex.V1)


@cache
def ends_with(name: str) -> regex.Pattern[str]:
    """Finds an entry of the list at the very end, with the blank behind it."""
    return regex.compile(rf"(?<!\p{{L}})(?:{_alternatives(name)}) $", regex.V1 | regex.REVERSE)


@cache
def _alternatives(name: str) -> str:
    entries = {fold_text(" ".join(entry.split())).lower() for entry in table(TABLE)["lists"][name].split("|")}
    return "|".join(regex.escape(entry, special_only=True, literal_spaces=True) for entry in sorted(entries, key=lambda e: (-len(e), e)))


def alternatives(name: str) -> str:
    """The entries of a list as one alternation, the longest first, for a larger pattern."""
    return _alternatives(name)
