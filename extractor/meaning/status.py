"""What rules say of the status of a number: ``result``, ``target``, ``baseline``, or null where it describes (guideline, second layer).

They decide in their order: what stands right beside the number, then what is told together with it, then the last cue of its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.context import Context
from extractor.meaning.clue import Clue, Clues
from extractor.meaning.status_cues import ahead, behind, between, is_unit
from extractor.meaning.verdict import Verdict
from extractor.model import Found, Span

RESULT, TARGET, BASELINE = "result", "target", "baseline"
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_NEAR = 90  # code points between two numbers that are told together
_PLAN = 60  # code points between a plan and its number
_MEASURED = ("percent", "money", "ratio")


def verdicts(numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[tuple[Clue, Verdict]]:
    """The clue of each of ``numbers`` (sorted by span), and what the rules say of it; ``tasks`` are spans, sorted."""
    clues = Clues(context, tasks)
    found: list[tuple[Clue, Verdict]] = []
    for number in numbers:
        clue = clues.of(number)
        found.append((clue, _verdict(clue, context, found[-1] if found else None)))
    return found


def _verdict(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> Verdict:
    return _beside(clue) or _shared(clue, context, before) or _described(clue) or _by_cues(clue, context, before)


def _beside(clue: Clue) -> Verdict | None:
    """What the words right beside the number say."""
    number, words, after = clue.number, clue.before, clue.after
    if number.rule == "rank.one_of":
        return Verdict(None, "one_of")
    if (ahead("change_from").match(words) and behind("change_to").match(after)) or (
        ahead("fell_from").match(words) and behind("fell_to").match(after)
    ):
        return Verdict(BASELINE, "change_from")
    if ahead("limit").match(words) or (behind("threshold").match(after) and not _is_goal(clue)):
        return Verdict(None, "limit")
    if ahead("numbered").match(words) and number.kind == "rank":
        return Verdict(None, "numbered")
    if number.kind != "ratio" and (ahead("compared").match(words) or (behind("closes").match(after) and ahead("bracket").match(words))):
        return Verdict(BASELINE, "compared")
    if is_unit("time_units", clue.unit) and not clue.in_task and _is_beyond(words, after):
        return Verdict(RESULT, "beyond")
    if is_unit("time_units", clue.unit) and not ahead("timed").match(words) and not ahead("excess").match(words):
        return Verdict(None, "time")
    return None


def _is_goal(clue: Clue) -> bool:
    """Whether a share is what is aimed at: ``mục tiêu … từ 90% trở lên``."""
    if clue.number.kind not in ("percent", "ratio"):
        return False
    return clue.last("target") > clue.last("result", "norm") or (clue.in_task and ahead("aimed").match(clue.before) is not None)


def _is_beyond(words: str, after: str) -> bool:
    return bool(ahead("beyond").match(words) or (ahead("early").match(words) and behind("against").match(after)))


def _shared(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> Verdict | None:
    """The status of the number before, where both are told together."""
    if before is None or clue.number.kind == "rank":
        return None
    other, verdict = before
    gap = Span(other.number.span.end, clue.number.span.start)
    near = other.sentence == clue.sentence and 0 <= gap.end - gap.start <= _NEAR
    if not near or verdict.rule in ("time", "limit", "one_of") or other.number.kind != clue.number.kind:
        return _of_ratio(other, verdict, clue, context) if near else None
    if between("coordinated").fullmatch(context.lower, gap.start, gap.end) and not any(cue.start >= gap.start for cue in clue.cues):
        return Verdict(verdict.status, "shared")
    return None


def _of_ratio(other: Clue, verdict: Verdict, clue: Clue, context: Context) -> Verdict | None:
    """A share in brackets behind its ratio says the same as the ratio."""
    if other.number.kind != "ratio" or clue.number.kind != "percent":
        return None
    if between("bracketed").fullmatch(context.lower, other.number.span.end, clue.number.span.start):
        return Verdict(verdict.status, "shared")
    return None


def _described(clue: Clue) -> Verdict | None:
    """A count inside a noun phrase, and parts of what is listed."""
    if clue.number.kind in (*_MEASURED, "rank"):
        return None
    if behind("planned").match(clue.after):
        return Verdict(TARGET, "planned")
    if _is_known(clue):
        return Verdict(None, "known")
    if ahead("described").match(clue.before) and not ahead("counted").match(clue.before):
        return Verdict(None, "described")
    if (is_unit("listed_units", clue.unit) and not ahead("dealt").match(clue.before)) or not clue.unit:
        return Verdict(None, "listed")
    return None


def _is_known(clue: Clue) -> bool:
    """Whether the number tells what is meant rather than how many there are: ``2 công ty này``, ``hai nước``, ``xe 7 chỗ``."""
    pair = clue.number.fields.get("value") == 2 and behind("paired").match(clue.after)
    part = behind("parts").match(clue.after) and ahead("built").match(clue.before)
    return bool(pair or part or behind("definite").match(clue.after))


def _by_cues(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> Verdict:
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
    measured = clue.last("measure") >= 0
    if clue.last("term") >= 0:
        return Verdict(None, "term")
    if clue.introduced in ("target", "norm", "term") and (measured or clue.number.kind in _MEASURED):
        return Verdict(TARGET if clue.introduced == "target" else None, "introduced")
    if _goes_on(clue, context, before) and (measured or clue.number.kind in _MEASURED):
        return Verdict(TARGET, "goes_on")
    if measured or (ahead("opens").match(clue.before) and behind("told").match(clue.after)):
        return Verdict(RESULT, "measure")
    return Verdict(RESULT, "kind") if clue.number.kind in (*_MEASURED, "rank") else Verdict(None, "none")


def _goes_on(clue: Clue, context: Context, before: tuple[Clue, Verdict] | None) -> bool:
    """Whether the sentence adds to targets of the sentence before it."""
    if before is None or before[1].status != TARGET:
        return False
    other = before[0].sentence
    if other == clue.sentence:
        return before[1].rule == "goes_on"
    return other.end == clue.sentence.start and bool(behind("goes_on").match(context.lower[slice(*clue.sentence)]))


def _is_ahead(clue: Clue, context: Context) -> bool:
    """Whether a year named before the number is still to come."""
    if context.date is None:
        return False
    return any(int(m.group()) > context.date.year for m in _YEAR.finditer(clue.before))
