"""``trichluc train``: what a model may learn from, how it is compared with the rules, and the card that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import ROOT

from extractor.errors import EvaluationError
from extractor.learn.questions import Example
from extractor.learn.train import FOLDS, card, examples, measure, write_card
from extractor.pipeline import Extractor


def made(ruled_right: bool) -> list[Example]:
    """Sixty questions of ten documents that one syllable answers; the rules know it, or always say no."""
    found = []
    for i in range(60):
        right = "yes" if i % 2 else "no"
        found.append(
            Example(f"d{i % 10}", {f"-1={'đã' if i % 2 else 'chưa'}": 1.0, f"+0={i % 3}": 1.0}, right, right if ruled_right else "no")
        )
    return found


def test_a_model_that_learns_what_the_rules_miss_is_better() -> None:
    measured = measure("ratio", made(ruled_right=False))
    assert measured.better
    assert measured.model == [(right, right) for right, _ in measured.rules]
    assert "worth shipping" in card(measured)


def test_a_model_that_is_only_as_good_as_the_rules_is_not_shipped() -> None:
    measured = measure("ratio", made(ruled_right=True))
    assert not measured.better
    assert "**not shipped, the rules decide**" in card(measured)


def test_the_same_gold_gives_the_same_card(tmp_path: Path) -> None:
    first = write_card(measure("ratio", made(ruled_right=False)), tmp_path / "a").read_bytes()
    assert write_card(measure("ratio", made(ruled_right=False)), tmp_path / "b").read_bytes() == first


def test_the_gold_of_the_project_has_questions_of_its_own() -> None:
    found = examples("role", [ROOT / "corpora"], Extractor())
    assert {example.right for example in found} == {"None", "lead", "support", "report_to", "assigner", "issuer"}
    assert len({example.doc_id for example in found}) >= FOLDS
    assert max(len(name.split("=", 1)[1].split()) for example in found for name in example.features) == 1  # no stretch of a text is kept


def test_a_folder_without_the_second_layer_teaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Sở Y tế.", "utf-8")
    (tmp_path / "a.gold.json").write_text('{"facts": [], "tasks": []}', "utf-8")
    with pytest.raises(EvaluationError, match="fewer than"):
        examples("role", [tmp_path], Extractor())
