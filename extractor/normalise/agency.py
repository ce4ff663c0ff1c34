"""Agencies: is it one body or a group of them, and what is its canonical name."""

from __future__ import annotations

from collections.abc import Callable

import regex

from extractor.agencies import field_items, place_items, written_out
from extractor.agency_places import placed
from extractor.context import Context
from extractor.model import Candidate, Found, Refused, Span, Value

_COLLECTIVE = regex.compile(
    r"(?i:\b(?:các|từng|mỗi|một số|những|nhiều|cấp (?:tỉnh|huyện|xã|cơ sở)|cùng cấp)\b)|(?i:\b(?:tỉnh|xã|huyện), (?:thành phố|phường|thị xã))"
)
_BOARD = regex.compile(r"(?i:\b(?:ban chỉ đạo|tổ công tác|hội đồng(?! nhân dân)|ban quản lý|bql)\b)")
_MANY_BOARDS = regex.compile(r"(?i:(?:các cấp|cấp (?:huyện|xã)|các (?:tỉnh|huyện|xã|quận|phường|thành phố)\b[^.]*|tỉnh, thành phố)$)")
_LOWER_HEAD = regex.compile(r"(?i:\b(cán|nội|toàn|đồng|tiến|cơ|hồ|xứ|trụ|nhiệm|dịch|nghiệp|tác|chức)) $")
_STANDING = regex.compile(r"(?i:cơ quan|đơn vị|bộ phận) $")
# Hospitals, schools and centres for data are no agencies (guideline, agency).
_NO_AGENCY = regex.compile(r"(?i:^(?:trung tâm (?:y tế|dữ liệu|giáo dục|ngoại ngữ|thương mại|tiệc)|đội tuyển)\b)")
_ONE_SYLLABLE = regex.compile(r"\S+ \p{Lu}\p{Ll}*$")
_COUNT = regex.compile(r"\d ?$")
_IN_NUMBER = regex.compile(r"[\p{L}\d]? ?[-/]$")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """The agencies of one match; ``name`` is canonical for a single body, the printed words with abbreviations written out for a group."""
    before = context.before(candidate.span.start, 12)
    if (m := _LOWER_HEAD.search(before)) and (context.text[candidate.span.start].islower() or m.group(1).isupper() or m.group(1) != "toàn"):
        return Refused("chữ đầu thuộc về từ đứng trước (cán bộ, cơ sở, trụ sở)")
    if _IN_NUMBER.search(before) and not before.endswith(" -") and not before.endswith("- "):
        return Refused("là phần của một số ký hiệu")
    if candidate.groups.keys().isdisjoint({"office"}) and context.lower.startswith("thường trực", candidate.span.start) and _STANDING.search(before):
        return Refused("“cơ quan thường trực” là vai trò, cơ quan đứng sau nó")
    words = context.text[slice(*candidate.span)]
    if _NO_AGENCY.search(candidate.groups.get("body", words)):
        return Refused("bệnh viện, trường học, trung tâm dữ liệu không phải cơ quan")
    if candidate.rule == "agency.division" and _ONE_SYLLABLE.fullmatch(words) and "thuế" not in words.lower() and _SMALL_FOLLOWS.match(context.text, candidate.span.end):
        return Refused("tên bị đứt giữa một từ")
    special = _SPECIAL.get(candidate.rule)
    return special(candidate, context) if special else [_body(candidate, context, candidate.span)]


def _body(candidate: Candidate, context: Context, span: Span) -> Found:
    text = context.text[slice(*span)]
    name = written_out(text)
    collective = bool((_MANY_BOARDS if _BOARD.search(text) else _COLLECTIVE).search(text))
    if not collective:
        name = placed(name, context, span.start)
    return Found("agency", candidate.rule, span, {"name": name, "collective": collective}, candidate.priority)


def _group(candidate: Candidate, context: Context, span: Span) -> Found:
    return Found("agency", candidate.rule, span, {"name": written_out(context.text[slice(*span)]), "collective": True}, candidate.priority)


_WEAK = {"đơn vị", "địa phương", "cấp", "tổ chức", "cá nhân", "hội", "doanh nghiệp", "xã", "phường", "tập đoàn", "tổng công ty", "đặc khu", "mặt trận", "tổng công ty", "phòng", "ban", "cục", "vụ"}
_NOT_PUBLIC = regex.compile(r" (?:báo chí|truyền thông|thông tấn|ngôn luận|sự nghiệp|kinh doanh|chủ quản|chủ trì|thường trực|đầu mối|phận|luật|chỉ số|quy tắc|phim|máy|môn|nghề|học|công ty|trường)\b")
_POSSESSED = regex.compile(r"(?i:\b(?:của|tại|trong|thuộc|ở) )$")
_SMALL_FOLLOWS = regex.compile(r" \p{Ll}")
_OPENS_LIST = regex.compile(r" (?:\p{Lu}|như|gồm)")
_ITS_OWN = regex.compile(r" mình\b")
_GROUP_FOLLOWS = regex.compile(r",? (?:ban|ngành|cơ quan|địa phương|Ban|luật|chỉ số)\b")
_FIELD_OF_WORK = regex.compile(r",? (?:từng |các )?(?:nghề|lĩnh vực|ngành nghề|ngành hàng)\b")
_JOIN = regex.compile(r"(?:, và |, | và |; | - )(?:các (?:đồng chí )?)?| (?=ngành|địa phương)")


