"""Agencies: is it one body or a group of them, and what is its canonical name."""

from __future__ import annotations

from collections.abc import Callable

import regex

from extractor.agencies import field_items, place_items, written_out
from extractor.agency_groups import followed_by, refusal
from extractor.agency_places import placed
from extractor.context import Context
from extractor.model import Candidate, Found, Refused, Span
from extractor.wordlists import words

_COLLECTIVE = regex.compile(
    r"(?i:\b(?:các|từng|mỗi|một số|những|nhiều|cấp (?:tỉnh|huyện|xã|cơ sở)|cùng cấp)\b|\b(?:tỉnh|xã|huyện), (?:thành phố|phường|thị xã))"
)
_BOARD = regex.compile(r"(?i:\b(?:ban chỉ đạo|tổ công tác|hội đồng(?! nhân dân)|ban quản lý|bql)\b)")
_MANY_BOARDS = regex.compile(r"(?i:(?:các cấp|cấp (?:huyện|xã)|các (?:tỉnh|huyện|xã|quận|phường|thành phố)\b[^.]*|tỉnh, thành phố)$)")
_ONE_SYLLABLE = regex.compile(r"\S+ (?!Thuế)\p{Lu}\p{Ll}*$")
_SMALL_FOLLOWS = regex.compile(r" \p{Ll}")
_IN_NUMBER = regex.compile(r"(?<! )[-/]$")


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
    last = before.split(" ")[-2] if before.endswith(" ") else ""
    if last.lower() in words("agency_words", "first_half") and (text[0].islower() or last.isupper() or last != "toàn"):
        return "chữ đầu thuộc về từ đứng trước (cán bộ, cơ sở, trụ sở)"
    if _IN_NUMBER.search(before):
        return "là phần của một số ký hiệu"
    if text.lower().startswith("thường trực") and before.lower().rstrip().endswith(tuple(words("agency_words", "standing"))):
        return "“cơ quan thường trực” là vai trò, cơ quan đứng sau nó"
    if candidate.groups.get("body", text).lower().startswith(tuple(words("agency_words", "no_agency"))):
        return "bệnh viện, trường học, trung tâm dữ liệu không phải cơ quan"
    if candidate.rule == "agency.division" and _ONE_SYLLABLE.fullmatch(text) and _SMALL_FOLLOWS.match(context.text, end):
        return "tên bị đứt giữa một từ"
    return None


def _found(candidate: Candidate, span: Span, name: str, *, collective: bool = False) -> Found:
    return Found("agency", candidate.rule, span, {"name": name, "collective": collective}, candidate.priority)


def _one(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """A body, or several of one sort where its words say so ("UBND các huyện")."""
    start, end = candidate.span
    text = context.text[start:end]
    name = written_out(text)
    collective = bool((_MANY_BOARDS if _BOARD.search(text) else _COLLECTIVE).search(text))
    if collective and _names_places(context, end):
        return Refused("đầu của một danh sách địa phương: mỗi địa phương là một cơ quan")
    return [_found(candidate, candidate.span, name if collective else placed(name, context, start), collective=collective)]


def _names_places(context: Context, end: int) -> bool:
    """Whether a province follows right after ``end``, a colon between them or not."""
    return any(start in (end + 1, end + 2) for start, _ in context.provinces)


def _group(candidate: Candidate, context: Context) -> list[Found] | Refused:
    return [_found(candidate, candidate.span, written_out(context.text[slice(*candidate.span)]), collective=True)]


def _collective(candidate: Candidate, context: Context) -> list[Found] | Refused:
    reason = refusal(candidate, context)
    return Refused(reason) if reason else _group(candidate, context)


def _short(candidate: Candidate, context: Context) -> list[Found] | Refused:
    if followed_by(context, candidate.span.end, "not_short"):
        return Refused("đầu của một danh sách tập thể")
    return _one(candidate, context)


def _party_and_government(candidate: Candidate, context: Context) -> list[Found] | Refused:
    place = candidate.groups["place"]
    return [_found(candidate, candidate.spans[g], placed(f"{candidate.groups[g]} {place}", context)) for g in ("party", "government")]


def _listed(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One body for each field of a list that says its head once."""
    start, end = candidate.spans["items"]
    head = candidate.groups["head"].capitalize()
    office = candidate.groups.get("office", "")
    items = field_items(candidate.groups["items"], head)
    if len(items) == 1 and items[0][1] == end - start and not office and ":" not in context.text[candidate.span.start : start]:
        return _group(candidate, context)  # "các Sở Y tế": the same department everywhere
    named = [(Span(start + a, start + b), placed(f"{office}{head} {field}", context)) for a, b, field in items]
    return [_found(candidate, span, name) for span, name in named] or Refused("danh sách không có tên nào đứng riêng")


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


_SPECIAL: dict[str, Callable[[Candidate, Context], list[Found] | Refused]] = {
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
