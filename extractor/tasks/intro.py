"""Lines that introduce what stands below them: who is told there, by when, or that nothing is ordered."""

from __future__ import annotations

from extractor.model import Found, Span
from extractor.tasks.actors import read_actors
from extractor.tasks.clause import read_clause
from extractor.tasks.frames import Frame
from extractor.tasks.orders import inner_order, order_at, speaker_before
from extractor.tasks.reading import Reading
from extractor.tasks.roles import read_roles
from extractor.tasks.sections import section
from extractor.tasks.state import State
from extractor.tasks.timing import NONE, sole_timing
from extractor.tasks.words import cues, phrase, starts_with

_LONGEST_NAME = 80  # code points of a name behind its first comma
_NEAR_END = 60
_DIRECTS = "chỉ đạo "


def is_intro(state: State, sentence: Span) -> bool:
    """Whether the last sentence of a piece introduces what follows: a colon, a heading over items, names alone."""
    piece = state.piece
    mark = state.context.text[sentence.end - 1]
    if mark == ":" or (state.opens_list and sentence == piece.span and mark.isalnum()):
        return True
    if sentence == piece.span and _is_bare_order(state, sentence):
        return True
    if piece.marked and sentence == piece.span and mark not in ".;," and names_alone(state, sentence):
        return True
    return mark != "." and phrase("intro").search(state.context.lower, sentence.start, sentence.end) is not None


def _is_bare_order(state: State, sentence: Span) -> bool:
    """A line that tells somebody to and does not say what: ``3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh``."""
    order = order_at(state.view, sentence.start, sentence.end)
    return order is not None and order.lead is not None and not state.context.text[order.lead.span.end : sentence.end].strip(" .:;,")


def introduce(state: State, sentence: Span, *, first: bool) -> None:
    """Take in an introducing line; ``first`` where it is the only sentence of its piece."""
    lower = state.words(sentence)
    opens = phrase("opens_orders").search(lower[-_NEAR_END:]) is not None
    if _only_addresses(lower) or (section(state.context, sentence) is False and not opens):
        state.introduce(Frame(idle=True))
        state.forget()
        return
    alone = names_alone(state, sentence)
    reading = _read_intro(state, sentence, listed=state.piece.marked and state.above.active)
    announcer = None if alone else _announcer(state, sentence, reading)
    if alone or announcer is not None:
        reading = Reading(assigner=announcer, start=sentence.start)
    if not opens and (reading.told or (not reading.directive and reading.lead is None and phrase("opens_telling").search(lower))):
        state.introduce(Frame(idle=True))
        return
    names = state.names(reading) or alone
    if names == (state.speaker,) and not reading.ordered:
        names = ()  # who issues the document tells of himself
    if not names and not reading.directive and not lower.endswith(":") and not opens:
        state.forget()
        return  # a mere heading: what holds above it holds below
    _hand_down(state, sentence, reading, names or state.inherited(first=first), named=bool(names))


def _read_intro(state: State, sentence: Span, *, listed: bool) -> Reading:
    """The clause of an introducing line; an order right before the colon goes before the work that the line opens with.

    ``Triển khai Công điện số 31/CĐ-TTg, Bộ Xây dựng yêu cầu các cơ quan, đơn vị:``
    """
    setting = state.setting(listed=listed)
    reading = read_clause(state.view, sentence, setting)
    if reading.ordered or reading.lead is not None or not state.words(sentence).endswith(":"):
        return reading
    inner = inner_order(state.view, sentence, sentence.end, setting)
    near = inner is not None and inner.lead is not None and sentence.end - inner.lead.span.end < _NEAR_END
    return inner if inner is not None and near else reading


def _only_addresses(lower: str) -> bool:
    return phrase("addresses").search(lower) is not None and not lower.endswith("giao:")


def _hand_down(state: State, sentence: Span, reading: Reading, lead: tuple[str, ...], *, named: bool) -> None:
    lower = state.words(sentence)
    roles = read_roles(state.view, sentence)
    state.note(reading, roles)
    assigner = state.assigner(reading)
    announced = reading.assigner is not None and not reading.directive
    places = phrase("places_only").fullmatch(state.context.text, sentence.start, sentence.end) is not None
    piece, above = state.piece, state.above
    goes_on = places and not piece.marked and above.active  # a list of names that is broken over lines
    goes_on = goes_on or (piece.marked and above.active and bool(lead))  # the topic of a part of the list
    active = reading.directive or named or goes_on or phrase("opens_orders").search(lower) is not None
    if not state.official and not reading.ordered and not announced and not state.active and state.speech <= 0:
        active = False  # running text: only where somebody speaks or orders
    ordered = reading.ordered or (announced and phrase("orders").search(lower[-_NEAR_END:]) is not None)
    timing = sole_timing(state.view, sentence, _order_in(state, sentence, reading)) if lower.endswith(":") else NONE
    state.introduce(Frame(lead, roles.support, (), timing, assigner, active, intro=True, ordered=ordered))
    state.active = state.active or (active and state.official) or reading.ordered
    state.idle = 0
    state.last, state.addressee = lead or state.last, lead or state.addressee


def _announcer(state: State, sentence: Span, reading: Reading) -> Found | None:
    """Who speaks in ``Bộ Tài chính thông báo như sau:``, ``Thủ tướng Chính phủ yêu cầu:``."""
    found = list(phrase("announces").finditer(state.context.lower, sentence.start, sentence.end))
    if not found or reading.ordered:
        return None
    verb = found[-1]
    behind = verb.start() + len(_DIRECTS)
    if state.official and verb.group().startswith(_DIRECTS) and read_actors(state.view, behind, sentence.end):
        return None  # "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau:": the office is told
    body = speaker_before(state.view, sentence.start, verb.start())
    return body if body is not None and (reading.lead is None or reading.lead.names == (str(body.fields["name"]),)) else None


def _order_in(state: State, sentence: Span, reading: Reading) -> int:
    """Where the order of an introducing line stands; the time named before it is not its deadline."""
    found = [m.start() for m in cues()["order"].pattern.finditer(state.context.lower, sentence.start, sentence.end)]
    return max(reading.action, found[-1] if found else -1)


def names_alone(state: State, sentence: Span) -> tuple[str, ...]:
    """The bodies of a heading that is nothing but their names."""
    actors = read_actors(state.view, sentence.start, sentence.end)
    if actors is None:
        return ()
    text = state.context.text
    whole = text[sentence.start : sentence.end].strip(" :")
    if actors.refers and not actors.names:
        return (whole,) if len(whole) < _LONGEST_NAME else ()
    if not actors.facts and not phrase("stands_alone").match(whole):
        return ()
    rest = text[actors.span.end : sentence.end].strip(" :")
    if rest and not _goes_on(rest, single=bool(actors.facts) and not actors.facts[-1].fields["collective"]):
        return ()
    state.roles |= {fact.span: "lead" for fact in actors.facts}
    return (whole,) if rest else actors.names


def _goes_on(rest: str, *, single: bool) -> bool:
    """Whether the words behind a name belong to it: ``Thủ trưởng các cơ quan tham mưu[, quản lý nhà nước thuộc Bộ]``."""
    if single or len(rest) > _LONGEST_NAME or not (rest.startswith((",", "và ")) or rest[0].islower()):
        return False
    lower = rest.lower()
    return not any(starts_with("modals").match(lower, i) for i in (0, *(i + 1 for i, c in enumerate(lower) if c == " ")))
