"""Agencies: is it one body or a group of them, and what is its canonical name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

import regex

from extractor.agencies import field_at, place_items, written_out
from extractor.agency_bodies import attached_end, body_end, division_end, office_end
from extractor.agency_groups import followed_by, refusal
from extractor.agency_places import placed
from extractor.context import Context
from extractor.model import Candidate, Found, Refused, Span
from extractor.wordlists import openings, words

_COLLECTIVE = regex.compile(
    r"(?i:\b(?:các(?! cơ quan đảng)|từng|mỗi|một số|những|nhiều|cấp (?:tỉnh|huyện|xã|cơ sở)|cùng cấp)\b"
    r"|\b(?:(?:tỉnh|xã|huyện), (?:thành phố|phường|thị xã)|phường, xã))"
)
_BOARD = regex.compile(r"(?i:\b(?:ban chỉ đạo|tổ công tác|hội đồng(?! nhân dân)|ban quản lý|bql)\b)")
_MANY_BOARDS = regex.compile(r"(?i:(?:các cấp|cấp (?:huyện|xã)|các (?:tỉnh|huyện|xã|quận|phường|thành phố)\b[^.]*|tỉnh, thành phố)$)")
_ONE_SYLLABLE = regex.compile(r"\S+ (?!Thuế)\p{Lu}\p{Ll}*$")
_SMALL_FOLLOWS = regex.compile(r" \p{Ll}")
Normaliser = Callable[[Candidate, Context], "list[Found] | Refused"]
_LIST_JOINT = regex.compile(r"(?:, và |, |; | và )")
_BELONGS = regex.compile(r"(?<!liên quan) (?:tham mưu, )?(?:quản lý nhà nước )?(?:tương ứng )?(?:thuộc, )?(?:trực )?thuộc ")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """The agencies of one match; ``name`` is canonical for a single body, the printed words with abbreviations written out for a group."""
    if reason := _no_name(candidate, context):
        return Refused(reason)
    return _SPECIAL.get(candidate.rule, _one)(candidate, context)


def _no_name(candidate: Candidate, context: Context) -> str | None:
    """Why the words name no body at all, whatever rule matched them."""
    start, end = candidate.span
    text = context.text[start:end]
    before = context.before(start, 12)
    if before.endswith(" "):
        last = before[before.rfind(" ", 0, -1) + 1 : -1]
        if last.lower() in words("agency_words", "first_half") and (text[0].islower() or last.isupper() or last != "toàn"):
            return "chữ đầu thuộc về từ đứng trước (cán bộ, cơ sở, trụ sở)"
    elif before.endswith(("-", "/")) and not before.endswith((" -", " /")):
        return "là phần của một số ký hiệu"
    lower = context.lower[start:end]
    if lower.startswith("thường trực") and before.lower().rstrip().endswith(openings("agency_words", "standing")):
        return "“cơ quan thường trực” là vai trò, cơ quan đứng sau nó"
    if lower.startswith(openings("agency_words", "no_agency")):
        return "bệnh viện, trường học, trung tâm dữ liệu không phải cơ quan"
    if candidate.rule == "agency.division" and _ONE_SYLLABLE.fullmatch(text) and _SMALL_FOLLOWS.match(context.text, end):
        return "tên bị đứt giữa một từ"
    return None


def _found(candidate: Candidate, span: Span, name: str, *, collective: bool = False) -> Found:
    return Found("agency", candidate.rule, span, {"name": name, "collective": collective}, candidate.priority)


def _one(candidate: Candidate, context: Context) -> list[Found] | Refused:
    return _named(candidate, context, candidate.span)


def _composed(end_of: Callable[[Candidate, Context], int | None]) -> Normaliser:
    """A name that goes on with a body of another rule."""

    def normalise_composed(candidate: Candidate, context: Context) -> list[Found] | Refused:
        end = end_of(candidate, context)
        if end is None:
            return Refused("không có cơ quan nào đứng sau")
        return _named(candidate, context, Span(candidate.span.start, end))

    return normalise_composed


def _named(candidate: Candidate, context: Context, span: Span) -> list[Found] | Refused:
    """A body, or several of one sort where its words say so ("UBND các huyện")."""
    start, end = span
    text = context.text[start:end]
    name = written_out(text)
    collective = _is_collective(text)
    if collective and _names_places(context, end):
        return Refused("đầu của một danh sách địa phương: mỗi địa phương là một cơ quan")
    return [_found(candidate, span, name if collective else placed(name, context, start), collective=collective)]


@lru_cache(maxsize=4096)
def _is_collective(text: str) -> bool:
    """Whether the words name several bodies of one sort."""
    return bool((_MANY_BOARDS if _BOARD.search(text) else _COLLECTIVE).search(text))


def _names_places(context: Context, end: int) -> bool:
    """Whether a province follows right after ``end``, a colon between them or not."""
    i = bisect_left(context.provinces, (end + 1,))
    return i < len(context.provinces) and context.provinces[i][0] <= end + 2


def _group(candidate: Candidate, context: Context) -> list[Found] | Refused:
    return [_found(candidate, candidate.span, written_out(context.text[slice(*candidate.span)]), collective=True)]


def _collective(candidate: Candidate, context: Context) -> list[Found] | Refused:
    reason = refusal(candidate, context)
    if reason:
        return Refused(reason)
    belongs = _BELONGS.match(context.text, candidate.span.end)
    end = body_end(context, belongs.end()) if belongs else None
    span = Span(candidate.span.start, end or candidate.span.end)
    return [_found(candidate, span, written_out(context.text[slice(*span)]), collective=True)]


def _short(candidate: Candidate, context: Context) -> list[Found] | Refused:
    if followed_by(context, candidate.span.end, "not_short"):
        return Refused("đầu của một danh sách tập thể")
    return _one(candidate, context)


def _party_and_government(candidate: Candidate, context: Context) -> list[Found] | Refused:
    place = candidate.groups["place"]
    return [_found(candidate, candidate.spans[g], placed(f"{candidate.groups[g]} {place}", context)) for g in ("party", "government")]


def _listed(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One body for each field of a list that says its head once; bodies named in full have rules of their own."""
    head = candidate.groups["head"].capitalize()
    office = candidate.groups.get("office", "")
    items = list(_items(context, candidate.span.end, head))
    fields = [(span, field) for span, field in items if field]
    if len(items) == len(fields) == 1 and not office and ":" not in context.text[slice(*candidate.span)]:
        group = Span(candidate.span.start, items[0][0].end)  # "các Sở Y tế": the same department everywhere
        return [_found(candidate, group, written_out(context.text[slice(*group)]), collective=True)]
    named = [_found(candidate, span, placed(f"{office}{head} {field}", context)) for span, field in fields]
    return named or Refused("danh sách không có tên nào đứng riêng")


