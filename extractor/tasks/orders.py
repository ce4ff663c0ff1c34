"""Orders in so many words: the verb, who is told behind it, and who speaks before it."""

from __future__ import annotations

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.actors import Actors, is_modal, is_work, read_actors, read_name
from extractor.tasks.reading import Reading, Setting
from extractor.tasks.starts import behind_marks, clause_starts
from extractor.tasks.words import cues, ends_with, phrase, starts_with

_REACH = 80  # code points between a speaker and the verb: a name, an office, small words
_TO_VERB = 200


def order_at(view: FactView, at: int, end: int) -> Reading | None:
    """An order verb at ``at`` with those who are told behind it, or with the work itself."""
    lower = view.context.lower
    m = cues()["order"].pattern.match(lower, at, end)
    if m is None:
        return None
    behind = behind_marks(lower, m.end(), end)
    if starts_with("noun_after").match(lower, behind, end):
        return None
    actors = read_actors(view, behind, end) or read_name(view, behind, end)
    if actors is not None:
        return Reading(lead=actors, ordered=True, directive=True, action=actors.span.end)
    if starts_with("to_nobody").match(m.group()) and is_work(lower, behind):
        return Reading(ordered=True, directive=True, action=behind)
    return None


def said_by(view: FactView, speaker: Actors, end: int) -> Reading | None:
    """``Chủ tịch UBND tỉnh Nguyễn Văn A yêu cầu các sở …``, ``… nhấn mạnh, các địa phương cần …``."""
    lower = view.context.lower
    also = phrase("also").match(lower, _past_titles(view, speaker.span.end, end), end)
    if also is None:
        return None
    by = speaker.facts[-1]
    order = order_at(view, also.end(), end)
    if order is not None:
        return order._replace(assigner=by)
    says = starts_with("says").match(lower, also.end(), end)
    if says is None:
        return None
    said = phrase("said").match(lower, says, end)
    for start in clause_starts(view, Span(said.end() if said else says, end)):
        wanted = _wanted(view, start.at, end)
        if wanted is not None:
            return wanted._replace(assigner=by)
    return None


def _wanted(view: FactView, at: int, end: int) -> Reading | None:
    """What somebody who speaks wants: an order, a body that must, or work that must be done."""
    lower = view.context.lower
    order = order_at(view, at, end)
    if order is not None:
        return order
    actors = read_actors(view, at, end)
    if actors is not None and is_modal(lower, past_adverbial(lower, actors.span.end, end)):
        return Reading(lead=actors, directive=True, ordered=True, action=actors.span.end)
    if actors is None and starts_with("modals").match(lower, at, end):
        return Reading(directive=True, ordered=True, action=at)
    return None


def past_adverbial(lower: str, at: int, end: int) -> int:
    """To the verb: past the blank, and past a phrase between commas (``, trên cơ sở chức năng được giao, chủ trì``)."""
    duty = phrase("by_duty").match(lower, at, end)
    if duty and is_modal(lower, behind_marks(lower, duty.end(), end)):
        at = duty.end()
    at = behind_marks(lower, at, end)
    if (opening := starts_with("preambles").match(lower, at, end)) and not starts_with("modals").match(lower, at, end):
        for comma in phrase("clause_mark").finditer(lower, opening, min(end, at + _TO_VERB)):
            if is_modal(lower, comma.end()):
                return comma.end()
    return at


def inner_order(view: FactView, span: Span, limit: int, setting: Setting) -> Reading | None:
    """An order inside a sentence that begins otherwise: ``…, đề nghị Ngân hàng Thế giới thẩm định …``; its verb stands before ``limit``."""
    text, lower = view.context.text, view.context.lower
    for m in cues()["order"].pattern.finditer(lower, span.start + 1, limit):
        named = view.last_before("agency", m.start(), 2)  # "Bộ Xây dựng yêu cầu": no building of a demand
        if named is None and ends_with("noun_before").search(lower, max(span.start, m.start() - 40), m.start()):
            continue
        order = order_at(view, m.start(), span.end)
        if order is None or order.lead is None or not order.lead.names:
            continue
        speaker = speaker_before(view, span.start, m.start())
        person = phrase("by_person", reverse=True).search(text, span.start, m.start()) is not None
        joined = phrase("joins", reverse=True).search(lower, span.start, m.start()) is not None
        if speaker is None and not person and not joined and not _is_framed(lower, span, m.start(), setting):
            continue
        return order._replace(assigner=speaker, start=span.start if speaker is not None or person else m.start())
    return None


def _is_framed(lower: str, span: Span, at: int, setting: Setting) -> bool:
    """Whether the sentence opens with a phrase that frames an order, or with the document that gives it."""
    if setting.official and starts_with("preambles").match(lower, span.start):
        return True
    return phrase("by_document").match(lower, span.start, at) is not None


def speaker_before(view: FactView, start: int, at: int) -> Found | None:
    """The body whose verb stands at ``at``: it ends there but for a person's name and small words."""
    body = view.last_before("agency", at, _REACH)
    if body is None or body.span.start < start:
        return None
    gap = view.context.text[body.span.end : at]
    person = phrase("person").match(gap)
    rest = gap[person.end() if person else 0 :].lower()
    return body if phrase("also").fullmatch(rest if rest.endswith(" ") else f"{rest} ") else None


def _past_titles(view: FactView, at: int, end: int) -> int:
    """Behind the person's name and further offices: `` Nguyễn Hòa Bình - Trưởng ban Ban Chỉ đạo … (Ban Chỉ đạo 751)``."""
    text = view.context.text
    person = phrase("person").match(text, at, end)
    at = person.end() if person else at
    while text.startswith((" - ", ", "), at):
        office = view.first_from("agency", at)
        if office is None or office.span.start > at + 3 or office.span.end > end:
            title = phrase("title").match(text, at, end)
            return title.end() if title else at
        brackets = phrase("brackets").match(text, office.span.end, end)
        at = brackets.end() if brackets else office.span.end
    return at
