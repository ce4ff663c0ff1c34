"""Percentages: ``value`` as read, ``unit`` ``%``, ``‰`` or ``pp`` (percentage points)."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.figures import amount, ends, fact, spoken
from extractor.model import Candidate, Found, Refused, Span

# "5,3% - 72,5% - 18,2%": the parts of a sum, one by one, are no range.
_CHAIN_BEFORE = regex.compile(r"\d ?%? ?[-/] ?$")
_CHAIN_AFTER = regex.compile(r" ?[-/] ?\d")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact; a range only where its ends rise and no third value follows."""
    groups, spans = candidate.groups, candidate.spans
    if "words" in groups:
        return _words(candidate, context)
    sign = groups.get("sign") or groups["lowsign"]
    if "high" in groups:
        pair = ends(groups["low"], groups["high"], context)
        chained = _CHAIN_BEFORE.search(context.before(candidate.span.start, 6)) or (
            "-" in groups["to"] and _CHAIN_AFTER.match(context.after(candidate.span.end, 4))
        )
        if pair and not chained:
            return [fact(candidate, context, candidate.span, pair[0], _unit(sign), high=pair[1])]
        if "lowsign" not in groups:
            return Refused("the two numbers are no range, and the first has no percent sign")
    value = amount(groups["low"], context)
    if value is None:
        return Refused("the digits and marks are no number")
    if context.text[candidate.span.start - 1 : candidate.span.start] in ("/", "_"):
        return Refused("the end of a ratio or a name")
    span = Span(candidate.span.start, spans["lowsign"].end)
    return [fact(candidate, context, span, value, _unit(groups["lowsign"]))]


def _words(candidate: Candidate, context: Context) -> list[Found] | Refused:
    found = spoken(candidate.groups["words"])
    if found is None or found[1] != len(candidate.groups["words"]):
        return Refused("the words are no number")
    return [fact(candidate, context, candidate.span, found[0], _unit(candidate.groups["sign"]))]


def _unit(sign: str) -> str:
    sign = sign.strip().lower()
    if sign.startswith("điểm"):
        return "pp"
    return "‰" if sign in ("‰", "phần nghìn", "phần ngàn") else "%"
