"""The place of a number: which of the places around it the number is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extractor.meaning.mentions import NATION, Mention
from extractor.meaning.wordclass import any_of
from extractor.model import Found, Span

if TYPE_CHECKING:
    from extractor.meaning.about import Around

_IN_BRACKETS = regex.compile(r"[^,;:.()\d]{0,40}\((?:tại |ở |thuộc )?")
_OWN = regex.compile(r"[^,;:.()\d]{0,60}")
_OF_NATION = regex.compile(r"[^,;:()]{0,60}")
_LIST = regex.compile(r" ?(?:\(|: ?|-|–|với|có|đạt|là|được|tăng|giảm)? ?(?:hơn |gần |khoảng |trên )?")
_CONTRAST = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'contrast')})(?!\p{{L}})")
_BACK = 3  # sentences of a paragraph that a place named in front still holds for


def place_of(number: Found, around: Around) -> str | None:
    """The canonical name of the administrative unit that the number holds for; null where it holds for none."""
    context, span = around.context, number.span
    sentence = context.outline.sentence(span.start)
    named = around.places.of(sentence)
    mention = _behind(number, named, context.lower) or _before(span, named, context.lower)
    if mention:
        return mention.name
    if _CONTRAST.search(context.lower, sentence.start, span.start):
        return context.place
    return _carried(sentence, around) or context.place


def _behind(number: Found, named: tuple[Mention, ...], text: str) -> Mention | None:
    """The place that follows in the number's own words: ``52 dự án tại …``, ``1 địa phương (tỉnh …)``."""
    end = number.span.end
    for mention in named:
        if mention.span.start < end:
            continue
        if _IN_BRACKETS.fullmatch(text, end, mention.span.start) and text.startswith(")", mention.span.end):
            return mention
        if mention.name == NATION:
            compared = number.kind == "rank" or text.endswith(("chiếm ", "bằng "), 0, number.span.start)
            return mention if mention.owns and not compared and _OF_NATION.fullmatch(text, end, mention.span.start) else None
        return mention if mention.owns and _OWN.fullmatch(text, end, mention.span.start) else None
    return None


def _before(span: Span, named: tuple[Mention, ...], text: str) -> Mention | None:
    """The nearest place before the number that the clause is about."""
    for mention in reversed(named):
        if mention.span.end > span.start or not (mention.scope.start <= span.start and span.end <= mention.scope.end):
            continue
        if _LIST.fullmatch(text, mention.span.end, span.start):
            return mention
        if mention.holds:
            return None if _CONTRAST.search(text, mention.span.end, span.start) else mention
    return None


def _carried(sentence: Span, around: Around) -> str | None:
    """The place that a sentence before it in the paragraph is about."""
    outline, start = around.context.outline, sentence.start
    first = outline.paragraph(start).start
    for _ in range(_BACK):
        if start <= first:
            return None
        previous = outline.sentence(start - 1)
        holding = next((m for m in reversed(around.places.of(previous)) if m.holds and m.scope == previous), None)
        if holding:
            return holding.name
        start = previous.start
    return None
