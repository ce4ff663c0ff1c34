"""Rules are tried where their anchors stand, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fold import fold_text
from extractor.model import Candidate
from extractor.rules import Rules
from extractor.scan import Scanner

OWN = r"""
kind = "own"
[[rule]]
id = "own.weight"
why = "số và tấn"
starts = "number"
priority = 7
regex = '''(?P<value>{NUM}) tấn(?: (?P<unit>lúa|cá))?'''
[[rule]]
id = "own.boss"
why = "trưởng"
starts = ["trưởng thôn", "trưởng"]
regex = '''(?i:trưởng) (?P<fact>\p{L}+)'''
[[rule]]
id = "own.sign"
why = "dấu"
starts = ["§"]
regex = '''§ ?\d+'''
[[rule]]
id = "own.empty"
why = "trường hợp rỗng"
starts = "trống"
regex = '''trống(?P<fact>x?)'''
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    folder: Path = tmp_path_factory.mktemp("patterns")
    (folder / "own.toml").write_text(OWN, "utf-8")
    return Rules.load(folder)


@pytest.fixture(scope="module")
def scanner(rules: Rules) -> Scanner:
    return Scanner(rules)


def scan(scanner: Scanner, text: str) -> list[Candidate]:
    return [c for c in scanner.scan(text, text.lower()) if c.kind == "own"]


def words(scanner: Scanner, text: str) -> list[str]:
    return [text[slice(*c.span)] for c in scan(scanner, text)]


def test_a_candidate_carries_groups_spans_and_priority(scanner: Scanner) -> None:
    text = "thu 1.250 tấn lúa, 3 tấn khoai"
    one, two = scan(scanner, text)
    assert (one.rule, one.kind, one.span, one.priority) == ("own.weight", "own", (4, 17), 7)
    assert one.groups == {"value": "1.250", "unit": "lúa"}
    assert one.spans == {"value": (4, 9), "unit": (14, 17)}
    assert two.groups == {"value": "3"}  # a group that took no part is left out


def test_the_group_fact_is_the_span(scanner: Scanner) -> None:
    (found,) = scan(scanner, "bà trưởng phòng")
    assert (found.span, found.groups) == ((10, 15), {"fact": "phòng"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5 tấn", ["12,5 tấn"]),  # the decimals are no anchor of their own
        ("1.250 tấn", ["1.250 tấn"]),
        ("2024 tấn", ["2024 tấn"]),
        ("số 5,6 tấn và 7 tấn", ["5,6 tấn", "7 tấn"]),
        ("A12 tấn", ["12 tấn"]),
        ("TRƯỞNG ban", ["ban"]),
        ("đội trưởng ban", ["ban"]),
        ("xtrưởng ban", []),  # inside a word
        ("trưởngx ban", []),
        ("TheoTrưởng ban", ["ban"]),  # a boundary that lost its blank
        ("§5 và x§ 6", ["§5", "§ 6"]),  # a sign may touch letters
        ("trống", []),  # an empty span points at nothing
        ("", []),
    ],
)
def test_where_anchors_stand(scanner: Scanner, text: str, expected: list[str]) -> None:
    assert words(scanner, text) == expected


def test_a_rule_with_two_starts_in_one_place_is_found_once_or_alike(scanner: Scanner) -> None:
    found = scan(scanner, "ông trưởng thôn nói")
    assert {(c.rule, c.span) for c in found} == {("own.boss", (11, 15))}


PIECES = ["12 tấn lúa", "Trưởng ban", "§ 5", "ngày 5/6/2024", "Sở Y tế", "45,03%", "Công văn 5/UBND", ", ", ". ", " ", "\n", "x", "TP. "]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_every_candidate_is_what_its_rule_matches_at_its_anchor(scanner: Scanner, rules: Rules, text: str) -> None:
    text = fold_text(text)
    by_id = {rule.id: rule for rule in rules.rules}
    anchors = {(start, rule.id) for start, at in scanner.anchors(text, text.lower()) for rule in at}
    for candidate in scanner.scan(text, text.lower()):
        rule = by_id[candidate.rule]
        starts = [s for s, i in anchors if i == rule.id and s <= candidate.span.end]
        matches = [m for s in starts if (m := rule.pattern.match(text, s))]
        assert any(m.span("fact" if m.groupdict().get("fact") is not None else 0) == candidate.span for m in matches)
        assert candidate.span.start < candidate.span.end
        for name, words in candidate.groups.items():
            assert text[slice(*candidate.spans[name])] == words


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_the_prefilter_loses_no_match(scanner: Scanner, rules: Rules, text: str) -> None:
    """At every number and every place where a literal stands between word boundaries, the rules match as by themselves."""
    text = fold_text(text)
    weight = next(rule for rule in rules.rules if rule.id == "own.weight")
    alone = {m.span() for m in weight.pattern.finditer(text)}
    assert {tuple(c.span) for c in scan(scanner, text) if c.rule == "own.weight"} >= alone
