"""The documents say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command import ROOT, trichluc

from extractor.fragments import Fragments
from extractor.pattern_file import read_rules
from extractor.rule import Rule

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("models/*.md"), *ROOT.glob("corpora/*.md")])


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


def test_the_rule_in_the_guide_is_a_rule() -> None:
    written = re.search(r"```toml\n(.*?)```", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.DOTALL)
    assert written
    fragments = Fragments()
    fragments.add(Path("f"), {"NUM": r"\d+(?:[.,]\d+)*+"})
    (rule,) = read_rules(Path("docs/rules.md"), tomllib.loads(written[1]), fragments)
    assert isinstance(rule, Rule)
    for example in rule.match:
        (span,) = example.spans
        m = rule.pattern.search(example.text)
        assert m
        assert m.span("fact") == span
    assert not any(rule.pattern.search(example.text) for example in (*rule.reject, *rule.todo_match))


def test_the_changelog_keeps_a_place_for_what_comes() -> None:
    assert re.search(r"^## Upcoming$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