def _collective(candidate: Candidate, context: Context) -> list[Found] | Refused:
    start, end = candidate.span
    text = context.text[start:end]
    many = "many" in candidate.groups or "office" in candidate.groups
    nouns = [n.lower() for n in _JOIN.split(candidate.groups["nouns"]) if n]
    related = text.lower().endswith("liên quan") or "office" in candidate.groups or " thuộc " in text
    if _NOT_PUBLIC.match(context.text, end):
        return Refused("không phải cơ quan nhà nước theo từ đứng sau")
    if context.text[end : end + 2] == ": " or _OPENS_LIST.match(context.text, end) and not related and len(nouns) == 1:
        return Refused("là đầu của một danh sách")
    if nouns == ["ngành"] and candidate.groups.get("many", "").strip().lower() not in ("các", "từng"):
        return Refused("ngành nghề, lĩnh vực, không phải cơ quan")
    if _COUNT.search(context.before(start, 6)):
        return Refused("số đếm đứng trước: một số lượng, không phải tên gọi")
    if _FIELD_OF_WORK.match(context.text, end):
        return Refused("ngành nghề, lĩnh vực, không phải cơ quan")
    if all(n in _WEAK for n in nouns) and not related and not _strong(nouns, many):
        return Refused("gọi theo vai trò hoặc chỉ địa bàn, không phải một cơ quan")
    if not many and "chief" not in candidate.groups:
        if len(nouns) < 2 and not (related and nouns[0].startswith("cơ quan")) and not nouns[0].startswith(("cấp ủy", "cơ quan thanh tra", "cơ quan điều tra")):
            return Refused("một danh từ chung không có “các” đứng trước")
        if not related and {"tổ chức", "cá nhân"} & set(nouns):
            return Refused("cơ quan, tổ chức nói chung")
        if not nouns[0].startswith(("cơ quan", "cấp ủy", "sở", "bộ", "ban")) or _POSSESSED.search(context.before(start, 10)) and not related:
            return Refused("chủ sở hữu, không phải cơ quan được nêu")
        if _ITS_OWN.match(context.text, end):
            return Refused("chủ sở hữu, không phải cơ quan được nêu")
    return [_group(candidate, context, candidate.span)]


def _strong(nouns: list[str], many: bool) -> bool:
    """Lists that name bodies only together: "các phòng, ban", "các cấp, các ngành"."""
    return many and ("phòng" in nouns and len(nouns) > 1 or "ban" in nouns and len(nouns) > 1 or {"cục", "vụ"} <= set(nouns))


def _service(candidate: Candidate, context: Context) -> list[Found] | Refused:
    return [_group(candidate, context, candidate.span)]


def _short(candidate: Candidate, context: Context) -> list[Found] | Refused:
    if _GROUP_FOLLOWS.match(context.text, candidate.span.end):
        return Refused("đầu của một danh sách tập thể")
    return [_body(candidate, context, candidate.span)]


def _party_and_government(candidate: Candidate, context: Context) -> list[Found] | Refused:
    place = candidate.groups["place"]
    return [
        Found("agency", candidate.rule, candidate.spans[group], {"name": placed(f"{candidate.groups[group]} {place}", context), "collective": False}, candidate.priority)
        for group in ("party", "government")
    ]


def _listed(candidate: Candidate, context: Context) -> list[Found] | Refused:
    start, _ = candidate.spans["items"]
    head = candidate.groups["head"].capitalize()
    office = candidate.groups.get("office", "")
    found = []
    items = field_items(candidate.groups["items"], head)
    if len(items) == 1 and items[0][1] == len(candidate.groups["items"]) and not office and ":" not in context.text[candidate.span.start : start]:
        return [_group(candidate, context, candidate.span)]  # "các Sở Y tế": the same department everywhere
    for first, last, field in items:
        name = placed(f"{office}{head} {field}", context)
        found.append(Found("agency", candidate.rule, Span(start + first, start + last), {"name": name, "collective": False}, candidate.priority))
    return found or Refused("danh sách không có tên nào đứng riêng")


def _letterhead(candidate: Candidate, context: Context) -> list[Found] | Refused:
    body = candidate.spans["body"]
    if context.before(body.start, 10).endswith("CHỦ TỊCH "):
        return Refused("chức danh đứng trước: tên gồm cả chức danh")
    words = written_out(candidate.groups["body"].replace("\n", " "))
    name = placed(f"{words}", context)
    found = [Found("agency", candidate.rule, body, {"name": name, "collective": False}, candidate.priority)]
    if "office" in candidate.groups:
        fields: dict[str, Value] = {"name": f"Văn phòng {name}", "collective": False}
        found.append(Found("agency", candidate.rule, candidate.spans["office"], fields, candidate.priority))
    return found


def _places(candidate: Candidate, context: Context) -> list[Found] | Refused:
    start, _ = candidate.spans["items"]
    head = written_out(candidate.groups["head"])
    return [
        Found("agency", candidate.rule, Span(start + first, start + last), {"name": f"{head} {place}", "collective": False}, candidate.priority)
        for first, last, place in place_items(candidate.groups["items"], candidate.groups["level"])
    ]


_SPECIAL: dict[str, Callable[[Candidate, Context], "list[Found] | Refused"]] = {
    "agency.collective": _collective,
    "agency.service": _service,
    "agency.many": _service,
    "agency.short": _short,
    "agency.letterhead": _letterhead,
    "agency.party_and_government": _party_and_government,
    "agency.heads": _service,
    "agency.ministry_list": _listed,
    "agency.department_list": _listed,
    "agency.place_list": _places,
}
