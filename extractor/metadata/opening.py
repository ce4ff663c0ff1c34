"""Documents that came without their head: a bare title, a letter, an annex, the page of a register of documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from extractor.doc_codes import parse_symbol, plain_number
from extractor.fold import fold_text
from extractor.metadata.lines import Line, lines_of
from extractor.metadata.types import type_in_title, type_named

_TOP, _REACH = 300, 1500  # code points in which the first lines, and the title, stand
_FIRST = 3  # lines
# What the first lines of a document show before anything is folded.
_LIKELY = regex.compile(r"(?i:kính\s+gửi|phụ\s+lục)|\p{Lu}{2}[\p{Lu}\p{M}]*\s+\p{Lu}{2}|\p{L}[ *]+(?i:số[ :]+)?\d[\d.]*[/-]|LUẬT|LỆNH")
_NUMBER = r"(?P<no>\d[\d.]*[a-dA-D]?) ?(?P<symbol>[/-] ?(?:\d{4} ?[/-] ?)?\p{Lu}[\p{L}\d&.]*(?: ?[-/] ?\p{Lu}[\p{L}\d&.]*)*)"
_REFERENCE = regex.compile(rf"(?P<type>\p{{Lu}}[\p{{L}} ]{{3,24}}?) ?(?:(?i:số) ?:? ?)?{_NUMBER}", regex.V1)
# "(Kèm theo Công văn số 12/SYT-NVY ngày …)": the annex names the document that it belongs to.
_ANNEXED = regex.compile(
    r"\( ?(?i:(?:ban hành |phê duyệt |được )*kèm theo)(?: [\p{Ll}\d]+){0,6}? (?P<type>\p{Lu}[\p{L} ]{3,24}?) ?(?i:số) ?:? ?"
    rf"{_NUMBER}",
    regex.V1,
)
# Fields of a page of Cơ sở dữ liệu quốc gia về văn bản pháp luật (vbpl.vn), công báo and their copies.
_FIELDS = {
    "số hiệu": "number",
    "số ký hiệu": "number",
    "số/ký hiệu": "number",
    "loại văn bản": "type",
    "cơ quan ban hành": "issuer",
    "nơi ban hành": "issuer",
    "người ký": "signer",
    "trích yếu": "title",
}
_KEYS = "|".join(sorted(_FIELDS, key=len, reverse=True))
_FIELD = regex.compile(rf"(?:^|[\n|] ?)(?P<key>(?i:{_KEYS})) ?:?[ \n|]*(?P<value>[^\n|]+)", regex.V1)
_KEY = re.compile("(?:Người|NGƯỜI) ký|[CcNn]ơ(?:i| quan) ban hành")
_REGISTER = 3  # so many fields make a register's page
_UNKNOWN = frozenset(("--", "-", "Đang cập nhật", "Đã biết", ""))


class Opening(NamedTuple):
    """What the opening says of the document; every part null where it is silent."""

    number: str | None = None
    symbol: str | None = None
    doc_type: str | None = None
    issuer: str | None = None
    signer: str | None = None
    title: str | None = None
    body: tuple[Line, ...] = ()


def read_opening(text: str) -> Opening | None:
    """The opening of a document without a head; null for a text that is none."""
    if (page := _register(text)) is not None:
        return page
    if _LIKELY.search(text, 0, _TOP) is None:
        return None
    lines = lines_of(text, 0, _TOP)
    whole = _whole_line(lines)
    doc_type, start = _official(lines)
    if doc_type is None:
        return whole
    body = lines_of(text, start, start + _REACH)
    annexed = _annexed(text)
    if annexed and annexed.doc_type not in (doc_type, None) and doc_type != "phụ lục":
        annexed = None  # the annex of a document that this one carries
    found = annexed or whole or Opening(doc_type=None if doc_type == "phụ lục" else doc_type)
    return found._replace(body=tuple(body))


def reference(words: str) -> tuple[Opening, int] | None:
    """The document that folded ``words`` name at their beginning ("Thông báo 624/TB-VPCP …"), and where the words about it begin."""
    m = _REFERENCE.match(words)
    opening = _opening(m) if m else None
    return (opening, m.end()) if m and opening else None


def _opening(m: regex.Match[str]) -> Opening | None:
    named = type_named(m.group("type").strip())
    if named is None or named[1] != len(m.group("type").strip()):
        return None
    return Opening(plain_number(m.group("no"), named[0]), parse_symbol(m.group("symbol")).text, named[0])


def _whole_line(lines: Sequence[Line]) -> Opening | None:
    """A first line that holds a document's type and number and nothing else."""
    found = reference(lines[0].folded) if lines else None
    return found[0] if found and found[1] >= len(lines[0].folded.rstrip(" .:")) else None


def _official(lines: Sequence[Line]) -> tuple[str | None, int]:
    """The type that the first lines give away, and where its title begins; null for a text that is no document."""
    for line in lines[:_FIRST]:
        if line.folded.startswith("Kính gửi"):
            return "công văn", line.start
        if regex.match(r"(?i:phụ lục)(?: [IVX\d]+)?\b", line.folded):
            return "phụ lục", line.start
        if (found := type_in_title(line.folded)) is not None and line.folded[: found[1]].isupper():
            return found[0], line.start
    return None, 0


def _annexed(text: str) -> Opening | None:
    """The document that the first annex says it belongs to."""
    at = text.find("èm")
    while at >= 0:
        folded = fold_text(text[max(0, at - 40) : at + 260])
        if (m := _ANNEXED.search(folded.replace("\n", " "))) is not None:
            return _opening(m)
        at = text.find("èm", at + 1)
    return None


def _register(text: str) -> Opening | None:
    """A page that lists the fields of a document."""
    if "ban hành" not in text or _KEY.search(text) is None:
        return None
    if not (found := {_FIELDS[m.group("key").lower()]: m.group("value").strip() for m in _FIELD.finditer(text)}):
        return None
    said = {key: value for key, value in found.items() if value not in _UNKNOWN}
    if len(found) < _REGISTER or "number" not in said:
        return None
    m = regex.match(_NUMBER, fold_text(said["number"]))
    named = type_named(fold_text(said.get("type", "")))
    if m is None:
        return None
    doc_type = named[0] if named else parse_symbol(m.group("symbol")).doc_type
    number, symbol = plain_number(m.group("no"), doc_type), parse_symbol(m.group("symbol")).text
    return Opening(number, symbol, doc_type, said.get("issuer"), said.get("signer"), said.get("title"))
