"""What each tool finds of the facts of annotated texts, by kind, judged by one rule.

An answer is right where it overlaps a fact of its kind, each paired once, as in gold/score.py; its value is right where the kind's number,
days or name are. A tool is judged on the kinds that it attempts (peers/catalogue.py). What is right by a tool's own
lights is set aside, neither right nor wrong: a time inside a deadline for a tool that knows no deadlines, a number inside a fact of a
kind that it does not attempt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from extractor.learn.gold import GoldDocument, read_gold
from extractor.learn.score import Figure, Judged, Score, fields_right
from peers.answer import Answer
from peers.catalogue import Peer
from texts import GOLD, OWN

_VALUES = {
    "ratio": ("numerator", "denominator"),
    "percent": ("value",),
    "quantity": ("value",),
    "money": ("value",),
    "rank": ("rank",),
    "date": ("start_date", "end_date"),
    "deadline": ("due", "rrule", "duration"),
    "document": ("number", "symbol"),
    "agency": ("name",),
}
_TIMES = ("deadline",)
_WITH_NUMBERS = ("date", "deadline", "document", "rank", "money", "agency")
_ASIDE = {"date": _TIMES, "quantity": _WITH_NUMBERS, "ratio": _WITH_NUMBERS}


class Quality(NamedTuple):
    """One kind: what was found, and where the tool gives values how many of those were right."""

    found: Figure
    value: Figure | None

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"found": self.found.as_dict(), "value": self.value.as_dict() if self.value else None}


def gold() -> tuple[str, list[GoldDocument]]:
    """The annotated texts and what to call them: those of ../shared, else the project's own."""
    folder = GOLD if GOLD.exists() else OWN
    return ("../shared/gold" if folder is GOLD else "corpora (the project's own)"), read_gold(folder)


def quality(peer: Peer, documents: Sequence[GoldDocument], answers: Sequence[Sequence[Answer]]) -> dict[str, Quality]:
    """How good the ``answers`` to each document are, by kind that ``peer`` attempts and the gold has."""
    score = Score()
    for document, found in zip(documents, answers, strict=True):
        score.add(document.document.doc_id, document.facts, [_row(answer) for answer in found])
    facts = {document.document.doc_id: document.facts for document in documents}
    return {kind: _quality(peer, kind, [j for j in score.judged if j.kind == kind], facts) for kind in peer.kinds}


def _row(answer: Answer) -> dict[str, Any]:
    return {**answer.fields, "kind": answer.kind, "start": answer.start, "end": answer.end}


def _quality(peer: Peer, kind: str, judged: list[Judged], facts: Mapping[str, Sequence[Mapping[str, Any]]]) -> Quality:
    allowed = set(_ASIDE.get(kind, ())) - set(peer.kinds)
    pairs = [j for j in judged if j.gold and j.guess]
    wrong = [j for j in judged if j.guess and not j.gold and not _within(j.guess, facts[j.doc_id], allowed)]
    wanted, given = sum(j.gold is not None for j in judged), len(pairs) + len(wrong)
    right = sum(fields_right(j.gold or {}, j.guess or {}, _VALUES[kind]) for j in pairs)
    return Quality(Figure(wanted, given, len(pairs)), Figure(wanted, given, right) if kind in peer.values else None)


def _within(guess: Mapping[str, Any], facts: Sequence[Mapping[str, Any]], kinds: set[str]) -> bool:
    """Whether ``guess`` overlaps a fact of one of ``kinds``."""
    return any(f["kind"] in kinds and f["start"] < guess["end"] and guess["start"] < f["end"] for f in facts)
