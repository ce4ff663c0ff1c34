"""Walks the shipped patterns: every example is run, every regex is held by one."""

from __future__ import annotations

import re

import pytest
from command import trichluc

from extractor.examples import verdicts
from extractor.pipeline import Extractor
from extractor.rules import Rule, Rules

RULES = Rules.load()
EXTRACTOR = Extractor(RULES)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda r: r.id)
def test_examples(rule: Rule) -> None:
    outcomes = list(verdicts(EXTRACTOR, rule))
    problems = [f"{v.part}: {v.example.text!r}: {v.problem}" for v in outcomes if v.problem and not v.part.startswith("todo")]
    assert not problems, "\n".join(problems)
    assert rule.part or any(v.part == "match" for v in outcomes), f"{rule.id} has no example that it matches"
    solved = [v.example.text for v in outcomes if v.part.startswith("todo") and not v.problem]
    assert not solved, f"no longer misses, move them: {solved}"


def test_the_command_finds_nothing_wrong_with_the_shipped_rules() -> None:
    assert re.fullmatch(r"\d{3,} examples, 0 problems, \d+ known misses\n", trichluc("patterns", "test").stdout)


def test_rule_ids_begin_with_their_kind() -> None:
    assert [r.id for r in RULES.rules if not r.id.startswith(f"{r.kind}.")] == []
