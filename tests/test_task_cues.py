"""Every cue of orders does what its own examples say, and every phrase of the task patterns compiles."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from command import ROOT

from extractor import Document, Fact
from extractor.pipeline import Extractor
from extractor.tasks.words import CUES, PHRASES, alternatives, cues, phrase
from extractor.wordlists import table

ROWS: list[dict[str, Any]] = table(CUES)["cue"]
MATCHES = [(row, text) for row in ROWS for text in row["match"]]
REJECTS = [(row, text) for row in ROWS for text in row["reject"]]


# The examples are items of a directive: in running text a mere verb gives nobody a role.
HEAD = "CHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. "


@cache
def extractor() -> Extractor:
    return Extractor()


def bodies(text: str) -> dict[int, Fact]:
    """The agencies of ``text`` by offset, read as an item of a directive."""
    facts = extractor().analyse(Document(HEAD + text)).facts
    return {fact.start - len(HEAD): fact for fact in facts if fact.kind == "agency" and fact.start >= len(HEAD)}


def marked(example: str) -> tuple[str, set[int]]:
    """The text of an example, and the offsets of the code points between its marks."""
    text, inside, within = "", set(), False
    for char in example:
        if char in "⟦⟧":
            within = char == "⟦"
            continue
        if within:
            inside.add(len(text))
        text += char
    return text, inside


@pytest.mark.parametrize(("row", "example"), MATCHES, ids=[f"{row['id']}-{text[:30]}" for row, text in MATCHES])
def test_a_cue_takes_the_bodies_that_its_examples_mark(row: dict[str, Any], example: str) -> None:
    text, inside = marked(example)
    assert cues()[row["id"]].pattern.search(text[0].lower() + text[1:])
    found = bodies(text)
    taken = {start for start, fact in found.items() if fact.role == row["role"]}
    assert taken == {start for start in found if start in inside} != set()


@pytest.mark.parametrize(("row", "example"), REJECTS, ids=[f"{row['id']}-{text[:30]}" for row, text in REJECTS])
def test_a_cue_takes_nobody_where_its_examples_say_so(row: dict[str, Any], example: str) -> None:
    assert [fact.text for fact in bodies(example).values() if fact.role == row["role"]] == []


def test_every_cue_has_examples_and_a_reason() -> None:
    for row in ROWS:
        assert row["why"]
        assert row["match"]
        assert row["role"] in ("lead", "support", "report_to")
        assert row["direction"] in ("forward", "backward")


@cache
def sources() -> str:
    return "".join(path.read_text("utf-8") for path in (ROOT / "extractor" / "tasks").glob("*.py"))


@pytest.mark.parametrize("name", [*table(PHRASES)["lower"], *table(PHRASES)["as_printed"]])
def test_every_phrase_compiles_and_is_used(name: str) -> None:
    phrase(name)
    assert f'"{name}"' in sources(), f"no module reads the phrase {name}"


@pytest.mark.parametrize("name", table(CUES)["lists"])
def test_no_entry_stands_twice_in_a_list(name: str) -> None:
    entries = table(CUES)["lists"][name].split("|")
    assert sorted(set(entries)) == sorted(entries)
    assert alternatives(name)
