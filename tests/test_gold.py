"""The ratchet holds, and would notice."""

from __future__ import annotations

import json

import pytest
from gold_gate import FLOORS, FOLDERS, ROOT, measure, problems, raised

PINNED = json.loads(FLOORS.read_text("utf-8"))


@pytest.mark.parametrize("name", FOLDERS)
def test_no_figure_is_below_its_floor(name: str) -> None:
    if not (ROOT / name).is_dir():
        pytest.skip(f"{name} is not here: it is kept out of the project")
    assert list(problems(measure(ROOT / name), PINNED[name])) == []


NOW = {"sha256": "a", "micro": 0.9, "kinds": {"ratio": 0.95, "rank": 0.8}, "tasks": {"found": 0.9, "lead": 0.85}}


@pytest.mark.parametrize(
    ("pinned", "expected"),
    [
        (NOW, []),
        ({**NOW, "micro": 0.9001}, ["micro: 0.9000 is below its floor 0.9001"]),
        ({**NOW, "kinds": {"money": 0.5}}, ["money: 0.0000 is below its floor 0.5000"]),
        ({**NOW, "tasks": {"found": 0.9, "lead": 0.86}}, ["tasks lead: 0.8500 is below its floor 0.8600"]),
        ({**NOW, "sha256": "b"}, ["the gold has changed since the floors were pinned: run make floors"]),
    ],
)
def test_the_gate_notices(pinned: dict[str, object], expected: list[str]) -> None:
    assert list(problems(NOW, pinned)) == expected


def test_floors_are_never_lowered() -> None:
    assert raised(NOW, {**NOW, "micro": 0.5, "sha256": "b"}) == NOW
    with pytest.raises(ValueError, match=r"rank: 0\.8000 is below its floor 0\.9000"):
        raised(NOW, {**NOW, "kinds": {"rank": 0.9}})
