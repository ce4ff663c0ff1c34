"""The bodies that issued a document named beside them, the document itself included."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractor.fact_view import FactView
from extractor.letterhead import letterhead
from extractor.model import Found, Span

_AFTER, _BEFORE = 130, 170  # code points between a document and its issuer
_BEHIND = regex.compile(r"[\s*_-]*(?i:cộng hòa xã hội chủ nghĩa|đảng cộng sản việt nam)| điện ?:|\n[*_]*Căn cứ ", regex.V1)

_OF = regex.compile(r"[,)]?(?: ?[,(-]? ?(?:(?:được )?(?:ban hành|ký) )?d\)?)?[,)]? ?(?:của|do)(?: đồng chí| các)? ", regex.V1)  # d: a date

_IN = regex.compile(r" ?\(?,? ?(?:nêu )?tại (?:các )?")
_WORD_OF = regex.compile(r"(?<!\p{L})(?:đề nghị|đề xuất|ý kiến|kiến nghị|báo cáo|hướng dẫn|quy định) của (?:các )?$", regex.REVERSE)


def issuers(view: FactView) -> Iterator[Found]:
    """The agency facts that name who issued one of the documents that the text names."""
    for document in view.documents:
        if document.rule != "document.letterhead":
            body = _behind(view, document) or _before(view, document) or _beside(view, document)
            if body is not None:
                yield body


def own_issuers(view: FactView, bodies: list[Found]) -> Iterator[Found]:
    """Those of ``bodies`` that the head of the document names as its issuer."""
    for document in view.documents:
        if document.rule == "document.letterhead" and (body := _of_letterhead(view, document)):
            yield body
    yield from (body for body in bodies if _heads(view, body))


def _of_letterhead(view: FactView, document: Found) -> Found | None:
    """The last body above the number."""
    head = letterhead(view.context.text, document.span)
    bodies = [body for body in view.within("agency", head.issuer) if not body.fields.get("collective")] if head else []
    return bodies[-1] if bodies else None


def _heads(view: FactView, body: Found) -> bool:
    """A body in capitals with the motto behind it, the word of a telegram, or what its decision is based on."""
    text, (start, end) = view.context.text, body.span
    return text[start:end].isupper() and _BEHIND.match(text, end) is not None


def _behind(view: FactView, document: Found) -> Found | None:
    """The body behind ``của``, with nothing but the date of issue between."""
    body = view.first_from("agency", document.span.end)
    if body is None or body.span.start - document.span.end > _AFTER:
        return None
    return body if _OF.fullmatch(view.masked(document.span.end, body.span.start).lower()) else None


def _before(view: FactView, document: Found) -> Found | None:
    """The body whose proposal or opinion the document has: ``theo đề nghị của Sở Y tế (tại Tờ trình số …)``."""
    body = view.last_before("agency", document.span.start, 12)
    lower = view.context.lower
    if body is None or not _IN.fullmatch(lower, body.span.end, document.span.start):
        return None
    return body if _WORD_OF.search(lower, max(0, body.span.start - 40), body.span.start) else None


def _beside(view: FactView, document: Found) -> Found | None:
    """The nearest body that has the issuer's name."""
    name = document.fields.get("issuer")
    if name is None:
        return None
    start, end = document.span
    near = [*view.within("agency", Span(max(0, start - _BEFORE), start)), *view.within("agency", Span(end, end + _AFTER))]
    named = [body for body in near if body.fields.get("name") == name]
    return min(named, key=lambda body: max(start - body.span.end, body.span.start - end), default=None)
