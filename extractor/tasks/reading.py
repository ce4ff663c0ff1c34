"""Reads one clause of an order: who says it, who is told, and whether it orders anything at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.actors import Actors, is_modal, is_work, read_actors, read_name
from extractor.tasks.words import alternatives, cues, ends_with, starts_with

_MARKS = regex.compile(r"[ \"“”'‘’(*_-]*")
# "Thủ tướng Chính phủ Phạm Minh Chính cũng", "đồng chí Nguyễn Văn A": what stands between a speaker and what he says.
_LEADER = regex.compile(
    r"(?:phó )?(?:thủ tướng|chủ tịch|bí thư|bộ trưởng|thứ trưởng|tổng bí thư|trưởng ban|ủy ban nhân dân|ubnd|chính phủ|ban chỉ đạo|ban thường vụ|thường trực|tỉnh ủy|thành ủy|giám đốc)"
)
_MUST = regex.compile(r"(?:phải|cần|tiếp tục|khẩn trương|tập trung|chủ động|kịp thời)(?!\p{L})", regex.V1)
_PERSON = regex.compile(r"(?:,? (?:(?:ông|bà|đồng chí) )?\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})?", regex.V1)
_ALSO = regex.compile(
    r"(?:,? (?:thông báo và|thông báo,|cũng|đã|vừa|tiếp tục|thống nhất|còn|đồng thời|có ý kiến|quyết liệt|(?:có|ban hành|ký|gửi|ra) (?:văn bản|công văn|công điện|thông báo|chỉ thị)(?: (?:hỏa tốc|khẩn|chỉ đạo|mới|tiếp tục|số \S+|về việc))*))*,? ",
    regex.V1,
)
_CLAUSE = regex.compile(r"[,:] (?=[\p{L}\"“])", regex.V1)
_BY_PERSON = regex.compile(r"(?:ông|bà|Ông|Bà|đồng chí|Đồng chí)(?: \p{Lu}\p{L}*){0,4}(?: (?:cũng|đã|còn))? $", regex.V1 | regex.REVERSE)
_TITLE = regex.compile(r" - [^,;.:\n]{3,60}?(?= (?:giao|yêu cầu|đề nghị|chỉ đạo|nhấn mạnh|lưu ý|kết luận|đã|cũng) )", regex.V1)
_IN_BRACKETS = regex.compile(r" ?\([^()\n]{0,80}\)")
_REGULARLY = regex.compile(
    r"(?:định kỳ|ngay|cùng|(?:hằng|hàng|mỗi) \p{L}+)(?:(?: \d+)?(?: (?:ngày|tuần|tháng|quý|năm|thứ \p{L}+))*)? ", regex.V1
)
# "Chỉ thị cũng giao …": the document itself speaks.
_BY_DOCUMENT = regex.compile(
    r"(?:\w+ đó, |cũng |tại )?(?:chỉ thị|công điện|nghị quyết|kế hoạch|thông báo|văn bản|công văn|quyết định|kết luận)(?!\p{L})[^;.]{0,120}?"
    r"(?: (?:cũng|còn|đã|này|nêu rõ))* $",
    regex.V1,
)
_SAID = regex.compile(r"(?:,| rằng|:|,? là)* ?[\"“]?", regex.V1)
_MOST_CLAUSES = 14
# What somebody who has been told to do something does in turn.
_DETERMINERS = (
    "giám đốc",
    "chủ tịch",
    "bí thư",
    "bộ trưởng",
    "các ",
    "từng ",
    "mỗi ",
    "những ",
    "tất cả ",
    "toàn bộ ",
    "huyện",
    "tỉnh",
    "người đứng đầu",
    "thủ trưởng",
    "chính quyền",
    "lực lượng",
)
_OWN_WORK = ("chỉ đạo", "yêu cầu", "phân công", "lưu ý", "nhắc nhở", "kêu gọi")


class Reading(NamedTuple):
    """What a clause says. ``ordered``: an order verb stands before those who are told; ``told``: it only tells.

    ``action`` is where the work begins in the words, ``start`` where the clause of the order does.
    """

    lead: Actors | None = None
    assigner: Found | None = None
    ordered: bool = False
    directive: bool = False
    told: bool = False
    label: bool = False
    start: int = -1
    action: int = -1


def read_clause(
    view: FactView,
    span: Span,
    *,
    listed: bool,
    goes_on: bool = False,
    inherits: bool = False,
    official: bool = False,
    speaker: str | None = None,
) -> Reading:
    """Read the clause ``span``.

    ``listed``: it is an item under a line that assigns work, where a body before ``chỉ đạo`` is who is told; ``goes_on``: it goes on with the
    work of somebody already named (``inherits``: a sentence before has named him), so that ``chỉ đạo``, ``yêu cầu`` are part of that work; ``official``: the text is an official document, where
    a body that is to ``chỉ đạo`` others is itself told to. ``speaker`` is who gives the orders, where that is known.
    """
    starts = list(_clause_starts(view, span))
    told = Reading(start=span.start)
    for i, (at, _) in enumerate(starts):
        reading = _at(view, at, span, listed=listed, goes_on=goes_on, first=i == 0, inherits=inherits, official=official, speaker=speaker)
        if reading is not None:
            if reading.told:
                told = reading
                break
            inner = _inner_order(view, span, reading.start, official=official) if i and not reading.ordered else None
            return inner or reading
    inner = _inner_order(view, span, span.end, official=official)
    if inner is not None or told.told:
        return inner or told
    return _bare(view, starts, listed=listed) or told


def _bare(view: FactView, starts: list[tuple[int, bool]], *, listed: bool) -> Reading | None:
    """Work without anybody before it: a verb at the head, or phải, cần behind an opening phrase."""
    lower = view.context.lower
    for at, behind_comma in starts:
        if _MUST.match(lower, at) if behind_comma and not listed else is_work(lower, at) or _adverb_first(lower, at):
            return Reading(directive=True, start=at, action=at)
    return None


def _clause_starts(view: FactView, span: Span) -> Iterator[tuple[int, bool]]:
    """Where the clause proper may begin: at once, behind an opening word, behind the commas of an opening phrase (marked true)."""
    lower, end = view.context.lower, span.end
    at = _MARKS.match(lower, span.start, end).end()  # type: ignore[union-attr]  # it matches nothing too
    yield at, False
    preamble = starts_with("preambles").match(lower, at, end) is not None
    while m := _opener().match(lower, at, end):
        at = m.end()
        preamble = preamble or starts_with("preambles").match(lower, at, end) is not None
        yield at, False
    if preamble:
        for count, m in enumerate(_CLAUSE.finditer(lower, at, end)):
            if count == _MOST_CLAUSES:
                return
            after = m.end()
            yield after, True
            if m := _opener().match(lower, after, end):
                yield m.end(), True


@cache
def _opener() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('openers')})(?!\p{{L}})[,:]? ?(?=[\p{{L}}\d\"“])", regex.V1)


def _at(
    view: FactView, at: int, span: Span, *, listed: bool, goes_on: bool, first: bool, inherits: bool, official: bool, speaker: str | None
) -> Reading | None:
    """What the words at ``at`` say, or null where no clause of ours begins there."""
    lower, end = view.context.lower, span.end
    weak = (inherits and lower.startswith(("chỉ đạo", "phân công", "kêu gọi"), at)) or (goes_on and lower.startswith(_OWN_WORK, at))
    if not weak and (order := _order_at(view, at, end)):
        return order._replace(start=at)
    if weak:
        return Reading(directive=True, start=at, action=at)
    actors = read_actors(view, at, end)
    if actors is not None and (first or actors.opens or lower.startswith(_DETERMINERS, at)):
        return _with_subject(view, actors, Span(at, end), listed=listed, first=first, official=official, speaker=speaker)
    if starts_with("tells").match(lower, at, end):
        return Reading(told=True, start=at)
    works = first and (is_work(lower, at) or _adverb_first(lower, at)) and not _opener().match(lower, at, end)
    return Reading(directive=True, start=at, action=at) if works else None


def _adverb_first(lower: str, at: int) -> bool:
    """``Định kỳ báo cáo``: an adverb, then the work."""
    adverb = _REGULARLY.match(lower, at)
    return adverb is not None and is_work(lower, adverb.end())


def _order_at(view: FactView, at: int, end: int) -> Reading | None:
    """An order verb at ``at`` with those who are told behind it, or with the work itself."""
    lower = view.context.lower
    m = cues()["order"].pattern.match(lower, at, end)
    if m is None:
        return None
    behind = _behind(lower, m.end(), end)
    if starts_with("noun_after").match(lower, behind, end):
        return None
    actors = read_actors(view, behind, end) or read_name(view, behind, end)
    if actors is not None:
        return Reading(lead=actors, ordered=True, directive=True, action=actors.span.end)
    if m.group().startswith(("yêu cầu", "đề nghị", "kính đề nghị", "lưu ý")) and is_work(lower, behind):
        return Reading(ordered=True, directive=True, action=behind)
    return None


def _behind(lower: str, at: int, end: int) -> int:
    """Past the blank, colon or quotation mark behind a cue."""
    while at < end and lower[at] in ' :,"“':
        at += 1
    return at


def _with_subject(
    view: FactView, actors: Actors, span: Span, *, listed: bool, first: bool, official: bool, speaker: str | None
) -> Reading | None:
    text, lower, end = view.context.text, view.context.lower, span.end
    at = actors.span.end
    if lower[at : at + 1] == ":" or lower[at : at + 2] == " :":
        behind = _behind(lower, at, end)
        inner = _order_at(view, behind, end) if not listed else None
        return (inner or Reading(lead=actors, directive=True, action=behind))._replace(label=True, start=span.start)
    directs = lower.startswith(" chỉ đạo", at) and (official or not _LEADER.match(lower, actors.span.start))
    speaks = not listed or (len(actors.facts) == 1 and actors.names == (speaker,))
    if actors.facts and speaks and not directs and (said := _said(view, actors, end)):
        return said._replace(start=span.start)
    if not lower[at:end].strip(" .;,/"):
        return Reading(told=True, lead=actors, start=span.start)  # nothing but names
    at = _past_adverbial(lower, at, end)
    if starts_with("tells").match(lower, at, end):
        person = _PERSON.match(text, actors.span.end, end)
        return Reading(told=True, lead=actors, start=span.start) if person is not None else None
    if at < end and text[at].islower() and is_modal(lower, at):  # "huyện Cần Giờ" needs nothing
        return Reading(lead=actors, directive=True, start=span.start, action=at)
    if listed and first and at < end and lower[at] not in ",;.:)":
        return Reading(lead=actors, directive=True, start=span.start, action=at)
    return None


_BY_DUTY = regex.compile(
    r",? ?(?:theo|căn cứ|trên cơ sở|trong phạm vi|với)(?: đúng)? (?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|lĩnh vực|trách nhiệm|phạm vi)"
    r"(?:(?:,| và|, và) (?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|lĩnh vực|trách nhiệm|phạm vi))*"
    r"(?: (?:được giao|được phân công|của mình|quản lý|phụ trách|nhà nước|được|phân công|giao))*,? ",
    regex.V1,
)


def _past_adverbial(lower: str, at: int, end: int) -> int:
    """To the verb: past the blank, and past a phrase between commas (``, trên cơ sở chức năng được giao, chủ trì``)."""
    if duty := _BY_DUTY.match(lower, at, end):
        at = duty.end()
    at = _behind(lower, at, end)
    if (m := starts_with("preambles").match(lower, at, end)) and not starts_with("modals").match(lower, at, end):
        for comma in _CLAUSE.finditer(lower, m.end(), min(end, at + 200)):
            if is_modal(lower, comma.end()):
                return comma.end()
    return at


def _said(view: FactView, speaker: Actors, end: int) -> Reading | None:
    """``Chủ tịch UBND tỉnh Nguyễn Văn A yêu cầu các sở …``, ``… nhấn mạnh, các địa phương cần …``."""
    text, lower = view.context.text, view.context.lower
    at = _past_titles(view, speaker.span.end, end)
    also = _ALSO.match(lower, at, end)
    if also is None:
        return None
    at = also.end()
    by = speaker.facts[-1]
    order = _order_at(view, at, end)
    if order is not None:
        return order._replace(assigner=by)
    says = starts_with("says").match(lower, at, end)
    if says is None:
        return None
    said = _SAID.match(lower, says.end(), end)
    for inner, _ in _clause_starts(view, Span(said.end() if said else says.end(), end)):
        order = _order_at(view, inner, end)
        if order is not None:
            return order._replace(assigner=by)
        actors = read_actors(view, inner, end)
        if actors is not None and is_modal(lower, _past_adverbial(lower, actors.span.end, end)):
            return Reading(lead=actors, assigner=by, directive=True, ordered=True, action=actors.span.end)
        if actors is None and starts_with("modals").match(lower, inner, end):
            return Reading(assigner=by, directive=True, ordered=True, action=inner)
    return None


def _past_titles(view: FactView, at: int, end: int) -> int:
    """Behind the person's name and further offices: `` Nguyễn Hòa Bình - Trưởng ban Ban Chỉ đạo … (Ban Chỉ đạo 751)``."""
    text = view.context.text
    person = _PERSON.match(text, at, end)
    at = person.end() if person else at
    while text.startswith((" - ", ", "), at):
        office = view.first_from("agency", at)
        if office is None or office.span.start > at + 3 or office.span.end > end:
            title = _TITLE.match(text, at, end)
            return title.end() if title else at
        brackets = _IN_BRACKETS.match(text, office.span.end, end)
        at = brackets.end() if brackets else office.span.end
    return at


