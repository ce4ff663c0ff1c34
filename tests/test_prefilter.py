"""What a regex can begin with, and that trying it there only changes nothing that it finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.fold import fold_text
from extractor.leading import equally_long, leading, trailing
from extractor.prefilter import Ending, Entries, Heads, Prefiltered
from extractor.rules import Rules
from extractor.tasks.words import PHRASES, alternatives, entries, phrase
from extractor.wordlists import table

TEXTS = Path(__file__).parent.parent / "corpora" / "texts"


@pytest.mark.parametrize(
    ("source", "beginnings"),
    [
        ("giao", {"giao"}),
        ("giao|yêu cầu", {"giao", "yêu c"}),  # cut to five code points
        ("(?:các |mọi )?sở", {"các s", "mọi s", "sở"}),
        (r"(?<!\p{L})sở(?!\p{L})", {"sở"}),
        ("(?i:ub)nd", {"ubnd", "Ubnd", "uBnd", "UBnd"}),
        ("(?i)a(?-i:b)", {"ab", "Ab"}),
        ("[1-3]/x", {"1/x", "2/x", "3/x"}),
        (r"[,:] (?=\p{L})", {", ", ": "}),
        (r"\$ ?5", {"$5", "$ 5"}),
        ("a{2,3}b", {"a"}),
        ("(?P<n>một|hai)+ x", {"một", "hai"}),
        ("bỏ(?(DEFINE)(?P<F>x))", {"bỏ"}),
        (r"a\n", {"a\n"}),
        ("ab?+c", {"abc", "ac"}),
    ],
)
def test_beginnings(source: str, beginnings: set[str]) -> None:
    assert leading(source, 5) == beginnings


@pytest.mark.parametrize("source", [r"\p{Lu}x", "a?", "", "[^a]b", ".b", r"(?&F)x", "a|", r"\d+", "a*b?", r"(?:x|\w)y", "[a-zđ-ỹ]"])
def test_what_begins_with_anything(source: str) -> None:
    assert leading(source, 5) is None
    assert equally_long(leading(source, 5)) == {""}


@pytest.mark.parametrize(
    ("source", "endings"),
    [
        ("giao cho ", {" cho "}),  # the last five code points
        (r"(?<!\p{L})(?:theo|của) ", {"theo ", "của "}),
        ("của (?:các )?", {"của ", " các "}),
        (r"[^,;]{3,60} và", {" và"}),
        ("(?:, )+", {", "}),
        (r"\p{L}+ (?:với|cùng)(?!\p{L})", {" với", " cùng"}),
        ("(?i:ub)nd", {"ubnd", "Ubnd", "uBnd", "UBnd"}),
    ],
)
def test_endings(source: str, endings: set[str]) -> None:
    assert trailing(source, 5) == endings


@pytest.mark.parametrize("source", [r"x\p{Lu}", "a?", "", "a[^b]", "b.", r"x(?&F)", "a|", r"\d+", "a?b*", r"(?:x|\w)"])
def test_what_ends_with_anything(source: str) -> None:
    assert trailing(source, 5) is None


def test_where_none_of_several_begins() -> None:
    heads = Heads(Prefiltered("giao|sở"), Prefiltered("(?:các )?xã"))
    assert [heads.at("giao các xã, sở", at) for at in (0, 1, 5, 9, 13, 14, 15)] == [True, False, True, True, True, False, False]
    assert Heads(Prefiltered("giao"), Prefiltered("a?")).at("", 0)


def test_one_length() -> None:
    assert equally_long(frozenset({"giao", "sở", "yêu"})) == {"gi", "sở", "yê"}


def test_rules_begin_as_their_heads_say() -> None:
    """Each text of the corpus is read by the bare regex at every place: nothing begins otherwise than the heads of its rule."""
    texts = [fold_text(path.read_text("utf-8-sig")) for path in sorted(TEXTS.glob("*.txt"))[:6]]
    matched = 0
    for rule in Rules.load().rules:
        width = len(min(rule.heads))
        for text in texts:
            for m in rule.pattern.finditer(text):
                matched += 1
                assert text[m.start() : m.start() + width] in rule.heads, (rule.id, m.group())
    assert matched > 500


@cache
def _pieces() -> list[str]:
    """Words of the phrases and of ordinary text, marks and line breaks."""
    cues = [word for name in ("order_verbs", "says", "openers", "modals", "noun_before") for word in alternatives(name).split("|")[:12]]
    plain = (
        "Sở Tài chính|UBND tỉnh|các|hai|2|đơn vị|báo cáo|phối hợp|chủ trì|trước ngày 15/6|để biết|như sau|THÔNG BÁO|LUẬT|Kính gửi".split(
            "|"
        )
    )
    return [*cues, *plain, *(c + " " for c in ",;:."), "\n", "(", ")", "“"]


NAMES = [*table(PHRASES)["lower"], *table(PHRASES)["as_printed"]]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=40)  # a regex is compiled on first use
@given(data=st.data())
def test_a_phrase_finds_what_its_regex_finds(name: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_pieces()), max_size=14))
    text = " ".join(words)
    text = text.lower() if name in table(PHRASES)["lower"] else text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    filtered = phrase(name)
    bare = filtered.pattern
    for found, expected in (
        (filtered.match(text, start, end), bare.match(text, start, end)),
        (filtered.match(text, start), bare.match(text, start)),
        (filtered.fullmatch(text, start, end), bare.fullmatch(text, start, end)),
        (filtered.search(text, start, end), bare.search(text, start, end)),
    ):
        assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in filtered.finditer(text, start, end)] == [m.span() for m in bare.finditer(text, start, end)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_pieces()), max_size=10), st.integers(0, 40), st.integers(0, 80))
def test_an_entry_is_the_longest_whole_one(words: list[str], start: int, end: int) -> None:
    text = " ".join(words).lower()
    expected = regex.compile(rf"(?:{alternatives('modals')})(?!\p{{L}})", regex.V1).match(text, min(start, len(text)), end)
    assert Entries(entries("modals")).match(text, min(start, len(text)), end) == (expected and expected.end())


@settings(deadline=None)
@given(st.lists(st.sampled_from(_pieces()), min_size=1, max_size=6))
def test_an_ending_stands_right_before_the_end(words: list[str]) -> None:
    text = " ".join(words).lower() + " "
    filtered = Ending(rf"(?<!\p{{L}})(?:{alternatives('noun_before')}) $", entries("noun_before"))
    found, expected = filtered.search(text, 0, len(text)), filtered.pattern.search(text, 0, len(text))
    assert (found and found.span()) == (expected and expected.span())


def test_a_literal_inside_another_does_not_hide_it() -> None:
    filtered = Prefiltered(r"(?<!\p{L})(?:kính giao chuyển|giao|giao chuyển tiếp)(?!\p{L})")
    found = filtered.search("xin kính giao chuyển và giao")
    assert found is not None
    assert found.group() == "kính giao chuyển"
    assert [m.group() for m in filtered.finditer("giao, kính giao chuyển")] == ["giao", "kính giao chuyển"]


def test_needs_spare_a_search() -> None:
    filtered = Prefiltered(r"^[^,]{0,20}biết", needs=("biết",))
    assert filtered.search("để các nơi biết") is not None
    assert filtered.search("để các nơi hay") is None
