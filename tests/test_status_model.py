"""The model of status: what is shipped, how it is read without running anything, how it decides over the rules, how it is trained."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import numpy
import pytest
import skops.io
from command import ROOT, trichluc

from extractor import Document
from extractor.errors import EvaluationError, ModelError
from extractor.learn.status_card import card
from extractor.learn.status_examples import Example, examples
from extractor.learn.status_model import FOLDS, train, write_model
from extractor.meaning.status_features import Lexicon
from extractor.meaning.status_model import StatusModel, read_model
from extractor.meaning.statuses import by_rules
from extractor.pipeline import Extractor
from extractor.skops_file import read_plain

SHIPPED = ROOT / "models" / "status.skops"
NUMBERS = ("ratio", "percent", "quantity", "money", "rank")


def test_what_is_shipped_is_plain_data() -> None:
    assert skops.io.get_untrusted_types(file=SHIPPED) == []
    ours, theirs = read_plain(SHIPPED), skops.io.load(SHIPPED, trusted=[])
    assert ours.keys() == theirs.keys()
    assert all(numpy.array_equal(ours[name], theirs[name]) for name in ours)


def test_the_card_is_of_the_model_that_is_shipped() -> None:
    assert f"SHA-256 `{read_plain(SHIPPED)['sha256']}`" in (ROOT / "models" / "status.md").read_text("utf-8")


def test_a_number_gets_a_status_and_its_probability() -> None:
    text = "Năm 2024, tỷ lệ hộ nghèo của tỉnh còn 2,5%, giảm 0,4 điểm phần trăm so với năm 2023 (2,9%). Hai bên cùng vui."
    facts = [f for f in Extractor().analyse(Document(text, date=date(2025, 6, 1))).facts if f.kind in NUMBERS]
    assert [f.status for f in facts] == ["result", "result", "baseline", None]
    assert [f.status_confidence is None for f in facts] == [False, False, True, False]
    assert all(f.status_confidence is None or 1 / 3 < f.status_confidence <= 1 for f in facts)


def test_rules_alone_give_no_probability() -> None:
    facts = Extractor(statuses=by_rules).analyse(Document("Tỷ lệ này đạt 45%.")).facts
    assert [(f.status, f.status_confidence) for f in facts] == [("result", None)]


MODEL = StatusModel(Lexicon(()), ("None", "result", "target"), {"far": (4.0, 0.0, 0.0), "near": (0.1, 0.0, 0.0)}, (0.0, 0.0, 0.0))


def test_the_rules_stay_where_the_model_is_not_sure() -> None:
    assert MODEL.judge("result", {"near"}, MODEL.bias) == ("result", 0.322)
    assert MODEL.judge("result", {"far"}, MODEL.bias) == (None, 0.9647)
    assert MODEL.judge("result", {"far", "unknown"}, (0.0, 9.0, 0.0)) == ("result", 0.9932)


def test_words_are_the_longest_that_are_known() -> None:
    lexicon = Lexicon({"hoàn thành", "hoàn thành nhiệm vụ", "nhiệm vụ"})
    assert lexicon.words_of("đã hoàn thành nhiệm vụ 23/25, nhiệm vụ hoàn hảo") == [
        "đã", "hoàn thành nhiệm vụ", "0", ",", "nhiệm vụ", "hoàn", "hảo",
    ]  # fmt: skip


def made() -> list[Example]:
    """Numbers of twenty documents whose status one word tells; the rules always say result."""
    found = []
    for i in range(120):
        right = ("result", "target", "None")[i % 3]
        found.append(Example("a", f"d{i % 20}", True, [f"-1={right}", "ruled=result", f"+1={i % 7}"], right, "result"))
    return found


def test_what_it_learns_is_written_and_read_again(tmp_path: Path) -> None:
    trained = train(made(), frozenset({"hoàn thành"}))
    assert trained.better
    assert trained.model_answers == [(right, right) for right, _ in trained.rules]
    model = read_model(write_model(trained, tmp_path))
    status, share = model.judge("result", {"-1=target"}, model.bias)
    assert status == "target"
    assert share > 0.5
    assert model.lexicon.words == {"hoàn thành"}


def test_baselines_are_left_to_the_rules() -> None:
    told = [example._replace(ruled="baseline") for example in made()[:6]]
    answers = train([*made()[6:], *told], frozenset()).answers
    assert {(a.given, a.share) for a in answers if a.example.ruled == "baseline"} == {("baseline", None)}


def test_the_same_examples_give_the_same_model_and_card() -> None:
    first, second = train(made(), frozenset()), train(made(), frozenset())
    assert card(first) == card(second)
    assert all(numpy.array_equal(first.model[name], second.model[name]) for name in first.model)


def test_too_few_documents_teach_nothing() -> None:
    with pytest.raises(EvaluationError, match=f"fewer than {FOLDS} documents"):
        train([example for example in made() if example.doc_id in ("d1", "d2")], frozenset())


def test_the_project_alone_retrains_in_seconds(tmp_path: Path) -> None:
    found, known = examples([ROOT / "corpora"], [], tmp_path)
    assert {example.right for example in found} == {"None", "result", "target", "baseline"}
    assert not any(example.blind for example in found)
    assert {"an toàn", "ban hành"} < known
    trained = train(found, known)
    assert {answer.given for answer in trained.answers} <= {"None", "result", "target", "baseline"}


def test_the_command_says_which_is_better_and_writes_the_card(tmp_path: Path) -> None:
    done = trichluc("train", "status", "--gold", ROOT / "corpora", "--texts", tmp_path, "--out", tmp_path / "out")
    assert done.stdout.startswith("status   rules 0.")
    better = "not better" not in done.stdout
    assert (tmp_path / "out" / "status.skops").exists() == better
    assert ("`models/status.skops`" in (tmp_path / "out" / "status.md").read_text("utf-8")) == better


@pytest.mark.parametrize(
    ("root", "message"),
    [
        ({"__loader__": "ListNode"}, "holds no dictionary"),
        (
            {"__loader__": "DictNode", "content": {"a": {"__loader__": "ObjectNode", "__module__": "os", "__class__": "system"}}},
            "holds a os.system, which is not trusted",
        ),
        ({}, "is no model of ours: KeyError"),
    ],
)
def test_a_file_with_anything_else_is_refused(tmp_path: Path, root: dict[str, object], message: str) -> None:
    path = tmp_path / "status.skops"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("schema.json", json.dumps(root))
    with pytest.raises(ModelError, match=message):
        read_plain(path)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "status.skops").write_text("no model")
    with pytest.raises(ModelError, match="is no model of ours: BadZipFile"):
        read_plain(tmp_path / "status.skops")
