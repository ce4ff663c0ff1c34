"""Which columns the sheet of tasks has, where its rows stand, and how a formula names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.office.labels import COLUMNS, SHEET, Lang
from extractor.office.listed import ListedTask
from extractor.office.sheet_labels import EXTRA_WIDTH, READING, SOURCE

SPARE = 200  # empty rows below the list that rules and counts cover too: people add tasks there


class Field(NamedTuple):
    """A column: its name in ``labels.COLUMNS`` (for ``extra`` its heading), what stands above it, its width in characters.

    ``source`` columns tell where a task came from; the others are for reading, ``extra`` ones added by the office.
    """

    key: str
    heading: str
    width: float
    part: Literal["reading", "extra", "source"]


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet of tasks: rows count from 0, the tasks stand in rows ``header + 1`` to ``last``."""

    fields: tuple[Field, ...]
    header: int
    last: int
    lang: Lang

    @property
    def first(self) -> int:
        """The row of the first task."""
        return self.header + 1

    @property
    def reach(self) -> int:
        """The last row that rules and counts cover."""
        return self.last + SPARE

    @property
    def last_read(self) -> int:
        """The last column that is for reading."""
        return sum(field.part != "source" for field in self.fields) - 1

    def index(self, key: str) -> int:
        """The number of a column of ``labels.COLUMNS``."""
        return next(number for number, field in enumerate(self.fields) if field.key == key and field.part != "extra")

    def cell(self, key: str) -> str:
        """The first task's cell, for a rule that Excel moves down the rows: ``$F5``."""
        return f"${self._letter(key)}{self.first + 1}"

    def area(self, key: str) -> str:
        """All cells of a column, for a formula on another sheet: ``'Nhiệm vụ'!$F$5:$F$230``."""
        letter = self._letter(key)
        return f"'{SHEET.text(self.lang)}'!${letter}${self.first + 1}:${letter}${self.reach + 1}"

    def _letter(self, key: str) -> str:
        from xlsxwriter.utility import xl_col_to_name

        return str(xl_col_to_name(self.index(key)))


def task_fields(tasks: Sequence[ListedTask], lang: Lang, *, several: bool) -> tuple[Field, ...]:
    """The columns in their order: those for reading, those that the office has added, those of the source.

    :param several: the tasks stand in more than one document, so that its id is for reading too.
    """
    reading = [*READING, *(["doc_id"] if several else [])]
    added = dict.fromkeys(heading for listed in tasks for heading in listed.extra)
    widths = READING | SOURCE
    return (
        *(Field(key, COLUMNS[key].text(lang), widths[key], "reading") for key in reading),
        *(Field(heading, heading, EXTRA_WIDTH, "extra") for heading in added),
        *(Field(key, COLUMNS[key].text(lang), width, "source") for key, width in SOURCE.items() if key not in reading),
    )
