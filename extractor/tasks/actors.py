"""Reads the bodies that stand in a row at one place: ``Sở Tài chính, Công an tỉnh và các đơn vị liên quan``.

Agency facts come with their canonical names. Groups that are no agencies (``các doanh nghiệp xăng dầu``, ``các địa phương``) may be told to do
something as well; their name is the words, up to the verb.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span
from extractor.tasks.words import alternatives, starts_with

# Words of courtesy or membership before a body; the body is what counts.
_LEAD_IN = regex.compile(
    r"(?:(?:các |đồng chí |các đồng chí |ông |bà |cá nhân |tập thể )?(?:lãnh đạo|thành viên|đồng chí|đ/c) |các bộ, ngành: |các sở: )+",
    regex.V1,
)
_LIST_JOIN = regex.compile(r" ?(?:[,;] ?(?:và |hoặc )?|và |hoặc |& )", regex.V1)
# A plural head before its list: "các Bộ: ", "một số sở như ", "2 cơ quan thường trực là ".
_HEAD = regex.compile(
    r"(?:(?:các|những|một số|hai|2|02|ba|3|03|0?\d) |(?:ubnd|ủy ban nhân dân|(?:bộ trưởng|chủ tịch|giám đốc|thủ trưởng|lãnh đạo|bí thư|trưởng)(?: [^,;:.\n]{3,30})?) các )[^;:.\n]{1,60}?(?:: ?| như | gồm | bao gồm | là )",
    regex.V1,
)
# "Công an tỉnh - cơ quan thường trực Tổ công tác": the same body once more.
_APPOSITION = regex.compile(
    r" ?(?:\((?:là |cơ quan |đơn vị |sau đây |gọi tắt |viết tắt )[^()\n]{0,120}\)|[-,] ?(?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối|chuyên môn)"
    r"(?: của)?(?: (?=\p{Lu}|ban|tổ|hội))?)",
    regex.V1 | regex.IGNORECASE,
)
_BRACKETS = regex.compile(r" ?\([^()\n]{0,160}\)")
_ROLE = regex.compile(
    r"(?:(?:các|những|từng|2|02|hai|ba) )?(?:đơn vị|cơ quan|cơ quan, đơn vị|sở, ngành)(?: (?:thường trực|chủ trì|chủ quản|này|nêu trên|nói trên|trên))+"
    r"(?: (?:là|gồm) )?|(?:đơn vị|người đứng đầu)(?= (?:phối hợp|tiếp tục|cần|phải|chủ động|khẩn trương|tập trung))",
    regex.V1,
)


_STANDING = regex.compile(r"(?<= ?[-(,] ?(?:là )?)cơ quan thường trực", regex.V1)
_COMPETENT = regex.compile(r"(?:các )?(?:cấp|cơ quan) (?:có thẩm quyền|chức năng)(?! (?:ở|tại|thuộc))", regex.V1)
_LEVEL = regex.compile(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?= \p{Ll})", regex.V1)


class Actors(NamedTuple):
    """Bodies in a row: their names, the facts among them, and where they stand. ``refers`` where the words only point back,
    ``opens`` where a fact is the first of them.
    """

    names: tuple[str, ...]
    facts: tuple[Found, ...]
    span: Span
    refers: bool = False
    opens: bool = False


class _One(NamedTuple):
    name: str | None
    fact: Found | None
    end: int
    refers: bool = False


def read_actors(view: FactView, position: int, end: int, *, groups: bool = True) -> Actors | None:
    """The bodies that begin at ``position``, before ``end``; ``groups`` allows those that are no agency facts."""
    names: list[str] = []
    opens = False
    facts: list[Found] = []
    at, last, refers = position, -1, False
    while at < end and (one := _one(view, at, end, groups=groups)):
        if one.name and one.name not in names:
            names.append(one.name)
        opens = opens or (last < 0 and one.fact is not None)
        if one.fact:
            facts.append(one.fact)
        refers = refers or one.refers
        last = at = _past_apposition(view, one.end, end)
        join = _LIST_JOIN.match(view.context.lower, at, end)
        if join is None:
            break
        at = join.end()
    return Actors(tuple(names), tuple(facts), Span(position, last), refers, opens) if last > 0 and (names or refers) else None


def read_name(view: FactView, position: int, end: int) -> Actors | None:
    """A name that is no agency fact, behind the verb of an order: capitalised words up to a verb (``Ban Giao thông phải …``)."""
    text = view.context.text
    m = _name().match(view.context.lower, position, end) if text[position : position + 1].isupper() else None
    return Actors((text[m.start() : m.end()].strip(" ,"),), (), Span(m.start(), m.end())) if m else None


def _one(view: FactView, at: int, end: int, *, groups: bool) -> _One | None:
    lower = view.context.lower
    fact = _fact_at(view, at)
    for opening in (_LEAD_IN, _HEAD):
        if fact is None and (m := opening.match(lower, at, end)):
            fact = _fact_at(view, m.end())
    if fact is not None and fact.span.end <= end:
        tail = _tail().match(lower, fact.span.end, end)
        return _One(_plural(str(fact.fields["name"])), fact, tail.end() if tail else fact.span.end)
    level = _LEVEL.match(lower, at, end)
    if level and is_modal(view.context.text, level.end() + 1) and (name := _own_unit(view, level.group())):
        return _One(name, None, level.end())
    if role := _ROLE.match(lower, at, end):
        return _One(None, None, role.end(), refers=True)
    if groups and (m := _COMPETENT.match(lower, at, end)):
        return _One(view.context.text[m.start() : m.end()], None, m.end())
    if (
        groups
        and (m := _group().match(view.context.text, at, end))
        and (_named().match(lower, at) is None or view.context.text[at].isupper())
    ):
        return _One(_group_name(view.context.text[m.start() : m.end()]), None, m.end())
    return None


def _own_unit(view: FactView, level: str) -> str | None:
    """``Tỉnh``, ``Huyện`` alone are the document's own."""
    context = view.context
    if level in ("tỉnh", "thành phố"):
        own = context.place is not None and context.place.lower().startswith(level)
        return f"Ủy ban nhân dân {context.place}" if own else None
    return f"{level} {context.units[level]}" if level in context.units else None


