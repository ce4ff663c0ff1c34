"""Which task of a new document is which task of an earlier list: by id, by the same words, then by the most similar words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.model import Task
from extractor.office.cell_values import key
from extractor.office.originals import PERSON

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Points of 100 that two wordings need, and what other leads take away. Chosen on tests/carry_over_pairs.py, which measures them.
THRESHOLD = 78.0
OTHER_LEAD = 25.0
_SAME_ITEM = 1.0  # decides between equals
_WORD = re.compile(r"\w+")


def match_tasks(new: Sequence[Task], old: Sequence[Task]) -> dict[int, int]:
    """Index into ``new`` -> index into ``old``, one to one.

    In turn: the same id; the same words (``extractor.fold``, capitals and punctuation aside) with the same lead, first under the same item;
    the same words under another lead where both lists hold them once (ten provinces may be told the same); then the assignment with the
    highest sum of similarities of at least ``THRESHOLD``. A row typed by a person is matched by its words alone: a similar task of the
    document stands in its own row.
    """
    new_words, old_words = [_words(task) for task in new], [_words(task) for task in old]
    once = {words for words, count in Counter(new_words).items() if count == 1} & {
        words for words, count in Counter(old_words).items() if count == 1
    }
    names: list[Callable[[Task, str], Hashable]] = [
        lambda task, _: (task.task_id, task.doc_id) if task.task_id else None,
        lambda task, _: task.task_id or None,
        lambda task, words: (words, _leads(task), task.item),
        lambda task, words: (words, _leads(task)),
        lambda _, words: words if words in once else None,
    ]
    found: dict[int, int] = {}
    for name in names:
        _pair(found, list(map(name, new, new_words)), list(map(name, old, old_words)))
    rest = [index for index in range(len(new)) if index not in found]
    taken = set(found.values())
    left = [index for index in range(len(old)) if index not in taken and old[index].rule != PERSON]
    for i, j in _similar([new[index] for index in rest], [old[index] for index in left]):
        found[rest[i]] = left[j]
    return found


def similarities(new: Sequence[Task], old: Sequence[Task]) -> NDArray[Any]:
    """Points of 100, a row for each new task and a column for each old one; the words of the deadline do not count.

    The mean of the overlap of their words (words added do not matter) and RapidFuzz's ``ratio`` of the words sorted (nor do clauses
    moved), less ``OTHER_LEAD`` where both name leads and share none. Points under ``THRESHOLD`` may come out lower than that: far pairs
    are not worked out.
    """
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    new_words, old_words = ([_words(task, without_deadline=True).split() for task in tasks] for tasks in (new, old))
    lines = [[" ".join(sorted(words)) for words in tasks] for tasks in (new_words, old_words)]
    least = 2 * THRESHOLD - 100  # of either, when the other is 100
    points: NDArray[Any] = (cdist(*lines, scorer=fuzz.ratio, score_cutoff=least, workers=-1) + 100 * _overlap(new_words, old_words)) / 2
    new_leads, old_leads = [sorted(_leads(task)) for task in new], [sorted(_leads(task)) for task in old]
    points[_overlap(new_leads, old_leads) == 0] -= OTHER_LEAD
    items = _overlap([[task.item] * bool(task.item) for task in new], [[task.item] * bool(task.item) for task in old])
    points[items == 1] += _SAME_ITEM
    return points


def _overlap(new: Sequence[Sequence[str | None]], old: Sequence[Sequence[str | None]]) -> NDArray[Any]:
    """The share of the smaller set that the larger one holds, by pair; not a number where a set is empty."""
    import numpy as np

    numbers = {name: index for index, name in enumerate({name for names in (*new, *old) for name in names})}
    tables = []
    for sets in (new, old):
        table = np.zeros((len(sets), len(numbers)), dtype=np.float32)
        for row, names in enumerate(sets):
            table[row, [numbers[name] for name in names]] = 1
        tables.append(table)
    sizes = np.minimum.outer(tables[0].sum(1), tables[1].sum(1))
    overlap: NDArray[Any] = np.divide(tables[0] @ tables[1].T, sizes, out=np.full(sizes.shape, np.nan, dtype=np.float32), where=sizes > 0)
    return overlap


def _similar(new: Sequence[Task], old: Sequence[Task]) -> list[tuple[int, int]]:
    if not new or not old:
        return []
    from scipy.optimize import linear_sum_assignment

    # counted from just below the threshold: two fair pairs must not break up a perfect one
    gain = (similarities(new, old) - (THRESHOLD - 1)).clip(min=0)
    gain[gain < 1] = 0
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if gain[i, j] > 0]


def _pair(found: dict[int, int], new: Sequence[Hashable], old: Sequence[Hashable]) -> None:
    """Pair in order what has the same name and no partner yet; None is no name."""
    taken = set(found.values())
    free: Mapping[Hashable, list[int]] = defaultdict(list)
    for index in reversed(range(len(old))):
        if index not in taken:
            free[old[index]].append(index)
    for index, name in enumerate(new):
        if name is not None and index not in found and free[name]:
            found[index] = free[name].pop()


def _words(task: Task, *, without_deadline: bool = False) -> str:
    text = task.text.replace(task.due_text, " ", 1) if without_deadline and task.due_text else task.text
    return " ".join(_WORD.findall(key(text)))


def _leads(task: Task) -> frozenset[str]:
    return frozenset(map(key, task.lead))
