"""Documents: type, number and symbol of a reference. Date and issuer come from its neighbours (``extractor.link``)."""

from __future__ import annotations

from functools import cache

import regex

from extractor.context import Context
from extractor.doc_codes import Symbol, is_known, parse_symbol, plain_number, type_of_word
from extractor.laws import name_end
from extractor.letterhead import letterhead
from extractor.model import Candidate, Found, Refused, Span, Value
from extractor.wordlists import table

_ITEM = regex.compile(r"\d[\d.]*[a-dA-D]?")
_YEAR = regex.compile(r"(?:19|20)\d\d")
# Behind a dated document of the same list a symbol need not be known: "695/TCHQ-GSQL ngày 05/02/2021 và …".
_LISTED = regex.compile(r"\d/[\p{Lu}][\p{L}\d&-]+,? ngày [\d/.-]+(?:,| và|;) (?:số )?$")
_BREAK = regex.compile(r"[,.;:()\n|]")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """The documents of one match: several where numbers share a head (``Quyết định số 12, 15/QĐ-UBND``)."""
    match candidate.rule:
        case "document.law":
            return _named_law(candidate, context)
        case "document.law_number":
            return _numbered_law(candidate)
        case "document.letterhead":
            return _own_number(candidate, context)
        case "document.symbol":
            return _bare(candidate, context)
        case "document.number":
            return _unsymbolled(candidate)
    return _typed(candidate, parse_symbol(candidate.groups["symbol"]), candidate.span.end)


def _found(candidate: Candidate, span: Span, doc_type: str, number: str | None, symbol: str | None) -> Found:
    fields: dict[str, Value] = {
        "doc_type": doc_type,
        "number": plain_number(number, doc_type) if number else None,
        "symbol": symbol or None,
        "issued": None,
        "issuer": None,
    }
    return Found("document", candidate.rule, span, fields, candidate.priority)


def _typed(candidate: Candidate, symbol: Symbol, end: int) -> list[Found]:
    """The number with its head, and one fact more for each further number of a list."""
    groups, spans = candidate.groups, candidate.spans
    doc_type, listed = type_of_word(groups["type"]), groups["list"]
    if not listed:
        return [_found(candidate, Span(candidate.span.start, end), doc_type, groups["number"], symbol.text)]
    base = spans["list"].start
    numbers = [Span(base + m.start(), base + m.end()) for m in _ITEM.finditer(listed)]
    numbers.append(spans["number"])
    printed = [*_ITEM.findall(listed), groups["number"]]
    ends = [*(n.end for n in numbers[:-1]), end]
    starts = [candidate.span.start, *(n.start for n in numbers[1:])]
    return [_found(candidate, Span(a, b), doc_type, n, symbol.text) for a, b, n in zip(starts, ends, printed, strict=True)]


def _unsymbolled(candidate: Candidate) -> list[Found] | Refused:
    """A number without a symbol may count things (``kế hoạch 5 năm``): how sure the words are decides."""
    groups = candidate.groups
    symbol = parse_symbol(groups.get("symbol", ""))
    numbered = "số" in groups["so"].lower()
    follows, counted = "follows" in groups, "counted" in groups
    if counted and groups["list"]:
        return _typed_list_only(candidate)
    number, printed_type = groups["number"], groups["type"]
    word, capital = type_of_word(printed_type), printed_type[0].isupper()
    strong, long = word in table("document_codes")["alone"]["types"] or number[-1].isalpha(), len(number) > 1
    if counted and not (number.startswith("0") and (numbered or strong)):
        return Refused("a counted thing follows the number")
    if not numbered and _YEAR.fullmatch(number):
        return Refused("the number is a year")
    sure = follows or (strong and capital) if numbered or strong else capital and long and follows
    if not (sure or (numbered and (strong or long))):
        return Refused("neither 'số' nor the following words make the number that of a document")
    if groups["list"] and not (numbered or strong):
        return Refused("a list of numbers after a word that may count")
    return _typed(candidate, symbol, candidate.spans["symbol"].end if "symbol" in groups else candidate.spans["number"].end)


def _typed_list_only(candidate: Candidate) -> list[Found]:
    """``Nghị định 15, 20 doanh nghiệp``: the last number counts something else."""
    found = _typed(candidate, parse_symbol(""), candidate.spans["number"].end)
    return found[:-1]


def _own_number(candidate: Candidate, context: Context) -> list[Found] | Refused:
    if letterhead(context.text, candidate.span) is None:
        return Refused("no letterhead around the number")
    symbol = parse_symbol(candidate.groups["symbol"])
    doc_type = type_of_word(candidate.groups["type"]) if "type" in candidate.groups else symbol.doc_type
    return [_found(candidate, candidate.span, doc_type, candidate.groups["number"], symbol.text)]


def _bare(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """A number and symbol alone: the symbol must be that of a document, unless ``số`` stands before it and nothing speaks against it."""
    symbol = parse_symbol(candidate.groups["symbol"])
    start = candidate.span.start
    before = context.before(start)
    numbered = before[-3:].lower() == "số " and len(before) > 3
    if reason := _form_word(before):
        return Refused(f"{reason!r} stands before it")
    listed = symbol.parts > 1 and _LISTED.search(before) is not None
    if not (is_known(symbol) or listed or (numbered and symbol.parts > 1 and symbol.type_code)):
        return Refused("the symbol is not that of a known type or issuer")
    span = Span(start - 3 if numbered else start, candidate.span.end)
    return [_found(candidate, span, symbol.doc_type, candidate.groups["number"], symbol.text)]


def _form_word(before: str) -> str | None:
    """The word before a number that makes it the code of a form, a licence, a contract or a standard."""
    said = _BREAK.split(before.lower().rstrip(" :."))[-1].split()
    if said and said[-1] == "số":
        said.pop()
    for size in (1, 2):
        if (last := " ".join(said[-size:])) in _forms("before"):
            return last
    near = f" {' '.join(said[-5:])} "
    return next((word for word in _forms("near") if f" {word} " in near), None)


def _named_law(candidate: Candidate, context: Context) -> list[Found] | Refused:
    start = candidate.spans["name"].start
    small = candidate.groups["type"][0].islower()
    if small and context.text[start].islower():
        return Refused("a branch of law, not a law by name")
    end = name_end(context.text, context.lower, start, listed=small and len(candidate.groups["type"]) == 4)
    if end is None:
        return Refused("no name of a law follows")
    return [_found(candidate, Span(candidate.span.start, end), type_of_word(candidate.groups["type"]), None, None)]


def _numbered_law(candidate: Candidate) -> list[Found]:
    number, _, symbol = "".join(candidate.groups["assembly"].split()).partition("/")
    return [_found(candidate, candidate.span, type_of_word(candidate.groups["type"]), number, symbol)]


@cache
def _forms(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in table("document_codes")["not_a_document"][key])
