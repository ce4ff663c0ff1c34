"""What a model could be asked in place of the rules, as labelled examples out of gold documents.

An example is a stretch of a text with the answer of the annotators and that of the rules. A model sees the syllables beside the stretch
by their distance, those inside it, and what the rules say: no sentence can be read back from what it keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from extractor.learn.gold import GoldDocument
from extractor.model import Span
from extractor.outline import outline
from extractor.result import Result

_SYLLABLE = regex.compile(r"[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]")
_SLASH = regex.compile(r"(?<![\d/.,-])\d{1,3}/\d{1,3}(?![\d/.,-])")
_NEAR = 60  # code points on either side that a model sees
_BEFORE, _AFTER = 5, 3  # syllables of them


class Example(NamedTuple):
    """One question: what a model sees, the right answer, and the one that the rules give."""

    doc_id: str
    features: dict[str, float]
    right: str
    ruled: str


Question = Callable[[GoldDocument, Result], Iterator[Example]]


def role(gold: GoldDocument, result: Result) -> Iterator[Example]:
    """What a body is at one place: lead, support, report_to, assigner, issuer, or none of them."""
    return _of_facts(gold, result, "role", ("agency",))


def ratio(gold: GoldDocument, result: Result) -> Iterator[Example]:
    """Whether ``n/m`` is a part over its whole, and no date, number or address."""
    text = gold.document.text
    right, ruled = ([Span(f["start"], f["end"]) for f in gold.facts if f["kind"] == "ratio"], _spans(result, "ratio"))
    for m in _SLASH.finditer(text):
        yield _example(gold, Span(*m.span()), _inside(right, m.span()), _inside(ruled, m.span()))


def assigns(gold: GoldDocument, result: Result) -> Iterator[Example]:
    """Whether a sentence assigns work."""
    text = gold.document.text
    right = [Span(task["start"], task["end"]) for task in gold.tasks]
    ruled = [Span(task.start, task.end) for task in result.tasks]
    starts = outline(text).sentences
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield _example(gold, Span(start, end), _half(right, start, end), _half(ruled, start, end))


QUESTIONS: Mapping[str, Question] = {"role": role, "ratio": ratio, "assigns": assigns}


def _of_facts(gold: GoldDocument, result: Result, name: str, kinds: Sequence[str]) -> Iterator[Example]:
    if name not in gold.second:
        return
    found = {(f.kind, f.start, f.end): f for f in result.facts}
    for row in gold.facts:
        fact = found.get((row["kind"], row["start"], row["end"])) if row["kind"] in kinds else None
        if fact is not None:
            extra = (f"kind={fact.kind}", f"unit={(fact.unit or '').split(' ')[0].lower()}", f"by={fact.rule}")
            yield _example(gold, Span(fact.start, fact.end), str(row.get(name)), str(getattr(fact, name)), extra)


def _example(gold: GoldDocument, span: Span, right: str, ruled: str, extra: Iterable[str] = ()) -> Example:
    text = gold.document.text
    before = _syllables(text[max(0, span.start - _NEAR) : span.start])[-_BEFORE:]
    after = _syllables(text[span.end : span.end + _NEAR])[:_AFTER]
    inside = _syllables(text[span.start : span.end])[:40]
    names = [f"-{len(before) - i}={syllable}" for i, syllable in enumerate(before)]
    names += [f"+{i}={syllable}" for i, syllable in enumerate(after)] + [f"in={syllable}" for syllable in inside]
    return Example(gold.document.doc_id, dict.fromkeys([*names, *extra, f"ruled={ruled}"], 1.0), right, ruled)


def _syllables(words: str) -> list[str]:
    return _SYLLABLE.findall(words.lower())


def _spans(result: Result, kind: str) -> list[Span]:
    return [Span(f.start, f.end) for f in result.facts if f.kind == kind]


def _inside(spans: list[Span], place: tuple[int, int]) -> str:
    return "yes" if any(s.start <= place[0] and place[1] <= s.end for s in spans) else "no"


def _half(spans: list[Span], start: int, end: int) -> str:
    covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in spans)
    return "yes" if covered * 2 > end - start else "no"
