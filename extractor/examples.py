"""Runs the examples that stand beside the rules: ``trichluc patterns test`` and the tests call it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from extractor.model import Document, Fact
from extractor.pipeline import Extractor
from extractor.rules import NOTHING, Example, Rule

# Examples that do not state their day are read as if published on this one.
REFERENCE = date(2024, 6, 15)


class Verdict(NamedTuple):
    """How one example of a rule came out; ``problem`` is null where it did as it should."""

    rule: Rule
    part: str
    example: Example
    problem: str | None


def verdicts(extractor: Extractor, rule: Rule) -> Iterator[Verdict]:
    """Every example of ``rule``, run through the whole pipeline."""
    for part in ("match", "todo_match"):
        for example in getattr(rule, part):
            yield Verdict(rule, part, example, _match_problem(extractor, rule, example))
    for part in ("reject", "todo_reject"):
        for example in getattr(rule, part):
            yield Verdict(rule, part, example, _reject_problem(extractor, rule, example))


def _match_problem(extractor: Extractor, rule: Rule, example: Example) -> str | None:
    found = _claims(extractor, rule, example)
    for span, values in zip(example.spans, example.values, strict=True):
        if span not in found:
            return f"not found: {example.text[slice(*span)]!r}; the rule found {[example.text[slice(*s)] for s in found]}"
        for name, value in values.items():
            got = getattr(found[span], name)
            if got != value:
                return f"{name} of {example.text[slice(*span)]!r} is {got!r}, not {value!r}"
    if extra := found.keys() - set(example.spans):
        return f"found unasked: {[example.text[slice(*s)] for s in sorted(extra)]}"
    return None if example.spans else "an example to match has no ⟦mark⟧"


def _reject_problem(extractor: Extractor, rule: Rule, example: Example) -> str | None:
    found = _claims(extractor, rule, example)
    return f"found {[example.text[slice(*s)] for s in found]}" if found else None


def _claims(extractor: Extractor, rule: Rule, example: Example) -> dict[tuple[int, int], Fact]:
    """Spans of the example that ``rule`` holds in the end."""
    document = Document(example.text, date=example.on or REFERENCE, place=example.place)
    analysis = extractor.analyse(document, trace=True)
    facts = {(f.start, f.end): f for f in analysis.facts if f.rule == rule.id}
    if rule.kind == NOTHING and analysis.trace:
        facts = {(f.span.start, f.span.end): Fact(NOTHING, "", *f.span, rule.id) for f in analysis.trace.kept if f.rule == rule.id}
    return facts