def standing_body(view: FactView) -> tuple[str, ...]:
    """The body that the text calls ``cơ quan thường trực``: ``Công an tỉnh - Cơ quan thường trực Tổ công tác``; empty where none is."""
    lower = view.context.lower
    for m in _STANDING.finditer(lower):
        body = view.last_before("agency", m.start(), 7)
        if body is not None and not body.fields.get("collective"):
            return (str(body.fields["name"]),)
    return ()


def _fact_at(view: FactView, at: int) -> Found | None:
    fact = view.first_from("agency", at)
    return fact if fact is not None and fact.span.start == at else None


def _past_apposition(view: FactView, at: int, end: int) -> int:
    """Behind ``(là Cơ quan thường trực Ban chỉ đạo 751)`` or ``- Cơ quan thường trực Tổ công tác tỉnh``."""
    lower = view.context.lower
    m = _APPOSITION.match(lower, at, end)
    if m is None:
        m = _BRACKETS.match(lower, at, end)
        return m.end() if m and lower[m.end() : m.end() + 1] in " ,:" else at
    if lower[m.end() - 1] == ")":
        return m.end()
    body = _fact_at(view, m.end())
    return body.span.end if body else m.end()


def _plural(name: str) -> str:
    """One spelling for who is told: ``từng sở, ngành`` are ``các sở, ngành``, ``Đề án số 06`` is ``Đề án 06``."""
    if name.startswith(("cơ quan, đơn vị", "sở, ngành", "sở, ban, ngành", "bộ, ngành", "đơn vị liên quan", "cơ quan liên quan")):
        return f"các {name}"
    return regex.sub(r"Đề án số (?=\d)", "Đề án ", regex.sub(r"^(?:[Tt]ừng|[Mm]ỗi) ", "các ", name))


def _group_name(words: str) -> str:
    """A group as the table has it: with its determiner, abbreviations are left as printed."""
    name = _plural(words.strip(" ,"))
    return (
        name
        if regex.match(
            r"(?i)(?:các|từng|mỗi|những|cấp|toàn|tất cả|một số|người|chính quyền|lực lượng|huyện|xã|thành phố|tỉnh|lãnh đạo|thủ trưởng|bộ trưởng|bí thư|giám đốc|tổng giám đốc|chủ tịch|cục trưởng|tập đoàn|tổng công ty|công ty|trường|báo|đài|bệnh viện|viện|hiệp hội|liên đoàn|học viện|đại học|quỹ|tổ trưởng|nhà đầu tư|ban quản lý)(?!\p{L})",
            name,
        )
        else f"các {name}"
    )


