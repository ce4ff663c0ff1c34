"""Which line breaks stand inside a sentence.

Mail, PDF and saved pages break lines at a fixed width, so a fact may run over a break. A break is *soft* when the
sentence plainly goes on. The rules are Vietnamese ones: sentences end in punctuation, list items start with a marker,
paragraphs with a capital. A text counts as hard-wrapped when a good share of its breaks is followed by a lower-case word.
"""

from __future__ import annotations

import re

import regex

from extractor.nfc import nfc

_BREAK = re.compile(r"\n\s*")
_MARKER = regex.compile(
    r"(?:[-+•▪●–*·►➢✓○o§]\s|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivxIVX]{1,5})[.)](?!\d)(?:\s|$)|\(\d{1,2}\)"
    r"|(?:Điều \d|(?:Chương|Phần|Mục) (?:[IVXLC\d]|thứ\b)|(?:Phụ lục|Nơi nhận|Số|Kính gửi|Căn cứ)\b)|\||-{3,}|#{1,6}\s|>)"
)
_SMALL_MARKER = regex.compile(r"[a-zđo][.)\s]|[ivx]+[.)]")
# Pages are often broken before these by programs that take them for the heads of a law's parts.
_NO_HEADING = regex.compile(r"(?:Chương trình|Phần mềm|Điều lệ)\b")
_CLOSED = (*".:;!?…|/", "---", "___")
_AFTER_CLOSED = '"”’)* \t\n\r\v\f\x85\u1680\u2028\u2029'
_ABBREVIATION = regex.compile(r"\b(?:TP|TX|TT|Q|P|H|ThS|TS|PGS|GS|BS|KS|Tp|T\.Ư|St)\.$")
# Words that leave a line open: prepositions, auxiliaries, and first halves of names, titles and dates.
_OPEN_WORDS = frozenset(
    "và hoặc thuộc kèm vào sang giao gửi bởi cùng đối được đã sẽ phải có không trên đạt khoảng hơn gần dưới ước của tại theo với cho "
    "các những từ đến do về trong ở là bằng gồm số ngày tháng năm tỉnh phố huyện xã phường bộ sở cục vụ ban uỷ ủy nghị quyết thông công "
    "kế tịch chánh đốc trưởng thư phòng luật hội đồng tâm an khoản điều".split()
)
_RANGE_TAIL = regex.compile(r"-\s*(?:\d{4}\b|\d+(?:[.,]\d+)*+ ?%)")
_YEAR = regex.compile(r"\d{4}\b")
_OPEN_RANGE = regex.compile(r"\d{4} ?[-–]$")
_DATE_PART = regex.compile(r"\b(?:ngày|tháng|năm|quý) ?\**$")
_LOWER = regex.compile(r"[\p{Ll}]")


def soft_breaks(text: str) -> set[int]:
    """Offsets in ``text`` of the ``\\n`` that stand inside a sentence."""
    every = list(_BREAK.finditer(text))
    breaks = [m for m in every if m.group().count("\n") == 1]
    if not breaks:
        return set()
    looks = [_look(text, m.start(), m.end()) for m in breaks]
    lower = sum(look == "lower" for look in looks)
    # Three breaks before small letters are no accident; in a short text one may do, if most breaks are of that sort.
    wrapped = lower >= (0.1 if lower < 10 else 0.03) * len(breaks) if lower >= 3 else 2 * lower >= len(breaks)
    # Where blank lines part the paragraphs, a single break inside prose is a wrap however short its line is.
    apart = len(every) - len(breaks) >= 0.15 * len(breaks)
    width = _width(text) if wrapped else 0
    return {
        m.start()
        for m, look in zip(breaks, looks, strict=True)
        if look == "lower" or (wrapped and look == "open" and _continues(text, m.start(), m.end(), width, apart))
    }


def _look(text: str, start: int, end: int) -> str:
    """``lower``: surely goes on; ``open``: may go on in a wrapped text; ``closed``: a new paragraph."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    after = text[end : end + 40].lstrip("*_ \u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f")
    if not line or not after:
        return "closed"
    if (
        (_RANGE_TAIL.match(after) and line[-1:].isdigit())
        or (after[0].isdigit() and _DATE_PART.search(line))
        or (_YEAR.match(after) and _OPEN_RANGE.search(line))
    ):
        return "lower"
    if _NO_HEADING.match(after) and line[-1:].isalpha() and not line.isupper() and len(line) > 60:
        return "lower"
    if _MARKER.match(after) and not (_LOWER.match(after) and not _SMALL_MARKER.match(after)):
        return "open" if after.startswith("- ") and _LOWER.match(after[2:3]) and line[-1:].isalpha() and len(line) > 40 else "closed"
    if line.endswith((";", ":")) and _LOWER.match(after):
        return "open"
    if line.rstrip(_AFTER_CLOSED).endswith(_CLOSED) and not (line.endswith(".") and _ABBREVIATION.search(line, max(0, len(line) - 8))):
        return "closed"
    return "lower" if _LOWER.match(after) else "open"


def _continues(text: str, start: int, end: int, width: int, apart: bool) -> bool:
    """In a wrapped text: whether the line before the break was long enough, or left open, for the break to be a wrap."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    if line.endswith((";", ":")):  # items without markers stand so too: only a full line was broken for its width
        return _length(line) >= 0.8 * width
    if line.count("**") % 2 == 1 or _left_open(line):
        return True
    if text[end : end + 1].isdigit() and len(line) > 20:
        return True
    if apart and not line.isupper():
        return True
    return _length(line) >= 0.6 * width


def _left_open(line: str) -> bool:
    """Whether ``line`` ends in a comma or a word after which no paragraph ends."""
    line = line.rstrip("* ")
    return line.endswith(",") or (bool(line) and line.split()[-1].lower() in _OPEN_WORDS)


def _width(text: str) -> int:
    """The wrapping width: the length that nine lines in ten stay under."""
    lengths = sorted(_length(line) for line in text.split("\n") if len(line) > 20)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _length(line: str) -> int:
    """Letters as a reader counts them, however they are composed."""
    return len(line) if line.isascii() else len(nfc(line))
