"""Headings: which parts of a document assign work and which only tell; and what an official document is."""

from __future__ import annotations

from functools import cache

import regex

from extractor.context import Context
from extractor.model import Found, Span
from extractor.tasks.words import alternatives

_LONGEST = 160
_SHORT = 70  # code points of a heading that begins with "Về"
_TITLE = regex.compile(
    r"(?:^|\n)[^\p{Ll}\n]{0,12}(?:THÔNG BÁO|CÔNG ĐIỆN|CHỈ THỊ|KẾ HOẠCH|KẾT LUẬN|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN)(?![\p{L}])",
    regex.V1,
)
# Rules of law tell what holds for all; work is assigned in them only in so many words.
_NORMATIVE = regex.compile(
    r"(?:^|\n)[^\p{Ll}\n]{0,12}(?:LUẬT|BỘ LUẬT|NGHỊ ĐỊNH|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|PHÁP LỆNH|VĂN BẢN HỢP NHẤT)(?=\n| *$|[:.]?\n)",
    regex.V1,
)
_KINH_GUI = regex.compile(r"(?:^|\n)Kính gửi ?:", regex.V1 | regex.IGNORECASE)
_BEFORE = "(?:về |các |một số |những |đánh giá |công tác |nhận xét, |khái quát )*"
_HEAD = 1500


def is_official(context: Context, found: list[Found]) -> bool:
    """Whether the text is an official document that may assign work: it has a letterhead, a title, or addressees."""
    head = context.text[:_HEAD]
    lettered = any(f.rule == "document.letterhead" for f in found if f.span.start < _HEAD)
    return lettered or _TITLE.search(head) is not None or _KINH_GUI.search(head) is not None


def is_normative(context: Context) -> bool:
    """Whether the text is a law, a decree or a circular."""
    return _NORMATIVE.search(context.text[:_HEAD]) is not None


def is_heading(context: Context, span: Span) -> bool:
    """Whether a piece is a heading: short, without a full stop, in capitals or without a comma."""
    words = context.text[span.start : span.end]
    if words.isupper() and "\n" not in words and words[-1] != ":":
        return True
    if len(words) > _LONGEST or words[-1] in ".;,:" or "\n" in words:
        return False
    if words.lower().startswith("về ") and len(words) < _SHORT:
        return True
    return len(words) < 90 and _section().match(context.lower, *span) is not None


def section(context: Context, span: Span) -> bool | None:
    """Of a heading: true where the part below assigns work, false where it only tells, null where one cannot say."""
    lower = context.lower[span.start : span.end]
    if _busy().search(lower):
        return True
    return False if _idle().match(lower) else None


@cache
def _section() -> regex.Pattern[str]:
    return regex.compile(rf"{_BEFORE}(?:{alternatives('idle_sections')}|{alternatives('busy_sections')})(?!\p{{L}})", regex.V1)


@cache
def _busy() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{alternatives('busy_sections')})(?!\p{{L}})", regex.V1)


@cache
def _idle() -> regex.Pattern[str]:
    return regex.compile(rf"{_BEFORE}(?:{alternatives('idle_sections')})(?!\p{{L}})", regex.V1)
