"""The document's own date: stated in its letterhead, its publication stamp, or its first words. Null rather than wrong."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

import regex

from extractor import calendar_vn as calendar
from extractor.context import Context
from extractor.years import dated_year

# Where a letterhead, a stamp or a lead may stand, in code points of folded text.
_LETTERHEAD_WITHIN, _STAMP_WITHIN, _LEAD_WITHIN = 12_000, 700, 800
# A lead day that later dates of the text leave this far behind is a slip of the pen.
_SLIP_DAYS = 250

_DMY = r"(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>(?:19|20)\d\d)(?!\d)"
_CLOCK = r"\d{1,2}[:hg]\d{2}(?:[:']\d{2})?(?: ?(?:AM|PM|SA|CH))?"
_WEEKDAY = r"(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_LETTERHEAD = re.compile(r"ngày ?(?P<d>\d{1,2}) ?tháng ?(?P<m>\d{1,2}) ?năm ?(?P<y>(?:19|20)\d\d) ?(?=[\n|]|$)")
# What stands before it: "Hà Nội, ", "TP. Hồ Chí Minh, ".
_PLACE = regex.compile(r"(?:^|[\n |])\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,4} ?, ?$", regex.V1)
_STAMP = regex.compile(
    rf"[^\n\d]{{0,60}}?(?:{_WEEKDAY},? (?:(?i:ngày) )?{_DMY}|{_CLOCK} ?[,|-]? ?(?:(?i:ngày) )?{_DMY}"
    rf"|{_DMY} ?[,|-]? ?(?:(?i:lúc) )?{_CLOCK}|(?i:cập nhật|ngày đăng|đăng ngày|xuất bản|đăng lúc)[ :]{{1,3}}{_DMY})",
    regex.V1,
)
_LEAD = regex.compile(
    r"(?:\(?[\p{L}\d.]{2,20}(?: [\p{L}\d.]+)?\)? ?[-:] ?)?"
    r"(?:(?i:rạng sáng|sáng|trưa|chiều|tối|đêm)(?: (?i:nay))?(?:,? (?i:ngày))?|(?i:hôm nay)),? ?\(?(?:(?i:ngày) )?"
    r"(?P<d>\d{1,2})(?: ?[/.-] ?| tháng )(?P<m>\d{1,2})(?!\d)(?:(?: ?[/.-] ?| năm )(?P<y>(?:19|20)\d\d)(?!\d))?\)?,? (?!đến)",
    regex.V1,
)
_FULL = re.compile(_DMY)


def document_date(context: Context) -> date | None:
    """The day that the document itself bears, or null where the text does not tell."""
    return _stamp(context) or _letterhead(context) or _lead(context)


def _stamp(context: Context) -> date | None:
    return _stated(_opening(_STAMP, context, _STAMP_WITHIN)) if _FULL.search(context.text, 0, _STAMP_WITHIN) else None


def _opening(pattern: regex.Pattern[str], context: Context, within: int) -> regex.Match[str] | None:
    """The first match of ``pattern`` that opens a paragraph and ends ``within`` so many code points."""
    starts = takewhile(lambda start: start < within, context.outline.paragraphs)
    return next((m for start in starts if (m := pattern.match(context.text, start, within))), None)


def _letterhead(context: Context) -> date | None:
    for m in _LETTERHEAD.finditer(context.lower, 0, _LETTERHEAD_WITHIN):
        if _PLACE.search(context.text, max(0, m.start() - 60), m.start()):
            return _stated(m)
    return None


def _stated(m: regex.Match[str] | re.Match[str] | None) -> date | None:
    return _day(m, int(m.group("y"))) if m else None


def _day(m: regex.Match[str] | re.Match[str], year: int) -> date | None:
    days = calendar.day(year, int(m.group("m")), int(m.group("d")))
    return days.start if days else None


def _lead(context: Context) -> date | None:
    """The day and part of the day that open a paragraph of the lead ("Sáng 19/1"), the year said there or borne by the other dates.

    A lead that names the bare day ("Ngày 19/1") tells of some day in one text out of two, so it does not count.
    """
    m, text = _opening(_LEAD, context, _LEAD_WITHIN), context.text
    year = (int(m.group("y")) if m.group("y") else dated_year(text)) if m else None
    day = _day(m, year) if m and year else None
    if day is None:
        return None
    others = (_day(f, int(f.group("y"))) for f in _FULL.finditer(text))
    return None if any(o and (o - day).days > _SLIP_DAYS for o in others) else day
