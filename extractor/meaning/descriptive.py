"""Numbers that only describe a noun: ages, lengths of time, how many there are of a kind. They hold at no time of their own."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.meaning.backwards import backwards
from extractor.model import Found
from extractor.wordlists import any_of

_LENGTH = regex.compile(rf"(?:{any_of('meaning_periods', 'length_unit')})(?![\p{{L}}/])")
_BEFORE = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_periods', 'length_before')}) $")
# "giữa hai nước", "2 công ty này": who or what has been told of, not how many there were at a time.
_KNOWN_BEFORE = backwards(r"(?<!\p{L})(?:giữa|cả) (?:các )?$")
_KNOWN = regex.compile(r"(?: (?!\p{L}+ (?:nước|tỉnh|huyện|xã) này)\p{L}+)(?: \p{L}+)? (?:này|nêu trên|nói trên|kể trên|đó|ấy)(?!\p{L})")
_KIND = regex.compile(r"(?:năm |tháng )?tuổi(?!\p{L})|cấp(?!\p{L})|chỗ(?! làm)(?!\p{L})")


def describes(number: Found, context: Context) -> bool:
    """Whether ``number`` is an age, a length of time that something took, or the number of those among which one is (``một trong 14``)
    or that have been told of (``2 công ty này``).
    """
    if number.kind == "rank":
        return number.fields.get("rank") is None
    if number.kind != "quantity":
        return False
    start, end = number.span
    after = context.lower[end + 1 : end + 20]
    if _KIND.match(after):
        return True
    before = context.before(start, 20).lower()
    if _KNOWN_BEFORE.search(before) or _KNOWN.match(context.lower, end):
        return True
    return bool(_LENGTH.match(after)) and _BEFORE.search(before) is not None
