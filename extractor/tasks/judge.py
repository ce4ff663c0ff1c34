"""Whether a sentence is a task: somebody is told to do something, here and now."""

from __future__ import annotations

from extractor.model import Span
from extractor.tasks.reading import Reading
from extractor.tasks.roles import Roles
from extractor.tasks.speaker import is_petition
from extractor.tasks.state import State
from extractor.tasks.timing import read_timing
from extractor.tasks.words import phrase, starts_with

_SHORTEST = 24  # code points of an item without a verb that is still work


def is_boilerplate(state: State, sentence: Span) -> bool:
    """What an official text says at its end and nobody has to do."""
    words = state.words(sentence)
    if starts_with("boilerplate").match(words) or phrase("in_force").match(words):
        return True
    return phrase("for_notice").search(words) is not None and not starts_with("modals").match(words)


def is_task(state: State, sentence: Span, reading: Reading, roles: Roles, *, first: bool) -> bool:
    """Whether the first part of a sentence orders something; ``first`` where the sentence is the first of its piece."""
    piece, above = state.piece, state.above
    if reading.told:
        return False
    if reading.ordered:
        return _is_order(state, reading, first=first)
    if roles.lead:
        return above.active or state.official
    if state.labels.roles.lead and (reading.directive or (first and piece.marked and _names_work(state, sentence))):
        return True  # what the labels below an item give to somebody is work, whatever its words
    active = above.active if piece.marked else (state.active and not above.idle)
    if reading.directive and reading.lead is not None:
        if state.official and roles.report_to and phrase("in_progress").match(state.context.lower, sentence.start):
            return True
        below = above.active and above.intro and bool(above.lead)  # a paragraph below a body that leads
        return _is_told(state, reading, sentence, active=active or below)
    return not state.normative and _is_work(state, sentence, reading, roles, first=first, active=active)


def _is_work(state: State, sentence: Span, reading: Reading, roles: Roles, *, first: bool, active: bool) -> bool:
    """Whether words without a body before them are work that somebody has been told to do."""
    piece, above = state.piece, state.above
    dated = bool(roles.report_to) and bool(read_timing(state.view, sentence))
    if reading.directive:
        if above.active and above.lead and dated:
            return True  # "Định kỳ báo cáo UBND tỉnh … trước ngày 15/11" below the body that was told before
        return active and (_goes_on(state, sentence) or above.ordered or _has_addressee(state, sentence, first=first))
    if active and dated and not first:
        return True  # "Báo cáo trên gửi Bộ Tư pháp trước ngày …"
    listed = piece.marked and first and above.intro and above.active and bool(above.lead)
    return listed and _names_work(state, sentence)


def _names_work(state: State, sentence: Span) -> bool:
    """Whether an item without a verb of work may name work: ``Dự án 1: Phòng ngừa, đấu tranh …``, but no statement."""
    long = sentence.end - sentence.start > _SHORTEST
    return long and phrase("states").search(state.context.lower, sentence.start, sentence.end) is None


def _is_order(state: State, reading: Reading, *, first: bool) -> bool:
    if reading.lead is None:
        return bool(state.inherited(first=first)) or reading.assigner is not None
    verb = state.context.lower[reading.start : reading.action]
    return not is_petition(verb, state.assigner(reading), reading.lead.names)


def _is_told(state: State, reading: Reading, sentence: Span, *, active: bool) -> bool:
    """Whether bodies before a verb are told to do it."""
    lower = state.context.lower
    if reading.lead is None or state.names(reading) == (state.speaker,):
        return False  # who orders tells of himself
    if active and not state.normative:
        return True
    if not state.official and state.speech > 0 and phrase("duty").match(lower, reading.action):
        return True
    binding = phrase("binding").match(lower, reading.action, sentence.end) is not None
    return binding and bool(reading.lead.facts) and state.official and state.busy is not False


def _goes_on(state: State, sentence: Span) -> bool:
    """Whether the sentence follows right on a task that names nobody."""
    return bool(state.drafts) and not state.drafts[-1].lead and state.drafts[-1].span.end + 3 >= sentence.start


def _has_addressee(state: State, sentence: Span, *, first: bool) -> bool:
    """Somebody is told, or the work is specific enough to have a time."""
    return bool(state.inherited(first=first)) or bool(read_timing(state.view, sentence))