def _items(context: Context, position: int, head: str) -> Iterator[tuple[Span, str | None]]:
    """The items of a list from ``position`` on: the field of those that stand without their head, null for bodies named in full."""
    while True:
        field = field_at(context.text, position, head)
        end = field[0] if field else body_end(context, position)
        if end is None:
            return
        yield Span(position, end), field[1] if field else None
        joint = _LIST_JOINT.match(context.text, end)
        if joint is None:
            return
        position = joint.end()


def _places(candidate: Candidate, _context: Context) -> list[Found] | Refused:
    """One body for each place of a list that says the body once."""
    start = candidate.spans["items"].start
    head = written_out(candidate.groups["head"])
    places = place_items(candidate.groups["items"], candidate.groups["level"])
    return [_found(candidate, Span(start + a, start + b), f"{head} {place}") for a, b, place in places]


def _letterhead(candidate: Candidate, context: Context) -> list[Found] | Refused:
    body = candidate.spans["body"]
    if context.before(body.start, 10).endswith("CHỦ TỊCH "):
        return Refused("chức danh đứng trước: tên gồm cả chức danh")
    name = placed(written_out(candidate.groups["body"].replace("\n", " ")), context)
    office = [_found(candidate, candidate.spans["office"], f"Văn phòng {name}")] if "office" in candidate.groups else []
    return [_found(candidate, body, name), *office]


_SPECIAL: dict[str, Normaliser] = {
    "agency.office": _composed(office_end),
    "agency.attached": _composed(attached_end),
    "agency.division": _composed(division_end),
    "agency.small_division": lambda _candidate, _context: Refused("chỉ là tên cơ quan khi có chức danh đứng trước"),
    "agency.collective": _collective,
    "agency.service": _group,
    "agency.many": _group,
    "agency.heads": _group,
    "agency.short": _short,
    "agency.letterhead": _letterhead,
    "agency.party_and_government": _party_and_government,
    "agency.ministry_list": _listed,
    "agency.department_list": _listed,
    "agency.place_list": _places,
}
