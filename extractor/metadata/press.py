"""Headline, place, outlet and author of a press article, where its text prints them plainly. Null rather than wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import regex

from extractor.metadata.lines import Line, lines_of
from extractor.metadata.outlets import outlet
from extractor.provinces import mentions, province

_TOP, _BOTTOM = 600, 220  # code points in which headline and dateline, byline and source stand
_HEADLINE = range(20, 221)  # code points of a headline
_LEAD = 60  # a paragraph below a headline has at least so many
_LAST = 3  # lines at the end that may hold byline and source
_SYLLABLE = r"\p{Lu}[\p{Ll}']{1,6}"
_NAME = rf"(?!Theo ){_SYLLABLE}(?: {_SYLLABLE}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?: ?[-,;&] ?| và ){_NAME}){{0,3}}"
_ROLE = r"(?: ?\((?i:tổng hợp|ghi|ghi nhận|thực hiện|th|t/h|lược dịch|dịch|biên dịch|lược ghi|lược thuật)\))?"
_OUTLET = r"\p{L}[\p{L}+. ]{2,30}"
_BYLINE = regex.compile(rf"(?P<who>{_NAMES}){_ROLE}(?: ?/ ?(?P<outlet>{_OUTLET}))?", regex.V1)
_MADE = r"(?:Tin|Bài)(?:,| và|/)? ?(?:bài|ảnh|video)(?:,? ?(?:ảnh|video))?"
_LABELLED = regex.compile(rf"(?:Tác giả|Người viết|Phóng viên|{_MADE}|Bài|Thực hiện|Nội dung|PV) ?: ?(?P<who>{_NAMES}){_ROLE}\.?", regex.V1)
# Run on behind the last sentence: "… của tỉnh./. Thu Hà (TTXVN)".
_RUN_ON = regex.compile(
    rf"[.!?”\"…/] ?(?P<who>{_NAMES}) ?(?:\((?P<outlet>{_OUTLET})\)|/(?P<after>\p{{Lu}}[\p{{L}}+]{{2,20}}))\.?$", regex.V1
)
_SOURCE = regex.compile(r"\(?(?:(?i:theo|nguồn)(?: tin)? ?:? ?)(?P<outlet>\p{L}[\p{L}\d+&. ]{1,40}?)\.?\)?", regex.V1)
_STAMP = regex.compile(r"\(?(?P<outlet>\p{L}[\p{L}\d.+ ]{1,20}?)(?:\) ?[-:]? ?| ?[-] )(?=\p{Lu}|[\"“])", regex.V1)
_DATELINE = regex.compile(
    r"(?:\((?P<before>[\p{L}\d. ]{2,20})\) ?[-:]? ?)?(?P<place>(?:TP\.? ?|Thành phố |tỉnh )?\p{Lu}[\p{L}]+(?:[ -]\p{Lu}[\p{L}]+){0,4})"
    r" ?(?:\((?P<outlet>[\p{L}\d. ]{2,20})\)(?: ?[-:])?|[-:](?= )|, ngày \d)",
    regex.V1,
)
_CAPTION = regex.compile(
    r"(?:^|[ (.])(?:(?i:ảnh|nguồn|đồ họa|video|clip|ảnh minh (?:họa|hoạ))(?: ?[:;]|\)|$)|Ảnh [\p{Lu}m])|(?:^\(|\)\.?$)"
)
# A caption or a subheading in the place of the headline tells who is seen, or asks a guest.
_TITLES = r"Đồng chí|Ông|Bà|TS|PGS|GS|ThS|BS|Bộ trưởng|Thứ trưởng|Phó|Chủ tịch|Tổng cục trưởng|Cục trưởng|Giám đốc"
_SEEN = regex.compile(
    r"(?:Quang cảnh|Toàn cảnh|Các đại biểu|Đại biểu|Công chức|CBCC|Cán bộ|Đại diện|Lãnh đạo|Lực lượng|Người dân|Các lực lượng"
    rf"|Các đối tượng|(?:{_TITLES})\b[^:“\"?!]*$|Thưa |.*(?i:như sau)$)"
)
_CLOSED = regex.compile(r"[.;:,…]$|\./\.$")
_NO_HEADLINE = regex.compile(
    r"(?i:kính gửi|key points|trang chủ|home|menu|mục lục|đăng nhập|thứ (?:hai|ba|tư|năm|sáu|bảy)\b|chủ nhật\b|\d{1,2}[:/h])"
)
_NO_PERSON = frozenset(
    "việt nam|tổng hợp|minh họa|ảnh minh họa|dân trí|dân việt|bạn đọc|độc giả|tòa soạn|ban biên tập|xin cảm ơn|trân trọng"
    "|nhóm phóng viên|phóng viên".split("|")
)


class Press(NamedTuple):
    """What the article prints of itself."""

    title: str | None = None
    place: str | None = None
    publisher: str | None = None
    author: str | None = None


def read_press(text: str, on: date | None = None) -> Press:
    """Headline, place (canonical, of a province or city, as it was called ``on`` that day), outlet and author."""
    top = lines_of(text, 0, _TOP)
    bottom = [line.printed for line in lines_of(text, max(0, len(text) - _BOTTOM), len(text))[-_LAST:]]
    author, with_author = _author([line.printed for line in top[1:4]], bottom)
    place, stamped = _dateline(top, on)
    return Press(_headline(text, top), place, stamped or with_author or _source(bottom), author)


def _headline(text: str, top: Sequence[Line]) -> str | None:
    """The first line where it is no sentence, no caption and no stamp, and a paragraph stands below it."""
    if len(top) < 2:
        return None
    words = top[0].printed
    if text.lstrip().startswith("# "):
        return words
    if len(words) not in _HEADLINE or _CLOSED.search(words) or _CAPTION.search(words) or _no_headline(words):
        return None
    below = next((line for line in top[1:] if len(line.folded) >= _LEAD), None)
    return words if below is not None and below.start > top[0].start + len(words) else None


def _no_headline(words: str) -> bool:
    """Whether the words begin as no headline does, or as what stands below a picture."""
    first = words.lstrip("\"“'‘«[(")[:1]
    return bool(_NO_HEADLINE.match(words) or _SEEN.match(words)) or not (first.isupper() or first.isdigit())


def _dateline(top: Sequence[Line], on: date | None) -> tuple[str | None, str | None]:
    """Place and outlet that open one of the first lines."""
    place = said = None
    for line in top[:_LAST]:
        m = _DATELINE.match(line.folded)
        unit = province(m.group("place")) if m else None
        if m and unit and place is None and not _lists(line.folded, m.end()):
            place = unit.on(on).canonical
            said = said or _known(m.group("outlet")) or _known(m.group("before"))
        if said is None and (stamp := _STAMP.match(line.folded)):
            said = _known(stamp.group("outlet"))
    return place, said


def _lists(words: str, end: int) -> bool:
    """Whether another place follows: "Hà Nội - Hải Phòng"."""
    return next((True for start, _, _ in mentions(words[end : end + 30]) if start < 3), False)


def _author(top: Sequence[str], bottom: Sequence[str]) -> tuple[str | None, str | None]:
    """The author of a byline, and the outlet printed with the name."""
    for line in (*reversed(bottom), *top):
        if (m := _LABELLED.fullmatch(line)) and _is_person(m.group("who")):
            return m.group("who"), None
    for line in reversed(bottom):
        if (m := _BYLINE.fullmatch(line)) and _is_person(m.group("who")):
            return m.group("who"), _known(m.group("outlet"))
    if bottom and (m := _RUN_ON.search(bottom[-1])) and (said := _known(m.group("outlet") or m.group("after"))):
        return (m.group("who"), said) if _is_person(m.group("who")) else (None, said)
    return None, None


def _is_person(names: str) -> bool:
    """Whether no name among them is that of a place or an outlet, or a closing word."""
    each = [name.strip() for name in regex.split(r" ?[-,;&] ?| và ", names)]
    return not any(name.lower() in _NO_PERSON or province(name) or outlet(name) for name in each)


def _source(bottom: Sequence[str]) -> str | None:
    """The outlet that the last line names as the source."""
    for line in reversed(bottom):
        if (m := _SOURCE.fullmatch(line)) and (said := _known(m.group("outlet"))):
            return said
    last = bottom[-1] if bottom else ""
    return _known(last.strip("()")) if len(last) < _LEAD else None


def _known(name: str | None) -> str | None:
    return outlet(name) if name else None
