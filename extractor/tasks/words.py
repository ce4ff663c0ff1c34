"""The cue words of tasks as compiled patterns: ``patterns/_task_cues.toml`` (cues, lists) and ``patterns/_task_phrases.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import ahocorasick
import regex

from extractor.alternation import alternation
from extractor.fold import fold_text
from extractor.prefilter import Ending, Entries, Prefiltered
from extractor.wordlists import table

Role = Literal["lead", "support", "report_to"]
CUES, PHRASES = "task_cues", "task_phrases"
_REFERENCE = regex.compile(r"\{([A-Z_]{3,})\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give the bodies beside them a role; ``forward`` where the bodies follow, else they begin behind one of ``openers``.

    The pattern is tried only on words that hold one of ``needs``.
    """

    id: str
    role: Role
    forward: bool
    pattern: Prefiltered
    openers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@cache
def cues() -> dict[str, Cue]:
    """The cues by id."""
    return {row["id"]: _cue(row) for row in table(CUES)["cue"]}


def _cue(row: dict[str, Any]) -> Cue:
    adverbs = f"(?: (?:{alternatives('adverbs')})(?!\\p{{L}}))*"
    source = expanded(row["regex"].replace("{ADV}", adverbs))  # not folded: folding takes a star for emphasis
    pattern = Prefiltered(rf"(?<!\p{{L}}){source}(?!\p{{L}})")
    return Cue(row["id"], row["role"], row["direction"] == "forward", pattern, tuple(row.get("openers", ())), tuple(row.get("needs", ())))


def cues_in(words: str) -> list[Cue]:
    """The cues of which one of ``needs`` stands in ``words``, in their order."""
    found = {i for _, needing in _needs().iter(words) for i in needing}
    return [cue for i, cue in enumerate(cues().values()) if i in found] if found else []


@cache
def _needs() -> ahocorasick.Automaton:
    """Finds the literals that cues need, with the numbers of the cues that need each."""
    automaton = ahocorasick.Automaton()
    for literal in {literal for cue in cues().values() for literal in cue.needs}:
        automaton.add_word(literal, tuple(i for i, cue in enumerate(cues().values()) if literal in cue.needs))
    automaton.make_automaton()
    return automaton


@cache
def starts_with(*names: str) -> Entries:
    """Matches a whole entry of one of the lists where ``match`` is called."""
    return Entries(frozenset().union(*map(entries, names)))


@cache
def ends_with(name: str) -> Ending:
    """Finds an entry of a list at the very end, with the blank behind it."""
    return Ending(rf"(?<!\p{{L}})(?:{alternatives(name)}) $", entries(name))


@cache
def phrase(name: str, *, reverse: bool = False) -> Prefiltered:
    """A phrase of ``[lower]`` or ``[as_printed]``; ``reverse`` for one that is looked for from the end of the words backwards."""
    source = table(PHRASES)["lower"].get(name) or table(PHRASES)["as_printed"][name]
    needs = table(PHRASES)["needs"].get(name, "")
    return Prefiltered(expanded(source), reverse=reverse, needs=tuple(needs.split("|")) if needs else ())


def expanded(source: str) -> str:
    """The source of a phrase with its lists put in and its line breaks dropped."""
    return _REFERENCE.sub(lambda m: alternatives(m.group(1).lower()), source.replace("\n", ""))


@cache
def alternatives(name: str) -> str:
    """The entries of a list as one alternation, the longest first, for a larger pattern."""
    if name == "stopping":
        verbs = "|".join(v for v in alternatives("verbs").split("|") if " " in v)
        return "|".join((alternatives("modals"), verbs, alternatives("name_ends"), alternatives("tells")))
    return alternation(entries(name))


def entries(name: str) -> frozenset[str]:
    """The entries of a list, folded, in lower case."""
    return frozenset(fold_text(" ".join(entry.split())).lower() for entry in table(CUES)["lists"][name].split("|"))
