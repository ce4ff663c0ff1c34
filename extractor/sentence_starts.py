"""Where the sentences of a folded text begin.

Sentences end at ``. ! ? …`` before a capital, a digit, a quotation mark or a dash, unless an abbreviation ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

# A class at the beginning, for which re scans fastest; a run of stops is read once, from its first.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|(?<![.!?…][.!?…])[.!?…]*[\"”’)\]]*(?: |(?=[A-ZĐÂÊÔƠƯ“\"])))")
_ABBREVIATED = regex.compile(
    r"(?:\b(?:TP|Tp|tp|TX|Tx|TT|Q|P|H|K|T|ThS|Ths|TS|PGS|GS|BS|KS|LS|CN|NSND|NSƯT|Th\.S|St|Mr|Mrs|Dr|No|vs|tr|v\.v|T\.Ư|\p{Lu})"
    r"|(?:^|[\n:;.] ?)\d{1,2})\.$"  # a number that stands alone is the marker of an item
)
_OPENS = regex.compile(r"[\p{Lu}\d“\"‘'(\[+•-]")
# The longest sentence of 20 MB of real texts has 2,195 code points: what goes on for longer is cut at a blank, lest each of its facts carry
# all of it and every word be looked for in all of it.
_LONGEST_SENTENCE = 4000


def sentence_starts(text: str) -> list[int]:
    """The start offsets of the sentences of folded ``text``, the first one 0."""
    starts = [0]
    for m in _STOP.finditer(text):
        end = m.end()
        if m.group() == "\n" or (
            _OPENS.match(text, end) and not (m.group()[0] == "." and _ABBREVIATED.search(text, max(0, m.start() - 8), m.start() + 1))
        ):
            starts += _cuts(text, starts[-1], end)
            starts.append(end)
    starts += _cuts(text, starts[-1], len(text))
    return starts


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence falls apart that is no sentence."""
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        start = blank + 1 if blank >= 0 else start + _LONGEST_SENTENCE
        yield start
