"""What holds for every text: facts stand where they say, and spelling, encoding and line breaks change nothing."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from command import ROOT
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor import Document, Fact, Task
from extractor.fold import fold_text
from extractor.pipeline import Extractor
from extractor.schema import FACTS

TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((ROOT / "corpora" / "texts").glob("*.txt"))}
# Everything that was read out of the words: neither where they stand nor how they are written.
NOT_READ = ("subject", "status_confidence", "item", "sentence", "source", "duplicate_of")
READ = [column.name for column in FACTS[6:] if column.name not in NOT_READ] + ["kind"]
# What a number is about, which more words decide than the number's own.
ABOUT = ("role", "period_start", "period_end", "place", "status", "place_code", "place_now", "place_now_code")


@cache
def extractor() -> Extractor:
    return Extractor()


def facts_of(text: str) -> list[Fact]:
    facts = extractor().analyse(Document(text)).facts
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text != ""
        assert fact.sentence is not None
        assert fact.sentence in text
    assert len({fact.fact_id for fact in facts}) == len(facts)
    return facts


def values(facts: list[Fact]) -> Counter[tuple[object, ...]]:
    return Counter(tuple(fold_text(v) if isinstance(v := getattr(fact, name), str) else v for name in READ) for fact in facts)


def tasks_of(text: str) -> list[Task]:
    tasks = extractor().analyse(Document(text)).tasks
    for task in tasks:
        assert text[task.start : task.end] == task.text != ""
        assert task.sentence is not None
        assert task.sentence in text
        assert task.due_text is None or task.due_text in text
        assert task.inclusive is not None or (task.due, task.rrule, task.duration) == (None, None, None)
    assert len({task.task_id for task in tasks}) == len(tasks)
    return tasks


def assigned(tasks: list[Task]) -> Counter[tuple[object, ...]]:
    """Who is to do what by when, in folded words."""
    return Counter(
        (" ".join(fold_text(t.text).split()), *(tuple(map(fold_text, names)) for names in (t.lead, t.support, t.report_to)), t.due, t.rrule)
        for t in tasks
    )


@cache
def plain_tasks(name: str) -> Counter[tuple[object, ...]]:
    return assigned(tasks_of(TEXTS[name]))


@cache
def plain_values(name: str) -> Counter[tuple[object, ...]]:
    return values(facts_of(TEXTS[name]))


@cache
def wrapped_values(name: str, width: int) -> Counter[tuple[object, ...]]:
    return values(facts_of(wrap(TEXTS[name], width)))


def chosen(rows: Counter[tuple[object, ...]], places: list[int]) -> Counter[tuple[object, ...]]:
    """Rows by the columns at ``places`` alone."""
    few: Counter[tuple[object, ...]] = Counter()
    for row, count in rows.items():
        few[tuple(row[place] for place in places)] += count
    return few


def soft_hyphens(text: str) -> str:
    """Invisible hyphens inside one word in five."""
    chance = random.Random(7)  # noqa: S311 - the same every time
    return re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", lambda _: "\u00ad" if chance.random() < 0.05 else "", unicodedata.normalize("NFC", text))


def no_break_spaces(text: str) -> str:
    chance = random.Random(11)  # noqa: S311
    return "".join(chance.choice("\u00a0\u202f ") if c == " " else c for c in text)


def carriage_returns(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("mutate", [decomposed, carriage_returns, no_break_spaces, soft_hyphens])
@pytest.mark.parametrize("name", TEXTS)
def test_spelling_changes_no_value(name: str, mutate: Callable[[str], str]) -> None:
    assert values(facts_of(mutate(TEXTS[name]))) == plain_values(name)


@pytest.mark.parametrize("mutate", [decomposed, carriage_returns, no_break_spaces, soft_hyphens])
def test_spelling_changes_no_task(mutate: Callable[[str], str]) -> None:
    changed = [name for name, text in TEXTS.items() if assigned(tasks_of(mutate(text))) != plain_tasks(name)]
    assert changed == []


@pytest.mark.parametrize("mutate", [decomposed, carriage_returns, no_break_spaces, soft_hyphens])
def test_the_mutations_change_the_texts(mutate: Callable[[str], str]) -> None:
    assert sum(mutate(text) != text for text in TEXTS.values()) >= 40


def wrap(text: str, width: int) -> str:
    """``text`` with prose broken at ``width``; rows of tables stay whole."""
    return "\n".join(
        line if line.startswith("|") else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


@pytest.mark.parametrize(("left_out", "most"), [(ABOUT, 0.01), ((), 0.05)], ids=["words", "about"])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapping_changes_few_rows(width: int, left_out: tuple[str, ...], most: float) -> None:
    """In a hundred facts at most one value, and what at most five are about."""
    total = changed = 0
    kept = [place for place, name in enumerate(READ) if name not in left_out]
    for name in TEXTS:
        before, after = (chosen(rows, kept) for rows in (plain_values(name), wrapped_values(name, width)))
        total += before.total()
        changed += max((before - after).total(), (after - before).total())
    assert total > 1000
    assert changed <= most * total, f"{changed} of {total}"


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapping_changes_one_task_in_ten_at_most(width: int) -> None:
    """Lines that happen to begin like a list item, and headings that are as long as a line, cannot be told from their look."""
    total = changed = 0
    for name, text in TEXTS.items():
        before, after = plain_tasks(name), assigned(tasks_of(wrap(text, width)))
        total += before.total()
        changed += max((before - after).total(), (after - before).total())
    assert total > 300
    assert changed <= 0.1 * total, f"{changed} of {total}"


def test_the_same_text_gives_the_same_facts() -> None:
    name, text = next(iter(TEXTS.items()))
    assert facts_of(text) == facts_of(text)
    again = Extractor().analyse(Document(text)).facts
    assert again == facts_of(text), name


# Pieces that facts are made of, and what may get between them.
PIECES = [
    "23/25", "45,03%", "1.234", "2,5", "nghìn tỷ đồng", "triệu", "rưỡi", "ngày", "tháng", "năm", "quý II", "trước", "30/4/2024",
    "UBND tỉnh", "Bộ Tài chính", "Sở Y tế", "Quyết định số 12/QĐ-UBND", "thứ 5/63", "hơn", "từ", "đến", "nhiệm vụ", "hộ nghèo",
    "Nơi nhận:", "- ", "(4) ", "a) ", "giai đoạn 2021-2030", "10/10", "một", "hai mươi", "các", "và", "chậm nhất", "hằng tháng",
    "Giao", "Sở Y tế", "chủ trì", "phối hợp với", "báo cáo", "đề nghị", "yêu cầu:", "đơn vị", "(", ")", ";", "Điều 2.",
    "TT\nNhiệm vụ\nThời hạn",
    "0", "99999999999999999999999", "1/0", "31/2/2023",
]  # fmt: skip
GLUE = [
    " ",
    "",
    "\n",
    "\r\n",
    "\n\n",
    "\u00a0",
    ", ",
    ".",
    " - ",
    "/",
    "\u00ad",
    "\u0301",
    "\u200b",
    "\t",
    "**",
    "…",
    "\u2028",
    "\x00",
    "\ud800",
]
PATCHWORK = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(GLUE), st.text(max_size=4)), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(PATCHWORK)
def test_facts_and_tasks_stand_where_they_say_in_any_text(text: str) -> None:
    facts_of(text)
    tasks_of(text)


@settings(max_examples=300, deadline=None)
@given(st.one_of(PATCHWORK, st.text()))
def test_folding_a_folded_paragraph_changes_nothing(text: str) -> None:
    # A combining mark without a letter before it stays one.
    assume(not re.search(r"(?:^|[*\s])[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]*[\u0300-\u0323]", text))
    for paragraph in fold_text(text).split("\n"):
        assert fold_text(paragraph) == paragraph


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 10_000), st.text(min_size=1, max_size=3))
def test_facts_and_tasks_stand_where_they_say_in_damaged_texts(name: str, position: int, inserted: str) -> None:
    text = TEXTS[name][:4000]
    damaged = text[:position] + inserted + text[position:]
    facts_of(damaged)
    tasks_of(damaged)
