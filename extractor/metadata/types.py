"""Words that print the type of an official document as its title.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục III (administrative documents); Luật Ban hành văn bản quy phạm pháp luật (legal ones);
Hướng dẫn 36-HD/VPTW (party documents).
"""

from __future__ import annotations

from functools import cache

import regex

from extractor.doc_codes import type_of_word

_WORDS = (
    *("hiến pháp", "bộ luật", "luật", "pháp lệnh", "lệnh", "sắc lệnh", "nghị định", "nghị quyết", "nghị quyết liên tịch"),
    *("thông tư", "thông tư liên tịch", "thông tư liên bộ", "văn bản hợp nhất", "quyết định", "chỉ thị", "quy chế", "quy định"),
    *("thông cáo", "thông báo", "thông tri", "hướng dẫn", "chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản"),
    *("tờ trình", "hợp đồng", "công điện", "công văn", "kết luận", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời"),
    *("giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển", "phiếu báo", "quy trình", "điều lệ", "kháng nghị"),
)
_LETTER = "công văn"


@cache
def _titles() -> regex.Pattern[str]:
    longest_first = sorted(_WORDS, key=len, reverse=True)
    return regex.compile(rf"(?P<word>(?i:{'|'.join(longest_first)}))(?![\p{{L}}\d])")


def type_in_title(line: str) -> tuple[str, int] | None:
    """The type that opens a folded title line, lower case, and where the rest begins: a word in capitals, or the whole line."""
    m = _titles().match(line)
    if m is None or not (m.group().isupper() or m.end() == len(line.rstrip(" :.")) or line[m.end() :].isupper()):
        return None
    return type_of_word(m.group().lower()), m.end()


def type_named(words: str) -> tuple[str, int] | None:
    """The type whose name opens ``words`` (folded) in any case, and where the rest begins."""
    m = _titles().match(words)
    return (type_of_word(m.group().lower()), m.end()) if m else None


def printed_or_coded(printed: str | None, coded: str | None) -> str | None:
    """The type of the title line, else that of the symbol; a consolidated text prints the type of what it consolidates."""
    return coded if coded == "văn bản hợp nhất" else printed or coded


def is_letter(doc_type: str | None) -> bool:
    """Whether it is a letter, which has no title line."""
    return doc_type in (None, _LETTER)
