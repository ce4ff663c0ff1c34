"""Walks the shipped patterns: every example is run, every regex is held by one."""

from __future__ import annotations

import pytest

from extractor.examples import verdicts
from extractor.pipeline import Extractor
from extractor.rules import Rule, Rules

RULES = Rules.load()
EXTRACTOR = Extractor(RULES)
# Rules that find parts of other rules' facts and none of their own.
PARTS = {"agency.small_division"}


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda r: r.id)
def test_examples(rule: Rule) -> None:
    outcomes = list(verdicts(EXTRACTOR, rule))
    problems = [f"{v.part}: {v.example.text!r}: {v.problem}" for v in outcomes if v.problem and not v.part.startswith("todo")]
    assert not problems, "\n".join(problems)
    assert rule.id in PARTS or any(v.part == "match" for v in outcomes), f"{rule.id} has no example that it matches"
    solved = [v.example.text for v in outcomes if v.part.startswith("todo") and not v.problem]
    assert not solved, f"no longer misses, move them: {solved}"


def test_rule_ids_begin_with_their_kind() -> None:
    assert [r.id for r in RULES.rules if not r.id.startswith(f"{r.kind}.")] == []
