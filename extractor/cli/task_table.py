"""The list of tasks on a terminal, a table a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from extractor.model import Value
from extractor.office.labels import COLUMNS, Lang
from extractor.office.spoken import spoken_duration, spoken_recurrence

_SHOWN = ("item", "text", "lead", "support", "due")


class TerminalTasks:
    """Item, task, lead, support and time of each task."""

    def __init__(self, lang: Lang) -> None:
        from rich.console import Console

        self._console = Console(highlight=False)
        self._lang = lang

    def write(self, table: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Print the tasks of one document."""
        if table != "tasks" or not rows:
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        shown = Table(title=Text(str(rows[0]["doc_id"])), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
        for name in _SHOWN:
            shown.add_column(COLUMNS[name].text(self._lang), overflow="fold", ratio=4 if name == "text" else 2 if name != "item" else 1)
        for row in rows:
            shown.add_row(*(Text(self._cell(row, name)) for name in _SHOWN))
        self._console.print(shown)

    def _cell(self, row: Mapping[str, Value], name: str) -> str:
        value = row[name]
        if name == "due":
            return _time(row, self._lang)
        if isinstance(value, tuple):
            return "; ".join(value)
        return " ".join(str(value or "").split())


def _time(row: Mapping[str, Value], lang: Lang) -> str:
    """The day, or the words for what comes back or is counted from an event."""
    due, rrule, duration = row["due"], row["rrule"], row["duration"]
    if isinstance(due, date):
        return due.strftime("%d/%m/%Y")
    if isinstance(rrule, str):
        return spoken_recurrence(rrule, lang, inclusive=row["inclusive"] is not False)
    return spoken_duration(duration, lang) if isinstance(duration, str) else ""
