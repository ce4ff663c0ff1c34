"""The head of an official document taken apart: issuer, number, motto, place and date, and where its title begins.

Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for party documents. The two columns of the print come one after the
other in text, in either order, as cells of a table, or run together on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.doc_codes import parse_symbol
from extractor.metadata.lines import Line, lines_of
from extractor.metadata.types import type_in_title
from extractor.model import Fact

_ABOVE, _BELOW, _TITLE = 420, 600, 1500  # code points above and below the number, and below the head, in which head and title stand
_TOP = 300  # a head without a known number begins within so many code points
_NEAR = 60  # the line of the number begins so near to it
_FIRST = 12_000  # a page about a document may stand before it; what is further down is another document's …
_LAST = 3_000  # … but for a file that sets the letterhead in a frame, which comes last
_SYMBOL = (
    r"(?: ?[/-] ?(?:19|20)\d\d(?!\d))? ?[/-] ?\p{Lu}[\p{L}\d&.]*(?: ?\d\d(?=$|[ /-]))?"
    r"(?:(?:[-/] ?| - ?| -(?=\p{Lu}))\p{Lu}[\p{L}\d&]*(?:\.\p{Lu}{1,3})*)*(?![\p{L}\d])"
)
_OWN = rf"[ ._…]*(?P<no>\d[\d.]*[a-dA-D]?)?[ ._…]*(?P<symbol>{_SYMBOL})"
MARKS = regex.compile(
    r"(?P<motto>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?i:độc lập ?[-.,]? ?tự do ?[-.,]? ?hạnh phúc)|ĐẢNG CỘNG SẢN VIỆT NAM)"
    r"|(?<!\p{L}|[\p{Ll}:,(] )(?:"
    rf"(?P<number>(?:(?P<type>(?i:luật|nghị quyết|pháp lệnh|thông tư)) (?i:số)|Số|SỐ) ?[:.]?{_OWN})"
    r"|(?P<label>S[ốỐ] ?[:.]?$)"
    r"|(?P<dated>(?:(?:T[Pp]\.? ?|Thành phố )?\p{Lu}[\p{L}']+(?:[ -]\p{Lu}?[\p{L}']+){0,4}|[.…]+) ?, ?"
    r"(?i:ngày)[ \d._…]*(?i:tháng)[ \d._…]*(?i:năm)[ \d._…]*))",
    regex.V1 | regex.MULTILINE,
)
# What a head without a known number shows before anything is folded; marks of emphasis and broken lines spare some piece of it.
_LIKELY = regex.compile(r"(?:CỘNG|VIỆT)[\s*]|(?i:độc[\s*]+lập)|ĐẢNG[\s*]|(?:Số|SỐ|số) ?[:.]|NAM[\s*|]")
_OWN_NUMBER = regex.compile(_OWN)
# Stamps of urgency, secrecy and state: Nghị định 30/2020/NĐ-CP, Phụ lục I; Luật Bảo vệ bí mật nhà nước.
_STAMPS = regex.compile(
    r"HỎA TỐC.*|THƯỢNG KHẨN|KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT|DỰ THẢO.*|BẢN SAO.*|SAO Y.*|BẢN CHÍNH|CÔNG BÁO.*|LƯU HÀNH NỘI BỘ"
)
# What a slip or a line break leaves of the motto.
_MOTTO_PIECE = regex.compile(r"CỘNG HÒA(?: XÃ.*)?|.*CHỦ NGH.A.*|NGH.A VIỆT NAM")
_SUBJECT = regex.compile(r"(?:V/v|v/v|V/V|Về việc|Vv\b)[ :.]*")
_SHORT = 90  # a line of the head that is not in capitals


class Head(NamedTuple):
    """What the head says: the issuer's lines, its own number and symbol as printed (null where left blank), and the lines below it."""

    issuer: tuple[Line, ...]
    number: str | None
    symbol: str | None
    type_word: str | None
    subject: str | None
    body: tuple[Line, ...]
    start: int


