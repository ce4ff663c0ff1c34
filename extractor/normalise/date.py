"""Dates: what the matched words name, and whether they are a date at all where the shape alone does not tell."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.model import Candidate, Found, Refused, Span, Value
from extractor.periods import named_periods
from extractor.rule import NOTHING
from extractor.wordlists import words

_RECURRING = regex.compile(
    r" ?\(?(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)|,? ?\(?(?:tức )?âm lịch|,? ÂL|,? của (?:năm|tháng|quý|kỳ)(?! \d| nay| ngoái)"
    r"|,? (?:năm|tháng|quý|kỳ) (?:trước liền|liền|báo cáo|kế hoạch|tính thuế|thực hiện|tài chính(?! \d)"
    r"|hiện hành|cuối|xây dựng|kế tiếp|hết hạn)",
    regex.V1,
)
# Above ranks and ratios, below every date.
_BELOW_DATES = 46
_DAY_AND_MONTH = re.compile(r"\d{1,2}[/.-]\d{1,2}")
_YEAR = re.compile(r"\d{4}")
_NUMBERS = regex.compile(r"(?P<a>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<b>\d{1,2})")
# A year or the word tháng leaves no doubt.
_SURE = regex.compile(r"\d{4}|[Tt]háng|THÁNG|năm|\d[/.-]\d{1,2}[/.-]\d")
_EARLIER = regex.compile(r"(?:\d{1,2}/\d{1,2}(?:, ?| và | - ?))+$", regex.REVERSE)  # backwards from the end
_PLURAL = ("các ", "những ", "hai ", "ba ", "bốn ", "2 ", "3 ", "4 ")
_HEAD_WORDS = regex.compile(r"[^\d]*?(?=\d|I|V)")
_NEXT_WORDS = regex.compile(r" (?P<two>(?P<one>\p{Ll}[\p{L}\d²]*)(?: \p{Ll}+)?)", regex.V1)
# Between words, also where the blank after a mark is missing: "TP.HCM),đến 15-11".
_BREAK = regex.compile(r"[ ,;:.()“”\"|]+")
_MARKS = ' (,“"-'
_AHEAD = regex.compile(r"\b(?:sẽ|dự kiến|sắp|lịch|chuẩn bị)\b")
_AHEAD_AFTER = regex.compile(r"[ (]*(?:tới|sắp tới)\b")


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """The periods that the match names; a list gives one fact for each, a stretch one.

    What is a date beyond doubt but has no value (a day that comes back, a year that nobody can know) is claimed as ``nothing``, so that
    no other kind takes 20/11 for a share.
    """
    if reason := _doubt(candidate, context):
        return Refused(reason)
    if _RECURRING.match(context.text, candidate.span.end):
        return _no_value(candidate, "a day that comes back every year or month, or one of the lunar calendar")
    dated = _YEAR.search(context.text, *candidate.span)
    found = named_periods(context, candidate.span, future=not dated and _points_ahead(candidate, context))
    if not found:
        return _no_value(candidate, "there is no such day, or its year is unknown")
    if len(found) > 1 and context.lower.endswith(_PLURAL, 0, candidate.span.start):  # a plural head stays outside, as for agencies
        (first, days), *others = found
        head = _HEAD_WORDS.match(context.text, first.start)
        found = [(Span(head.end() if head else first.start, first.end), days), *others]
    return [Found("date", candidate.rule, span, columns(days), candidate.priority) for span, days in found]


def _no_value(candidate: Candidate, reason: str) -> list[Found] | Refused:
    if not _DAY_AND_MONTH.search(candidate.groups.get("fact", "")):
        return Refused(reason)
    return [Found(NOTHING, candidate.rule, candidate.span, {}, _BELOW_DATES)]


def columns(days: Period) -> dict[str, Value]:
    """The columns of a date."""
    return {"start_date": days.start, "end_date": days.end, "granularity": days.granularity}


def _points_ahead(candidate: Candidate, context: Context) -> bool:
    return bool(_AHEAD.search(context.before(candidate.span.start, 80)) or _AHEAD_AFTER.match(context.text, candidate.span.end))


def _doubt(candidate: Candidate, context: Context) -> str | None:
    """Why a match without the words ngày, tháng, năm may be something else; null where nothing speaks against it."""
    groups = candidate.groups
    if "month" in groups and all(groups.get(name, "0").isdigit() for name in ("day", "month", "year")):
        return "no number in words"
    if "first" in groups:
        m = _NUMBERS.search(groups["first"])
        return _doubt_day(m, candidate, context) if m and not _SURE.search(groups["fact"]) else None
    if "monthly" in groups:
        return "the number of a document" if _ends_with(context, candidate.span.start, "no_month_cue") else None
    return _doubt_year(candidate, context) if "bare" in groups else None


def _doubt_day(m: regex.Match[str], candidate: Candidate, context: Context) -> str | None:
    end = candidate.span.end
    # What stands before the first of a list decides for all of it: "các lớp 4/1, 4/2".
    listed = _EARLIER.search(context.before(candidate.span.start))
    start = candidate.span.start - (len(listed.group()) if listed else 0)
    if m.group("mark") != "/":
        return _doubt_dotted(m, candidate, context)
    if _ends_with(context, start, "strong_day_cue"):
        return None
    if context.text[start:end] == "24/7":
        return "round the clock"
    following = _NEXT_WORDS.match(context.lower, end)
    if following and not words("time_cues", "share_unit").isdisjoint(following.group("one", "two")):
        return "a share: what it counts stands after it"
    if _ends_with(context, start, "day_cue"):
        return None
    if _ends_with(context, start, "no_day_cue"):
        return "a share, a rate or a number: the word before it says so"
    if context.text.startswith("1/", start):
        return "a share, with nothing before it that says that it is a day"
    return None if "-" in context.text[start:end] or not following or _opens(context, start) else "nothing before it says that it is a day"


def _doubt_dotted(m: regex.Match[str], candidate: Candidate, context: Context) -> str | None:
    """Of ``24.3`` and ``25-12``, which are numbers and ranges unless a day is announced; a range never falls, so "từ 12-6" is a day."""
    start, end = candidate.span
    ranged = " " in context.text[start:end] and _ends_with(context, start, "from_cue")
    falls = m.group("mark") == "-" and int(m.group("a")) > int(m.group("b")) and _ends_with(context, start, "day_cue")
    return None if ranged or falls or _ends_with(context, start, "strong_day_cue") else "a number or a range: no word for a day before it"


def _opens(context: Context, position: int) -> bool:
    """Whether nothing but marks stands before ``position`` in its clause."""
    before = context.before(position).rstrip(' (“"-')
    return not before or before[-1] in ".,;:)|"


def _doubt_year(candidate: Candidate, context: Context) -> str | None:
    start, end = candidate.span
    if _ends_with(context, start, "no_year_cue"):
        return "a number: the word before it says so"
    following = _NEXT_WORDS.match(context.lower, end)
    if following and not words("time_cues", "counted").isdisjoint(following.group("one", "two")):
        return "a number: what it counts stands after it"
    return None


def _ends_with(context: Context, position: int, cues: str) -> bool:
    """Whether one of the ``cues`` (up to three words) ends right before ``position``, a bracket or comma aside."""
    last = context.lower[max(0, position - 40) : position].rsplit("\n", 1)[-1].rstrip(_MARKS)
    return not words("time_cues", cues).isdisjoint(_last_words(last))


@lru_cache(maxsize=16)
def _last_words(before: str) -> tuple[str, ...]:
    """The last three words, two and one; asked again for every list of cues."""
    tail = _BREAK.split(before)[-3:]
    return tuple(" ".join(tail[i:]) for i in range(len(tail)))
