"""Carrying on from an earlier list: what people have written there stays with its task when a later document is read.

- A task found again keeps its id, state, note, added columns and a person's corrections. It is ``changed`` where the document's own words
  or values differ from those of the document before, else ``unchanged``. A correction wins over a value that the new document has
  changed as well; the note then gains a line with the new document's value.
- A task not found again is ``superseded`` where its document has been replaced: the new documents hold one of the same ``doc_id``, or
  repeat at least half of its tasks (a new version under another name). Otherwise the new documents only add to the list, as a later
  conclusion notice does: the task is still open and ``unchanged``.
- Rows that a person has typed are never superseded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extractor.model import Task, Value
from extractor.office.cell_values import key
from extractor.office.edits import EDITABLE
from extractor.office.labels import COLUMNS, Label, Lang
from extractor.office.listed import Change, ListedTask
from extractor.office.matching import match_tasks
from extractor.office.originals import LISTED, PERSON
from extractor.office.sheet_labels import NOTHING
from extractor.office.shown import as_text, plain

# What makes a task another one to those who are to do it; its number and the sentence around it may change freely.
_COMPARED = ("text", "lead", "support", "report_to", "due", "inclusive", "rrule", "duration", "product")
_SURROUNDINGS = ("item", "sentence")
_NEW_VALUE = Label("Văn bản mới ghi {heading}: {value}", "The new document has {heading}: {value}")
_OLD_VALUE = Label("Danh mục trước ghi {heading}: {value}", "The last list had {heading}: {value}")


def carry_over(new: Sequence[Task], old: Sequence[ListedTask], *, lang: Lang = "vi") -> list[ListedTask]:
    """The list for the ``new`` tasks with all that people have put into the ``old`` list, every task with its ``change``.

    :param new: the tasks of the documents read now.
    :param old: the earlier list, as ``read_back.read_list`` gives it.
    :param lang: language of the lines that a note gains.
    :returns: the new tasks in their order; then what stays open of the old list, in its order; then what is superseded.
    """
    pairs = match_tasks(new, [listed.task for listed in old])
    carried = [
        _carried(task, old[pairs[index]], lang) if index in pairs else ListedTask(task, change="new") for index, task in enumerate(new)
    ]
    matched = frozenset(pairs.values())
    replaced = _replaced(new, old, matched)
    rest = [replace(listed, change=_fate(listed, replaced)) for index, listed in enumerate(old) if index not in matched]
    return carried + sorted(rest, key=lambda listed: listed.change == "superseded")


def _replaced(new: Sequence[Task], old: Sequence[ListedTask], matched: Container[int]) -> set[str]:
    """The ``doc_id`` of the earlier documents that the new ones take the place of."""
    ours = [
        (listed.task.doc_id, index in matched)
        for index, listed in enumerate(old)
        if listed.task.rule != PERSON and listed.change != "superseded"
    ]
    total, repeated = Counter(doc_id for doc_id, _ in ours), Counter(doc_id for doc_id, found in ours if found)
    return {task.doc_id for task in new} | {doc_id for doc_id in total if 2 * repeated[doc_id] >= total[doc_id]}


def _fate(listed: ListedTask, replaced: Container[str]) -> Change:
    if listed.task.rule == PERSON:
        return "unchanged"
    return "superseded" if listed.change == "superseded" or listed.task.doc_id in replaced else "unchanged"


def _carried(task: Task, old: ListedTask, lang: Lang) -> ListedTask:
    if old.task.rule in (PERSON, LISTED):
        edited, lines = _without_original(task, old, lang)
        changed = not _same(task, old.task, "text")
    else:
        edited = {column: value for column, value in old.edited.items() if value != getattr(task, column)}
        lines = [_line(_NEW_VALUE, column, getattr(task, column), lang) for column in edited if not _same(task, old.task, column)]
        changed = any(not _same(task, old.task, column) for column in _COMPARED)
    note = "\n".join(filter(None, [old.note, *lines])) or None
    task = replace(task, task_id=old.task.task_id or task.task_id)  # the entry in people's calendars goes by it
    return ListedTask(task, old.state, note, "changed" if changed else "unchanged", edited, old.extra)


def _without_original(task: Task, old: ListedTask, lang: Lang) -> tuple[dict[str, Value], list[str]]:
    """A person's edits where only the visible values are known.

    The same words give the same values, so under unchanged words what differs is a person's. Under changed words nobody can tell: the
    earlier values go into the note.
    """
    differing = {column: old.value(column) for column in _typed_columns(old.task) if not _same(task, old.task, column)}
    if _same(task, old.task, "text"):
        return {column: value for column, value in differing.items() if column != "text"}, []
    return {}, [_line(_OLD_VALUE, column, value, lang) for column, value in differing.items()]


def _typed_columns(task: Task) -> Iterator[str]:
    """Columns that hold something; where the task stands in its document counts only in a row that is all a person's."""
    columns = (column for column in EDITABLE if getattr(task, column) not in (None, ()))
    return columns if task.rule == PERSON else (column for column in columns if column not in _SURROUNDINGS)


def _same(one: Task, other: Task, column: str) -> bool:
    return _folded(getattr(one, column)) == _folded(getattr(other, column))


def _folded(value: Value) -> object:
    """Values as they are compared: spelling, capitals and blanks aside, and names in any order."""
    if isinstance(value, tuple):
        return frozenset(map(key, value))
    return key(value).rstrip(" .;,") if isinstance(value, str) else value


def _line(label: Label, column: str, value: Value, lang: Lang) -> str:
    return label.text(lang).format(heading=COLUMNS[column].text(lang), value=as_text(plain(value)) or NOTHING.text(lang))
