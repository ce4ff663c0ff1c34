"""Official documents on pages: the lines that stand over them, and the lines that name the documents they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.load.html.blocks import Block
from extractor.motto import MOTTO, PARTY, STATE

_MOTTO = re.compile(rf"^\W*(?:{STATE}|{MOTTO}|{PARTY})\W*$", re.IGNORECASE | re.MULTILINE)
_KIND = (
    r"bộ luật|luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|quyết định|thông tư(?: liên tịch)?|chỉ thị|thông báo|kết luận|công văn|"
    r"công điện|kế hoạch|tờ trình|báo cáo|hướng dẫn|quy định|văn bản|chương trình|đề án|quy chế|giấy mời"
)
_NUMBER = r"\d{1,5}[/-](?:\d{4}[/-])?[A-ZĐ][\wĐ.]*"  # 12/2020/NĐ-CP, 18-NQ/TW, 45/2019/QH14
_RESTS = r"(?:căn cứ|thực hiện|theo)\s+(?:(?:vào|các|tại)\s+)?"
_LAW = re.compile(
    rf"(?:[-+•*–—]|\(?\w{{1,3}}[.)])?[\s\W]*"
    rf"(?:(?i:(?:{_RESTS})?(?:{_KIND})\s+(?:số\s*:?\s*)?){_NUMBER}|(?i:căn cứ\s+(?:(?:vào|các|tại)\s+)?(?:{_KIND})\b))"
)


def is_official(found: Iterable[Block]) -> bool:
    """Whether one of the blocks holds the national motto, or the name of the state or the Party over it, as a line of its own."""
    return any(2 * block.linked <= len(block.words) and _MOTTO.search(block.words) for block in found)


def names_law(words: str) -> bool:
    """Whether a block begins with a legal document: ``Căn cứ Luật …``, ``Quyết định số 12/QĐ-TTg``, ``- Nghị quyết 18-NQ/TW``."""
    return _LAW.match(words) is not None
