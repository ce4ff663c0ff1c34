"""Other countries, and the one that an article from abroad is about."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from extractor.context import Context
from extractor.meaning.wordclass import any_of
from extractor.wordlists import table, words

# An article is about a country that its head names, that comes back so often, and more often than all others together.
_HEAD, _OFTEN = 700, 4
# Capitalised words that open a sentence before the name of a country; other capitalised words make a longer name.
_FRAMES = "Tại|Theo|Riêng|Còn|Nước|Và|Khi|Nhưng|Do|Từ|Đến|Với|Cả|Hiện|Sau|Trước|Trong|Ngoài|Phía|Bên|Nếu|Vì|Như|Người|Dân"
_HOME = regex.compile(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'nation')}|nước ta|trong nước)(?!\p{{L}})")


@cache
def country() -> regex.Pattern[str]:
    """Every country of the agencies' fragments and the unions of states, no part of a longer name."""
    names = [*table("fragments_agencies_grammar")["COUNTRY"], *table("meaning_places")["unions"]]
    either = "|".join(map(regex.escape, sorted(names, key=len, reverse=True)))
    return regex.compile(rf"(?<![\p{{L}}-])(?<!(?<!\p{{L}})(?!(?:{_FRAMES}) )\p{{Lu}}\p{{Ll}}+ )(?:{either})(?!\p{{L}})(?! ?-? ?\p{{Lu}})")


def country_of(context: Context) -> str | None:
    """The country that an article is about which names no place of Vietnam; null where it is about none, or several."""
    if context.place or context.provinces or _HOME.search(context.lower):
        return None
    doubtful = words("meaning_places", "doubtful")
    named = [m for m in country().finditer(context.text, 0, context.outline.boundary) if m.group().lower() not in doubtful]
    counts = Counter(m.group() for m in named).most_common(1)
    if not counts or counts[0][1] < _OFTEN or 2 * counts[0][1] <= len(named):
        return None
    return counts[0][0] if any(m.group() == counts[0][0] and m.start() < _HEAD for m in named) else None
