"""Words that mean a place named before: ``toàn huyện``, ``trên địa bàn xã``, ``tỉnh này``, ``nước này``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractor.context import Context
from extractor.meaning.countries import country
from extractor.model import Span
from extractor.prefilter import Prefiltered

_BELOW = "huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu"
_REFERRING = Prefiltered(
    rf"(?<!\p{{L}})(?:(?:toàn|cả|trên địa bàn|của) (?P<whole>{_BELOW}|tỉnh|thành phố)"
    r"(?!\p{L}| này| \d|, (?:phường|thị|xã|thành|quận|huyện|đặc))"
    rf"|(?P<this>{_BELOW}|tỉnh|thành phố|địa phương) này(?!\p{{L}})|(?P<state>nước|quốc gia) này(?!\p{{L}}))"
)
_PROVINCIAL = frozenset({"tỉnh", "thành phố"})
_FAR = 3000  # code points behind which a name is no longer meant

Named = Sequence[tuple[Span, str]]


def referred(context: Context, units: Named, sentence: Span) -> Iterator[tuple[Span, str]]:
    """Where ``sentence`` means a place that was named before, and that place: the last of its level.

    :param units: the districts and communes that the document names, by start, with their canonical names.
    """
    for m in _REFERRING.finditer(context.lower, *sentence):
        level, position = m.group("whole") or m.group("this"), m.start()
        if m.group("whole") and (context.text[m.end() + 1 : m.end() + 2].isupper() or (level in _PROVINCIAL and context.place)):
            continue  # it has a name, or is the document's own
        name = _last_unit(context, units, level, position) if level else _last_country(context, position)
        if name:
            yield Span(*m.span()), name


def _last_unit(context: Context, units: Named, level: str, position: int) -> str | None:
    """The last unit of ``level`` before ``position``; of any level for ``địa phương``."""
    start, name = -1, ""
    if level not in _PROVINCIAL or level == "thành phố":
        before = units[: bisect_left(units, position, key=lambda unit: unit[0].start)]
        start, name = next(((s.start, n) for s, n in reversed(before) if n.startswith(level) or level == "địa phương"), (-1, ""))
    if level in _PROVINCIAL or level == "địa phương":
        i = bisect_left(context.provinces, position, key=lambda unit: unit[0]) - 1
        if i >= 0 and context.provinces[i][0] > start:
            start, name = context.provinces[i][0], context.provinces[i][1].canonical
    return name if start >= 0 and position - start <= _FAR else None


def _last_country(context: Context, position: int) -> str | None:
    *_, last = (None, *(m.group() for m in country().finditer(context.text, max(0, position - _FAR // 3), position)))
    return last
