"""Which of the facts that claim the same words stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model import Found, Span
from extractor.resolve import resolve


def found(kind: str, start: int, end: int, priority: int = 0, rule: str = "") -> Found:
    return Found(kind, rule or f"{kind}.rule", Span(start, end), {}, priority)


def kept(*facts: Found) -> list[tuple[str, int, int]]:
    return [(f.kind, *f.span) for f in resolve(list(facts))[0]]


def test_the_higher_priority_wins_though_it_is_shorter() -> None:
    rank, ratio = found("rank", 4, 8, 45), found("ratio", 0, 9, 40)
    assert resolve([ratio, rank]) == ([rank], [(ratio, rank)])


def test_of_one_priority_the_longer_then_the_earlier_wins() -> None:
    assert kept(found("date", 0, 5), found("date", 3, 12)) == [("date", 3, 12)]
    assert kept(found("date", 3, 8), found("date", 0, 5)) == [("date", 0, 5)]
    assert resolve([found("date", 0, 5, rule="b"), found("date", 0, 5, rule="a")])[0][0].rule == "a"


def test_neighbours_that_touch_both_stay_in_order() -> None:
    assert kept(found("date", 5, 9, 50), found("money", 0, 5, 35)) == [("money", 0, 5), ("date", 5, 9)]


def test_what_lost_to_a_loser_stays() -> None:
    low, middle, high = found("quantity", 0, 4, 20), found("ratio", 3, 9, 40), found("deadline", 8, 14, 60)
    assert resolve([low, middle, high]) == ([low, high], [(middle, high)])


@pytest.mark.parametrize(("outer", "inner"), [(55, 56), (56, 55), (55, 55)])
def test_a_document_inside_an_agency_stays_with_it(outer: int, inner: int) -> None:
    assert kept(found("agency", 0, 20, outer), found("document", 8, 16, inner)) == [("agency", 0, 20), ("document", 8, 16)]
    assert kept(found("agency", 0, 20, outer), found("document", 12, 20, inner)) == [("agency", 0, 20), ("document", 12, 20)]


def test_nothing_else_nests() -> None:
    assert kept(found("agency", 8, 16, 55), found("document", 0, 20, 56)) == [("document", 0, 20)]
    assert kept(found("agency", 0, 20, 55), found("date", 8, 16, 50)) == [("agency", 0, 20)]
    assert kept(found("agency", 0, 20, 55), found("document", 15, 25, 56)) == [("document", 15, 25)]
    assert kept(found("document", 0, 20, 56), found("document", 4, 9, 56)) == [("document", 0, 20)]


def test_nothing_gives_nothing() -> None:
    assert resolve([]) == ([], [])


FOUND = st.builds(
    lambda kind, start, length, priority, rule: found(kind, start, start + length, priority, f"{kind}.{rule}"),
    st.sampled_from(["agency", "document", "date", "quantity"]),
    st.integers(0, 40),
    st.integers(1, 15),
    st.sampled_from([20, 50, 55, 56]),
    st.sampled_from("ab"),
)


def overlap(a: Found, b: Found) -> bool:
    return a.span.start < b.span.end and b.span.start < a.span.end


def nested(a: Found, b: Found) -> bool:
    """A document inside an agency, either way round; of two on the same words either may be the inner one."""
    pairs = ((a, b), (b, a))
    return any((x.kind, y.kind) == ("agency", "document") and x.span.start <= y.span.start and y.span.end <= x.span.end for x, y in pairs)


@given(st.lists(FOUND, max_size=14))
def test_no_two_kept_facts_overlap_but_a_document_inside_an_agency(facts: list[Found]) -> None:
    winners, dropped = resolve(facts)
    for i, a in enumerate(winners):
        for b in winners[i + 1 :]:
            assert not overlap(a, b) or nested(a, b)
    assert sorted(map(repr, [*winners, *(d.loser for d in dropped)])) == sorted(map(repr, facts))
    assert [f.span for f in winners] == sorted(f.span for f in winners)


@given(st.lists(FOUND, max_size=14))
def test_who_lost_lost_to_a_kept_fact_that_overlaps_and_is_no_weaker(facts: list[Found]) -> None:
    winners, dropped = resolve(facts)
    for loser, winner in dropped:
        assert winner in winners
        assert overlap(loser, winner)
        strength, other = ((f.priority, f.span.end - f.span.start, -f.span.start) for f in (winner, loser))
        assert strength >= other


@given(st.lists(FOUND, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(facts: list[Found], random: object) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled)[0] == resolve(facts)[0]
