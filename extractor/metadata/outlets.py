"""Names of press outlets and what articles print for them (``patterns/_metadata.toml``)."""

from __future__ import annotations

import regex

from extractor.wordlists import table

# A name that says itself what it is, and the address of a site.
_TITLED = regex.compile(r"(?:Báo|Tạp chí|Đài|Thời báo|(?:Cổng|Trang) (?:TTĐT|(?i:thông )?(?i:tin điện tử))) \p{Lu}[\p{L}\d&. -]{2,50}")
_SITE = regex.compile(r"[a-z\d-]{2,30}(?:\.(?:com|gov|org|net|edu))?\.vn")


def outlet(printed: str) -> str | None:
    """The usual name of the outlet that ``printed`` stands for; null where it names none that is known as one."""
    words = " ".join(printed.split()).strip(" .")
    names: dict[str, str] = table("metadata")["outlets"]
    known = names.get(words.lower()) or names.get(words.lower().removeprefix("báo "))
    if known:
        return known
    return words if _TITLED.fullmatch(words) or _SITE.fullmatch(words.lower()) else None
