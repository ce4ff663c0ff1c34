"""What a stated title tells of an official document: "Thông báo 624/TB-VPCP năm 2025 … do Văn phòng Chính phủ ban hành"."""

from __future__ import annotations

import regex

from extractor.agencies import written_out
from extractor.fold import fold_text
from extractor.metadata.opening import Opening, reference

_BY = regex.compile(r" do (?P<who>\p{Lu}[^.;?]{2,90}?) (?:ban hành|điện|thông qua|công bố|phê duyệt|gửi|hướng dẫn|trả lời)$")
_ASKS = regex.compile(r"\?|(?i:\b(?:ra sao|thế nào|là gì|như nào|quy định gì|ở đâu|toàn văn|mới nhất)\b)")


def read_stated(title: str, *, official: bool) -> Opening | None:
    """Number, type and issuer that the title of a register says; null for a headline that speaks about a document.

    :param official: whether the text is known to be an official document, so that a title without ``do … ban hành`` counts too.
    """
    folded = fold_text(title)
    found = reference(folded)
    by = _BY.search(folded)
    if found is None or _ASKS.search(folded) or not (official or by):
        return None
    return found[0]._replace(issuer=written_out(by.group("who")) if by else None)
