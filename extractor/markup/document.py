"""A document as HTML: its text with every fact on the colour of its kind and every task underlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.markup.hover import fact_hover, task_hover
from extractor.markup.marks import Mark, in_colour, marked, plain_html
from extractor.markup.palette import colour
from extractor.model import Document, Fact, Task
from extractor.table import fact_row, task_row

_TEXT = "white-space:pre-wrap;line-height:1.7;max-height:32em;overflow:auto;margin:.5em 0"


def document_html(document: Document, facts: Sequence[Fact], tasks: Sequence[Task], limit: int | None) -> str:
    """The document under a line that says what it is and a legend of the kinds in it, and what the reader has to be warned of.

    :param limit: code points after which the text is cut, at the end of a line where one is near; null shows all of it.
    """
    text = document.text
    end = _cut(text, limit)
    marks = [Mark(fact.start, fact.end, colour(fact.kind), fact_hover(fact_row(fact))) for fact in facts]
    marks += [Mark(task.start, task.end, None, task_hover(task_row(task))) for task in tasks]
    parts = [_head(document, facts, tasks), _legend(facts), f'<div lang="vi" style="{_TEXT}">{marked(text, marks, 0, end)}</div>']
    if end < len(text):
        left = sum(fact.start >= end for fact in facts)
        parts.append(f"<div>… {len(text) - end:,} more characters with {_counted(left, 'fact')} are not shown: to_html() has them</div>")
    parts += [f"<div>⚠ {plain_html(warning)}</div>" for warning in document.warnings]
    return f"<div>{''.join(parts)}</div>"


def failure_html(name: str, message: str) -> str:
    """A document that could not be read or extracted."""
    return f"<div><b>{plain_html(name)}</b>: nothing was extracted: {plain_html(message)}</div>"


def _cut(text: str, limit: int | None) -> int:
    if limit is None or len(text) <= limit:
        return len(text)
    line = text.rfind("\n", limit // 2, limit)
    blank = text.rfind(" ", limit // 2, limit)
    return next((at + 1 for at in (line, blank) if at >= 0), limit)


def _head(document: Document, facts: Sequence[Fact], tasks: Sequence[Task]) -> str:
    day = document.date.isoformat() if document.date else None
    known = [plain_html(said) for said in (day, document.place) if said]
    counts = [_counted(len(facts), "fact"), _counted(len(tasks), "task")]
    return f"<div><b>{plain_html(document.doc_id)}</b> · {' · '.join([*known, *counts])}</div>"


def _legend(facts: Sequence[Fact]) -> str:
    counts = Counter(fact.kind for fact in facts)
    return f"<div>{' '.join(in_colour(f'{kind} {count}', colour(kind)) for kind, count in counts.items())}</div>"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
