"""Date and issuer of documents, from the dates and bodies beside the mention; type, date and issuer from the list that it stands in.

The words between are patterns of ``patterns/_document_links.toml``. The symbol gives no issuer, it only forbids one: a notice
``TB-VPCP`` that records what a Deputy Prime Minister said is issued by the Office of the Government.
"""

from __future__ import annotations

from functools import cache

import regex

from extractor.context import Context
from extractor.doc_codes import parse_symbol
from extractor.fact_view import FactView
from extractor.letterhead import letterhead
from extractor.model import Found
from extractor.wordlists import table

_NEAR = 170  # code points that may lie between a document and what stands before it
_YEAR = regex.compile(r"(?:19|20)\d\d|\d[/.-]\d{1,2}[/.-]\d\d(?!\d)")


def link_documents(found: list[Found], context: Context) -> None:
    """Fill ``issued``, ``issuer`` and inherited types of the document facts among ``found`` (sorted by span), in place."""
    view = FactView(found, context)
    for document in view.documents:
        if document.rule == "document.letterhead":
            _own(document, view)
        else:
            _after(document, view)
            _before(document, view)
    pairs = [(a, b) for a, b in zip(view.documents, view.documents[1:], strict=False) if _in_list(a, b, view)]
    for earlier, later in reversed(pairs):
        _share_backward(earlier, later, view)
    for earlier, later in pairs:
        _share_forward(earlier, later, view)


def _own(document: Found, view: FactView) -> None:
    """The letterhead's date is that of its line of place and date, its issuer the last body above the number."""
    head = letterhead(view.context.text, document.span)
    if head is None:
        return
    if head.dated:
        document.fields["issued"] = next((view.day(d) for d in view.within("date", head.dated) if view.day(d)), None)
    bodies = [a for a in view.within("agency", head.issuer) if not a.fields.get("collective")]
    document.fields["issuer"] = bodies[-1].fields.get("name") if bodies else None


def _after(document: Found, view: FactView) -> None:
    """``… ngày 17/5/2025 của Quốc hội``, ``… của Chính phủ ngày 08 tháng 3 năm 2025``, ``… năm 2025 của Bộ Tài chính``."""
    end = _take_date(document, document.span.end, view)
    body = view.first_from("agency", end)
    if body is None or not (_pattern("after", "issuer").fullmatch(gap := view.between(end, body)) or _of_government(document, body, gap)):
        return
    if body.fields.get("collective"):
        return
    document.fields["issuer"] = body.fields.get("name")
    if document.fields["issued"] is None:
        _take_date(document, body.span.end, view)


def _take_date(document: Found, end: int, view: FactView) -> int:
    """Take the date that begins at ``end`` if it is the document's, and say where to read on."""
    dated = view.first_from("date", end)
    if dated is None or not _pattern("after", "date").fullmatch(gap := view.between(end, dated)):
        return end
    if "," in gap and not _belongs_behind_comma(dated, view):
        return end
    document.fields["issued"] = view.day(dated)
    return dated.span.end


def _belongs_behind_comma(dated: Found, view: FactView) -> bool:
    """Not in ``Thực hiện Công văn số 3, ngày 5/6 UBND tỉnh …``: a day without a year, or one of another document, opens a clause."""
    text, (start, end) = view.context.text, dated.span
    following = view.first_from("document", end)
    opens = following is not None and _pattern("before", "issued").fullmatch(view.between(end, following)) is not None
    owned = _pattern("after", "issuer").match(text, end) is not None
    return owned or (_YEAR.search(text, start, end) is not None and not opens)


def _of_government(document: Found, body: Found, gap: str) -> bool:
    """``Đề án 06 Chính phủ``: said without ``của``."""
    return gap == " " and document.fields["doc_type"] == "đề án" and body.fields.get("name") == "Chính phủ"


