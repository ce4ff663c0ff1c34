"""Deadlines: the last day, the recurrence or the duration that the words name, and whether anything is due at all."""

from __future__ import annotations

from calendar import monthrange

import regex

from extractor import calendar_vn as calendar
from extractor.calendar_vn import Period
from extractor.context import Context
from extractor.due import Words, left_of, right_of, weigh
from extractor.feasts import feast_day
from extractor.model import Candidate, Found, Refused, Span, Value
from extractor.numbers import parse_number
from extractor.periods import named_periods
from extractor.wordlists import words
from extractor.years import dated_year

Columns = dict[str, Value]

# At most a day for each month: a list without end would be read on from each of its days.
_EVERY = regex.compile(
    r"(?:(?:,| và| hoặc) (?:trước )?(?:ngày )?\d{1,2}[/-]\d{1,2}){0,12}+ ?\(?(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)", regex.V1
)
# "31/12 của năm tính thuế", "10/01 năm sau": the day of any year.
_SOME_YEAR = regex.compile(
    r",? (?:của )?năm (?:trước|sau|liền|báo cáo|kế hoạch|tính thuế|thực hiện|tài chính|tiếp theo|kế tiếp|liền kề|đó)(?! \d)", regex.V1
)
_BARE = regex.compile(r"(?P<a>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<b>\d{1,2})")
_DAY_MONTH = regex.compile(r"(\d{1,2})[/-](\d{1,2})")
_MONTH_ENDS = {(monthrange(2025, m)[1], m) for m in range(1, 13)}
_NEXT_WORD = regex.compile(r" (\p{Ll}+)")
_STRETCH = regex.compile(r"(?<!\p{L})(?:từ(?! nay)|giữa) (?:[^.;\n]|\.(?=\d)){0,60}$", regex.V1)
_NAME_GOES_ON = regex.compile(
    r"[”\"»]|,? (?:và )?(?:tầm nhìn|định hướng|những năm tiếp theo|có xét)"
    r"| (?:của|tại|ban hành|trên địa bàn|theo|được phê duyệt|đã được)(?!\p{L})",
    regex.V1,
)
# What ends with $ is matched from there backwards.
_IN_FORCE = regex.compile(r"(?<!bảo đảm |đảm bảo )có hiệu lực(?: thi hành)?(?: từ| kể từ)? $", regex.V1 | regex.REVERSE)
_CLAUSE = regex.compile(r"[,.;]")
_CONDITION = regex.compile(
    r"(?<!\p{L})(?:kể từ|đã|đang|trường hợp|đối với (?:người|trường hợp)|có hiệu lực"
    r"|được (?:cấp|phê duyệt|giao|ban hành|công nhận|thành lập|hưởng))(?!\p{L})",
    regex.V1,
)
_OPENING = regex.compile(r"(?:^|[.;:+•*|-] ?|\(?\d{1,2}[.)] ?|(?<!\p{L})[a-zđ]\) ?|[“\"(])$", regex.V1 | regex.REVERSE)
# How much evidence (extractor.due.weigh) makes a time due; a time "vào tháng 10" needs more, "vào" being no word of deadlines.
_ENOUGH = 2.0
# A header with a column of times, and how far above its cells it may stand.
_SCHEDULE = regex.compile(r"\|[^|\n]{0,30}(?i:thời gian|thời hạn|tiến độ|hoàn thành)[^|\n]{0,30}\|", regex.V1)
_TABLE = 6000
# "trong vòng 3 tháng qua", "trong vòng 5 năm đầu" tell of a stretch.
_NOT_A_LIMIT = regex.compile(r" (?:qua|gần|trước|đầu|tới|liên|vừa|đó|này)(?!\p{L})", regex.V1)
_LABEL = regex.compile(
    r"(?<!\p{L})(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|trình|báo cáo|ban hành))*:? ?$", regex.V1 | regex.REVERSE
)
# "các chủ đầu tư có tỷ lệ giải ngân đến 31/12/2025 dưới 95%": by what they are told apart, no aim.
_SHARE_HAD = regex.compile(r"(?<!\p{L})(?:có|còn) (?:tỷ|tỉ) lệ [^,.;\n]{0,40}$", regex.V1 | regex.REVERSE)
_SEASON = regex.compile(r"(?:tháng|ngày) \d{1,2}(?:/\d{1,2})? $", regex.REVERSE)
_NOUN_GOES_ON = regex.compile(r"(?: và (?:hằng|hàng) \p{L}+)? (?:được|là|gồm|bao gồm|đã|của)(?!\p{L})", regex.V1)
_TELLS = "the sentence tells of the time, nothing is due by it"
# Within so many code points before it stands the work that is due.
_NEAR = 50


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One deadline, or why the words only tell a time."""
    groups = candidate.groups
    if "yearly" in groups:
        result = _on_days_of_year(candidate)
    elif "span_unit" in groups:
        result = _counted(candidate, context)
    elif "unit" in groups:
        result = _recurring(candidate, context)
    elif groups.keys() & {"tet", "feast"}:
        result = _before_feast(candidate, context)
    else:
        result = _due(candidate, context)
    return Refused(result) if isinstance(result, str) else [Found("deadline", candidate.rule, candidate.span, result, candidate.priority)]


def _due(candidate: Candidate, context: Context) -> Columns | str:
    span = candidate.spans["when"]
    if _EVERY.match(context.text, span.end):
        return "a day that comes back"
    if _is_number(context, span):
        return "a number, not a day"
    named = named_periods(context, span, future=True)
    if not named:
        return "there is no such day, or its year is unknown"
    days = Period(named[0][1].start, named[-1][1].end, named[0][1].granularity)
    if reason := _told(candidate, context, days):
        return reason
    if days.granularity == "day" and len(named) == 1 and _SOME_YEAR.match(context.text, span.end):
        yearly = calendar.rrule("năm", BYMONTH=days.end.month, BYMONTHDAY=days.end.day)
        return {"rrule": yearly, "inclusive": "before" not in candidate.groups}
    early = "before" in candidate.groups and "hour" not in candidate.groups
    return {"due": days.end, "inclusive": not early}


def _is_number(context: Context, span: Span) -> bool:
    """Whether ``2/3``, ``6.3`` or ``3-5`` is no day: a share of what follows, a decimal, a range (which rises, so 31-10 is a day)."""
    m = _BARE.fullmatch(context.text, *span)
    if m is None or (m.group("mark") == "-" and int(m.group("a")) > int(m.group("b"))):
        return False
    following = _NEXT_WORD.match(context.lower, span.end)
    return m.group("mark") != "/" or bool(following and following.group(1) in words("time_cues", "share_unit"))


def _told(candidate: Candidate, context: Context, days: Period) -> str | None:
    """Why the time is told rather than due; null where it is due."""
    groups, span = candidate.groups, candidate.span
    if "latest" in groups:
        return None
    if "before" in groups:
        return _told_before(candidate, context, days)
    if "cell" in groups and not _in_schedule(span, context):
        return "a cell of a table without a column of times"
    if groups.keys() & {"labelled", "framed", "cell"}:
        return "the time is past" if context.date and days.end < context.date else None
    if "until" in groups:
        return _told_until(candidate, context, days)
    left = left_of(context, span.start)
    if "at" in groups and not (left.has("order") and left.has("task", -_NEAR)):
        return "a time without planned work before it"
    if "at" in groups and not groups["at"].lower().startswith("vào") and left.ends_with("not_alone"):
        return "part of another expression"
    if _LABEL.search(left.text):
        return "the time is past" if context.date and days.end < context.date else None
    enough = _ENOUGH + (1.5 if "at" in groups else 0.0) + (0.5 if days.granularity == "day" else 0.0) - _assigned(context, span)
    if "within" in groups and _OPENING.search(context.before(span.start, 6)):
        enough += 1.0
    return None if weigh(left, right_of(context, span.end), days, context) >= enough else _TELLS


def _assigned(context: Context, span: Span) -> float:
    """How much less evidence an item of a list needs: there work is given without any word of order."""
    return 1.0 if context.outline.item(span.start) and not left_of(context, span.start).has("done") else 0.0


def _in_schedule(span: Span, context: Context) -> bool:
    """Whether ``span`` is the whole cell of a table that has a column of times."""
    alone = context.text.endswith("| ", 0, span.start) and context.text.startswith(" |", span.end)
    return alone and bool(_SCHEDULE.search(context.text, max(0, span.start - _TABLE), span.start))


def _told_before(candidate: Candidate, context: Context, days: Period) -> str | None:
    span = candidate.span
    left = left_of(context, span.start)
    if left.text.endswith(("đến ", "tới ")) and _STRETCH.search(left.text):
        return "the end of a stretch"
    score = 1.0 if left.has("task", -45) else 0.0
    score += 1.0 if left.has("order") or left.has("handed_in", -45) else 0.0
    if not left.text.strip(" -+") or _OPENING.search(left.text):
        score += 1.0 if right_of(context, span.end).has("task", 0, 60) else 0.0
    ahead = context.date is None or days.end >= context.date
    if left.ends_with("condition") or _CONDITION.search(_CLAUSE.split(left.text[-90:])[-1]):
        score -= 1.0 if ahead else 1.5
    score -= 1.0 if days.granularity == "year" else 0.0
    score -= 1.5 if "moment" in candidate.groups or _IN_FORCE.search(left.text) else 0.0
    if today := context.date:
        over = (today - days.end).days
        score += 1.0 if over <= 0 else -2.0 if over > 400 else -1.0 if over > 45 else 0.0
    elif days.end.year < (dated_year(context.text) or 0) - 1:
        score -= 2.0
    return None if score >= 1.0 else "a time of the past, or a condition"


def _told_until(candidate: Candidate, context: Context, days: Period) -> str | None:
    span = candidate.span
    left = left_of(context, span.start)
    if _STRETCH.search(left.text) and not candidate.groups["until"].lower().startswith("từ"):
        return "the end of a stretch"
    if left.ends_with("attribute") or _SHARE_HAD.search(left.text) or (context.date and days.end < context.date):
        return "a time reached, not one to be met"
    if days.granularity == "day" and context.date and "whole" not in candidate.groups and (days.end - context.date).days <= 1:
        return "the day of the text, up to which it tells"
    opening = span.start == 0 or bool(_OPENING.search(context.text[max(0, span.start - 6) : span.start]))
    if days.granularity == "year" and _in_a_name(left, context, span.end, opening):
        return "part of a programme's name"
    weight = weigh(left, right_of(context, span.end), days, context)
    weight += (1.0 if context.date and days.start > context.date else 0.5) if opening and days.granularity != "day" else 0.0
    weight += 0.5 if "whole" in candidate.groups else 0.0
    return None if weight >= _ENOUGH - _assigned(context, span) else _TELLS


def _in_a_name(left: Words, context: Context, end: int, opening: bool) -> bool:
    """Whether "đến năm 2030" belongs to the name of a strategy or plan: one is named before it, and no aim or work after that."""
    named = left.last("programme")
    if named < 0 or named < left.last("aim") or len(left.text) - named > 130:
        return False
    return bool(_NAME_GOES_ON.match(context.lower, end)) or not (opening or left.has("task", -25))


def _before_feast(candidate: Candidate, context: Context) -> Columns | str:
    groups = candidate.groups
    printed = groups.get("tet_year") or groups.get("feast_year")
    day = feast_day(groups.get("feast", "tết").lower(), int(printed) if printed else None, context.date)
    if day is None:
        return "the year of the feast is unknown"
    left = left_of(context, candidate.span.start)
    if not (left.has("order") or left.has("task")):
        return "nothing is named that is due by the feast"
    return {"due": day, "inclusive": False}


def _recurring(candidate: Candidate, context: Context) -> Columns | str:
    groups = candidate.groups
    if not groups.keys() & {"fixed", "before", "latest"} and (reason := _merely_regular(candidate, context)):
        return reason
    count = parse_number(groups["count"]) if "count" in groups else 1
    rule = calendar.rrule(groups["unit"].lower(), int(count or 1), **_parts(candidate))
    return {"rrule": rule, "inclusive": "before" not in groups or "hour" in groups} if rule else "no recurrence"


def _on_days_of_year(candidate: Candidate) -> Columns | str:
    """Days of the year as one recurrence. RFC 5545 can tell them where they share their number or all end a month; else every year."""
    days = [(int(d), int(m)) for d, m in _DAY_MONTH.findall(candidate.groups["days"])]
    numbers = {d for d, _ in days}
    ends = all((d, m) in _MONTH_ENDS for d, m in days)
    if len(numbers) > 1 and not ends:
        return {"rrule": calendar.rrule("năm"), "inclusive": "before" not in candidate.groups}
    months = ",".join(str(m) for m in sorted({m for _, m in days}))
    number = -1 if ends and len(numbers) > 1 else numbers.pop()
    return {"rrule": f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={number}", "inclusive": "before" not in candidate.groups}


def _parts(candidate: Candidate) -> dict[str, str | int]:
    """The RFC 5545 parts that name the day."""
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
    left = left_of(context, candidate.span.start)
    if _in_schedule(candidate.span, context):
        return None
    opening = not left.text.strip(' -+•*(“"') or bool(_OPENING.search(left.text)) or left.text.rstrip().endswith((";", ":", ","))
    noun = left.last("regular_noun")
    if not opening and noun > left.last("regular") and len(left.text) - noun < 30:
        return "it describes what comes regularly"
    if left.text.endswith("từ ") or context.lower.startswith(" là", candidate.span.end):
        return "the day from which something holds, or the name of a day"
    if candidate.groups["unit"].lower() == "ngày" and not left.has("order"):
        return "it describes everyday life"
    if opening:
        return None if right_of(context, candidate.span.end).has("duty", 0, 80) else "no work is named that would be done again and again"
    if "day" in candidate.groups or "weekday" in candidate.groups:
        return None if left.has("regular") or left.has("order") else "no work is named that would be done again and again"
    if _SEASON.search(left.text) or _NOUN_GOES_ON.match(context.lower, candidate.span.end):
        return "it describes what comes regularly"
    if candidate.groups["unit"].lower() == "năm" and not (left.has("order") or right_of(context, candidate.span.end).has("order")):
        return "nobody is told to do it"
    return None if left.has("regular", -60) else "no work is named that would be done again and again"


def _counted(candidate: Candidate, context: Context) -> Columns | str:
    groups = candidate.groups
    count = parse_number(groups["count"])
    length = calendar.duration(int(count), groups["span_unit"].lower(), working="working" in groups) if count else None
    if length is None:
        return "no duration"
    if groups["span_unit"].lower() == "năm" and not left_of(context, candidate.span.start).has("handed_in", -_NEAR):
        return "a term of years that something lasts"
    plain = groups["how"].lower() == "trong"
    if plain and not left_of(context, candidate.span.start).has("task", -_NEAR):
        return "a length of time, no limit"
    if "from" not in groups and (reason := _no_limit(candidate, context)):
        return reason
    return {"duration": length, "inclusive": True}


def _no_limit(candidate: Candidate, context: Context) -> str | None:
    """Why a count of days without an event that it starts from sets no time limit; null where it does."""
    how, left = candidate.groups["how"].lower(), left_of(context, candidate.span.start)
    if "tối đa" in how or how == "không quá":
        return "a length of time, no limit"
    if "working" in candidate.groups or "thời hạn" in how or "nhất" in how:
        return None if candidate.groups["span_unit"].lower() not in ("tháng", "năm") else "a term that something lasts"
    if how == "sau" and _OPENING.search(context.before(candidate.span.start, 6)):
        right = right_of(context, candidate.span.end)
        return None if right.has("task", 0, 60) and not right.has("done", 0, 60) else _TELLS  # "Sau 05 ngày, Sở Y tế báo cáo …"
    ordered = left.has("order") or context.outline.item(candidate.span.start)
    goes_on = _NOT_A_LIMIT.match(context.lower, candidate.span.end)
    if "vòng" in how and left.has("task", -_NEAR) and ordered and not left.has("past", -_NEAR) and not left.has("done") and not goes_on:
        return None
    return "a length of time, no limit"
