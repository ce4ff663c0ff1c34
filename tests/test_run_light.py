"""What a run costs beside the documents themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.copies import Copies, Prints

# The command as the entry point runs it; then what the process has loaded, and how its collector is set.
_COMMAND = """
import gc, sys
from extractor.cli import main
sys.argv = ["trichluc", *sys.argv[1:], "-q"]
try:
    main()
except SystemExit as ended:
    print(ended.code, "extractor.pipeline" in sys.modules, gc.isenabled(), gc.get_freeze_count() > 0, gc.get_threshold()[0])
"""
_LIBRARY = """
import gc
from extractor import extract, extract_many
before = gc.get_threshold(), gc.get_freeze_count()
extract("đạt 45,03%")
list(extract_many(["đạt 45,03%"], jobs=1))
print(before == (gc.get_threshold(), gc.get_freeze_count()))
"""


def _said(program: str, *arguments: str | Path) -> list[str]:
    return subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.parametrize("name", ["extract", "tasks", "check"])
def test_the_process_that_hands_out_work_does_not_load_the_extraction(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("đạt 45,03%", "utf-8")
    command = (name, tmp_path / "a.txt", "-o", tmp_path / "rows.jsonl", "--jobs")
    assert _said(_COMMAND, *command, "2")[:2] == ["0", "False"]
    assert _said(_COMMAND, *command, "1")[:2] == ["0", "True"]


def test_the_collector_leaves_the_rules_alone_in_our_own_processes_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("đạt 45,03%", "utf-8")
    assert _said(_COMMAND, "extract", tmp_path / "a.txt", "-o", tmp_path / "facts.jsonl")[2:] == ["True", "True", "10000"]
    assert _said(_LIBRARY) == ["True"]


def test_a_place_is_looked_for_in_its_own_text_alone() -> None:
    one, other = {1: 20, 2: 20, 3: 20}, {4: 20, 5: 20, 6: 20}
    with Copies() as copies:
        assert copies.seen(Prints("a", one, [(7, "f1"), (8, "f2")], [])).facts == [None, None]
        assert copies.seen(Prints("b", other, [(7, "f1")], [])).facts == [None]
        again = copies.seen(Prints("c", one, [(8, "f1"), (9, "f2")], [(7, "t1")]))
    assert (again.document, again.facts, again.tasks) == ("a", ["a#f2", None], ["a#f1"])
