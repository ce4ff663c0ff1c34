"""What the words before a time say that it does in its sentence."""

from __future__ import annotations

from datetime import timedelta

import regex

from extractor.meaning.backwards import backwards
from extractor.meaning.time import Days, Role
from extractor.wordlists import any_of

_CLOCK = r"\d{1,2}(?:h| ?giờ|g|:)(?: ?\d{1,2}(?: ?phút)?)?"
PART_OF_DAY = r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm)"
WEEKDAY = r"(?:thứ \p{L}+|chủ nhật)"
_ON_DAY = rf"(?: {_CLOCK})?(?: {PART_OF_DAY})?(?: {WEEKDAY})?,?(?: ngày)?"


_PART = r"(?: (?:giai đoạn|thời gian|khoảng|thời kỳ|các|những))?(?: (?:đầu|cuối|giữa|nửa đầu|nửa cuối))?"
_UP_TO = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'up_to')}){_ON_DAY} $")
_NOT_BEFORE = backwards(r"(?<!\p{L})(?:mãi|phải|chờ|đợi)(?: cho)? (?:đến|tới)(?!\p{L})[^,;]{0,20}$")
_WITHIN = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'within')}){_PART} $")
_OPENING = backwards(rf"(?:^|[,;:.()–\n\"“”-] ?)(?:(?:{any_of('meaning_periods', 'opening')}|{_CLOCK}|{WEEKDAY}),? )*$")
_NAMED = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'named')})(?: (?!(?:trong|của|đến|từ)(?!\p{{L}}))\p{{L}}+){{0,4}} $")
_COMPARED = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'compared')})(?!\p{{L}})[^,;()\d]{{0,30}}$")
_VISION = backwards(r"tầm nhìn (?:đến |tới )?$")
_FROM = backwards(rf"(?<!\p{{L}})từ (?:đầu |cuối |giữa )?(?:{_CLOCK} )?(?:{PART_OF_DAY} )?(?:{WEEKDAY},? )?(?:ngày )?$")
_SINCE = backwards(r"(?:^|[,;:.()–\n\"“”-] ?)(?:(?!ngay )\p{L}+ ){0,2}(?:tính )?(?:kể )?từ (?:đầu )?$|(?<!\p{L})kể từ (?:đầu )?$")
_AT_DAY = backwards(rf"(?<!\p{{L}})(?:vào|hôm|lúc|trong|{PART_OF_DAY}|{_CLOCK}),?(?: {PART_OF_DAY})?(?: {WEEKDAY},?)?(?: ngày)? $")
_OCCASION = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'occasions')})(?: \p{{L}}+){{0,5}} $")
_ENACTED = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'enacted')})(?!\p{{L}})[^,;()\d]{{0,40}}$")
_LENGTH = backwards(r"\d+ (?:năm|tháng|ngày|tuần|quý)(?: \p{L}+){0,2} \((?:(?:kể |tính )?từ )?(?:ngày )?$")
_PROGRAMME = backwards(r"(?<!\p{L})(?:chương trình|đề án|kế hoạch|chiến lược|quy hoạch|nghị quyết|dự án)(?!\p{L})[^,;.]{0,90}$")
_CLOSING = backwards(r"(?<!\p{L})(?<!(?:tháng|nửa|ngày|quý|tuần|từ|dịp|đợt|vụ|đầu) )cuối $")


def is_vision(before: str) -> bool:
    """``tầm nhìn đến``: only the horizon of a plan."""
    return _VISION.search(before) is not None


def compares(before: str) -> Role | None:
    """The role of a time that is compared with; null for others."""
    if not _COMPARED.search(before):
        return None
    return Role.SAME if "cùng kỳ" in before[-16:] else Role.COMPARED


def opens(before: str) -> bool:
    """Whether a time behind ``before`` stands at the head of a clause."""
    return _OPENING.search(before) is not None


def up_to(before: str) -> regex.Match[str] | None:
    """The words that say that is counted up to the time."""
    return _UP_TO.search(before)


def is_not_before(before: str) -> bool:
    """``mãi đến tháng 6 mới``: when something happened at last; nothing is counted up to the time."""
    return _NOT_BEFORE.search(before) is not None


def is_from(before: str) -> bool:
    """Whether a stretch begins at the time."""
    return _FROM.search(before) is not None


def is_since(before: str) -> bool:
    """``từ năm 2020, …``, ``kể từ năm 2020``: what is told goes on from there."""
    return _SINCE.search(before) is not None


def takes_effect(before: str) -> bool:
    """``… 7,19% kể từ ngày 1/7``: from that day on, unless it is the day of a document."""
    return _FROM.search(before) is not None and _ENACTED.search(before) is None


def before_length(before: str) -> str | None:
    """The words before the length of time that the time in brackets is: ``qua`` of ``qua 3 ngày (``; null where there is none."""
    m = _LENGTH.search(before)
    return before[: m.start()] if m else None


def role_of_length(before: str) -> Role:
    """The role of a length of time behind ``before``."""
    return Role.FRAME if opens(before) else Role.WITHIN


def is_close(before: str) -> bool:
    """``cuối năm 2023``: the end of the stretch is meant."""
    return _CLOSING.search(before) is not None


def in_programme(before: str) -> bool:
    """Whether the time belongs to the name of a plan: ``Chiến lược … đến năm 2030``."""
    return _PROGRAMME.search(before) is not None


def role(days: Days, before: str) -> Role | None:
    """What the time behind ``before`` does; null where it does nothing."""
    if days[0] == days[1]:
        happens = opens(before) or _OCCASION.search(before) or (_AT_DAY.search(before) and not _ENACTED.search(before))
        return Role.EVENT if happens else Role.DAY
    if opens(before):
        return Role.FRAME
    if m := _WITHIN.search(before):
        return Role.FRAME if opens(before[: m.start()]) else Role.WITHIN
    if _NAMED.search(before) or (days[1] - days[0] > timedelta(days=366) and in_programme(before)):
        return None
    return Role.ATTRIBUTE
