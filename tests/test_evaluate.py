"""``trichluc evaluate`` gives the figures of the scorer, and records what it measured."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from command import ROOT, SHARED, trichluc

from extractor import EvaluationError
from extractor.confidence import rule_precision
from extractor.learn.evaluate import Evaluation, as_json, evaluate, record
from extractor.learn.gold import read_gold
from extractor.learn.labelled import read_labelled
from extractor.learn.score import KEY_FIELDS, SECOND, Figure, Score, fields_right, plain
from extractor.learn.task_score import TaskScore
from extractor.pipeline import Extractor
from extractor.result import analyse
from extractor.table import fact_row, task_row
from extractor.write import open_writer

ROLES = ("lead", "support", "report_to", "assigner", "issuer")
STATUSES = ("result", "target", "baseline")
SCORER = SHARED / "gold" / "score.py"


def fact(start: int, end: int, **fields: object) -> dict[str, object]:
    return {"kind": "percent", "start": start, "end": end, "rule": "percent.sign", "value": 5, **fields}


def test_found_span_and_full() -> None:
    score = Score()
    gold = [fact(0, 3), fact(10, 13), fact(20, 23), fact(30, 33)]
    guesses = [fact(0, 3), fact(10, 13, value=6), fact(19, 23, rule="percent.words"), fact(50, 52)]
    score.add("a", gold, guesses)
    assert {name: figure.hit for name, figure in score.figures("percent").items()} == {"found": 3, "span": 2, "full": 1}
    assert score.figures()["full"] == Figure(gold=4, guess=4, hit=1)
    assert score.figures()["full"].f1 == 0.25
    assert {rule: (f.guess, f.hit) for rule, f in score.rules().items()} == {"percent.sign": (3, 1), "percent.words": (1, 0)}
    assert [(j.gold is None, j.guess is None, j.right) for j in score.judged] == [
        (False, False, True),
        (False, False, False),
        (False, False, False),
        (False, True, False),
        (True, False, False),
    ]


def test_the_same_span_is_paired_before_the_larger_overlap() -> None:
    score = Score()
    score.add("a", [fact(5, 8)], [fact(0, 20), fact(5, 8)])
    assert score.figures()["full"] == Figure(gold=1, guess=2, hit=1)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (23, 23.0, True),
        ("05", 5, True),
        ("Ủy ban  Nhân dân", "uỷ ban nhân dân", True),
        (None, "eq", True),
        ("", "eq", True),
        (None, "gt", False),
        (0.1 + 0.2, 0.3, True),
        (True, 1, True),
        ("a", None, False),
    ],
)
def test_how_fields_compare(a: object, b: object, same: bool) -> None:
    assert fields_right({"comparator": a}, {"comparator": b}, ["comparator"]) is same


def test_nothing_wanted_and_nothing_given_is_perfect() -> None:
    assert Figure(0, 0, 0).f1 == 1.0
    assert Figure(0, 2, 0).as_dict() == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 0, "guess": 2, "hit": 0}
    assert plain(True) is True


def test_the_second_layer() -> None:
    score = Score()
    gold = [
        fact(0, 3, status="result", subject="tỷ lệ hộ nghèo", place="tỉnh A"),
        fact(5, 8, status="target"),
        {"kind": "agency", "start": 9, "end": 12, "name": "x", "role": "lead"},
    ]
    guesses = [
        fact(0, 3, status="result", subject="hộ nghèo", place="tỉnh B"),
        fact(5, 8, status=None, period_start="2024-01-01"),
        {"kind": "agency", "start": 9, "end": 12, "name": "x", "role": "lead", "rule": "agency.x"},
    ]
    score.add("a", gold, guesses, SECOND)
    assert score.second_layer() == {"subject": 1.0, "period": 0.5, "place": 0.5, "status": 0.5, "role": 1.0}


def test_recording_sums_and_says_nothing_on_few(tmp_path: Path) -> None:
    scores = [Evaluation(), Evaluation()]
    scores[0].facts.add("a", [fact(n, n + 1) for n in range(3)], [fact(n, n + 1) for n in range(4)])
    scores[1].facts.add("b", [fact(9, 10)], [fact(9, 10), fact(20, 21, rule="percent.rare")])
    path = record(scores, tmp_path / "models" / "rule_precision.json")
    assert json.loads(path.read_text("utf-8")) == {
        "rules": {"percent.rare": {"right": 0, "found": 1}, "percent.sign": {"right": 4, "found": 5}}
    }
    assert rule_precision(path) == {"percent.sign": 0.8}


def gold_folder(folder: Path, facts: object = None, text: str = "đạt 45,03% vốn") -> Path:
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "a.txt").write_text(text, "utf-8")
    body = {"facts": [{"kind": "percent", "start": 4, "end": 10, "text": "45,03%", "value": 45.03}] if facts is None else facts}
    (folder / "a.gold.json").write_text(json.dumps(body, ensure_ascii=False), "utf-8")
    return folder


def test_the_command_prints_figures_rules_and_errors(tmp_path: Path) -> None:
    good = gold_folder(tmp_path / "gold")
    done = trichluc("evaluate", good)
    lines = done.stdout.splitlines()
    assert lines[0] == f"{good}: 1 documents"
    assert lines[1] == "percent   gold    1 guess    1  found 1.000  span 1.000  full P 1.000 R 1.000 F1 1.000"
    assert any(line.split() == ["percent.sign", "found", "1", "right", "1", "precision", "1.000"] for line in lines)
    wrong = gold_folder(tmp_path / "wrong", [{"kind": "percent", "start": 4, "end": 10, "text": "45,03%", "value": 4.5}])
    listed = json.loads(trichluc("evaluate", wrong, "--errors", "percent").stdout.splitlines()[0])
    assert listed[:3] == ["a", 4, "wrong"]
    assert (listed[3]["value"], listed[4]["value"], listed[4]["rule"]) == (4.5, 45.03, "percent.sign")


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (3, "is no gold file"),
        (
            [{"kind": "percent", "start": 0, "end": 6, "text": "45,03%"}],
            "0-6 says '45,03%', the text has 'đạt 45': annotation and text do not fit",
        ),
        ([{"kind": "percent"}], "a row without start and end"),
    ],
)
def test_a_gold_folder_that_does_not_fit(tmp_path: Path, facts: object, message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        read_gold(gold_folder(tmp_path / "gold", facts))


def test_dates_come_from_the_table_beside(tmp_path: Path) -> None:
    folder = gold_folder(tmp_path / "gold", [], "Ngày 30/4, nghỉ lễ.")
    assert read_gold(folder)[0].document.date is None
    line = {"id": "a", "date": "2023-05-02", "text": "Ngày 30/4, nghỉ lễ."}
    (folder / "gold.jsonl").write_text(json.dumps(line, ensure_ascii=False), "utf-8")
    assert str(read_gold(folder)[0].document.date) == "2023-05-02"


@pytest.mark.parametrize("folder", [ROOT / "corpora", SHARED / "gold"], ids=["corpora", "shared"])
def test_the_figures_are_those_of_the_scorer(folder: Path, tmp_path: Path) -> None:
    if not SCORER.exists():
        pytest.skip("the scorer lies outside the project, in ../shared/gold")
    extractor = Extractor()
    facts, tasks = tmp_path / "facts.jsonl", tmp_path / "tasks.jsonl"
    with open_writer(facts) as writer, open_writer(tasks, ("tasks",)) as task_writer:
        for item in read_gold(folder):
            result = analyse(item.document, extractor)
            writer.write("facts", [fact_row(found) for found in result.facts])
            task_writer.write("tasks", [task_row(task) for task in result.tasks])
    command = [sys.executable, SCORER, folder, facts, "--tasks", tasks, "--json"]
    scored = subprocess.run(command, capture_output=True, text=True, check=True)
    ours, theirs = as_json(evaluate(folder, extractor)), json.loads(scored.stdout)
    if "second" not in theirs:
        assert set(ours.pop("second")) == {"role", "status"}  # files that have a part of the second layer, which the scorer does not know
    assert ours == theirs


TEXT = "Năm 2024, tỷ lệ hộ nghèo của tỉnh Hà Tĩnh còn 2,5%. Sở Y tế chủ trì."
LABELS: list[dict[str, object]] = [
    {"kind": "percent", "start": 46, "end": 50, "subject": [[10, 24]], "period_start": "2024-01-01", "period_end": "2024-12-31"},
    {"kind": "agency", "start": 52, "end": 59, "role": None},
    {"kind": "quantity", "start": 4, "end": 8, "wrong": True},
]
LABELS[0] |= {"place": "tỉnh Hà Tĩnh", "status": "target"}


def label_file(folder: Path, **changes: object) -> Path:
    """Labels of one document whose text is in a table beside them."""
    table = json.dumps({"id": "a", "text": TEXT, "date": "2025-03-01"}, ensure_ascii=False)
    (folder / "news.jsonl.gz").write_bytes(gzip.compress(table.encode()))
    row = {"corpus": "news", "doc_id": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "labels": LABELS, **changes}
    (folder / "labels.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return folder / "labels.jsonl"


def test_labels_without_words_measure_the_second_layer(tmp_path: Path) -> None:
    done = trichluc("evaluate", label_file(tmp_path), "--texts", tmp_path, "--errors", "status", "--json")
    wrong, figures = map(json.loads, done.stdout.splitlines())
    assert wrong == ["a", 46, "2,5%", "target", "result", "Năm 2024, tỷ lệ hộ nghèo của tỉnh Hà Tĩnh còn 2,5%."]
    assert figures == {"documents": 1, "second": {"subject": 1.0, "period": 1.0, "place": 1.0, "status": 0.0, "role": 1.0}}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sha256": "0" * 64}, "the text of a is another one"),
        ({"doc_id": "b"}, "the text of b is not there"),
        ({"corpus": "blogs"}, "its texts are not here: .*blogs.jsonl.gz is missing"),
    ],
)
def test_labels_of_another_text_are_refused(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    with pytest.raises(EvaluationError, match=message):
        read_labelled(label_file(tmp_path, **changes), tmp_path)


def test_the_labels_of_the_project_hold_no_words_of_the_texts() -> None:
    for path in sorted((ROOT / "corpora" / "about").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for label in json.loads(line)["labels"]:
                words = {value for name, value in label.items() if isinstance(value, str) and name not in ("place", "kind")}
                assert all(value in (*ROLES, *STATUSES) or date.fromisoformat(value) for value in words)


def task(start: int, end: int, **fields: object) -> dict[str, object]:
    return {"start": start, "end": end, "rule": "task.order", "lead": ["A"], "support": [], "due": None, "rrule": None, **fields}


def test_tasks_are_found_by_half_of_their_words_and_full_with_lead_and_time() -> None:
    score = TaskScore()
    gold = [task(0, 10), task(20, 30, lead=["A", "B"], support=["C"]), task(40, 50, due="2025-06-01"), task(60, 70)]
    guesses = [task(0, 10), task(20, 29, lead=("b", "a")), task(40, 55, rule="task.item"), task(60, 90), task(95, 99)]
    score.add("a", gold, guesses)
    assert {name: (f.gold, f.guess, f.hit) for name, f in score.figures().items()} == {"found": (4, 5, 3), "full": (4, 5, 2)}
    assert score.of_found() == {"lead": 1.0, "support": pytest.approx(2 / 3), "when": pytest.approx(2 / 3)}
    assert {rule: (f.guess, f.hit) for rule, f in score.rules().items()} == {"task.order": (4, 2), "task.item": (1, 0)}


def test_every_kind_has_key_fields() -> None:
    from extractor.model import KINDS

    assert tuple(KEY_FIELDS) == KINDS
