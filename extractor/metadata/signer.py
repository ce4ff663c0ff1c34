"""Who signed: the name below TM./KT./TL./TUQ./Q. and the office (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

import regex

from extractor.metadata.lines import Line, lines_of
from extractor.metadata.offices import OFFICE
from extractor.wordlists import words

_AFTER = 320  # code points from the words of authority on that hold the whole block
_LINES = 9
# Words of authority, or an office on a line of its own where none stand: "BỘ TRƯỞNG", "CHỦ TỊCH QUỐC HỘI". A class at the beginning, for
# which re scans fastest.
_BLOCK = re.compile(
    r"[TKQ](?:(?:(?<=T)/?(?:M|L|UQ)|(?<=K)/?T|(?<=\bQ))\.|(?<=\b[TK])/[MTL]\b)[*\s]*[A-ZĐÀ-Ỹ]"
    rf"|\n[|*# >]*{OFFICE}(?: [A-ZĐÀ-Ỹ,-]+)*[* ]*(?=[|\n]|[A-ZĐÀ-Ỹ][a-zà-ỹ])"
)
_OFFICE_AHEAD = regex.compile(rf"{OFFICE}(?!\p{{L}})")
_SIGNED = regex.compile(r"[(\[] ?(?i:đã k[ýí]|ký|chữ ký)[^)\]]*[)\]]|(?i:đã ký số|đã k[ýí]|da ky|ký tên)\b")
_RANK = regex.compile(
    r"^(?:(?i:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:phó |chuẩn )?đô đốc|chuẩn tướng|bs|bác sĩ|bs\.?ck ?i{1,2}|ths|thạc sĩ"
    r"|(?:pgs\.? ?|gs\.? ?)?ts|tiến sĩ|pgs|gs|ông|bà|đ/c|đồng chí|luật sư|kỹ sư|ks)\.?,? )+"
)
_WORD = r"(?:\p{Lu}[\p{Ll}']+|\p{Lu}')"
_SYLLABLE = r"(?:\p{Lu}[\p{Ll}']*(?:-\p{Lu}?\p{Ll}+)?)"
NAME = regex.compile(rf"(?=.*\p{{Ll}}){_SYLLABLE}(?: {_SYLLABLE}){{1,4}}", regex.V1)
_NEXT = r"phụ lục|danh mục|ghi chú|biểu|kế hoạch|quy"
_TAIL = regex.compile(rf"(?<=\p{{Lu}}{{2}} |\) ?){_WORD}(?: {_SYLLABLE}){{1,4}}(?=$|[ .;,(]*$| +(?i:{_NEXT}))", regex.V1)
_CAPITAL_NAME = regex.compile(r"\p{Lu}{2,}(?: \p{Lu}{1,}){1,4}")
_JOINT_WITHIN = 260
_BESIDE = 500  # code points
_MOST = 24  # blocks looked at: forms print many without a name


def find_signer(text: str, start: int) -> str | None:
    """The name in the first block of signatures behind ``start``, ``; `` between those of a joint document; null where none is found."""
    recipients = text.find("Nơi nhận", start)  # they stand beside the signature
    near = _signers(text, max(start, recipients - _BESIDE), recipients + 6 * _BESIDE) if recipients >= 0 else None
    return near or _signers(text, start, len(text))


def _signers(text: str, start: int, end: int) -> str | None:
    found: list[str] = []
    last = start
    for m in islice(_BLOCK.finditer(text, start, end), _MOST):
        if found and m.start() > last + _JOINT_WITHIN:
            break
        name = _name_below(text, m.start()) if m.start() >= last else None
        if name is not None:
            words, last = name
            found += [words] if words not in found else []
    return "; ".join(found) or None


def _name_below(text: str, start: int) -> tuple[str, int] | None:
    """The name in the block that begins at ``start``, and about where it ends."""
    lines = lines_of(text, start, start + _AFTER)[:_LINES]
    for i, line in enumerate(lines):
        if i and (name := _whole(line.printed) or _broken(lines[i : i + 2])):
            return name, line.start + len(line.printed)
        if name := _at_end(line):
            return name, line.start + len(line.printed)
        if not _belongs(line, i == 0):
            return None
    return None


def _broken(lines: Sequence[Line]) -> str | None:
    """A name that a line break parts: its family name stands alone."""
    first, *others = (line.printed for line in lines)
    return _whole(f"{first} {others[0]}") if others and _is_surname(first) else None


def _whole(words: str) -> str | None:
    """A line that holds nothing but a name, with or without a rank before it."""
    bare = _RANK.sub("", _SIGNED.sub("", words).strip(" .,;")).strip()
    if NAME.fullmatch(bare):
        return bare
    if _CAPITAL_NAME.fullmatch(bare) and _is_surname(bare.split()[0]) and not _OFFICE_AHEAD.match(bare):
        return bare.title()
    return None


def _is_surname(word: str) -> bool:
    return word.lower() in words("metadata", "surnames")


def _at_end(line: Line) -> str | None:
    """A name that runs on behind the office: "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Hồ Đức Phớc"."""
    words = _SIGNED.sub("", line.printed).strip()
    m = _TAIL.search(words)
    return m.group() if m else None


def _belongs(line: Line, first: bool) -> bool:
    """Whether the block may go on below ``line``: an office in capitals, the word that it is signed, or a rank alone."""
    return first or line.is_capitals or _SIGNED.search(line.printed) is not None or len(line.folded) < 4
