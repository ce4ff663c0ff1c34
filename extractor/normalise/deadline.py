"""Deadlines: the last day, the recurrence or the duration that the words name, and whether anything is due at all."""

from __future__ import annotations

from datetime import date

import regex

from extractor import calendar_vn as calendar
from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.due import after, before, cue, ends_with, weigh
from extractor.model import Candidate, Found, Refused, Span, Value
from extractor.numbers import parse_number
from extractor.periods import named_periods

_EVERY = regex.compile(r",? ?\(?(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)", regex.V1)
_FROM = regex.compile(r"(?<!\p{L})(?:từ|giữa) [^.;\n]{0,60}$", regex.V1)
_NAMES_GO_ON = regex.compile(r"[”\"»]?,? (?:tầm nhìn|định hướng|và định hướng|và tầm nhìn|và những năm tiếp theo|có xét)|[”\"»]| (?:của|tại|ban hành|trên địa bàn|theo|được phê duyệt|đã được)(?!\p{L})", regex.V1)
_OPENING = regex.compile(r"(?:^|[.;:+•*|-] ?|\(?\d{1,2}[.)] ?|[a-zđ]\) ?)$", regex.V1)
_CONDITION = regex.compile(
    r"(?<!\p{L})(?:kể từ|đã|trường hợp|đối với (?:người|trường hợp)|được (?:cấp|phê duyệt|giao|ban hành|công nhận|thành lập|hưởng)|có hiệu lực)(?!\p{L})[^,.;]{0,70}$",
    regex.V1,
)
_ENOUGH = 2.0


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One deadline, or why the words only tell a time."""
    groups = candidate.groups
    if "count" in groups and "how" in groups:
        result = _counted(candidate, context)
    elif "unit" in groups:
        result = _recurring(candidate, context)
    elif "tet" in groups:
        result = _before_tet(candidate, context)
    else:
        result = _due(candidate, context)
    if isinstance(result, str):
        return Refused(result)
    return [Found("deadline", candidate.rule, candidate.span, result, candidate.priority)]


Columns = dict[str, Value]


def _due(candidate: Candidate, context: Context) -> Columns | str:
    span = candidate.spans["when"]
    if _EVERY.match(context.text, span.end):
        return "a day that comes back"
    named = named_periods(context, span, future=True)
    if not named:
        return "there is no such day, or its year is unknown"
    days = Period(named[0][1].start, named[-1][1].end, named[0][1].granularity)
    if reason := _told(candidate, context, days):
        return reason
    early = "before" in candidate.groups and "hour" not in candidate.groups
    return {"due": days.end, "inclusive": not early}


def _told(candidate: Candidate, context: Context, days: Period) -> str | None:
    """Why the time is told rather than due; null where it is due."""
    groups, span = candidate.groups, candidate.span
    if "latest" in groups:
        return None
    if "before" in groups:
        return _told_before(context, span, days)
    if "labelled" in groups or "framed" in groups:
        return "the time is past" if context.date and days.end < context.date else None
    if "until" in groups:
        return _told_until(candidate, context, days)
    enough = _ENOUGH + (1.0 if "at" in groups else 0.0) + (0.5 if days.granularity == "day" else 0.0)
    if "at" in groups and not cue("order").search(before(context, span.start)):
        return "a time without a plan or an order before it"
    if "within" in groups and _OPENING.search(context.before(span.start, 12)):
        enough += 1.0
    return None if weigh(context, span, days) >= enough else "the sentence tells of the time, nothing is due by it"


def _told_before(context: Context, span: Span, days: Period) -> str | None:
    left = before(context, span.start)
    near = left[-45:]
    score = 1.0 if cue("task").search(near) else 0.0
    score += 1.0 if cue("order").search(left) or regex.search(r"(?:hoàn thành|xong|báo cáo|gửi|trình)(?!\p{L})", near) else 0.0
    score -= 1.5 if ends_with(left, "condition") or ends_with(left, "attribute") else 0.0
    score -= 1.5 if _CONDITION.search(left) else 0.0
    score -= 1.0 if days.granularity == "year" else 0.0
    today = context.date
    if today:
        score += 1.0 if days.end >= today else -1.0 if (today - days.end).days > 45 else 0.0
    return None if score >= 1.0 else "a time of the past, or a condition"


def _told_until(candidate: Candidate, context: Context, days: Period) -> str | None:
    span = candidate.span
    left, right = before(context, span.start), context.lower[span.end : span.end + 30]
    stretch = _FROM.search(left)
    if stretch and "từ nay" not in candidate.groups["until"].lower() and "nay" not in stretch.group()[:8]:
        return "the end of a stretch"
    if ends_with(left, "attribute") or (context.date and days.end < context.date):
        return "a time reached, not one to be met"
    opening = bool(_OPENING.search(context.text[max(0, span.start - 6) : span.start])) or span.start == 0
    if cue("programme").search(left) and not cue("task").search(left[-25:]) and (_NAMES_GO_ON.match(right) or not opening) and not _aims(left):
        return "part of a programme's name"
    weight = weigh(context, span, days)
    weight += 0.5 if opening or regex.search(r"(?:mục tiêu|phấn đấu|thời gian thực hiện(?: \p{L}+){0,2}|bảo đảm|dự kiến) $", left) else 0.0
    weight += 0.5 if "whole" in candidate.groups else 0.0
    return None if weight >= _ENOUGH else "the sentence tells of the time, nothing is due by it"


def _aims(left: str) -> bool:
    return bool(regex.search(r"(?<!\p{L})(?:phấn đấu|mục tiêu|chỉ tiêu|thời gian thực hiện|bảo đảm|hoàn thành)(?!\p{L})[^.;]{0,60}$", left))


def _before_tet(candidate: Candidate, context: Context) -> Columns | str:
    printed = candidate.groups.get("tet_year")
    today = context.date
    first = _tet(int(printed), None) if printed else _tet(today.year, today) if today else None
    return {"due": first, "inclusive": False} if first else "the year of the feast is unknown"


def _tet(year: int, today: date | None) -> date | None:
    """The feast of ``year``; where no year is said, the next one after ``today``."""
    first = calendar.lunar_new_year(year)
    return calendar.lunar_new_year(year + 1) if first and today and first < today else first


def _recurring(candidate: Candidate, context: Context) -> Columns | str:
    groups, span = candidate.groups, candidate.span
    fixed = groups.keys() & {"day", "weekday", "fixed", "before", "latest"}
    if not fixed and (reason := _merely_regular(candidate, context)):
        return reason
    count = parse_number(groups["count"]) if "count" in groups else 1
    parts = _parts(candidate)
    rule = calendar.rrule(groups["unit"].lower(), int(count or 1), **parts)
    if rule is None:
        return "no recurrence"
    return {"rrule": rule, "inclusive": "before" not in groups or "hour" in groups}


def _parts(candidate: Candidate) -> dict[str, str | int]:
    groups = candidate.groups
    parts: dict[str, str | int] = {}
    if "weekday" in groups and (code := _weekday(groups["weekday"].lower())):
        parts["BYDAY"] = code
    if "month" in groups:
        parts["BYMONTH"] = int(groups["month"])
    if "day" in groups:
        parts["BYMONTHDAY"] = int(groups["day"])
    return parts


def _weekday(printed: str) -> str | None:
    if printed == "chủ nhật":
        return "SU"
    number = parse_number(printed)
    return calendar.weekday_code(int(number)) if number else None


def _merely_regular(candidate: Candidate, context: Context) -> str | None:
    """Why ``hằng tháng`` only describes something; null where work is to be done again and again."""
    left, right = before(context, candidate.span.start), after(context, candidate.span.end)
    if ends_with(left, "regular_noun"):
        return "it describes what comes regularly"
    if candidate.groups["unit"].lower() == "ngày" and not cue("order").search(left):
        return "it describes everyday life"
    ordered = cue("order").search(left) or cue("order").search(right)
    opening = not left.strip(" -+•*(“\"") or left.rstrip().endswith((";", ":", ","))
    if opening and cue("regular").search(right) and (ordered or regex.search(r"(?:báo cáo|tổng hợp|rà soát|đánh giá|kiểm tra)(?!\p{L})", right)):
        return None
    return None if cue("regular").search(left[-60:]) else "no work is named that would be done again and again"


def _counted(candidate: Candidate, context: Context) -> Columns | str:
    groups = candidate.groups
    count = parse_number(groups["count"])
    span = calendar.duration(int(count), groups["span_unit"].lower(), working="working" in groups) if count else None
    if span is None:
        return "no duration"
    if "from" not in groups and (reason := _no_limit(candidate, context)):
        return reason
    return {"duration": span, "inclusive": True}


def _no_limit(candidate: Candidate, context: Context) -> str | None:
    """Why a count of days without an event that it starts from sets no time limit; null where it does."""
    how, left = candidate.groups["how"].lower(), before(context, candidate.span.start)
    if "working" in candidate.groups or "thời hạn" in how or "nhất" in how:
        return None if candidate.groups["span_unit"].lower() not in ("tháng", "năm") else "a term that something lasts"
    if "vòng" in how and cue("task").search(left[-40:]) and cue("order").search(left) and not cue("past").search(left[-40:]):
        return None
    return "a length of time, no limit"
