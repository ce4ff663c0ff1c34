"""The places that the sentences of a document name: provinces, units below them, other countries, the whole country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.fact_view import FactView
from extractor.meaning.local_units import LocalUnits
from extractor.meaning.scope import scope
from extractor.meaning.wordclass import any_of
from extractor.model import Span
from extractor.provinces import mentions
from extractor.wordlists import table, words

NATION = "toàn quốc"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a sentence (folded offsets, its level included), its canonical name, and the stretch in which it can hold for anything.

    ``holds``: what follows is told of it, as it is the subject or stands behind ``tại``.
    ``at``: it stands behind ``tại``; ``of``: behind ``của``.
    """

    span: Span
    name: str
    scope: Span
    holds: bool = False
    at: bool = False
    of: bool = False


_LEVEL = regex.compile(r"(?:tỉnh|thành phố|tp\.?|t\.p\.?) ?$", regex.REVERSE)
_NATION = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'nation')})(?!\p{{L}})")
_ACTORS = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'actors')})(?= (?:đã|hoàn thành|có|chỉ|mới))|ủy ban quốc gia")
_AT = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'at')}) $", regex.REVERSE)
_OF = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'of')}) $", regex.REVERSE)
_BODY = rf"(?:{any_of('meaning_places', 'bodies')})(?!\p{{L}})(?:(?! (?:thuộc|với|cho|về|để) )[^,;:.()]){{0,40}}"
_HEAD = regex.compile(rf"(?:^|[,;:.()\n\"“”•+-] ?|(?<!\p{{L}})(?:và|còn|thì|mà|nhưng|trong đó|theo đó|riêng|theo|do|tại|ở) )(?:{_BODY})?$")
_BEST = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'best')})(?: [\p{{L}}\d/]+)?(?: (?:của|trên|trong|cho|ở))? $")
_VERB = regex.compile(rf" (?:{any_of('meaning_places', 'verbs')})(?!\p{{L}})")
_LINKED = regex.compile(r" ?(?:,|và|, và|-|–) ?(?:(?:tỉnh|thành phố|tp\.?) )?| và \p{L}[\p{L} ]{0,30}")
_PARENT = regex.compile(r" ?(?:,|\(|-|–|của|thuộc) ?")
# "Ngày 5/3, tại Hà Nội, …" says where people met, no more.
_NATIONAL_LAW = frozenset({"luật", "bộ luật", "nghị định", "thông tư", "pháp lệnh"})
_BY_LAW = regex.compile(r"(?:căn cứ |tại |theo )(?:quy định (?:tại |của )?)?(?:(?:khoản|điều|điểm|mục) [\d\p{L}]{1,3},? )*(?:của )?")
_RULES = regex.compile(
    r"[^.;]{0,120}?(?<!\p{L})(?:quy định|nêu rõ|cho phép)(?!\p{L})| (?:còn |cũng |đã )?(?:ban hành|mở rộng|bổ sung|sửa đổi) "
)
_VENUE = regex.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\)?,? tại $")
_JOINED = regex.compile(r"\p{Lu}\p{Ll}+ ?[–-] ?$")  # a road: "Hà Nội - Lào Cai"
_NAME_BEFORE = regex.compile(r"\p{Lu}\p{Ll}+ ?\($")
_BESIDE = regex.compile(r"(?<!\p{L})(?:với|cùng|cho|sang|đến|từ|khỏi|bằng|hơn|như) $")
_LEFT = 60


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

    @property
    def focus(self) -> str | None:
        """The district or commune that the document is about; else its place."""
        return self._local.focus or self._context.place

    def of(self, sentence: Span) -> tuple[Mention, ...]:
        """The places in ``sentence``, by start."""
        if sentence.start not in self._of:
            named = self._without_parents(sorted(self._named(sentence)))
            spans = [span for span, _ in named]
            self._of[sentence.start] = tuple(self._mention(i, spans, name, sentence) for i, (_, name) in enumerate(named))
        return self._of[sentence.start]

    def _named(self, sentence: Span) -> Iterator[tuple[Span, str]]:
        context, (start, end) = self._context, sentence
        i = bisect_left(self._starts, start)
        if i < len(self._starts) and self._starts[i] < end:
            for first, last, unit in mentions(context.text[start:end]):
                level = _LEVEL.search(context.lower, max(start, start + first - 12), start + first)
                yield Span(level.start() if level else start + first, start + last), unit.canonical
        yield from self._local.within(sentence)
        for m in (*_NATION.finditer(context.lower, start, end), *_ACTORS.finditer(context.lower, start, end)):
            yield Span(*m.span()), NATION
        yield from self._regulations(sentence)
        for m in _country().finditer(context.text, start, end):
            yield Span(*m.span()), m.group()

    def _regulations(self, sentence: Span) -> Iterator[tuple[Span, str]]:
        """Laws and decrees that say what holds in the whole country: ``Theo Nghị định …``, ``Nghị định … quy định``."""
        lower = self._context.lower
        if self._context.place is None:
            return
        for fact in self._view.within("document", sentence):
            if fact.fields.get("doc_type") in _NATIONAL_LAW and (
                _BY_LAW.fullmatch(lower, sentence.start, fact.span.start) or _RULES.match(lower, fact.span.end, sentence.end)
            ):
                yield Span(sentence.start, fact.span.end), NATION

    def _without_parents(self, named: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
        """``named`` without the province of ``huyện …, tỉnh …`` and without what overlaps."""
        kept: list[tuple[Span, str]] = []
        for span, name in named:
            if kept and (span.start < kept[-1][0].end or self._is_parent(kept[-1], span, name)):
                continue
            kept.append((span, name))
        return kept

    def _is_parent(self, before: tuple[Span, str], span: Span, name: str) -> bool:
        rank = _rank(name)
        return rank > _rank(before[1]) > 0 and _PARENT.fullmatch(self._context.lower, before[0].end, span.start) is not None

    def _mention(self, i: int, spans: list[Span], name: str, sentence: Span) -> Mention:
        lower, span = self._context.lower, spans[i]
        around = scope(self._context.text, span, sentence)
        if around != sentence and around.start == span.start and self._names_site(span, sentence):
            return Mention(span, name, sentence, holds=True)
        before = lower[max(around.start, span.start - _LEFT) : span.start]
        neighbours = [(spans[j - 1], spans[j]) for j in (i, i + 1) if 0 < j < len(spans)]
        joined = _JOINED.search(self._context.text, max(0, span.start - 20), span.start)
        if joined or _VENUE.search(before) or any(_LINKED.fullmatch(lower, a.end, b.start) for a, b in neighbours):
            return Mention(span, name, around)
        if name == NATION and lower.startswith(("cả", "toàn"), span.start):
            free = not _BEST.search(before)
            return Mention(span, name, around, holds=free, at=free)
        at, of = _AT.search(before) is not None, _OF.search(before) is not None
        doubtful = lower[span.start : span.end] in words("meaning_places", "doubtful")
        return Mention(span, name, around, holds=at or (not of and not doubtful and self._is_subject(span, before)), at=at, of=of)

    def _names_site(self, span: Span, sentence: Span) -> bool:
        """It tells in brackets where what is named before it stands: ``Nhà máy … (huyện …)``; where people met is another thing."""
        before = self._context.text[max(sentence.start, span.start - _LEFT) : span.start]
        return self._context.text.startswith(")", span.end) and _NAME_BEFORE.search(before) is not None and ", tại " not in before

    def _is_subject(self, span: Span, before: str) -> bool:
        verb = _VERB.match(self._context.lower, span.end) is not None
        return _HEAD.search(before) is not None or (verb and not _BESIDE.search(before))


def _rank(name: str) -> int:
    """How high a unit stands: communes 1, districts 2, provinces 3; 0 for what is no unit."""
    return next((rank for rank, levels in enumerate(_RANKS, 1) if name.lower().startswith(levels)), 0)


_RANKS = (
    ("xã ", "phường ", "thị trấn "),
    ("huyện ", "quận ", "thị xã "),
    ("tỉnh ", "thành phố ", "đặc khu "),
)
_COUNTRIES: list[regex.Pattern[str]] = []


def _country() -> regex.Pattern[str]:
    """Every country of the agencies' fragments, no part of a longer name."""
    if not _COUNTRIES:
        names = "|".join(map(regex.escape, sorted(table("fragments_agencies_grammar")["COUNTRY"], key=len, reverse=True)))
        _COUNTRIES.append(regex.compile(rf"(?<![\p{{L}}-])(?<!\p{{Lu}}\p{{Ll}}+ )(?:{names})(?!\p{{L}})(?! ?-? ?\p{{Lu}})"))
    return _COUNTRIES[0]