@cache
def _tail() -> regex.Pattern[str]:
    """What may follow a body and still belongs to it: which of them, where, on whose side."""
    stop = rf"(?= (?:{_stopping()})(?!\p{{L}})| ?[,;:.()\n]|$)"
    return regex.compile(
        r"(?: (?:(?:có )?liên quan|nêu trên|nói trên|trên|này|còn lại|tương ứng|theo chức năng, nhiệm vụ(?: được giao)?|được giao(?: nhiệm vụ)?)(?!\p{L}))*"
        rf"(?: (?:trên địa bàn|thuộc(?: và|,) trực thuộc|thuộc|trực thuộc|ở|tại|vùng|khu vực|nơi|từ|của|phụ trách|quản lý|có(?! trách nhiệm| biện pháp| phương án| giải pháp| kế hoạch| văn bản| cơ chế| hình thức))(?!\p{{L}})[^;:.()\n]{{0,90}}?{stop})?",
        regex.V1,
    )


@cache
def _name() -> regex.Pattern[str]:
    return regex.compile(rf"\p{{L}}+ [^;:.()\n]{{1,100}}?(?= (?:{_stopping()})(?!\p{{L}}))", regex.V1)


@cache
def _named() -> regex.Pattern[str]:
    """Heads of names that need no determiner; as names they begin with a capital."""
    return regex.compile(
        r"(?:tập đoàn|tổng công ty|công ty|trường(?! hợp)|báo(?! cáo)|đài|bệnh viện|viện|hiệp hội|liên đoàn|học viện|đại học|quỹ|tổ trưởng|viễn thông|bưu điện)",
        regex.V1,
    )


@cache
def _stopping() -> str:
    """Words that end a name: cues of work, without the short verbs that are nouns as well (cấp, thu, phát)."""
    verbs = "|".join(v for v in alternatives("verbs").split("|") if " " in v or "\\ " in v)
    return f"{alternatives('modals')}|{verbs}|để|nhằm|khi|giữ|nên|lập|cử|gửi|ký|xong|cùng|mở|trình|nộp|đưa|bố trí|{alternatives('tells')}"


@cache
def _group() -> regex.Pattern[str]:
    """A group that is no agency: a determiner or a head that stands alone, and its words up to a verb, a mark, or and."""
    heads = alternatives("actor_heads")
    more = rf"(?:, (?!(?:{heads})(?!\p{{L}}))\p{{L}}+(?: \p{{L}}+)?(?= (?:{_stopping()})(?!\p{{L}})))?"
    stop = rf"(?<!lĩnh vực|ngành|công tác|phạm vi|chức năng|trạm|dự án)(?=,? (?:{_stopping()})(?!\p{{L}})| ?[;:.()\n]|, | và |$)"
    listed = r"(?:(?: và|,) (?:trực thuộc|bộ|sở|ban|dn|doanh nghiệp|tổng công ty|đơn vị|cơ sở|tổ chức|ngành|địa phương|cá nhân|thị xã|thành phố|xã|phường|đặc khu|thị trấn)(?!\p{L}))*"
    named = _named().pattern
    return regex.compile(
        rf"(?i:(?:{alternatives('quantified')}) (?!trường hợp)(?:{heads})|(?:chính quyền|lực lượng|người đứng đầu|thủ trưởng|lãnh đạo|cấp ủy|bộ trưởng|bí thư|giám đốc|tổng giám đốc|chủ tịch|cục trưởng|doanh nghiệp|chủ đầu tư|nhà thầu"
        rf"|cơ quan, đơn vị|đơn vị|cơ quan|cấp có thẩm quyền|địa phương|ngành(?= (?-i:\p{{Lu}}))|{named}(?= \p{{L}})|cán bộ, công chức|công chức))(?!\p{{L}})(?i:{listed})[^;:.,()\n]{{0,80}}?{more}{stop}",
        regex.V1,
    )


def is_work(lower: str, at: int) -> bool:
    """Whether the words at ``at`` are such as open the work itself: phải, tiếp tục, a verb of work."""
    return starts_with("modals").match(lower, at) is not None or starts_with("verbs").match(lower, at) is not None


def is_modal(lower: str, at: int) -> bool:
    """Whether the words at ``at`` are such as follow who is told: those that open work, or căn cứ, định kỳ, trước ngày."""
    return is_work(lower, at) or starts_with("adverbials").match(lower, at) is not None
