"""The documents say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, trichluc

from extractor import Rules
from extractor.examples import verdicts
from extractor.pipeline import Extractor

PAGES = sorted(page for folder in (".", "docs", "models", "corpora", "notebooks") for page in (ROOT / folder).glob("*.md"))


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_every_command_has_a_page_and_help() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for parent in ((), ("patterns",)):
        listed = trichluc(*parent, "--help").stdout.split("Commands:\n")[1].strip("\n")
        for line in listed.split("\n"):
            name, _, says = line.strip().partition(" ")
            assert says.strip(), f"{name} has no help"
            assert f"## {' '.join(('trichluc', *parent, name))}\n" in page


def test_make_targets_and_commands_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for page in PAGES:
        for target in re.findall(r"(?:`|\$ )make ([a-z]+)", page.read_text("utf-8")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page.name}: make {target}"


def test_the_rule_in_the_guide_does_what_its_examples_say(tmp_path: Path) -> None:
    written = re.search(r"```toml\n(.*?)```", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.DOTALL)
    assert written
    (tmp_path / "percent.toml").write_text(written[1], "utf-8")
    rules = Rules.load(tmp_path)
    (rule,) = (rule for rule in rules.rules if rule.id == "percent.sign")
    assert Path(rule.file).parent == tmp_path
    outcomes = {(verdict.part, verdict.example.text): verdict.problem for verdict in verdicts(Extractor(rules), rule)}
    assert [part for part, _ in outcomes] == ["match", "match", "todo_match", "reject"]
    assert [part for (part, _), problem in outcomes.items() if problem] == ["todo_match"]


def test_the_changelog_keeps_a_place_for_what_comes() -> None:
    assert re.search(r"^## Upcoming$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
