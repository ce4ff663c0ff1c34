"""The contradictions of a document as a person reads them on a terminal."""

from __future__ import annotations

from extractor.schema import FINDINGS
from extractor.write.values import Cells, as_rows


class TerminalFindings:
    """A table a document: the check, what is printed, what is expected and why, and the words that hold the numbers."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(highlight=False)

    def add(self, table: str, cells: list[Cells]) -> None:
        """Print the rows of one document."""
        if table != "findings" or not cells:
            return
        from rich import box
        from rich.table import Table
        from rich.text import Text

        rows = as_rows(cells, FINDINGS)
        shown = Table(title=Text(str(rows[0]["doc_id"])), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for name in ("check", "printed", "expected", "from", "at", "sentence"):
            shown.add_column(name, justify="right" if name == "at" else "left", overflow="fold")
        for row in rows:
            words = " ".join(str(row["sentence"] or row["basis"]).split())
            at = f"{row['start']}-{row['end']}"
            shown.add_row(*(Text(str(cell)) for cell in (row["check"], row["printed"], row["expected"], row["formula"], at, words)))
        self._console.print(shown)
