"""The districts and communes that a document names, where it names them, and the one that it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from extractor.alternation import alternation
from extractor.context import Context
from extractor.gazetteer import find_places
from extractor.meaning.backwards import backwards
from extractor.model import Span
from extractor.places import two_words
from extractor.provinces import Unit, province
from extractor.wordlists import any_of

# A class at the beginning, for which re scans fastest.
_WORD = re.compile(
    r"[hqtxpđ](?<!\w[hqtxpđ])"
    r"(?:(?<=h)uyện|(?<=q)uận|(?<=t)(?:hị (?:xã|trấn)|hành phố|[px])|(?<=p)hường|(?<=đ)ặc khu"
    r"|(?<=x)ã(?<!hợp tác xã)(?<!thông tấn xã))(?=[. ])"
)
_UNIT = regex.compile(
    r"(?P<level>(?i:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|tp|tx))\.? ?"
    r"(?P<name>\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,3}|(?<=(?i:quận|phường) )\d{1,2}(?![\d/.,%]))"
)
_WRITTEN = {"tp": "thành phố", "tx": "thị xã"}
# A document is about a unit that its head names and that comes back so often, and more often than any other.
_HEAD, _OFTEN = 700, 4
_MAIN = 3  # mentions of a province that an article is about without calling it its own
_NATION = re.compile(r"cả nước|toàn quốc|việt nam|nước ta|các (?:tỉnh|địa phương)")


class LocalUnits:
    """The units of one document, by start; a name that stood with its level once is known without it as well."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.named = sorted(_named(context))
        self._starts = [span.start for span, _ in self.named]

    @cached_property
    def focus(self) -> str | None:
        """The unit that the document is about; null where it is about none, or about the province."""
        counts = Counter(unit for _, unit in self.named)
        if not counts:
            return None
        (unit, often), *_ = counts.most_common(1)
        in_head = any(other == unit for span, other in self.named if span.start < _HEAD)
        provinces = Counter(province for _, province in self._context.provinces).most_common(1)
        foremost = 2 * often > counts.total() and (not provinces or often > provinces[0][1])
        return unit if in_head and often >= _OFTEN and foremost else None

    @cached_property
    def province(self) -> str | None:
        """The province in which all districts lie that a document names; null where fewer than two say so, or more provinces are named."""
        districts = [unit for _, unit in self.named if unit.startswith(_DISTRICTS)]
        if len(districts) <= max(1, len(self._context.provinces)):
            return None
        shared = set.intersection(*({place.province.name for place in find_places(unit, on=self._context.date)} for unit in set(districts)))
        return shared.pop() if len(shared) == 1 else None

    def within(self, span: Span) -> list[tuple[Span, str]]:
        """The units in ``span`` with their canonical names."""
        return self.named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def main_province(context: Context, told: Sequence[tuple[int, Unit]]) -> str | None:
    """The province that an article names first and almost alone, where nothing makes it the document's own; null where there is none.

    :param told: the provinces that it tells of, by start.
    """
    counts = Counter(unit for _, unit in told)
    if not counts or told[0][0] >= _HEAD:
        return None
    (unit, often), *_ = counts.most_common(1)
    others = counts.total() - often
    if often < _MAIN or often <= 2 * others:
        return None
    return unit.canonical if often > 2 * (others + len(_NATION.findall(context.lower))) else None


def _named(context: Context) -> Iterator[tuple[Span, str]]:
    text, end = context.text, context.outline.boundary
    bare: dict[str, str] = {}
    done: list[int] = [0]
    for word in _WORD.finditer(context.lower, 0, end):
        opens = text[word.end() : word.end() + 3].lstrip(". ")[:1]
        if word.start() < done[-1] or not (opens.isupper() or opens.isdigit()):
            continue  # most of these words have no name
        m = _UNIT.match(text, word.start(), end)
        if m is None:
            continue
        name, level = two_words(m.group("name")), m.group("level").lower()
        level = _WRITTEN.get(level, level)
        own = province(name)
        if not own and (level == "thành phố" or " " not in name) and not find_places(f"{level} {name}"):
            continue  # abroad, or no name: "xã An toàn khu"
        if own and (own.level == level or own.name != name):
            continue
        done.append(m.start("name") + len(name))
        if " " in name and not own:
            bare.setdefault(name, f"{level} {name}")
        yield Span(m.start(), done[-1]), f"{level} {name}"
    if bare:
        yield from _bare(context, bare, set(done))


def _bare(context: Context, bare: dict[str, str], done: set[int]) -> Iterator[tuple[Span, str]]:
    """Names without their level; the name of a school or a river that bears it is another thing."""
    text = context.text
    pattern = regex.compile(rf"(?<![\p{{L}}])(?:{alternation(bare)})(?!\p{{L}})(?! \p{{Lu}})")
    for m in pattern.finditer(text, 0, context.outline.boundary):
        before = max(0, m.start() - 20)
        if m.end() not in done and not _UPPER.search(text, before, m.start()) and not _BEARER.search(context.lower, before, m.start()):
            yield Span(*m.span()), bare[m.group()]


_UPPER = backwards(r"\p{Lu}\p{Ll}+ $")
_BEARER = backwards(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'bearers')}) $")
_DISTRICTS = ("huyện ", "quận ", "thị xã ", "thành phố ")
