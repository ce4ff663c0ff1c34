"""Who helps and who is reported to, from the cues of ``patterns/_task_cues.toml`` within one part of a sentence."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.actors import Actors, read_actors
from extractor.tasks.words import Cue, cues, cues_in, ends_with, phrase, starts_with

_OBJECT = 160
_REACH = 90  # code points between "A chủ trì" and the beginning of A


class Roles(NamedTuple):
    """Names by role, and the facts that carry each."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ()
    refers: bool = False
    facts: tuple[tuple[str, Found], ...] = ()


NO_ROLES = Roles()


def read_roles(view: FactView, span: Span) -> Roles:
    """The roles that cues give to bodies inside ``span``. ``lead`` is filled only by bodies in brackets or after ``do`` and by labels."""
    likely = cues_in(view.context.lower[span.start : span.end])
    if not likely:
        return NO_ROLES
    found: dict[str, list[str]] = {"lead": [], "support": [], "report_to": []}
    facts: list[tuple[str, Found]] = []
    refers = False
    last_recipient = -1
    for cue in likely:
        for m in cue.pattern.finditer(view.context.lower, span.start, span.end):
            if (cue.role == "report_to" and _is_noun(view, m.start(), span)) or (
                cue.role == "report_to" and _onward(view, span, m.start(), last_recipient)
            ):
                continue
            actors = _taken(view, cue, m, span)
            if actors is None:
                continue
            refers = refers or (actors.refers and cue.role == "support")
            names = [n for n in actors.names if cue.role != "support" or not starts_with("private").match(n.lower())]
            found[cue.role] += [name for name in names if name not in found[cue.role]]
            facts += [(cue.role, fact) for fact in actors.facts]
            if cue.role == "report_to":
                last_recipient = max(last_recipient, actors.span.end)
    return Roles(tuple(found["lead"]), tuple(found["support"]), tuple(found["report_to"]), refers, tuple(facts))


def ends_in_bodies(view: FactView, part: Span) -> bool:
    """Whether a part ends amid the bodies that help: ``phối hợp Ban Quản lý; các đơn vị liên quan rà soát …``."""
    for m in cues()["support"].pattern.finditer(view.context.lower, part.start, part.end):
        actors = read_actors(view, m.end() + 1, part.end)
        if actors is not None and actors.span.end >= part.end - 1:
            return True
    return False


def _is_noun(view: FactView, at: int, span: Span) -> bool:
    body = view.last_before("agency", at, 2)
    if body is not None:  # "tham mưu UBND tỉnh trình HĐND tỉnh": who is advised reports, not who advises
        reach = max(span.start, body.span.start - 24)
        return phrase("advises", reverse=True).search(view.context.lower, reach, body.span.start) is not None
    return ends_with("noun_before").search(view.context.lower, max(span.start, at - 24), at) is not None


def _onward(view: FactView, span: Span, at: int, last_recipient: int) -> bool:
    return last_recipient >= 0 and phrase("onward").search(view.context.lower, max(span.start, last_recipient), at) is not None


def _taken(view: FactView, cue: Cue, m: regex.Match[str], span: Span) -> Actors | None:
    if cue.forward:
        at = m.end()
        while at < span.end and view.context.lower[at] in " :":
            at += 1
        actors = read_actors(view, at, span.end, groups=cue.id != "together")
        return _further(view, at, span.end) if actors is None and cue.role == "report_to" else actors
    return _before(view, cue, m.start(), span)


def _further(view: FactView, at: int, end: int) -> Actors | None:
    """``báo cáo kết quả thực hiện về Sở Xây dựng``: the recipient behind the object, within the clause."""
    lower = view.context.lower
    stop = min(end, at + _OBJECT)
    clause = min((i for mark in ".;" if (i := lower.find(mark, at, stop)) >= 0), default=stop)
    for m in phrase("recipient").finditer(lower, at, clause):
        actors = read_actors(view, m.end(), end, groups=False)
        if actors is not None:
            return actors
    return None


def _before(view: FactView, cue: Cue, at: int, span: Span) -> Actors | None:
    """The bodies that end right before ``at`` and begin behind an opener of the cue: a bracket, ``do``, ``chủ trì,``."""
    lower = view.context.lower
    best = max((i + len(o) for o in cue.openers if (i := lower.rfind(o, max(span.start, at - _REACH), at)) >= 0), default=-1)
    if best < 0:
        return None
    if lower[best:at].startswith("do "):
        best += 3
    actors = read_actors(view, best, at, groups=cue.role == "lead")
    return actors if actors is not None and not lower[actors.span.end : at].strip() else None
