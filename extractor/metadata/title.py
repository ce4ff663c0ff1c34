"""The title of an official document: its type line, and the abstract (trích yếu) below it, on one line as printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.metadata.lines import Line
from extractor.metadata.offices import OFFICE
from extractor.metadata.types import type_in_title

_LOOK = 6  # lines below the head in which the type line stands
_URGENT = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "KHẨN CẤP")
_LONGEST = 900  # code points of an abstract
# Who orders, in capitals between the abstract and the grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …", "BỘ TRƯỞNG BỘ …", "CHÍNH PHỦ".
_BODY_WORDS = (
    rf"(?:{OFFICE}(?: (?!VÀ |CỦA |VỀ |TẠI )\p{{Lu}}[\p{{Lu}},&-]*)+"
    r"|CHỦ TỊCH NƯỚC.*|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BỘ CHÍNH TRỊ|BAN BÍ THƯ"
    r"|(?:HỘI ĐỒNG|ỦY BAN) NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?: \p{Lu}[\p{Lu}-]*)*"
    r"|BAN (?:CHẤP HÀNH|THƯỜNG VỤ)(?: \p{Lu}+)*)"
)
# What follows the authority: the session, the term, the telegram's order, or the grounds.
_AFTER_BODY = r"(?: (?:KHÓA|NHIỆM KỲ|KỲ HỌP|ĐIỆN|\().*)?(?: Căn)?"
_AUTHORITY = regex.compile(rf"{_BODY_WORDS}{_AFTER_BODY}(?: điện.*)?[:,.]?")
# The same run on behind the abstract; a name that a preposition governs is part of the abstract.
_RUN_ON = regex.compile(
    r"(?<!(?:\bCỦA|\bDO|\bVỚI|\bTẠI|\bCHO|\bVÀ|\bVỀ|\bLÀ|\bTHUỘC|\bBỞI|\bĐỐI VỚI|\bCÁC|\bTRÌNH|\bVĂN PHÒNG|\bTHANH TRA|,)) "
    rf"(?P<who>{_BODY_WORDS})(?P<rest>{_AFTER_BODY})(?: điện:?.*)?$"
)
_GROUNDS = regex.compile(r" (?:Căn cứ|Căn$|Xét (?:đề nghị|tờ trình)|Theo đề nghị)(?!\p{L})")
_STOPS = regex.compile(
    r"(?:Căn(?: cứ|$)|Kính gửi|Xét |Theo |Thực hiện |Ngày \d|Trong (?:các )?ngày|Để |Nhằm |Tiếp tục |Sáng |Chiều |Triển khai "
    r"|Thủ tướng|Bộ trưởng|Quốc hội ban hành|(?i:phần|chương|mục|điều|phụ lục) (?:\d|[IVX]+\b)|[A-Z\d]{1,4}[.)] |\(|\[|CĂN CỨ)"
)


class Title(NamedTuple):
    """The type that the title line prints (lower case, null for a letter) and the abstract."""

    doc_type: str | None
    abstract: str | None


def read_title(body: Sequence[Line]) -> Title:
    """The title in the lines below the head."""
    for i, line in enumerate(body[:_LOOK]):
        if line.folded.startswith("Kính gửi"):
            break
        if (found := type_in_title(line.folded)) is not None:
            doc_type, end = found
            rest = _rest(line, end)
            return Title(doc_type, _abstract(rest, body[i + 1 :]))
    return Title(None, None)


def _rest(line: Line, end: int) -> Line | None:
    """What stands behind the type on its own line. Folding keeps the number of words, so they are counted."""
    words = line.printed.split()[len(line.folded[:end].split()) :]
    folded = line.folded[end:].strip(" :.-")
    return Line(folded, " ".join(words).strip(" :.-"), line.start) if folded and folded not in _URGENT else None


def _abstract(rest: Line | None, below: Sequence[Line]) -> str | None:
    """The rest of the type line and the lines below it, up to the authority, the grounds or the first sentence."""
    taken: list[Line] = [rest] if rest else []
    for line in below:
        if _ends(line, taken):
            break
        taken.append(line)
        if sum(len(t.folded) for t in taken) > _LONGEST:
            return None
    words = " ".join(line.printed for line in taken)
    return _cut(words) or None


def _ends(line: Line, taken: Sequence[Line]) -> bool:
    """Whether ``line`` is no part of the abstract any more."""
    if _AUTHORITY.fullmatch(line.folded) or _STOPS.match(line.folded):
        return True
    if not taken:
        return False
    if taken[0].is_capitals:
        return not line.is_capitals
    return not line.folded[0].islower()


def _cut(words: str) -> str:
    """``words`` without the authority and the grounds that run on behind them."""
    if (m := _GROUNDS.search(words)) is not None:
        words = words[: m.start()]
    if (m := _RUN_ON.search(words)) is not None and m.start() > 0:
        words = words[: m.start()]
    return words.strip(" :-_*")
