"""The list of tasks on a terminal, a table a document."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.model import Task, Value
from extractor.office.labels import COLUMNS, Lang
from extractor.office.listed import ListedTask
from extractor.office.shown import due_words
from extractor.schema import TABLES
from extractor.write.values import Cells, as_rows

_SHOWN = ("item", "text", "lead", "support", "due")


class TerminalTasks:
    """Item, task, lead, support and time of each task."""

    def __init__(self, lang: Lang) -> None:
        from rich.console import Console

        self._console = Console(highlight=False)
        self._lang = lang

    def add(self, table: str, cells: list[Cells]) -> None:
        """Print the tasks of one document."""
        if table != "tasks" or not cells:
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        rows = as_rows(cells, TABLES[table])
        shown = Table(title=Text(str(rows[0]["doc_id"])), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
        for name in _SHOWN:
            shown.add_column(COLUMNS[name].text(self._lang), overflow="fold", ratio=4 if name == "text" else 2 if name != "item" else 1)
        for row in rows:
            shown.add_row(*(Text(self._cell(row, name)) for name in _SHOWN))
        self._console.print(shown)

    def _cell(self, row: Mapping[str, Value], name: str) -> str:
        if name == "due":
            return due_words(ListedTask(Task(**dict(row))), self._lang)  # type: ignore[arg-type]  # the columns are the fields
        value = row[name]
        return "; ".join(value) if isinstance(value, tuple) else " ".join(str(value or "").split())
