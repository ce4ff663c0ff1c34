"""What the symbol of an official document says: which type it is, and which body issued it.

The table is ``patterns/_document_codes.toml``: type abbreviations of Nghị định 30/2020/NĐ-CP (Phụ lục III) and of party documents
(Hướng dẫn 36-HD/VPTW), and the codes of issuing bodies.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.wordlists import table

_YEAR = regex.compile(r"(?:19|20)\d\d")
_ASSEMBLY = regex.compile(r"(UBTVQH|QH|CTN)\d*")
_STROKE = regex.compile("[-/]")
_LETTER = "công văn"


class Symbol(NamedTuple):
    """A symbol taken apart: ``2025/NĐ-CP`` has the type code ``NĐ`` and the issuer code ``CP``; ``UBND-KSTT`` no type code."""

    text: str
    type_code: str | None
    issuer_code: str | None
    parts: int

    @property
    def doc_type(self) -> str:
        """Lower case Vietnamese; a symbol without a type code is that of a letter."""
        return _types().get(self.type_code or "", _LETTER)


@lru_cache(maxsize=4096)
def parse_symbol(printed: str) -> Symbol:
    """``printed`` is what follows the number, with its first stroke or dash: ``/2025/NĐ-CP``, ``-NQ/TW``, ``- NQ/TW``."""
    text = "".join(printed.split()).lstrip("/-")
    parts = [p for p in _STROKE.split(text) if p]
    if parts and _YEAR.fullmatch(parts[0]):
        parts = parts[1:]
    if not parts:
        return Symbol(text, None, None, 0)
    head, rest = parts[0], parts[1:]
    if assembly := _ASSEMBLY.fullmatch(head):
        return Symbol(text, assembly.group(1), head, len(parts))
    if head in _types() and not (head == "CT" and rest and not is_issuer(rest[0])):
        return Symbol(text, head, rest[0] if rest else None, len(parts))
    return Symbol(text, None, head, len(parts))


@lru_cache(maxsize=4096)
def is_issuer(code: str) -> bool:
    """Whether ``code`` is, or has the shape of, the code of a public body: ``TTg``, ``UBND``, ``BTC``, ``SGDĐT``."""
    return _issuers().fullmatch(code) is not None


@lru_cache(maxsize=4096)
def is_known(symbol: Symbol) -> bool:
    """Whether the symbol alone tells an official document from the code of a form, a contract or a product."""
    if symbol.type_code in ("QH", "UBTVQH", "CTN"):
        return bool(_YEAR.match(symbol.text)) and symbol.parts == 1
    if symbol.parts < 2:
        return False
    return symbol.issuer_code is not None and is_issuer(symbol.issuer_code)


def type_of_word(word: str) -> str:
    """Document type of a printed type word or abbreviation: ``QUYẾT ĐỊNH`` and ``QĐ`` are both ``quyết định``."""
    if word in _types():
        return _types()[word]
    lower = word.lower()
    words: dict[str, str] = table("document_codes")["words"]
    return words.get(lower, lower)


def plain_number(printed: str, doc_type: str) -> str:
    """Without leading zeros, except for ``đề án``: ``06`` stays the name of Đề án 06."""
    return printed if doc_type == "đề án" else printed.lstrip("0") or "0"


@cache
def _types() -> dict[str, str]:
    types: dict[str, str] = table("document_codes")["types"]
    return types


@cache
def _issuers() -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{code})" for code in table("document_codes")["issuers"]["codes"]))
