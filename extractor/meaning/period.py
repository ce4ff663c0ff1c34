"""The period of a number: which of the times around it says when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extractor.meaning.backwards import backwards
from extractor.meaning.carried import carried
from extractor.meaning.descriptive import describes
from extractor.meaning.own_time import behind, bracketed, compared, framed, is_own
from extractor.meaning.time import OPEN, Days, Role, Time
from extractor.model import Found, Span

if TYPE_CHECKING:
    from extractor.meaning.about import Around

# Between a length of time and the days that it took: "30 ngày từ 1/3 đến 30/3".
_APPOSED = regex.compile(r" \w+(?: làm việc)? ?(?:\(?từ|\() ?")
# What may stand between a number and the time behind the last of several: "10 kế hoạch, 8 quyết định trong năm 2023".
_SAME_CLAUSE = r"(?:(?! (?:nhưng|mà|trong khi|trong đó|riêng) |, (?:dự kiến|sẽ|đã|đang|hiện|phấn đấu) )[^;:.])"
_OTHERS = regex.compile(rf"{_SAME_CLAUSE}{{0,150}}")
_WORK = regex.compile(rf"{_SAME_CLAUSE}{{0,400}}")
_BASE = backwards(
    r"(?<!\p{L})(?:từ(?: mức| vị trí| con số| hạng| thứ hạng)?|so với(?: mức)?|thay vì(?: mức)?)"
    r"(?: (?:hơn|gần|khoảng|trên|dưới|mức|con số))* ?$"
)
_RISE = regex.compile(r"[^,;.()\d]{0,80}(?:\([^)]{0,40}\) ?)?(?<!\p{L})(?<!trở )(?:lên|xuống|còn|thành|sang|tới)(?!\p{L})")
_PLAN = backwards(r"(?:kế hoạch|dự toán|chỉ tiêu|yêu cầu|mục tiêu)[^,;()\d]{0,60}\($")
_ALONE = regex.compile(r"[^(),;]{0,25}\)")
_APPROVED = regex.compile(r"(?<!\p{L})(?:phê duyệt|chấp thuận)(?: \p{L}+){3}")
_AGREED = regex.compile(r"(?<!\p{L})(?:ký|ký kết|thông qua|thống nhất|công bố|khởi công)(?!\p{L}).*(?<!\p{L})(?:dự kiến|sẽ)(?!\p{L})")
_PROPOSED = regex.compile(r"(?<!\p{L})(?:đề xuất|kiến nghị)(?!\p{L})")


def period_of(number: Found, sentence: Span, around: Around, status: str | None) -> Days | None:
    """The first and last day that the number holds for; null where its ``sentence`` and the one before give none.

    :param status: the number's status, as the column has it.
    """
    context, span = around.context, number.span
    times = around.times.of(sentence)
    if not times:
        days = carried(span, sentence, around, status)
        return days if days and not describes(number, context) and not _is_baseline(number, context.lower, sentence) else None
    if value := compared(span, times, context.lower):
        return value
    if own := bracketed(span, times, context.lower):
        return own.days
    later = behind(span, times, context.lower)
    if describes(number, context):
        return later.days if later and _APPOSED.fullmatch(context.lower, span.end, later.span.start) else None
    if _is_baseline(number, context.lower, sentence):
        return later.days if later and not _RISE.match(context.lower, span.end, later.span.start) else None
    if later and is_own(later, context.lower[span.end : later.span.start]):
        return framed(later, times)
    before = _before(span, times, context.lower)
    if before:
        return before.days
    later = later or _shared(span, times, context.lower, status)
    if later:
        return later.days
    opened = times[0].role is Role.FRAME and times[0].span.end <= span.start
    return None if opened else carried(span, sentence, around, status)


def _is_baseline(number: Found, text: str, sentence: Span) -> bool:
    """A value that is compared with, or from which something rises: the time of the sentence is not its own."""
    start, end = number.span
    before = text[max(sentence.start, start - 100) : start]
    if m := _BASE.search(before):
        return not m.group().startswith("từ") or _RISE.match(text, end, sentence.end) is not None
    return number.kind != "ratio" and _PLAN.search(before) is not None and _ALONE.match(text, end) is not None


def _before(span: Span, times: tuple[Time, ...], text: str) -> Time | None:
    """The nearest time before the number that holds for what follows."""
    for time in reversed(times):
        if time.span.end > span.start or not time.holds(span):
            continue
        gap = text[time.span.end : span.start]
        if _is_planned(gap, time):
            return None
        if time.role in OPEN or (time.role is Role.DEADLINE and not any(c in gap for c in ",;")):
            return time
    return None


def _is_planned(gap: str, time: Time) -> bool:
    """What was only approved or agreed upon at the time does not hold then; nor does at one day what is proposed."""
    if _APPROVED.search(gap) or _AGREED.search(gap):
        return True
    return time.days[0] == time.days[1] and _PROPOSED.search(gap) is not None


def _shared(span: Span, times: tuple[Time, ...], text: str, status: str | None) -> Time | None:
    """The time behind the last of several numbers that share it; a deadline is shared by what is to be reached."""
    for time in times:
        shares = time.role in (Role.FRAME, Role.WITHIN) or (time.role is Role.DEADLINE and status == "target")
        if time.span.start >= span.end and shares and time.holds(span):
            between = _WORK if time.role is Role.DEADLINE else _OTHERS
            return time if between.fullmatch(text, span.end, time.span.start) else None
    return None
