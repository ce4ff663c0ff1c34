"""A part over its whole. Day and month look the same, so n/m that could be a date needs a word that speaks for the part."""

from __future__ import annotations

from decimal import Decimal

import regex

from extractor.context import Context
from extractor.figures import amount
from extractor.model import Candidate, Found, Refused, Value
from extractor.numbers import parse_fraction, plain, scale_of
from extractor.units import WINDOW, Unit, read_unit
from extractor.wordlists import words

# With a noun that is counted and no word of time before it, n/m is a part even where it could be a day and month.
_OVER_DATES = 52
_YEARS = range(1950, 2051)
_SCALES = (200, 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000)
# What ends with $ is matched from there backwards.
_WORD_BEFORE = regex.compile(r"([\p{L}&]+(?: [\p{L}&]+)?)[ (]*$", regex.REVERSE)
_OTHER_END = regex.compile(r"^ (?:đến|hoặc|hay|-) \d{1,2}/\d{1,2}(?= )")
_OTHER_DATE = regex.compile(r" ?(?:[-–,]|đến|và) ?(?:ngày )?\d{1,2}/\d")
_DATE_BEFORE = regex.compile(r"(?i:ngày|sáng|chiều|tối|lễ|dịp|hôm) \(?\d{1,2}/\d{1,2}(?:,| và| -| đến| hoặc)? ?(?:ngày )?$", regex.REVERSE)
_CLOSED = regex.compile(r"\s*(?:$|[.,;)]|(?:so|của|trong|và|do|là)\b)")
_PERCENT = regex.compile(r" ?[(,;]? ?(?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ )?\d+(?:[.,]\d+)? ?%")
_YEAR = regex.compile(r" ?(?:năm (?:nay|ngoái|sau|trước|tới|\d)|hằng năm|hàng năm|giờ[ )]|âm lịch|dương lịch|tới\b|vừa)")
_CURRENCY = regex.compile(r" ?(?:đồng|USD|VNĐ|VND|đô la|euro)\b")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact with numerator, denominator and the unit of both."""
    if candidate.rule == "ratio.words":
        return _words(candidate, context)
    printed = candidate.groups["numerator"], candidate.groups["denominator"]
    numerator, denominator = (amount(p, context, whole=True) for p in printed)
    if numerator is None or denominator is None or not denominator:
        return Refused("the digits and marks are no number")
    if scale_of(printed[0]) == 1:
        numerator *= scale_of(printed[1])
    unit = _unit(candidate, context)
    reason = _refuse(candidate, context, numerator, denominator, unit)
    if reason:
        return Refused(reason)
    found = _found(candidate, numerator, denominator, unit)
    before = context.before(candidate.span.start, 40)
    return [found._replace(priority=_OVER_DATES) if unit and not _time_before(before) else found]


def _found(candidate: Candidate, numerator: Decimal, denominator: Decimal, unit: str | None) -> Found:
    fields: dict[str, Value] = {"numerator": plain(numerator), "denominator": plain(denominator), "unit": unit}
    return Found(candidate.kind, candidate.rule, candidate.span, fields, candidate.priority)


def _words(candidate: Candidate, context: Context) -> list[Found] | Refused:
    fraction = parse_fraction(context.text[slice(*candidate.span)])
    after = context.after(candidate.span.end, 1)
    if fraction is None or not 0 < fraction[0] < fraction[1] or after not in ("", *" ,.;:)"):
        return Refused("no part of a whole")
    return [_found(candidate, *fraction, _unit(candidate, context))]


def _unit(candidate: Candidate, context: Context) -> str | None:
    """What both numbers count; for a share of an uncounted whole, that whole."""
    after = context.after(candidate.span.end, WINDOW)
    if money := _CURRENCY.match(after):
        return money.group().strip()
    unit = _counted(after)
    if unit:
        return unit.text
    tokens = [t.strip('.,;:)("”') for t in _OTHER_END.sub("", after).split(" ")[1:4]]
    return next((w for n in (3, 2, 1) if (w := " ".join(tokens[:n])).lower() in words("ratios", "whole")), None)


def _counted(after: str) -> Unit | None:
    unit = read_unit(after[1:] if after.startswith(" ") else after) if after.strip() and after[0] not in ",;.:" else None
    return unit if unit and unit.known else None


def _refuse(candidate: Candidate, context: Context, numerator: Decimal, denominator: Decimal, unit: str | None) -> str | None:
    before = context.before(candidate.span.start, 40)
    after = context.after(candidate.span.end, WINDOW)
    last, phrase = _last_words(before)
    printed = candidate.groups["numerator"], candidate.groups["denominator"]
    if last in words("ratios", "name_before") or phrase in words("ratios", "name_before"):
        return f"{phrase} makes it a name or an address"
    if unit and unit.lower().split(" ")[0] in words("ratios", "pairs"):
        return "two ratings side by side"
    if numerator == 24 and denominator in (7, 24) and (unit is None or unit.lower().startswith(("giờ", "h", "ngày"))):
        return "around the clock"
    if numerator == 1 and denominator in _SCALES:
        return "a map scale"
    if denominator in (1000, 10000, 100000, 1000000) and numerator * 10 < denominator:
        return "a rate per thousand"
    if numerator > denominator and numerator < 1000 * scale_of(printed[1]) and last not in words("ratios", "reached"):
        return "more than its whole"
    if numerator <= 12 and printed[1].isdigit() and denominator in _YEARS and last not in words("ratios", "part_before"):
        return "a month or quarter with its year"
    if _could_be_date(printed):
        return _date_like(last, before, after, unit)
    if unit or last in words("ratios", "part_before") or _PERCENT.match(after):
        return None
    return "nothing speaks for a part of a whole"


def _could_be_date(printed: tuple[str, str]) -> bool:
    day, month = printed
    return day.isdigit() and month.isdigit() and 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and len(day) <= 2


def _date_like(last: str, before: str, after: str, unit: str | None) -> str | None:
    """Why n/m that could be a day and month is taken for one."""
    if _YEAR.match(after) or (_OTHER_DATE.match(after) and not unit) or _DATE_BEFORE.search(before):
        return "it may be a date"
    if unit:
        return "it may be a date" if _time_before(before) else None
    spoken_for = last in words("ratios", "part_before") and last not in words("ratios", "date_before")
    return None if spoken_for and _CLOSED.match(after) else "it may be a date"


def _time_before(before: str) -> bool:
    """Whether the word before says date; "và", "từ", "sau" may stand before a part as well and do not."""
    last, phrase = _last_words(before)
    return phrase != "đến nay" and last in words("ratios", "date_before") and last not in words("ratios", "either")


def _last_words(before: str) -> tuple[str, str]:
    m = _WORD_BEFORE.search(before)
    phrase = m.group(1).lower() if m else ""
    return phrase.rpartition(" ")[2], phrase
