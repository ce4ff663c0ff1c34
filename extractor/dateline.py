"""The document's own date: in its stamp, letterhead or lead, or where it is passed or annexed. Null rather than wrong."""

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
_FOOT_WITHIN = 200  # a stamp may close the text as well
_ONLINE = 1997  # no article with a lead is older than the first Vietnamese newspaper on the web
# A lead day that later dates of the text leave this far behind is a slip of the pen.
_SLIP_DAYS = 250

_DMY = r"(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>(?:19|20)\d\d)(?!\d)"
_CLOCK = r"\d{1,2}[:hg]\d{2}(?:[:']\d{2})?(?: ?(?:AM|PM|SA|CH))?"
_WEEKDAY = r"(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_SAID = r"ngày ?(?P<d>\d{1,2})(?: ?tháng ?| ?[/.-] ?)(?P<m>\d{1,2})(?: ?năm ?| ?[/.-] ?)(?P<y>(?:19|20)\d\d)(?!\d)"
_LETTERHEAD = re.compile(rf"{_SAID} ?\.? ?(?=[\n|]|$)")
# What stands before it: "Hà Nội, ", "TP. Hồ Chí Minh, "; the comma may be left out where nothing else stands on the line.
_PLACE = regex.compile(
    r"(?:^|[\n |])\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,4} ?, ?$|[\n|] ?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3} $", regex.V1
)
# "… này được Quốc hội … khóa XV thông qua ngày 11 tháng 12 năm 2025": what an assembly decides bears no date in its head.
_PASSED = re.compile(rf"(?:luật|nghị quyết|pháp lệnh|bộ luật) này (?:đã )?được [^.\n]{{10,160}}?thông qua {_SAID}")
_HEADED = re.compile(r"(?:luật|nghị quyết|pháp lệnh) số ?: ?\d")
# "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2020 của …)": an annex bears the date of its document, and the other way
# round where a letter came without its head.
_ANNEXED = re.compile(rf"\( ?(?:ban hành |phê duyệt |được )*kèm\stheo\s[^()\n]{{0,60}}?số ?:?\s?\d[^()\n]{{1,40}}?[,\n ]{{1,2}}{_SAID}")
_ANNEX = re.compile(r"[|\s]*(?:phụ lục(?: [ivx\d]+)?\b|kính gửi ?:)")
# A file that sets the letterhead in a frame gives it last, and begins with the title.
_TITLE_FIRST = re.compile(r"[|\s]*(?:NGHỊ ĐỊNH|QUYẾT ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ|CHỈ THỊ|THÔNG BÁO|KẾ HOẠCH|CÔNG ĐIỆN|LUẬT)\b")
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
_FOOT = regex.compile(
    rf"(?i:giờ đăng|ngày đăng|đăng ngày|thời gian đăng|cập nhật|xuất bản|đăng lúc) ?:? ?(?:{_CLOCK} ?[,|-]? ?)?(?:ngày )?{_DMY}", regex.V1
)


def document_date(context: Context) -> date | None:
    """The day that the document itself bears, or null where the text does not tell."""
    return _stamp(context) or _letterhead(context) or _passed(context) or _annexed(context) or _lead(context) or _foot(context)


def _stamp(context: Context) -> date | None:
    return _stated(_opening(_STAMP, context, _STAMP_WITHIN)) if _FULL.search(context.text, 0, _STAMP_WITHIN) else None


def _opening(pattern: regex.Pattern[str], context: Context, within: int) -> regex.Match[str] | None:
    """The first match of ``pattern`` that opens a paragraph and ends ``within`` so many code points."""
    starts = takewhile(lambda start: start < within, context.outline.paragraphs)
    return next((m for start in starts if (m := pattern.match(context.text, start, within))), None)


def _letterhead(context: Context) -> date | None:
    last = max(0, len(context.text) - _STAMP_WITHIN * 3) if _TITLE_FIRST.match(context.text) else len(context.text)
    for m in (*_LETTERHEAD.finditer(context.lower, 0, _LETTERHEAD_WITHIN), *_LETTERHEAD.finditer(context.lower, last)):
        if _PLACE.search(context.text, max(0, m.start() - 60), m.start()):
            return _stated(m)
    return None


def _passed(context: Context) -> date | None:
    """The day on which an assembly passed the document, where its head has a number and no date."""
    if not _HEADED.search(context.lower, 0, _STAMP_WITHIN):
        return None
    return _stated(next(iter(_PASSED.finditer(context.lower)), None))


def _annexed(context: Context) -> date | None:
    """The day of the document that an annex belongs to, for an annex alone and for a letter that came without its head."""
    return _stated(_ANNEXED.search(context.lower)) if _ANNEX.match(context.lower) else None


def _foot(context: Context) -> date | None:
    """The publication stamp below the article: "Giờ đăng: 16/07/2025 16:04"."""
    foot = max(0, len(context.text) - _FOOT_WITHIN)
    return _stated(next((m for m in _FOOT.finditer(context.text, foot)), None)) if _FULL.search(context.text, foot) else None


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
    if day is None or day.year < _ONLINE:
        return None
    others = (_day(f, int(f.group("y"))) for f in _FULL.finditer(text))
    return None if any(o and (o - day).days > _SLIP_DAYS for o in others) else day