def _inner_order(view: FactView, span: Span, limit: int, *, official: bool) -> Reading | None:
    """An order inside a sentence that begins otherwise: ``…, đề nghị Ngân hàng Thế giới thẩm định …``."""
    text, lower = view.context.text, view.context.lower
    for m in cues()["order"].pattern.finditer(lower, span.start + 1, limit):
        before = lower[max(span.start, m.start() - 40) : m.start()]
        if ends_with("noun_before").search(before):
            continue
        order = _order_at(view, m.start(), span.end)
        if order is None or order.lead is None or not order.lead.names:
            continue
        speaker = speaker_before(view, span.start, m.start())
        person = _BY_PERSON.search(text, span.start, m.start()) is not None
        framed = (official and starts_with("preambles").match(lower, span.start) is not None) or _BY_DOCUMENT.match(
            lower, span.start, m.start()
        ) is not None
        if speaker is None and not person and not framed and not before.rstrip().endswith((",", ";", ":", "và", "đồng thời", '"', "“")):
            continue
        start = span.start if speaker is not None or person else m.start()
        return order._replace(assigner=speaker, start=start)
    return None


def speaker_before(view: FactView, start: int, at: int) -> Found | None:
    """The body whose verb stands at ``at``: it ends there but for a person's name and small words."""
    body = view.last_before("agency", at, 80)
    if body is None or body.span.start < start:
        return None
    gap = view.context.text[body.span.end : at]
    person = _PERSON.match(gap)
    rest = gap[person.end() if person else 0 :]
    return body if _ALSO.fullmatch(rest.lower() if rest.endswith(" ") else f"{rest.lower()} ") else None
