"""Lists of names and nothing else, as they stand in a cell or behind a label."""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.actors import read_actors
from extractor.tasks.words import phrase

_BETWEEN = regex.compile(r"[\s;,.+*•|-]*(?:và |cùng )?", regex.V1)
_NEXT = regex.compile(r"[;,\n]|$", regex.V1)
_NOBODY = regex.compile(r"[\W_]*(?:theo (?:quy định|chức năng|phân công)[\W_]*)?", regex.V1)


def listed_names(view: FactView, span: Span) -> tuple[str, ...]:
    """The names in ``span``: those of the table for bodies that are known, others as they are printed.

    Words in small letters go on with the group before them: ``các doanh nghiệp, nhà cung cấp dịch vụ``.
    """
    text, at, last = view.context.text, span.start, span.start
    names: list[str] = []
    group = False  # whether the last name is no known body
    while at < span.end:
        if duty := phrase("by_duty").match(view.context.lower, at, span.end):  # "trong phạm vi chức năng, nhiệm vụ của mình"
            at = last = max(duty.end(), at + 1)
            continue
        gap = _BETWEEN.match(text, at, span.end)
        at = gap.end() if gap else at
        actors = read_actors(view, at, span.end)
        if actors is not None:
            names += actors.names
            at = last = max(actors.span.end, at + 1)
            group = not actors.facts
            continue
        stop = _NEXT.search(text, at, span.end)
        end = stop.start() if stop else span.end
        if not _NOBODY.fullmatch(text, at, end):
            between = text[last:at]
            if names and text[at].islower() and (group or not between.strip()) and ";" not in between and "\n" not in between:
                names[-1] += _plain(between + text[at:end], lead=" " if between[:1] == " " else "")
            else:
                names.append(_plain(text[at:end]))
                group = True
            last = end
        at = end + 1
    return tuple(dict.fromkeys(names))


def _plain(words: str, lead: str = "") -> str:
    return lead + " ".join(words.split()).rstrip(" .")
