"""The place of a number: which of the places around it the number is told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from extractor.meaning.mentions import Mention
from extractor.meaning.nation import NATION
from extractor.model import Found, Span
from extractor.prefilter import Prefiltered
from extractor.wordlists import any_of

if TYPE_CHECKING:
    from extractor.meaning.about import Around

_IN_BRACKETS = regex.compile(r"[^,;:.()\d]{0,40}\((?:tại |ở |thuộc )?")
_OWN = regex.compile(r"[^,;:.()\d]{0,60}")
_OF_NATION = regex.compile(r"(?:(?! để )[^,;:()]){0,60}")
# A length of time at the head of a sentence is told of its subject: "Sau 2 năm thực hiện, huyện …".
_OPENING = regex.compile(r"(?:[-•] ?)?(?:trong ảnh: )?(?:sau|qua|trong|với|trải qua)(?: \p{L}+){0,4} ")
_WHOSE = regex.compile(rf"(?: (?!(?:{any_of('meaning_places', 'not_whose')})(?!\p{{L}}))\p{{L}}{{2,}}){{1,4}} ")
_NEXT = (" và ", " còn ")  # "tăng 13% và tại …": another clause
_LEVELS = ("xã ", "phường ", "thị trấn ", "huyện ", "quận ", "thị xã ", "thành phố ", "tỉnh ")
_CONTRAST = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'contrast')})(?!\p{{L}})")
_WIDER = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'wider')})(?!\p{{L}})")
_REACH = 600  # code points of a sentence in which a place holds
_FRONT = 80  # code points: behind these a place says nothing of the sentences that follow
_BACK = 3  # sentences of a paragraph that a place named in front still holds for


def place_of(number: Found, sentence: Span, around: Around) -> str | None:
    """The canonical name of the administrative unit that the number holds for; null where it holds for none."""
    context, span = around.context, number.span
    named = around.places.of(sentence)
    mention = _behind(number, named, context.lower) or _before(span, named, context.lower)
    if mention is None and _OPENING.fullmatch(context.lower, sentence.start, span.start):
        mention = next((m for m in named if m.holds and m.scope == sentence), None)
    if mention is None and context.place and _WIDER.search(context.lower, max(sentence.start, span.start - _REACH), span.start):
        return context.place
    mention = mention or _carried(sentence, around)
    return mention.name if mention and mention.name else around.places.own(span.start)


def _behind(number: Found, named: tuple[Mention, ...], text: str) -> Mention | None:
    """The place that follows in the number's own words: ``52 dự án tại …``, ``1 địa phương (tỉnh …)``."""
    end = number.span.end
    mention = next((m for m in named if m.span.start >= end), None)
    if mention is None:
        return None
    start = mention.span.start
    if _IN_BRACKETS.fullmatch(text, end, start) and text.startswith(")", mention.span.end):
        return mention
    share = number.kind in ("percent", "ratio", "rank")
    if mention.name == NATION:
        return mention if (mention.at or mention.of) and not share and _OF_NATION.fullmatch(text, end, start) else None
    if mention.at or (mention.of and not share):
        between = text[end:start]
        return mention if _OWN.fullmatch(between) and "so với" not in between and not between.startswith(_NEXT) else None
    # "5 hộ dân xã Thượng Lộ": whose they are, without a preposition.
    levelled = number.kind == "quantity" and text.startswith(_LEVELS, start)
    return mention if levelled and _WHOSE.fullmatch(text, end, start) else None


def _before(span: Span, named: tuple[Mention, ...], text: str) -> Mention | None:
    """The nearest place before the number that the clause is about: its subject rather than what the subject belongs to."""
    owner: Mention | None = None
    for mention in reversed(named):
        if span.start - mention.span.end > _REACH:
            break
        if mention.span.end > span.start or not (mention.scope.start <= span.start and span.end <= mention.scope.end):
            continue
        if owner and "," in text[mention.span.end : owner.span.start]:
            return owner
        if mention.holds:
            return None if _CONTRAST.search(text, mention.span.end, span.start) else mention
        if mention.of and owner is None and not _apart(mention.name, text[mention.span.end : span.start]):
            owner = mention
    return owner


def _apart(name: str | None, between: str) -> bool:
    """Whether the number is told of something else: of somebody else, or of what is only made abroad (``công nghệ của Nhật Bản, …``)."""
    if _CONTRAST.search(between):
        return True
    return "," in between and name != NATION and not (name or "").lower().startswith(_LEVELS)


def _carried(sentence: Span, around: Around) -> Mention | None:
    """The place that a sentence before it in the paragraph, or the line that introduces the list, is about."""
    for previous in _earlier(sentence, around):
        front = (m for m in around.places.of(previous) if m.span.start - previous.start <= _FRONT)
        holding = next((m for m in reversed(tuple(front)) if m.holds and m.scope == previous), None)
        if holding and not (holding.name == NATION and around.places.national):
            return holding
    return None


def _earlier(sentence: Span, around: Around) -> Iterator[Span]:
    """The sentences before ``sentence`` in its paragraph, then the lines that introduce its list."""
    outline, start = around.context.outline, sentence.start
    paragraph = outline.paragraph(start)
    for _ in range(_BACK):
        if start <= paragraph.start:
            break
        previous = outline.sentence(start - 1)
        yield previous
        start = previous.start
    yield from outline.introductions(paragraph)
