"""A clause that begins with bodies: whether they are told, speak, or are only told of."""

from __future__ import annotations

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.actors import Actors, is_modal
from extractor.tasks.orders import order_at, past_adverbial, said_by
from extractor.tasks.reading import Reading, Setting
from extractor.tasks.starts import behind_marks
from extractor.tasks.words import phrase, starts_with


def with_subject(view: FactView, actors: Actors, span: Span, setting: Setting, *, first: bool) -> Reading | None:
    """Read the clause that ``actors`` begin; ``first`` where it opens its sentence. Null where the words say neither."""
    text, lower, end = view.context.text, view.context.lower, span.end
    at = actors.span.end
    if lower.startswith((":", " :"), at):
        return _labelled(view, actors, span, setting)
    if actors.facts and _may_speak(view, actors, setting) and (said := said_by(view, actors, end)):
        return said._replace(start=span.start)
    if not lower[at:end].strip(" .;,/"):
        return Reading(told=True, lead=actors, start=span.start)  # nothing but names
    at = past_adverbial(lower, at, end)
    if starts_with("tells").match(lower, at, end):
        return Reading(told=True, lead=actors, start=span.start)
    if at < end and text[at].islower() and is_modal(lower, at):  # "huyện Cần Giờ" needs nothing
        return Reading(lead=actors, directive=True, start=span.start, action=at)
    if setting.listed and first and at < end and lower[at] not in ",;.:)":
        return Reading(lead=actors, directive=True, start=span.start, action=at)
    return None


def _labelled(view: FactView, actors: Actors, span: Span, setting: Setting) -> Reading:
    """``Văn phòng Bộ: Thực hiện …``; an order behind the colon of running text goes before."""
    behind = behind_marks(view.context.lower, actors.span.end, span.end)
    inner = None if setting.listed else order_at(view, behind, span.end)
    return (inner or Reading(lead=actors, directive=True, action=behind))._replace(start=span.start)


def _may_speak(view: FactView, actors: Actors, setting: Setting) -> bool:
    """Whether the bodies may give orders here: not where they are listed as those who get them, nor as those who are to ``chỉ đạo``."""
    if setting.listed and not (len(actors.facts) == 1 and actors.names == (setting.speaker,)):
        return False
    lower = view.context.lower
    directs = lower.startswith(" chỉ đạo", actors.span.end)
    return not (directs and (setting.official or not phrase("leader").match(lower, actors.span.start)))
