"""The places that the sentences of a document name: provinces, units below them, other countries, the whole country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.meaning.backwards import backwards
from extractor.meaning.countries import country, country_of
from extractor.meaning.local_units import LocalUnits, main_province
from extractor.meaning.nation import NATION, Passages, names_of_nation, regulations
from extractor.meaning.referring import referred
from extractor.meaning.scope import scope
from extractor.model import Span
from extractor.places import provinces_told_of
from extractor.provinces import Unit, mentions, province
from extractor.wordlists import any_of, words


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a sentence, its canonical name, and the stretch in which it can hold for anything.

    ``span`` has folded offsets; the level of the place and the units above it are inside.
    ``holds``: what follows is told of it, as it is the subject or stands behind ``tại``.
    ``at``: it stands behind ``tại``; ``of``: behind ``của``. ``name`` is null where what stands in the place says nothing of all of it: a
    plant ``tại Việt Nam``.
    """

    span: Span
    name: str | None
    scope: Span
    holds: bool = False
    at: bool = False
    of: bool = False


class _Named(NamedTuple):
    """A name with its canonical form; ``end`` is behind the units above it (``huyện …, tỉnh …``)."""

    span: Span
    name: str
    end: int


_LEVEL = backwards(r"(?:tỉnh|thành phố|tp\.?|t\.p\.?) ?$")
_AT = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'at')}) $")
_OF = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'of')}) $")
_BODY = rf"(?:{any_of('meaning_places', 'bodies')})(?!\p{{L}})(?:(?! (?:thuộc|với|cho|về|để) )[^,;:.()]){{0,40}}"
_HEAD = backwards(
    rf"(?:^|[,;:.()\n\"“”•+|–-] ?|(?<!\p{{L}})(?:và|còn|thì|mà|nhưng|trong đó|theo đó|riêng|theo|do|tại|ở) )(?:{_BODY})?$"
    rf"|(?:^|\n)(?:cùng |đối )?với {_BODY}$"
)
_BEST = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'best')})(?: [\p{{L}}\d/]+)?(?: (?:của|trên|trong|cho|ở))? $")
_VERB = regex.compile(rf" (?:{any_of('meaning_places', 'verbs')})(?!\p{{L}})")
_LINKED = regex.compile(r" ?(?:,|và|, và|-|–) ?(?:(?:tỉnh|thành phố|tp\.?) )?| và \p{L}[\p{L} ]{0,30}")
_PARENT = regex.compile(r" ?(?:,|\(|-|–|của|thuộc) ?")
# "Ngày 5/3, tại Hà Nội, …" says where people met, no more.
_VENUE = backwards(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\)?,? tại $")
_JOINED = backwards(r"\p{Lu}\p{Ll}+ ?[–-] ?$")  # a road: "Hà Nội - Lào Cai"
_NAME_BEFORE = backwards(r"\p{Lu}\p{Ll}+ ?\($")
_PERSON_BEFORE = backwards(rf"(?<!\p{{L}})(?i:{any_of('meaning_places', 'titles')}) (?:\p{{Lu}}[\p{{L}}.]* ?)+\($")
_BESIDE = backwards(r"(?<!\p{L})(?:với|cùng|cho|sang|đến|tới|từ|khỏi|bằng|hơn|như|nối|giữa|qua|về|ra|vào|lên|rời|thăm|giáp) $")
# Where somebody comes from, or lives.
_ORIGIN = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'origin')})(?: (?:ở|tại|là))? $")
_FOR = backwards(r"(?<!\p{L})(?:cho|giúp|giúp đỡ|tới|đến|với|của) (?:người dân|nhân dân) $")
# One plant "tại Việt Nam" says nothing of all of Vietnam.
_PLANT = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'plants')})(?!\p{{L}})[^,;:.()]{{0,50}}(?:tại|ở|của) $")
_ALL_OF = ("toàn ", "cả ", "trên địa bàn ")
_LEFT = 60
_TOP = 700  # code points in which a document names what it is about


