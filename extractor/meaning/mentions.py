"""The places that the sentences of a document name: provinces, units below them, other countries, the whole country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.context import Context
from extractor.meaning.scope import scope
from extractor.meaning.wordclass import any_of
from extractor.model import Span
from extractor.places import two_words
from extractor.provinces import mentions, province
from extractor.wordlists import table, words

NATION = "toàn quốc"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a sentence (folded offsets, its level included), its canonical name, and the stretch in which it can hold for anything.

    ``holds``: what follows is told of it, as it is the subject or stands behind ``tại``. ``owns``: the words before it are told of it.
    """

    span: Span
    name: str
    holds: bool
    owns: bool
    scope: Span


_LEVEL = regex.compile(r"(?:tỉnh|thành phố|tp\.?|t\.p\.?) ?$", regex.REVERSE)
_LOCAL_WORD = regex.compile(r"(?<!\p{L})(?<!hợp tác )(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|tp|tx)(?=[. ])")
_LOCAL = regex.compile(
    r"(?P<level>(?i:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|tp|tx))\.? ?"
    r"(?P<name>\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,3}|(?<=(?:[Qq]uận|[Pp]hường) )\d{1,2}(?![\d/.,%]))"
)
_WRITTEN = {"tp": "thành phố", "tx": "thị xã"}
_NATION = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'nation')})(?!\p{{L}})")
_ACTORS = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'actors')})(?= (?:đã|hoàn thành|có|chỉ|mới))|ủy ban quốc gia")
_AT = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'at')}) $", regex.REVERSE)
_OF = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'of')}) $", regex.REVERSE)
_HEAD = regex.compile(
    rf"(?:^|[,;:.()\n\"“”•+-] ?|(?<!\p{{L}})(?:và|còn|thì|mà|nhưng) )(?:(?:{any_of('meaning_places', 'bodies')})(?!\p{{L}})[^,;:.()]{{0,40}})?$"
)
_BEST = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'best')})(?: \p{{L}}+)?(?: (?:của|trên|trong|cho|ở))? $")
_VERB = regex.compile(rf" (?:{any_of('meaning_places', 'verbs')})(?!\p{{L}})")
_LINKED = regex.compile(r" ?(?:,|và|, và|-|–) ?(?:(?:tỉnh|thành phố|tp\.?) )?")
_DAY_BEFORE = regex.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\)?, tại $")
_LEFT = 60


class Mentions:
    """The places of one document by sentence; each sentence is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._starts = [start for start, _ in context.provinces]
        self._of: dict[int, tuple[Mention, ...]] = {}

    def of(self, sentence: Span) -> tuple[Mention, ...]:
        """The places in ``sentence``, by start."""
        if sentence.start not in self._of:
            named = sorted(self._named(sentence))
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
        yield from self._local(sentence)
        for m in (*_NATION.finditer(context.lower, start, end), *_ACTORS.finditer(context.lower, start, end)):
            yield Span(*m.span()), NATION
        yield from _countries(context.text, sentence)

    def _local(self, sentence: Span) -> Iterator[tuple[Span, str]]:
        context, done = self._context, 0
        for word in _LOCAL_WORD.finditer(context.lower, *sentence):
            m = _LOCAL.match(context.text, word.start(), sentence.end) if word.start() >= done else None
            if m and not (m.group("level").lower() in ("thành phố", "tp") and province(m.group("name"))):
                level, name = m.group("level").lower(), two_words(m.group("name"))
                done = m.start("name") + len(name)
                yield Span(m.start(), done), f"{_WRITTEN.get(level, level)} {name}"

    def _mention(self, i: int, spans: list[Span], name: str, sentence: Span) -> Mention:
        lower, span = self._context.lower, spans[i]
        around = scope(self._context.text, span, sentence)
        before = lower[max(around.start, span.start - _LEFT) : span.start]
        listed = any(
            _LINKED.fullmatch(lower, a.end, b.start) for a, b in zip(spans[max(i - 1, 0) : i + 1], spans[i : i + 2], strict=False) if a < b
        )
        if listed or _DAY_BEFORE.search(before):
            return Mention(span, name, False, False, around)
        if name == NATION and lower.startswith(("cả", "toàn"), span.start):
            free = not _BEST.search(before)
            return Mention(span, name, free, free, around)
        at = _AT.search(before) is not None
        subject = _HEAD.search(before) is not None or (_VERB.match(lower, span.end) is not None and " với " not in before[-8:])
        if lower[span.start : span.end] in words("meaning_places", "doubtful"):
            subject = False
        owns = at or _OF.search(before) is not None
        return Mention(span, name, at or subject or owns, owns, around)


def _countries(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    for m in _country().finditer(text, *sentence):
        yield Span(*m.span()), m.group()


_COUNTRIES: list[regex.Pattern[str]] = []


def _country() -> regex.Pattern[str]:
    """Every country of the agencies' fragments, no part of a longer name."""
    if not _COUNTRIES:
        names = sorted(table("fragments_agencies_grammar")["COUNTRY"], key=len, reverse=True)
        _COUNTRIES.append(
            regex.compile(rf"(?<![\p{{L}}-])(?<!\p{{Lu}}\p{{Ll}}+ )(?:{'|'.join(map(regex.escape, names))})(?!\p{{L}})(?! ?-? ?\p{{Lu}})")
        )
    return _COUNTRIES[0]
