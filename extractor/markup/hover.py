"""What is told of a fact or a task when the mouse stands on it."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.model import Value
from extractor.reading import plain, reading


def fact_hover(row: Mapping[str, Value]) -> str:
    """A row of the facts in a few lines: kind and reading, then what is known of subject, period, place, status and rule."""
    days = [plain(row[name]) for name in ("period_start", "period_end") if row[name] is not None]
    about = {"subject": plain(row["subject"]), "period": " … ".join(dict.fromkeys(days)), "place": plain(row["place"])}
    return _lines(f"{row['kind']}: {reading(row)}", {**about, "status": plain(row["status"]), "rule": plain(row["rule"])})


def task_hover(row: Mapping[str, Value]) -> str:
    """A row of the tasks in a few lines: who is to do it, with whom, for whom, by when."""
    names = {name.replace("_", " "): _names(row[name]) for name in ("lead", "support", "report_to")}
    return _lines("task", {**names, "due": reading({**row, "kind": "deadline"})})


def _lines(first: str, told: Mapping[str, str]) -> str:
    return "\n".join([first, *(f"{name}: {' '.join(value.split())}" for name, value in told.items() if value)])


def _names(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else ""