class Mentions:
    """The places of one document by sentence; each sentence is read once."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._context = context = view.context
        self._starts = [start for start, _ in context.provinces]
        self._of: dict[int, tuple[Mention, ...]] = {}

    @cached_property
    def _local(self) -> LocalUnits:
        return LocalUnits(self._context)

    @cached_property
    def _told(self) -> list[tuple[int, Unit]]:
        return provinces_told_of(self._context)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self._view, self._is_local)

    @cached_property
    def focus(self) -> str | None:
        """The district or commune that the document is about; else its place, or the country that it is about."""
        return (
            self._local.focus
            or self._context.place
            or self._local.province
            or main_province(self._context, self._told)
            or country_of(self._context)
        )

    @cached_property
    def national(self) -> bool:
        """Whether the document is about the whole country, so that naming it says nothing of a number."""
        return self.focus is None and not (self._told and self._told[0][0] < _TOP)

    def own(self, position: int) -> str | None:
        """What the document is about at ``position``: its focus, and the whole country where it only says what the law is."""
        return NATION if self.focus and self._passages.hold(position) else self.focus

    def of(self, sentence: Span) -> tuple[Mention, ...]:
        """The places in ``sentence``, by start."""
        if sentence.start not in self._of:
            named = self._without_parents(sorted(self._named(sentence)))
            self._of[sentence.start] = tuple(self._mention(i, named, sentence) for i in range(len(named)))
        return self._of[sentence.start]

    def _is_local(self, stretch: Span) -> bool:
        i = bisect_left(self._starts, stretch.start)
        return (i < len(self._starts) and self._starts[i] < stretch.end) or bool(self._local.within(stretch))

    def _named(self, sentence: Span) -> Iterator[tuple[Span, str]]:
        context, (start, end) = self._context, sentence
        yield from self._local.within(sentence)
        i = bisect_left(self._starts, start)
        if i < len(self._starts) and self._starts[i] < end:
            for first, last, unit in mentions(context.text[start:end]):
                level = _LEVEL.search(context.lower, max(start, start + first - 12), start + first)
                yield Span(level.start() if level else start + first, start + last), unit.on(context.date).canonical
        yield from ((span, NATION) for span in names_of_nation(self._view, sentence, national=self.national))
        if self.focus:
            yield from ((span, NATION) for span in regulations(self._view, sentence))
        yield from ((Span(*m.span()), m.group()) for m in country().finditer(context.text, start, end))
        yield from referred(context, self._local.named, sentence)

    def _without_parents(self, named: list[tuple[Span, str]]) -> list[_Named]:
        """``named`` without the units above others (``xã …, huyện …, tỉnh …``) and without what overlaps."""
        kept: list[_Named] = []
        for span, name in named:
            last = kept[-1] if kept else None
            if last and span.start < last.span.end:
                continue
            if last and _rank(name) > _rank(last.name) > 0 and _PARENT.fullmatch(self._context.lower, last.end, span.start):
                kept[-1] = last._replace(end=span.end)
            else:
                kept.append(_Named(span, name, span.end))
        return kept

    def _mention(self, i: int, named: list[_Named], sentence: Span) -> Mention:
        lower, (span, name, end) = self._context.lower, named[i]
        around, whole = scope(self._context.text, span, sentence), Span(span.start, end)
        if around != sentence and around.start == span.start and self._names_site(span, end, sentence):
            return Mention(whole, name, sentence, holds=True)
        before = lower[max(around.start, span.start - _LEFT) : span.start]
        neighbours = [(named[j - 1], named[j]) for j in (i, i + 1) if 0 < j < len(named)]
        joined = _JOINED.search(self._context.text, max(0, span.start - 20), span.start)
        aside = joined or _VENUE.search(before) or _ORIGIN.search(before)
        if aside or any(_LINKED.fullmatch(lower, a.end, b.span.start) for a, b in neighbours):
            return Mention(whole, name, around)
        if name == NATION and lower.startswith(("cả", "toàn"), span.start):
            free = not _BEST.search(before)
            return Mention(span, name, around, holds=free, at=free)
        if name == NATION and _PLANT.search(before):
            return Mention(span, None, around, holds=True)
        at = (_AT.search(before) is not None and not _FOR.search(before)) or lower.startswith(_ALL_OF, span.start)
        of = _OF.search(before) is not None or lower.startswith("của ", span.start)
        subject = lower[span.start : span.end] not in words("meaning_places", "doubtful") and self._is_subject(end, before, of=of)
        return Mention(whole, name, around, holds=at or subject, at=at, of=of)

    def _names_site(self, span: Span, end: int, sentence: Span) -> bool:
        """It tells in brackets where what is named before it stands: ``Nhà máy … (huyện …)``; where people met is another thing."""
        before = self._context.text[max(sentence.start, span.start - _LEFT) : span.start]
        named = _NAME_BEFORE.search(before) is not None and not _PERSON_BEFORE.search(before)
        return named and self._context.text.startswith(")", end) and ", tại " not in before

    def _is_subject(self, end: int, before: str, *, of: bool) -> bool:
        """Whether the clause is about it; a clause is about ``huyện …`` too where its subject is ``trường …, thuộc huyện …``."""
        verb = _VERB.match(self._context.lower, end) is not None
        if of:
            return verb and before.endswith("thuộc ")
        if before.endswith("| ") and self._context.text.startswith(" |", end):
            return True
        return _HEAD.search(before) is not None or (verb and not _BESIDE.search(before))


def _rank(name: str) -> int:
    """How high a unit stands: communes 1, districts 2, provinces 3; 0 for what is no unit."""
    name = name.lower()
    rank = next((rank for rank, levels in enumerate(_RANKS, 1) if name.startswith(levels)), 0)
    city = province(name) if name.startswith("thành phố ") else None
    return 2 if rank == 3 and not name.startswith("tỉnh ") and (city is None or city.level == "tỉnh") else rank


_RANKS = (
    ("xã ", "phường ", "thị trấn ", "đặc khu "),
    ("huyện ", "quận ", "thị xã "),
    ("tỉnh ", "thành phố "),
)
