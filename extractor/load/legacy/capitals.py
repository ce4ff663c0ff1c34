"""Capitals that TCVN3 cannot write: its letters with tone marks are small, and a font drew them large.

``CộNG HOà Xã HộI`` is mended by the letters beside them, single letters by the words beside them; the first letter of a sentence and of
names that are always capitalised by what is usual. Rules of spelling: Nghị định 30/2020/NĐ-CP, phụ lục II (viết hoa).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extractor.load.legacy.syllables import is_syllable

_ENDS = re.compile("(\r\n|\r|\n)")
_WORD = re.compile(r"[^\W\d_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_HEALTH = re.compile(r"\bY Tế\b")  # spelled Y tế, so that a large T stands in a line of capitals
_STYLES = frozenset({"Bà", "Cụ"})  # Bà NGUYỄN THỊ …
_ROMAN = re.compile(r"[IVXLCDM]+")

# What stands before the first word of a line: blanks, quotes, the mark of a list item, an HTML tag.
_HEAD = re.compile(r"""(?:\s|[-–—+*•●▪#>|"'“‘(\[]|<[^<>]*>|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]\)|[IVX]{1,4}[.)])*""")
_ITEM = re.compile(r"[-–—+*•●▪.)]")  # its mark begins a sentence whatever the line before
# What stands between two sentences, before words that somebody says, and before a cell of a CSV or a block of HTML.
_STOP = re.compile(
    r"""(?:(?<=[^\W\d_][^\W\d_])|(?<=[\d%)”"]))[.!?…]++[”"'’)]*\s+[“"'‘(]?|\)\.\s*|(?<=[,;\t])"|:\s*[“"]"""
    r"|<(?:p|td|th|li|h\d|div|br|title)\b[^<>]*>\s*"
)
_OPEN_END = re.compile(r"""[.!?:;…|>][”"’)]*\s*$""")

_SMALL = "àáãèéìíòóõùúýĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_LARGE = "A-ZĂÂÊÔƠƯĐ"
_TELLING, _MOST = 8, 0.85  # lines needed, and their share in capitals, for every line to begin a sentence
_INITIAL = re.compile(rf"(?<!\w)[{_SMALL}]")
_UNITS = (
    "huyện|quận|thị xã|xã|phường|thị trấn|thôn|bản|làng|buôn|đường|phố|sông|núi|hồ|cầu|đèo|cảng|ga|chợ|trường|công ty|ông|bà|anh|chị|em"
)
_GIVEN = "Thị|Văn|Ngọc|Minh|Hồng|Kim|Hoàng|Xuân|Tuấn|Thúy|Nguyệt|Nhật|Quang|Việt|Duy|Đức|[Bb]à|[Ôô]ng|[Cc]hị|[Aa]nh"
_NO_ITALY = "kiến|nghĩa|tưởng|thức|chí|định|đồ|nghĩ|muốn|nguyện|thích|nhị"
# Names that are always capitalised, in so far as they begin with a letter that bears a tone: the name, and what stands before it.
_NAMES = tuple(
    (re.compile(rf"(?:{name})(?!\w)"), re.compile(rf"(?<!\w)(?:{before})$"))
    for name, before in (
        (r"ủy[ \u00a0](?:ban|viên)", r"(?<!Tỉnh )(?<!Thành )(?<!Huyện )(?<!Đảng )"),
        (r"ấn[ \u00a0]Độ|ả[ \u00a0]Rập|úc|ứng H(?:òa|oà)|ái (?:Nghĩa|Quốc|Mộ|Tử|Thượng)|óc Eo|ất (?:Sửu|Mão|Tỵ|Tị|Mùi|Dậu|Hợi)", ""),
        (r"á(?! (?:hậu|khôi|quân|kim|khoa|nguyên|phiện|sừng))", ""),
        (rf"ý(?! (?:{_NO_ITALY}))", "(?:nước|tại|sang|đến|ở) "),
        ("ảnh(?= ?:)", r"\("),
        ("áng", "[Vv]ũng "),
        (r"\w+", "(?:Nà|Nậm|Pa|Pá|Mường|Tà|Pù) "),
        (rf"(?!ở)\w+(?= [{_LARGE}]\w)", f"(?:{_UNITS}) "),
        ("ánh|ái|út|ẩn|ấn", f"(?:{_GIVEN}) "),
    )
)
_BEFORE = 12  # characters that the longest of what stands before a name takes, with the one before it


def capitals(text: str, opening: bool = True) -> str:
    """Text that was converted from TCVN3, with the capitals that the encoding could not hold; its length is unchanged.

    :param text: one line or more, in NFC.
    :param opening: whether the text begins a paragraph; False for part of one.
    """
    pieces = _ENDS.split(text)
    for i in range(0, len(pieces), 2):
        pieces[i] = line_capitals(pieces[i], opening)
        opening = opens_next(pieces[i])
    return "".join(pieces)


def opens_next(line: str) -> bool:
    """Whether what follows a line begins a sentence: the line is blank or closed by a full stop, a colon or a semicolon."""
    return not line.strip() or _OPEN_END.search(line) is not None


def are_paragraphs(lines: Sequence[str]) -> bool:
    """Whether lines begin sentences even behind one that nothing closes: nearly all that can show it begin with a capital.

    :param lines: without their ends; in hard-wrapped text most lines begin with small letters.
    """
    firsts = [letter for before, line in pairwise(lines) if not opens_next(before) and (letter := _first_letter(line))]
    return len(firsts) >= _TELLING and sum(map(str.isupper, firsts)) >= _MOST * len(firsts)


def _first_letter(line: str) -> str | None:
    """The first letter of a line, None where there is none or TCVN3 cannot write its capital."""
    word = _WORD.search(line)
    return word[0][0] if word and not _bears_tone(word[0][0]) else None


def line_capitals(line: str, opening: bool) -> str:
    """One line with its capitals; ``opening`` says whether it begins a sentence."""
    if not any(map(_bears_tone, line)):
        return line
    line = _shouted(line)
    places = [m.start() for m in _INITIAL.finditer(line)]
    if not places:
        return line
    head = _HEAD.match(line)
    starts = {m.end() for m in _STOP.finditer(line)}
    if head and (opening or _ITEM.search(head[0])):
        starts.add(head.end())
    letters = list(line)
    for place in places:
        if place in starts or _is_name(line, place):
            letters[place] = letters[place].upper()
    return "".join(letters)


def _is_name(line: str, place: int) -> bool:
    before = line[max(0, place - _BEFORE) : place]
    return any(name.match(line, place) and introduced.search(before) for name, introduced in _NAMES)


def _shouted(line: str) -> str:
    """Words in capitals: those that show it by a letter behind the first, and those beside them that cannot show it."""
    line = _HEALTH.sub("Y TẾ", line)
    words = list(_WORD.finditer(line))
    cases = [_case(word[0]) for word in words]
    if True not in cases:
        return line
    joined = [line[left.end() : right.start()] == " " for left, right in pairwise(words)]
    before = _nearest(cases, [False, *joined])
    after = _nearest(cases[::-1], [False, *joined[::-1]])[::-1]
    letters = list(line)
    for i, word in enumerate(words):
        if cases[i] or (cases[i] is None and _is_mute(word[0]) and _among_capitals(word[0], before[i], after[i])):
            letters[word.start() : word.end()] = word[0].upper()
    return "".join(letters)


_Neighbour = tuple[bool | None, bool]  # the case of the nearest word that tells it, and whether only blanks lie between


def _among_capitals(word: str, before: _Neighbour, after: _Neighbour) -> bool:
    """Whether a word that cannot show its case stands in capitals: between words in capitals, or right beside one."""
    if before[0] is not True and word in _STYLES:
        return False
    if after[1]:
        return after[0] is True
    return before[0] is True and (before[1] or after[0] is not False)


def _nearest(cases: list[bool | None], joined: list[bool]) -> list[_Neighbour]:
    """For every word the nearest one before it that tells its case; ``joined`` says whether a word follows the last one after a blank."""
    found: list[_Neighbour] = []
    last: _Neighbour = (None, False)
    for case, close in zip(cases, joined, strict=True):
        last = (last[0], last[1] and close)
        found.append(last)
        if case is not None:
            last = (case, True)
    return found


def _case(word: str) -> bool | None:
    """True for a word in capitals, False for one in small letters, None where its reliable letters do not tell (``Hà``, ``ở``, UBND)."""
    reliable = [c for c in word if not _bears_tone(c)]
    if any(c.islower() for c in reliable):
        return False
    if not reliable or _ROMAN.fullmatch(word) or (len(reliable) == 1 and reliable[0] == word[0]):
        return None
    return True if _is_mute(word) or is_syllable(word) else None


def _is_mute(word: str) -> bool:
    return any(map(_bears_tone, word))


@lru_cache(maxsize=512)
def _bears_tone(letter: str) -> bool:
    """Whether a letter is small and bears a tone, so that TCVN3 has no capital for it."""
    return letter.islower() and not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))
