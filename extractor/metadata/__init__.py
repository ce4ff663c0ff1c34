"""What a document says of itself, for the ``documents`` table: number, type, issuer, title and signer of an official document,
headline, outlet, author and place of a press article.

    described(document, facts)   a document with its null fields filled from its text

What the source states always stays. A text that merely speaks about a document gets neither its number nor its type.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.doc_codes import parse_symbol, plain_number
from extractor.metadata.head import Head, find_head
from extractor.metadata.issuer import issuer_name
from extractor.metadata.lines import lines_of
from extractor.metadata.opening import Opening, read_opening
from extractor.metadata.press import read_press
from extractor.metadata.signer import find_signer
from extractor.metadata.stated import read_stated
from extractor.metadata.title import read_title
from extractor.metadata.types import printed_or_coded, type_named
from extractor.model import Document, Fact

__all__ = ["described"]

_LETTERHEAD = "document.letterhead"  # the rule that finds a document's own number
_LETTER = "công văn"
_TITLE = 1200  # code points in which a title that opens the text stands


def described(document: Document, facts: Sequence[Fact]) -> Document:
    """``document`` with its null fields filled from its text.

    :param document: with ``date`` and ``place`` as the pipeline found them.
    :param facts: the facts of its text, in offsets of the text.
    """
    own = next((fact for fact in facts if fact.rule == _LETTERHEAD), None)
    head = find_head(document.text, own)
    found = _from_head(document, head, own) if head else _without_head(document)
    if found is None:
        return _press(document)
    return _filled(document, found)


def _from_head(document: Document, head: Head, own: Fact | None) -> Opening:
    """What head, title line and signature say. The letterhead fact's number counts; the head reads on where its symbol breaks off."""
    number, symbol = (own.number, own.symbol) if own else (head.number, head.symbol)
    if own and symbol and head.symbol and head.symbol.startswith(f"{symbol}-"):
        symbol = head.symbol
    title = read_title(head.body)
    if title.doc_type is None and head.subject is None:  # the head may come last
        title = read_title(lines_of(document.text, 0, _TITLE))
    coded = parse_symbol(f"/{symbol}").doc_type if symbol else None
    worded = type_named(head.type_word.lower()) if head.type_word else None
    doc_type = printed_or_coded(title.doc_type or (worded[0] if worded else None), coded)
    return Opening(
        plain_number(number, doc_type or _LETTER) if number else None,
        symbol,
        doc_type,
        _issuer(document, head, own),
        find_signer(document.text, head.start),
        title.abstract or head.subject,
    )


def _issuer(document: Document, head: Head, own: Fact | None) -> str | None:
    """The issuer's name, in the capitals of the fact where that has the same one."""
    name = issuer_name([line.folded for line in head.issuer], document.place)
    said = own.issuer if own else None
    usual = said is not None and not any(word.isupper() and len(word) > 2 for word in said.split())
    return said if said and (name is None or (usual and said.lower() == name.lower())) else name


def _without_head(document: Document) -> Opening | None:
    """What the opening says of a document that came without its head, and what a stated title adds; null for a press article."""
    opening = read_opening(document.text)
    stated = read_stated(document.title, official=opening is not None) if document.title else None
    if opening is None or (opening.doc_type is None and opening.number is None):
        return stated
    if opening.body:
        title = read_title(opening.body)
        opening = opening._replace(title=title.abstract, signer=find_signer(document.text, 0))
    return _merged(opening, stated) if stated else opening


def _merged(first: Opening, then: Opening) -> Opening:
    """``first``, with what it leaves out taken from ``then``; number and symbol go together."""
    kept = {name: value for name, value in first._asdict().items() if value is not None}
    if first.number is not None:
        kept["symbol"] = first.symbol
    return then._replace(**kept)


def _filled(document: Document, found: Opening) -> Document:
    numbered = document.number is not None or document.symbol is not None
    return replace(
        document,
        number=document.number if numbered else found.number,
        symbol=document.symbol if numbered else found.symbol,
        doc_type=document.doc_type or found.doc_type,
        issuer=document.issuer or found.issuer,
        signer=document.signer or found.signer,
        title=document.title or found.title,
    )


def _press(document: Document) -> Document:
    if all((document.title, document.place, document.publisher, document.author)):
        return document
    found = read_press(document.text, document.date)
    return replace(
        document,
        title=document.title or found.title,
        place=document.place or found.place,
        publisher=document.publisher or found.publisher,
        author=document.author or found.author,
    )
