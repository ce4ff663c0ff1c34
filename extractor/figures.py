"""What the normalisers of numeric kinds share: values of a match, ranges, and the fact itself."""

from __future__ import annotations

from decimal import Decimal

from extractor.comparators import compare
from extractor.context import Context
from extractor.model import Candidate, Found, Span, Value
from extractor.numbers import parse_amount, plain, read_words, scale_of, share_scale, uses_decimal_point


def amount(printed: str, context: Context, *, whole: bool = False) -> Decimal | None:
    """The value of digits with magnitudes, read in the style of the document; ``140,000`` is never a fraction."""
    whole = whole or printed.endswith(",000")
    return parse_amount(printed, whole=whole, english=uses_decimal_point(context.text))


def spoken(printed: str) -> tuple[Decimal, int] | None:
    """The number that the words of ``printed`` begin with, and how many characters it takes."""
    tokens = printed.lower().split(" ")
    found = read_words(tokens)
    return (found[0], len(" ".join(tokens[: found[1]]))) if found else None


def ends(low: str, high: str, context: Context, *, whole: bool = False) -> tuple[Decimal, Decimal] | None:
    """Both ends of a printed range, the magnitude of the end shared; null where they do not rise."""
    first, last = amount(low, context, whole=whole), amount(high, context, whole=whole)
    if first is None or last is None:
        return None
    if scale_of(low) == 1:
        first = share_scale(first, last, scale_of(high))
    return (first, last) if first < last else None


def fact(
    candidate: Candidate,
    context: Context,
    span: Span,
    value: Decimal,
    unit: str,
    *,
    high: Decimal | None = None,
    until: int = 0,
    head: str = "",
) -> Found:
    """A ``Found`` with value, unit, comparator and change; cues after the number are looked for from ``until`` on."""
    comparison = compare(context, span.start, max(until, span.end), head)
    fields: dict[str, Value] = {"value": plain(value), "unit": unit}
    if high is not None:
        fields["value_max"] = plain(high)
    if comparison.comparator:
        fields["comparator"] = comparison.comparator
    if comparison.change:
        fields["change"] = comparison.change
    return Found(candidate.kind, candidate.rule, span, fields, candidate.priority)
