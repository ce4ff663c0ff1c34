"""The time that a number takes from the sentence before, or from the line that introduces its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.meaning.backwards import backwards
from extractor.meaning.time import OPEN, Days, Role, Time
from extractor.model import Span
from extractor.prefilter import Prefiltered
from extractor.wordlists import any_of

if TYPE_CHECKING:
    from extractor.meaning.about import Around

_DETAIL = Prefiltered(rf"(?:[-+–•] ?)?(?:{any_of('meaning_periods', 'detail')})(?!\p{{L}})")
# A line that goes on with the parts of what the line before it tells.
_PARTS = Prefiltered(r"(?:[-+–•] ?)?(?:trong đó|cụ thể|theo đó|như vậy)(?!\p{L})")
# A time that the sentence names without saying which days it is.
_VAGUE = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'vague')})(?!\p{{L}})")
_ORDERS = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'orders')})(?!\p{{L}})")
_MUST = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'must')})(?!\p{{L}})")
_STRETCHES = OPEN - {Role.EVENT}
_HAPPENING = frozenset({Role.FRAME, Role.EVENT})
# Right before a number: what is so, whenever something happened.
_STATE = backwards(
    r"(?<!đã )(?<!\p{L})(?:có|là|gồm|thuộc|rộng|dài|cao|trong|của|với)(?: (?:hơn|gần|khoảng|trên|dưới|tổng số|tổng))* $",
)
_FRAMES = frozenset({Role.FRAME})
_OPENING = 50  # code points at the head of a sentence that say of which time it speaks
_LAST_WORDS = 30  # code points behind the deadline of a whole list: "…, hoàn thành trước ngày 30/6, cụ thể như sau:"
_DUE = OPEN | {Role.DEADLINE}


def carried(span: Span, sentence: Span, around: Around, status: str | None) -> Days | None:
    """The time that frames the sentence before, in the same paragraph, or the line that introduces the list."""
    context = around.context
    times = around.times.of(sentence)
    if any(t.role is Role.DAY and t.span.end <= span.start for t in times) or (not times and around.times.points(sentence)):
        return None
    if _VAGUE.search(context.lower, sentence.start, min(span.start, sentence.start + _OPENING)):
        return None
    frame = next((t for previous, roles in _earlier(span, sentence, around, status) if (t := _frame(previous, roles, around))), None)
    if frame is None:
        return None
    counted = frame.days[0] == frame.days[1] and frame.role is not Role.DEADLINE
    past = counted if context.date is None else frame.role is not Role.DEADLINE and frame.days[1] <= context.date
    return None if past and _is_ordered(span, sentence, around, status) else frame.days


def _is_ordered(span: Span, sentence: Span, around: Around, status: str | None) -> bool:
    """Whether the number belongs to work that is still to be done; what is told of a result may come before an order."""
    if status == "target":
        return _ORDERS.search(around.context.lower, *sentence) is not None
    return _MUST.search(around.context.lower, sentence.start, span.start) is not None


def _earlier(span: Span, sentence: Span, around: Around, status: str | None) -> Iterator[tuple[Span, frozenset[Role]]]:
    """The sentences whose time may hold for ``sentence``, and what the time must do there."""
    outline, lower = around.context.outline, around.context.lower
    paragraph = outline.paragraph(span.start)
    if sentence.start > paragraph.start or (sentence.start and _PARTS.match(lower, sentence.start)):
        wide = OPEN if status == "result" else _STRETCHES  # only what was done was done on the day of an event
        goes_on = status == "result" and sentence.start > paragraph.start and not _STATE.search(lower, sentence.start, span.start)
        yield outline.sentence(sentence.start - 1), wide if _DETAIL.match(lower, sentence.start) else _HAPPENING if goes_on else _FRAMES
    for line in outline.introductions(paragraph):
        yield line, _DUE if status == "target" else OPEN


def _is_of_all(time: Time, sentence: Span) -> bool:
    """Whether a time may hold beyond its sentence: a deadline from its end, the day of an event from its head."""
    if time.role is Role.EVENT:
        return time.span.start - sentence.start <= _OPENING
    return time.role is not Role.DEADLINE or sentence.end - time.span.end <= _LAST_WORDS


def _frame(previous: Span, roles: frozenset[Role], around: Around) -> Time | None:
    if around.context.text[previous.start : previous.end].rstrip().endswith("?"):
        return None
    for time in reversed(around.times.of(previous)):
        if time.role in roles and time.scope == previous and _is_of_all(time, previous):
            return time
    return None
