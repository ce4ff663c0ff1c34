"""Reads one clause of an order: who says it, who is told, and whether it orders anything at all."""

from __future__ import annotations

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.actors import is_work, read_actors
from extractor.tasks.orders import inner_order, order_at
from extractor.tasks.reading import Reading, Setting
from extractor.tasks.starts import Start, clause_starts
from extractor.tasks.subject import with_subject
from extractor.tasks.words import phrase, starts_with

_TITLE = 120  # code points of a title before a colon


def read_clause(view: FactView, span: Span, setting: Setting) -> Reading:
    """Read the clause ``span``: the first beginning that gives a subject or an order counts, before an order deeper inside."""
    starts = clause_starts(view, span)
    told = Reading(start=span.start)
    for i, start in enumerate(starts):
        reading = _read_at(view, start.at, span, setting, first=i == 0)
        if reading is None:
            continue
        if reading.told:
            told = reading
            if not start.behind_comma:
                break
            continue  # "Về dự án …, UBND tỉnh đã báo cáo …: Bộ Xây dựng khẩn trương …"
        inner = inner_order(view, span, reading.start, setting) if i and not reading.ordered else None
        if inner is None and reading.lead is None and not reading.ordered:
            inner = _behind_title(view, span, setting)
        return inner or reading
    inner = inner_order(view, span, span.end, setting)
    if inner is not None or told.told:
        return inner or told
    return _bare(view, starts, setting) or told


def _behind_title(view: FactView, span: Span, setting: Setting) -> Reading | None:
    """``Mở tài khoản và phát hành thẻ: Ủy ban nhân dân xã, phường phối hợp …``: the body behind the colon is told."""
    colon = view.context.lower.find(": ", span.start, min(span.end, span.start + _TITLE))
    body = view.first_from("agency", colon + 2) if colon > 0 else None
    if body is None or body.span.start != colon + 2:
        return None
    reading = _read_at(view, colon + 2, span, setting, first=True)
    return reading._replace(start=span.start) if reading is not None and reading.lead is not None and reading.directive else None


def _read_at(view: FactView, at: int, span: Span, setting: Setting, *, first: bool) -> Reading | None:
    """What the words at ``at`` say, or null where no clause of ours begins there."""
    lower, end = view.context.lower, span.end
    own = setting.inherits and starts_with("own_work_at_head").match(lower, at)
    if own or (setting.goes_on and starts_with("own_work").match(lower, at)):
        return Reading(directive=True, start=at, action=at)
    if order := order_at(view, at, end):
        return order._replace(start=at)
    actors = read_actors(view, at, end)
    if actors is not None and lower.startswith(" để ", actors.span.end):
        return None  # the last of those who are reported to: "báo cáo về Sở Y tế, UBND tỉnh để được hướng dẫn"
    if actors is not None and (first or actors.opens or starts_with("determiners").match(lower, at)):
        return with_subject(view, actors, Span(at, end), setting, first=first)
    if starts_with("tells").match(lower, at, end):
        return Reading(told=True, start=at)
    works = first and _opens_work(lower, at) and not phrase("opener").match(lower, at, end)
    return Reading(directive=True, start=at, action=at) if works else None


def _bare(view: FactView, starts: list[Start], setting: Setting) -> Reading | None:
    """Work without anybody before it: a verb at the head, or phải, cần behind an opening phrase."""
    lower = view.context.lower
    for at, behind_comma in starts:
        if phrase("must").match(lower, at) if behind_comma and not setting.listed else _opens_work(lower, at):
            return Reading(directive=True, start=at, action=at)
    return None


def _opens_work(lower: str, at: int) -> bool:
    """A verb of work, or an adverb of time and then the work: ``Định kỳ báo cáo``."""
    if is_work(lower, at):
        return True
    adverb = phrase("regularly").match(lower, at)
    return adverb is not None and is_work(lower, adverb.end())
