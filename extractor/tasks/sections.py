"""Headings: which parts of a document assign work and which only tell; and what an official document is."""

from __future__ import annotations

from extractor.context import Context
from extractor.model import Found, Span
from extractor.tasks.words import phrase

_LONGEST = 160
_SHORT = 90  # code points of a heading in small letters
_ABOUT = 70  # of one that begins with "Về"
_HEAD = 1500  # code points in which a document says what it is


def is_official(context: Context, found: list[Found]) -> bool:
    """Whether the text is an official document that may assign work: it has a letterhead, a title, or addressees."""
    head = context.text[:_HEAD]
    lettered = any(f.rule == "document.letterhead" for f in found)  # a page may tell of the document above it
    return lettered or any(phrase(name).search(head) for name in ("directive_title", "dear"))


def is_normative(context: Context) -> bool:
    """Whether the text is a law, a decree or a circular."""
    return phrase("normative_title").search(context.text[:_HEAD]) is not None


def is_heading(context: Context, span: Span) -> bool:
    """Whether a piece is a heading: in capitals, or short, without a mark at its end, and of words that head a section."""
    words = context.text[span.start : span.end]
    if words.isupper() and "\n" not in words and words[-1] != ":":
        return True
    if len(words) > _LONGEST or words[-1] in ".;,:" or "\n" in words:
        return False
    if words.lower().startswith("về ") and len(words) < _ABOUT:
        return True
    return len(words) < _SHORT and phrase("section").match(context.lower, *span) is not None


def section(context: Context, span: Span) -> bool | None:
    """Of a heading: true where the part below assigns work, false where it only tells, null where one cannot say."""
    lower = context.lower[span.start : span.end]
    if phrase("telling_section").match(lower):
        return False
    if phrase("busy_section").search(lower):
        return True
    return False if phrase("idle_section").match(lower) else None