def find_head(text: str, own: Fact | None) -> Head | None:
    """The head around the letterhead fact ``own``, or the one at the top of ``text`` where the number is blank or of an unknown form."""
    anchor = own.start if own is not None else 0
    if own is None and _LIKELY.search(text, 0, _TOP + _BELOW) is None:
        return None
    if _FIRST < anchor < len(text) - _LAST:
        return None
    lines = [*_with_labels(lines_of(text, max(0, anchor - _ABOVE), anchor + _BELOW, MARKS))]
    at = _number_line(lines, anchor if own is not None else None)
    if at is None or not _in_head(lines, at):
        return None
    start, end = _extent(lines, at)
    if own is None and lines[start].start > _TOP:
        return None
    rows = lines[start:end]
    issuer = _issuer(lines[start:at]) or _issuer(rows)
    groups = lines[at].groups if lines[at].mark == "number" else {}
    symbol = parse_symbol(groups.get("symbol") or "").text or None
    subject, end = _subject(lines, start, end)
    return Head(issuer, groups.get("no"), symbol, groups.get("type"), subject, _body(text, lines, end), lines[start].start)


def _with_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, where a number and symbol that stand below their "Số:" are known as such."""
    labelled = False
    for line in lines:
        m = _OWN_NUMBER.fullmatch(line.folded) if labelled else None
        labelled = line.mark == "label"
        yield line._replace(mark="number", groups=m.groupdict()) if m else line


def _body(text: str, lines: Sequence[Line], end: int) -> tuple[Line, ...]:
    """The lines below the head, in which the title stands."""
    return tuple(lines_of(text, lines[end].start, lines[end].start + _TITLE)) if end < len(lines) else ()


def _number_line(lines: Sequence[Line], near: int | None) -> int | None:
    """The index of the line of the own number (the one at ``near`` where that is known), else of the motto."""
    for mark in ("number", "motto"):
        found = [i for i, line in enumerate(lines) if line.mark == mark and (near is None or abs(line.start - near) < _NEAR)]
        if found:
            return found[0]
    return next((i for i, line in enumerate(lines) if line.start >= (near or 0)), None) if near is not None else None


def _in_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a motto, or an issuer in capitals and a line of place and date, stand near."""
    near = lines[max(0, at - 8) : at + 7]
    marks = {line.mark for line in near}
    return "motto" in marks or ("dated" in marks and "number" in marks and any(line.is_capitals for line in near if line.mark is None))


def _extent(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """The first and one past the last line of the head."""
    start = at
    while start and (lines[start - 1].mark or lines[start - 1].is_capitals):
        start -= 1
    last = max(i for i, line in enumerate(lines[: at + 8]) if i >= at and (i == at or line.mark) and _unbroken(lines, at, i))
    return start, last + 1


def _unbroken(lines: Sequence[Line], at: int, last: int) -> bool:
    """Whether nothing between two marks looks like the body of the document."""
    return not any(_opens_body(line) for line in lines[at:last] if line.mark is None)


def _opens_body(line: Line) -> bool:
    if line.folded.startswith("Kính gửi") or len(line.folded) > 4 * _SHORT:
        return True
    return type_in_title(line.folded) is not None


def _issuer(rows: Sequence[Line]) -> tuple[Line, ...]:
    """The lines in capitals that are no motto, no stamp and no number."""
    plain = (line for line in rows if line.mark is None and line.is_capitals and "/" not in line.folded)
    return tuple(line for line in plain if not _STAMPS.fullmatch(line.folded) and not _MOTTO_PIECE.fullmatch(line.folded))


def _subject(lines: Sequence[Line], start: int, end: int) -> tuple[str | None, int]:
    """The ``V/v`` line of a letter, which may go on, and where the lines below the head begin."""
    first = next((i for i in range(start, min(len(lines), end + 3)) if _SUBJECT.match(lines[i].folded)), None)
    if first is None or any(_opens_body(line) for line in lines[end:first] if line.mark is None):
        return None, end
    said = [lines[first].printed]
    after = first + 1
    while after < len(lines) and len(said) < 6 and _goes_on(lines[after], bare=_SUBJECT.fullmatch(lines[after - 1].folded) is not None):
        said.append(lines[after].printed)
        after += 1
    return " ".join(said), max(end, after)


def _goes_on(line: Line, *, bare: bool) -> bool:
    """Whether ``line`` is one more of the subject; behind a ``V/v`` that stands alone it may be long."""
    if line.mark or _opens_body(line) or line.folded.startswith(("Ngày ", "Căn cứ")):
        return False
    return bare or len(line.folded) < _SHORT
