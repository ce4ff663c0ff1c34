"""The list in the file that its name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.model import Document, Failure
from extractor.office.labels import Lang
from extractor.office.listed import ListedTask

ENDINGS = (".xlsx", ".docx", ".ics")


def write_list(
    path: Path,
    tasks: Sequence[ListedTask],
    documents: Sequence[Document],
    lang: Lang,
    *,
    failures: Sequence[Failure] = (),
    todo: bool = False,
) -> int:
    """Write ``tasks`` as the ending of ``path`` says, one of ``ENDINGS``; how many of them the file shows.

    :param documents: those that the tasks stand in.
    :param failures: documents that could not be read; only the workbook has room for them.
    :param todo: in a calendar, to-dos in place of events; an event shows only a task with a day.
    """
    if path.suffix.lower() == ".xlsx":
        from extractor.office.sheet import write_sheet

        write_sheet(path, tasks, documents, lang=lang, failures=failures)
    elif path.suffix.lower() == ".docx":
        from extractor.office.annex import write_annex

        write_annex(path, tasks, documents, lang=lang)
    else:
        from extractor.office.calendar import write_calendar

        return write_calendar(path, tasks, documents, lang=lang, todo=todo)
    return len(tasks)
