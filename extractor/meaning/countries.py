"""Other countries, and the one that an article from abroad is about."""

from __future__ import annotations

from collections import Counter
from functools import cache

from extractor.alternation import alternation
from extractor.context import Context
from extractor.prefilter import Prefiltered
from extractor.wordlists import any_of, table

# An article is about a country that its head names, that comes back so often, and more often than all others together.
_HEAD, _OFTEN = 700, 4
# Capitalised words that open a sentence before the name of a country; other capitalised words make a longer name.
_FRAMES = "Tại|Theo|Riêng|Còn|Nước|Và|Khi|Nhưng|Do|Từ|Đến|Với|Cả|Hiện|Sau|Trước|Trong|Ngoài|Phía|Bên|Nếu|Vì|Như|Người|Dân"
_NAMES = ("Anh", "Ý", "Áo")  # words that open sentences, and names of persons
_HOME = Prefiltered(rf"(?<!\p{{L}})(?:{any_of('meaning_places', 'nation')}|nước ta|trong nước)(?!\p{{L}})")


@cache
def country() -> Prefiltered:
    """Every country of the agencies' fragments and the unions of states, no part of a longer name."""
    names = [*table("fragments_agencies_grammar")["COUNTRY"], *table("meaning_places")["unions"]]
    either = alternation(names)
    return Prefiltered(rf"(?<![\p{{L}}-])(?<!(?<!\p{{L}})(?!(?:{_FRAMES}) )\p{{Lu}}\p{{Ll}}+ )(?:{either})(?!\p{{L}})(?! ?-? ?\p{{Lu}})")


def country_of(context: Context) -> str | None:
    """The country that an article is about which names no place of Vietnam; null where it is about none, or several."""
    if context.place or context.provinces or _HOME.search(context.lower):
        return None
    text, end = context.text, context.outline.boundary
    named = [(m.start(), m.group()) for m in country().finditer(text, 0, end) if not text.endswith("gười ", 0, m.start())]
    counts = Counter(name for _, name in named).most_common(1)
    if not counts or counts[0][1] < _OFTEN or 2 * counts[0][1] <= len(named):
        return None
    main = counts[0][0]
    is_state = main not in table("meaning_places")["unions"] and main not in _NAMES
    return main if is_state and any(name == main and start < _HEAD for start, name in named) else None
