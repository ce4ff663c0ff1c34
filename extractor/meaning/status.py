"""The status of a number: ``result``, ``target``, ``baseline``, or null where it merely describes (guideline, second layer).

Rules decide in their order: what stands right beside the number, then what is told together with it, then the last cue of its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.context import Context
from extractor.meaning.clue import Clue, Clues
from extractor.meaning.status_cues import ahead, behind, between, is_unit
from extractor.model import Found, Span

RESULT, TARGET, BASELINE = "result", "target", "baseline"
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_NEAR = 90  # code points between two numbers that are told together
_PLAN = 60  # code points between a plan and its number
_MEASURED = ("percent", "money", "ratio")


class Verdict(NamedTuple):
    """A status and the rule that gives it."""

    status: str | None
    rule: str


def read_statuses(numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[str | None]:
    """The status of each of ``numbers`` (sorted by span); ``tasks`` are the spans of the document's tasks, sorted."""
    return [verdict.status for _, verdict in verdicts(numbers, context, tasks)]


def verdicts(numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[tuple[Clue, Verdict]]:
    """The clue of each number and what the rules say of it."""
    clues = Clues(context, tasks)
    found: list[tuple[Clue, Verdict]] = []
    for number in numbers:
        clue = clues.of(number)
        found.append((clue, _verdict(clue, context, found[-1] if found else None)))
    return found


def _verdict(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> Verdict:
    return _beside(clue) or _shared(clue, context, before) or _described(clue) or _by_cues(clue, context)


def _beside(clue: Clue) -> Verdict | None:
    """What the words right beside the number say."""
    number, words, after = clue.number, clue.before, clue.after
    if number.rule == "rank.one_of":
        return Verdict(None, "one_of")
    if ahead("change_from").match(words) and behind("change_to").match(after):
        return Verdict(BASELINE, "change_from")
    if behind("threshold").match(after) or ahead("limit").match(words):
        return Verdict(None, "limit")
    if number.kind != "ratio" and (ahead("compared").match(words) or (behind("closes").match(after) and ahead("bracket").match(words))):
        return Verdict(BASELINE, "compared")
    if ahead("beyond").match(words) and is_unit("time_units", clue.unit) and not clue.in_task:
        return Verdict(RESULT, "beyond")
    if is_unit("time_units", clue.unit) and not ahead("timed").match(words) and not ahead("excess").match(words):
        return Verdict(None, "time")
    return None


def _shared(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> Verdict | None:
    """The status of the number before, where both are told together."""
    if before is None or clue.number.kind == "rank":
        return None
    other, verdict = before
    gap = Span(other.number.span.end, clue.number.span.start)
    near = other.sentence == clue.sentence and 0 <= gap.end - gap.start <= _NEAR
    if not near or verdict.rule in ("time", "limit", "one_of") or other.number.kind != clue.number.kind:
        return None
    if between("coordinated").fullmatch(context.lower, gap.start, gap.end) and not any(cue.start >= gap.start for cue in clue.cues):
        return Verdict(verdict.status, "shared")
    return None


def _described(clue: Clue) -> Verdict | None:
    """A count inside a noun phrase, and parts of what is listed."""
    if clue.number.kind in (*_MEASURED, "rank"):
        return None
    if behind("planned").match(clue.after):
        return Verdict(TARGET, "planned")
    if ahead("described").match(clue.before):
        return Verdict(None, "described")
    if (is_unit("listed_units", clue.unit) and not ahead("dealt").match(clue.before)) or not clue.unit:
        return Verdict(None, "listed")
    return None


def _by_cues(clue: Clue, context: Context) -> Verdict:
    """The last strong cue before the number; then plans, years to come and the task; without any, what is likeliest for its kind."""
    target, result, norm = clue.last("target"), clue.last("result"), clue.last("norm")
    if norm > max(target, result):
        return Verdict(None, "norm")
    if result > target:
        return Verdict(RESULT, "result")
    if target >= 0:
        return Verdict(TARGET, "target")
    if ahead("differs").match(clue.before) and clue.number.kind in _MEASURED:
        return Verdict(RESULT, "differs")
    if clue.last("plan") >= max(clue.part, clue.number.span.start - _PLAN):
        return Verdict(TARGET, "plan")
    if _is_ahead(clue, context):
        return Verdict(TARGET, "year")
    if clue.in_task:
        return Verdict(TARGET, "task")
    if (context.outline.item(clue.number.span.start) or "").startswith("Điều"):
        return Verdict(None, "article")
    if clue.last("measure") >= 0 or (ahead("opens").match(clue.before) and behind("told").match(clue.after)):
        return Verdict(RESULT, "measure")
    return Verdict(RESULT, "kind") if clue.number.kind in (*_MEASURED, "rank") else Verdict(None, "none")


def _is_ahead(clue: Clue, context: Context) -> bool:
    """Whether a year named before the number is still to come."""
    if context.date is None:
        return False
    return any(int(m.group()) > context.date.year for m in _YEAR.finditer(clue.before))
