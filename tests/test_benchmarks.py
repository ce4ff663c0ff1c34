"""The comparison with other tools is fair and unbreakable, and the page of benchmarks tells what was measured."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from chart import draw
from extractor.learn.gold import GoldDocument
from extractor.model import Document
from linear import measured
from long_texts import NAMES, long_text
from page import PAGE, page
from peers.answer import Answer
from peers.catalogue import PEERS, Peer
from peers.duckling_vi import _answers as duckling_answers
from peers.entrant import Entrant
from peers.heideltime import _answers as heideltime_answers
from peers.tool import Tool, ToolError
from peers.underthesea_ner import _entities
from quality import quality
from results import BENCH, read_json
from summary import many_documents
from tables import tools_table

TEXT = "Trước ngày 15/5/2024, Sở Y tế báo cáo 23/25 nhiệm vụ theo Công văn số 3636/UBND-NC."


def fact(kind: str, text: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "start": TEXT.index(text), "end": TEXT.index(text) + len(text), **fields}


def answer(kind: str, text: str, **fields: Any) -> Answer:
    return Answer(kind, TEXT.index(text), TEXT.index(text) + len(text), fields)


GOLD = GoldDocument(
    Document(TEXT),
    [
        fact("deadline", "Trước ngày 15/5/2024", due="2024-05-15"),
        fact("agency", "Sở Y tế", name="Sở Y tế"),
        fact("ratio", "23/25", numerator=23, denominator=25),
        fact("document", "Công văn số 3636/UBND-NC", number="3636", symbol="UBND-NC"),
    ],
    [],
    False,
)


def peer(module: str) -> Peer:
    return next(peer for peer in PEERS if peer.module == module)


def test_a_time_in_a_deadline_is_no_mistake_of_a_tool_that_knows_no_deadlines() -> None:
    given = [[answer("date", "15/5/2024"), answer("date", "23/25")]]
    (found,) = (q.found for q in quality(peer("dateparser_search"), [GOLD], given).values())
    assert (found.gold, found.guess, found.hit) == (0, 1, 0)  # the ratio read as a date is one
    knows_all = quality(peer("regexes"), [GOLD], given)["date"].found
    assert (knows_all.gold, knows_all.guess, knows_all.hit) == (0, 2, 0)


def test_values_count_where_a_tool_gives_them() -> None:
    given = [[answer("ratio", "23/25", numerator=23, denominator=24), answer("agency", "Y tế", name="Sở Y tế")]]
    ours = quality(peer("trichluc"), [GOLD], given)
    assert ours["ratio"].found.f1 == 1
    assert ours["ratio"].value == (1, 1, 0)
    assert ours["agency"].value == (1, 1, 1)
    assert quality(peer("regexes"), [GOLD], given)["ratio"].value is None


def test_a_number_in_a_document_is_no_mistake_of_a_tool_that_knows_numbers_alone() -> None:
    given = [[answer("quantity", "3636", value=3636), answer("quantity", "25 nhiệm", value=25)]]
    found = quality(peer("duckling_vi"), [GOLD], given)["quantity"].found
    assert (found.gold, found.guess, found.hit) == (0, 1, 0)


def test_the_regexes_answer_from_a_process_of_their_own() -> None:
    tool = Tool(sys.executable, "regexes")
    tool.texts([(TEXT, None)])
    (answers,) = tool.answers()
    assert tool.seconds() > 0
    tool.close()
    found = [(a.kind, TEXT[a.start : a.end]) for a in answers]
    for wanted in (("ratio", "23/25"), ("document", "Công văn số 3636/UBND-NC"), ("date", "ngày 15/5/2024"), ("agency", "Sở Y")):
        assert wanted in found


def test_a_tool_that_cannot_run_is_a_row_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"No module named 'peers\.absent'"):
        Tool(sys.executable, "absent")
    entrant = Entrant(peer("quantulum"), tmp_path, [(TEXT, None)])
    entrant.load([GOLD])
    entrant.run()
    assert "| not run: not installed (No such file or directory) |" in tools_table({"tools": [entrant.figures()]})


def test_words_without_offsets_are_counted_off_along_the_text() -> None:
    text = "Hôm  qua, Sở Y\ntế và Bộ Nội vụ họp"
    tokens = [("Hôm qua", "O"), (",", "O"), ("Sở", "B-ORG"), ("Y tế", "I-ORG"), ("và", "O"), ("Bộ Nội vụ", "B-ORG"), ("họp", "O")]
    assert [text[a.start : a.end] for a in _entities(text, tokens)] == ["Sở Y\ntế", "Bộ Nội vụ"]
    assert [tuple(a)[:3] for a in _entities("Sở Y", [("Sở", "B-ORG"), ("Y", "I-ORG")])] == [("agency", 0, 4)]


def test_tags_are_counted_off_along_the_text() -> None:
    text = "A & B, năm  2023 và quý II/2024, sau 2 năm"
    tagged = (
        '<?xml version="1.0"?>\n<TimeML>\nA &amp; B, <TIMEX3 tid="t1" type="DATE" value="2023">năm 2023</TIMEX3> và '
        '<TIMEX3 tid="t2" type="DATE" value="2024-Q2">quý II/2024</TIMEX3>, sau '
        '<TIMEX3 type="DURATION" value="P2Y">2 năm</TIMEX3>\n</TimeML>'
    )
    found = [(text[a.start : a.end], dict(a.fields)) for a in heideltime_answers(text, tagged)]
    assert found == [
        ("năm  2023", {"start_date": "2023-01-01", "end_date": "2023-12-31"}),
        ("quý II/2024", {"start_date": "2024-04-01", "end_date": "2024-06-30"}),
    ]


def test_numbers_of_duckling_are_told_apart_by_what_stands_beside_them() -> None:
    text = "45,03% trong 23/25 xã, 12 hộ năm 2024"

    def entity(words: str, dim: str, value: dict[str, Any]) -> dict[str, Any]:
        return {"start": text.index(words), "end": text.index(words) + len(words), "dim": dim, "value": value}

    year = {"type": "value", "value": "2024-01-01T00:00:00.000+07:00", "grain": "year"}
    numbers = [entity(words, "number", {"value": n}) for words, n in (("45,03", 45.03), ("23/25", 0.92), ("12", 12), ("2024", 2024))]
    found = list(duckling_answers(text, [*numbers, entity("năm 2024", "time", year)]))
    assert [(a.kind, text[a.start : a.end]) for a in found] == [
        *(("percent", "45,03"), ("ratio", "23/25"), ("quantity", "12"), ("date", "năm 2024")),
    ]
    assert found[-1].fields == {"start_date": "2024-01-01", "end_date": "2024-12-31"}


@pytest.mark.parametrize("name", NAMES)
def test_monotonous_texts_have_the_length_that_is_asked_for(name: str) -> None:
    assert len(long_text(name, 1001)) == 1001
    assert long_text(name, 1001).startswith(long_text(name, 250))


def test_a_case_that_takes_too_long_is_killed() -> None:
    killed = measured("slashes", runs=5, cap=30, limit=0.05)
    assert (killed.parts, killed.whole, killed.ratio, killed.runs) == (None, None, None, 0)


def test_no_run_of_a_case_begins_after_its_time() -> None:
    once = measured("slashes", runs=5, cap=0)
    assert once.runs == 1
    assert once.ratio is not None


def test_the_page_tells_the_figures_of_the_run() -> None:
    assert PAGE.read_text("utf-8") == page(read_json(BENCH))


def test_the_page_says_what_was_not_measured() -> None:
    machine = {"processor": "P", "cores": 2, "system": "S", "python": "3.11", "day": "2026-11-22"}
    told = page({"machine": machine, "speed": {"error": "no texts"}, "jobs": {"error": "stopped after 45 minutes"}})
    assert "Measured on: P, 2 cores, S, Python 3.11, 2026-11-22." in told
    assert "| two jobs beside one | not run, see below | at least 1.8 times |" in told
    assert "Not measured: no texts." in told
    assert "- Two processes beside one: stopped after 45 minutes." in told


def test_the_page_tells_runs_over_many_documents() -> None:
    jobs = {"articles": 2000, "one": 30.0, "two": 15.5, "ratio": 1.935}
    stream = {"documents": 100_000, "characters": 5_000_000, "jobs": 2, "seconds": 1200.4, "facts": 7, "tasks": 3, "mb": 311.7}
    spark = {"master": "local-cluster[2,1,1024]", "characters": 1000, "single": 500_000, "spark": 900_000, "ratio": 1.8}
    assert many_documents(jobs, stream, spark).split("\n") == [
        "- 2,000 articles, file to file, start included: 30.0 s by one process, 15.5 s by two (medians), 1.94 times as fast.",
        "- 100,000 articles, 5,000,000 characters, by 2 processes: 1,200 s, 7 facts and 3 tasks,"
        " at most 312 MB a process (parent and workers).",
        "- Spark (`local-cluster[2,1,1024]`, two executors of one core) over 1,000 characters: 900 k/s;"
        " one process without Spark: 500 k/s; 1.80 times as fast.",
    ]
    assert many_documents({}, {}, {"error": "no Java"}).endswith("- Spark: no Java.")


def test_the_chart_is_drawn_from_the_figures(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib comes with the extra bench")
    draw(read_json(BENCH)["compare"], tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
