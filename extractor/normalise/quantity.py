"""Numbers with what they count or measure."""

from __future__ import annotations

from decimal import Decimal

import regex

from extractor.context import Context
from extractor.figures import amount, ends, fact, spoken
from extractor.labels import HARD, glued, label_before
from extractor.model import Candidate, Found, Refused, Span
from extractor.numbers import scale_of
from extractor.units import WINDOW, Unit, read_unit
from extractor.wordlists import words

_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
_DATED = regex.compile(
    r"năm \d{4}|tháng (?:(?:đầu|cuối) )?năm (?:\d{4}|nay|ngoái)|tháng \d{1,2}(?!\d| (?:ngày|năm tuổi))|tháng (?:giêng|chạp)|quý [IVX\d]"
)
# The number once more in words, as contracts and laws write it: "02 (hai) năm".
_SPELLED = regex.compile(r"^ ?\([\p{Ll} ]{2,32}\)")
_THIS_YEAR = regex.compile(r"năm (?:nay|ngoái|sau|trước)")
_HEADING = regex.compile(r"#* ?")
_YEARS = range(1900, 2101)
# Of the words that lead to an amount, those that lead to a year as well.
_BEFORE_YEARS = {"từ", "đến", "tới", "sau", "của", "trong", "về", "và", "qua"}


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact, or one for each number of a list that shares a unit."""
    groups = candidate.groups
    if "list" in groups:
        return _list(candidate, context)
    if "words" in groups:
        return _words(candidate, context)
    if "label" in groups:
        return _labelled(candidate, context)
    start = candidate.span.start
    low, high = groups["low"], groups.get("high")
    if glued(context, start) or (low[0] == "0" and len(low) > 2 and low.isdigit()) or (low.isdigit() and len(low) > 8):
        return Refused("the digits are part of a name or a code")
    after = context.after(candidate.span.end, WINDOW)
    unit = _unit_of(after)
    if unit is None:
        return Refused("nothing that is counted or measured follows")
    whole = not unit.measure and not high
    pair = ends(low, high, context, whole=whole) if high else None
    value = pair[0] if pair else amount(low, context, whole=not unit.measure)
    if value is None or (high and not pair):
        return Refused("the numbers are no amount and no rising range")
    if reason := _refuse(context, candidate.span, low, value, unit, after, ranged=bool(high)):
        return Refused(reason)
    return [_fact(candidate, context, candidate.span, value, unit, pair[1] if pair else None)]


def _fact(candidate: Candidate, context: Context, span: Span, value: Decimal, unit: Unit, high: Decimal | None = None) -> Found:
    until = span.end + 1 + len(unit.text)
    return fact(candidate, context, span, value, unit.text, high=high, until=until, head=unit.head)


def _unit_of(window: str) -> Unit | None:
    """The unit that the words right after a number begin with."""
    if "(" in window[:2]:
        window = _SPELLED.sub("", window)
    if window.startswith(" "):
        window = window[1:]
    return read_unit(window) if window else None


def _refuse(context: Context, span: Span, printed: str, value: Decimal, unit: Unit, after: str, *, ranged: bool) -> str | None:
    """Why the number is no amount in spite of the unit after it."""
    label = label_before(context, span.start, float(value))
    if label and (label[0] == HARD or not (unit.measure or unit.head in words("labels", "size"))):
        return f"{label[1]} makes it a name or a reference"
    after = after.lstrip()
    if _DATED.match(after) or ("." in printed and _THIS_YEAR.match(after)):
        return "a date goes on"
    if after[0].isupper() and _HEADING.fullmatch(context.before(span.start, 12)):
        return "the number of a heading"
    if not unit.known and _weak(context, span):
        return "an unknown word follows and nothing before it speaks for an amount"
    bare_year = printed.isdigit() and len(printed) == 4 and int(printed) in _YEARS and scale_of(printed) == 1
    if (
        bare_year
        and (ranged or not _spoken_for(context, span))
        and (ranged or not unit.measure or unit.head in ("năm", "tháng", "quý", "điểm", "lần"))
    ):
        return "a year"
    return None


def _spoken_for(context: Context, span: Span) -> bool:
    """Whether the word before says that an amount follows: ``có 2066 thủ tục``."""
    last = context.before(span.start, 12).rstrip().rpartition(" ")[2].lower()
    return last in words("labels", "glue") and last not in _BEFORE_YEARS


def _weak(context: Context, span: Span) -> bool:
    """A capitalised word or the start of the line before the number."""
    before = context.before(span.start, 30).rstrip()
    last = before.rpartition(" ")[2]
    return not last or last[0].isupper() or last[-1] in ".:)|"


def _list(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """``3, 4 và 5 tầng``: every number but the last, which a rule of its own reads."""
    unit = _unit_of(context.after(candidate.spans["list"].end, WINDOW))
    start = candidate.span.start
    if unit is None or not unit.known:
        return Refused("nothing that is counted or measured follows the list")
    if glued(context, start) or unit.head in words("labels", HARD):
        return Refused("the digits are part of a name")
    numbers = [Span(start + m.start(), start + m.end()) for m in _NUMBER.finditer(candidate.groups["list"])]
    found = []
    for span in numbers[:-1]:
        printed = context.text[slice(*span)]
        value = amount(printed, context, whole=not unit.measure)
        if value is None or _refuse(context, span, printed, value, unit, context.after(span.end, WINDOW), ranged=False):
            return Refused("not all of the list are amounts")
        found.append(_fact(candidate, context, span, value, unit))
    return found


def _labelled(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """``độ tuổi 4, 5, 12`` and ``độ tuổi từ 18 đến 60``: the unit stands before the numbers."""
    groups, start = candidate.groups, candidate.spans["numbers"].start
    unit = Unit("tuổi", "tuổi", True, True)
    if "low" in groups:
        pair = ends(groups["low"], groups["high"], context)
        span = Span(candidate.spans["low"].start, candidate.spans["high"].end)
        return [_fact(candidate, context, span, pair[0], unit, pair[1])] if pair else Refused("no rising range")
    spans = [Span(start + m.start(), start + m.end()) for m in _NUMBER.finditer(groups["numbers"])]
    return [_fact(candidate, context, s, Decimal(context.text[slice(*s)]), unit) for s in spans]


def _words(candidate: Candidate, context: Context) -> list[Found] | Refused:
    printed = candidate.groups["words"]
    found = spoken(printed)
    if found is None:
        return Refused("the words are no number")
    value, length = found
    span = Span(candidate.span.start, candidate.span.start + length)
    unit = _unit_of(context.after(span.end, WINDOW))
    if unit is None or not unit.known:
        return Refused("nothing that is counted or measured follows")
    if reason := _not_counting(printed[:length].lower(), span, unit, context):
        return Refused(reason)
    pair = _neighbours(printed[:length].lower())
    if pair:
        return [_fact(candidate, context, span, Decimal(pair[0]), unit, Decimal(pair[1]))]
    return [_fact(candidate, context, span, value, unit)]


def _neighbours(printed: str) -> tuple[int, int] | None:
    """``hai ba ngày``, ``năm bảy người``: two digits in a row are a rough range, not tens and units."""
    order = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    tokens = printed.split(" ")
    if len(tokens) != 2 or not all(t in order for t in tokens):
        return None
    low, high = (order.index(t) + 1 for t in tokens)
    return (low, high) if high - low in (1, 2) else None


def _not_counting(printed: str, span: Span, unit: Unit, context: Context) -> str | None:
    """Why the words are no amount: an ordinal, a name, a year, an article."""
    before = context.before(span.start, 30)
    last = before.rstrip(' (“"').rpartition(" ")[2].lower()
    text = context.text
    if before[-1:].isalnum() or text[span.start - 1 : span.start] in ("-", "/"):
        return "glued to another word"
    if last in words("spoken", "not_after"):
        return f"{last} makes it an ordinal, a name or a date"
    middle = bool(last) and last[-1] not in '.!?:;”"\n-'
    if middle and text[span.start].isupper() and not text[span.start : span.end + 2].isupper():
        return "a name"
    if unit.head in words("spoken", "not_before") or _DATED.match(text[span.end + 1 : span.end + 12]):
        return f"{printed} {unit.head} is no amount"
    if printed == "một":
        return None if _counting_one(last, before, unit, context.after(span.end + 1 + len(unit.text), 12)) else "một as an article"
    if printed == "năm" and not (
        _counting_five(last, unit) if middle else " " in unit.head and unit.head not in words("spoken", "five_not_before")
    ):
        return "năm is the word for year"
    return None


def _counting_one(last: str, before: str, unit: Unit, after: str) -> bool:
    """Whether ``một`` counts: measures of time and size between words of extent, other units only after words of number."""
    if last in words("spoken", "one_after") or before.rstrip().lower().endswith(tuple(words("spoken", "one_after"))):
        return True
    if unit.head not in words("spoken", "one_measure"):
        return False
    return last in words("spoken", "extent_before") or after.lstrip().partition(" ")[0].lower() in words("spoken", "extent_after")


def _counting_five(last: str, unit: Unit) -> bool:
    return last in words("spoken", "five_after") and unit.head not in words("spoken", "five_not_before")
