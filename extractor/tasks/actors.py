"""Reads the bodies that stand in a row at one place: ``Sở Tài chính, Công an tỉnh và các đơn vị liên quan``.

Agency facts come with their canonical names. Groups that are no agencies (``các doanh nghiệp xăng dầu``, ``các địa phương``) may be told
to do something as well; their name is the words, up to the verb.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.prefilter import Heads
from extractor.tasks.actor_names import governments, group_name, own_unit, plural
from extractor.tasks.words import phrase, starts_with

_PLACES = "agency.place_list"


class Actors(NamedTuple):
    """Bodies in a row: their names, the facts among them, and where they stand.

    ``refers`` where the words only point back, ``opens`` where a fact is the first of them.
    """

    names: tuple[str, ...]
    facts: tuple[Found, ...]
    span: Span
    refers: bool = False
    opens: bool = False


class _One(NamedTuple):
    names: tuple[str, ...]
    fact: Found | None
    end: int
    refers: bool = False


def read_actors(view: FactView, position: int, end: int, *, groups: bool = True) -> Actors | None:
    """The bodies that begin at ``position``, before ``end``; ``groups`` allows those that are no agency facts."""
    first = one = _one(view, position, end, groups=groups) if position < end else None
    if first is None:
        return None
    found: list[_One] = []
    while one is not None:
        found.append(one)
        last = at = _past_apposition(view, one.end, end)
        join = phrase("list_join").match(view.context.lower, at, end)
        one = _one(view, join.end(), end, groups=groups) if join is not None and join.end() < end else None
    names = tuple(dict.fromkeys(name for one in found for name in one.names))
    refers = any(one.refers for one in found)
    if not names and not refers:
        return None
    facts = tuple(one.fact for one in found if one.fact)
    return Actors(names, facts, Span(position, last), refers, first.fact is not None)


def read_name(view: FactView, position: int, end: int) -> Actors | None:
    """A name that is no agency fact, behind the verb of an order: capitalised words up to a verb (``Ban Giao thông phải …``)."""
    text = view.context.text
    capital = text[position : position + 1].isupper()
    m = phrase("capitalised_name").match(view.context.lower, position, end) if capital else None
    return Actors((text[m.start() : m.end()].strip(" ,"),), (), Span(m.start(), m.end())) if m else None


def standing_body(view: FactView) -> tuple[str, ...]:
    """The body that the text calls ``cơ quan thường trực``: ``Công an tỉnh - Cơ quan thường trực Tổ công tác``; empty where none is."""
    return view.once("standing", _standing_body)


def _standing_body(view: FactView) -> tuple[str, ...]:
    for m in phrase("standing").finditer(view.context.lower):
        body = view.last_before("agency", m.start(), 7)
        if body is not None and not body.fields.get("collective"):
            return (str(body.fields["name"]),)
    return ()


def is_work(lower: str, at: int) -> bool:
    """Whether the words at ``at`` are such as open the work itself: phải, tiếp tục, a verb of work."""
    return starts_with("modals", "verbs").match(lower, at) is not None


def is_modal(lower: str, at: int) -> bool:
    """Whether the words at ``at`` are such as follow who is told: those that open work, or căn cứ, định kỳ, trước ngày."""
    return starts_with("modals", "verbs", "adverbials").match(lower, at) is not None


def _one(view: FactView, at: int, end: int, *, groups: bool) -> _One | None:
    lower = view.context.lower
    fact = _fact_at(view, at)
    if fact is None or fact.fields.get("collective"):
        fact = _first_of_places(view, at, end) or fact
    if fact is None and not _unnamed_heads().at(lower, at):
        return None
    for opening in ("courtesy", "plural_head"):
        if fact is None and (m := phrase(opening).match(lower, at, end)):
            fact = _fact_at(view, m.end())
    if fact is not None and fact.span.end <= end:
        tail = phrase("tail").match(lower, fact.span.end, end)
        return _One((plural(str(fact.fields["name"])),), fact, tail.end() if tail else fact.span.end)
    if unit := _unit(view, at, end):
        return unit
    if role := phrase("role").match(lower, at, end):
        return _One((), None, role.end(), refers=True)
    return _group(view, at, end) if groups else None


@cache
def _unnamed_heads() -> Heads:
    """With what bodies begin where no agency fact does."""
    return Heads(*map(phrase, ("courtesy", "plural_head", "level", "provinces", "role", "competent", "group")))


def _unit(view: FactView, at: int, end: int) -> _One | None:
    """Units of government that must do something: ``Tỉnh cần``, ``tỉnh Đắk Lắk tập trung``, ``các tỉnh Nghệ An, Cao Bằng rà soát``."""
    text, lower = view.context.text, view.context.lower
    level = phrase("level").match(lower, at, end)
    if level and is_modal(text, level.end() + 1) and (name := own_unit(view.context, level.group())):
        return _One((name,), None, level.end())
    named = phrase("provinces").match(text, at, end)
    if named and is_modal(text, named.end() + 1) and (names := governments(named.group("names"), lower[at : at + 12])):
        return _One(names, None, named.end())
    return None


def _group(view: FactView, at: int, end: int) -> _One | None:
    text, lower = view.context.text, view.context.lower
    if m := phrase("competent").match(lower, at, end):
        return _One((text[m.start() : m.end()],), None, m.end())
    m = phrase("group").match(text, at, end)
    if m is None or (starts_with("name_heads").match(lower, at) and not text[at].isupper()):
        return None
    return _One((group_name(text[m.start() : m.end()]),), None, m.end())


def _first_of_places(view: FactView, at: int, end: int) -> Found | None:
    """The first body of ``UBND các xã Thạch Hà, Cẩm Bình``, which stands at the first place."""
    fact = view.first_from("agency", at + 1)
    if fact is None or fact.rule != _PLACES:
        return None
    head = phrase("places_head").match(view.context.lower, at, end)
    return fact if head and head.end() == fact.span.start else None


def _fact_at(view: FactView, at: int) -> Found | None:
    fact = view.first_from("agency", at)
    return fact if fact is not None and fact.span.start == at else None


def _past_apposition(view: FactView, at: int, end: int) -> int:
    """Behind ``(là Cơ quan thường trực Ban chỉ đạo 751)`` or ``- Cơ quan thường trực Tổ công tác tỉnh``."""
    lower = view.context.lower
    m = phrase("apposition").match(lower, at, end)
    if m is None:
        m = phrase("brackets").match(lower, at, end)
        return m.end() if m and lower[m.end() : m.end() + 1] in " ,:" else at
    if lower[m.end() - 1] == ")":
        return m.end()
    body = _fact_at(view, m.end())
    return body.span.end if body else m.end()