def _before(document: Found, view: FactView) -> None:
    """``Ngày 26/11/2025, Thủ tướng Chính phủ ban hành …``, ``UBND tỉnh phê duyệt … tại …``."""
    start = document.span.start
    if document.fields["issued"] is None:
        dated = view.last_before("date", start, _NEAR)
        if dated is not None and _pattern("before", "issued").fullmatch(view.context.text, dated.span.end, start):
            before = view.context.before(dated.span.start, 12)
            if not _pattern("before", "not_issued").search(before):
                document.fields["issued"] = view.day(dated)
    if document.fields["issuer"] is None:
        body = view.last_before("agency", start, _NEAR)
        if body is not None and not body.fields.get("collective") and _issues(body, start, view) and _may_issue(document, body):
            document.fields["issuer"] = body.fields.get("name")


def _issues(body: Found, start: int, view: FactView) -> bool:
    text, end = view.context.text, body.span.end
    if _pattern("before", "issues").fullmatch(text, end, start) or _pattern("before", "at").fullmatch(text, end, start):
        return True
    return view.context.before(body.span.start, 4) == "của " and _pattern("before", "at_of").fullmatch(text, end, start) is not None


def _may_issue(document: Found, body: Found) -> bool:
    """Whether the symbol's issuer code, if it is a known one, fits the body's name."""
    code = parse_symbol(str(document.fields["symbol"] or "")).issuer_code
    name = str(body.fields.get("name") or "")
    if name.startswith("Phó ") and document.fields["symbol"]:
        return False
    if any(word in name for word in table("document_links")["never"].get(str(document.fields["doc_type"]), ())):
        return False
    for pattern, held in _holders():
        if code and pattern.fullmatch(code):
            return any(word in name for word in held)
    return True


def _in_list(earlier: Found, later: Found, view: FactView) -> bool:
    """Whether nothing but dates, issuers, commas and ``và`` stands between two documents."""
    if later.span.start - earlier.span.end > _NEAR:
        return False
    return _pattern("lists", "gap").fullmatch(view.masked(earlier.span.end, later.span.start)) is not None


def _headless(document: Found, view: FactView) -> bool:
    """A number without a type word of its own: ``số 13021/BTC-PTHT``, ``3948/UBND-NC``."""
    first = view.context.text[document.span.start : document.span.start + 3].lower()
    return first[0].isdigit() or first == "số "


def _share_backward(earlier: Found, later: Found, view: FactView) -> None:
    """What is said once behind the last of a list holds for all of it: ``số 1280/TTr-CP và số 1281/TTr-CP ngày … của Chính phủ``."""
    plain = "D" not in (gap := view.masked(earlier.span.end, later.span.start)) and "A" not in gap
    same = all(earlier.fields[key] == later.fields[key] for key in ("doc_type", "symbol"))
    if earlier.fields["issuer"] is None and "A" not in gap and (_headless(later, view) or same):
        earlier.fields["issuer"] = later.fields["issuer"]
    if earlier.fields["issued"] is None and plain and _headless(later, view) and _shares_day(earlier, later, view):
        earlier.fields["issued"] = later.fields["issued"]


def _shares_day(earlier: Found, later: Found, view: FactView) -> bool:
    """A plural head (``các Tờ trình số …``), numbers that share a symbol (``số 12, 15/QĐ-UBND``), or words that say so (``cùng ngày``)."""
    if view.context.before(earlier.span.start, 4).lower() == "các " or _headless(earlier, view) or later.rule != "document.symbol":
        return True
    return _pattern("lists", "same_day").match(view.context.text, later.span.end) is not None


def _share_forward(earlier: Found, later: Found, view: FactView) -> None:
    """The second of a pair takes the type, unless its symbol names another, and the issuer of the first."""
    if not _headless(later, view):
        return
    if later.rule == "document.symbol" and parse_symbol(str(later.fields["symbol"])).type_code in (None, "QH", "UBTVQH"):
        later.fields["doc_type"] = earlier.fields["doc_type"]
    if later.fields["issuer"] is None and later.fields["doc_type"] == earlier.fields["doc_type"]:
        later.fields["issuer"] = earlier.fields["issuer"]


@cache
def _pattern(section: str, name: str) -> regex.Pattern[str]:
    return regex.compile(table("document_links")[section][name], regex.V1)


@cache
def _holders() -> tuple[tuple[regex.Pattern[str], tuple[str, ...]], ...]:
    return tuple((regex.compile(code), tuple(held)) for code, held in table("document_links")["holders"].items())
