"""Text with marked stretches as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import NamedTuple

from extractor.markup.palette import INK

# What HTML cannot hold, not even escaped. One sign for each keeps the offsets.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


class Mark(NamedTuple):
    """A stretch to mark, in code points of the text: on its colour, or underlined where that is null.

    ``hover`` is shown under the mouse.
    """

    start: int
    end: int
    colour: str | None
    hover: str


def plain_html(text: str) -> str:
    """``text`` as it may stand in an element or in a quoted attribute."""
    return escape(_UNPRINTABLE.sub("�", text))


def in_colour(words: str, colour: str, hover: str = "") -> str:
    """Words on a colour. The element says that they are marked where a viewer drops the style, as GitHub does."""
    title = f' title="{plain_html(hover)}"' if hover else ""
    return f'<mark style="background:{colour};color:{INK};border-radius:.2em;padding:.05em .15em"{title}>{plain_html(words)}</mark>'


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` as HTML, no character more or less. Where marks overlap the shortest gives the colour."""
    end = len(text) if end is None else end
    inside = sorted((mark for mark in marks if max(mark.start, start) < min(mark.end, end)), key=lambda mark: mark[:2])
    cuts = {start, end, *(min(max(at, start), end) for mark in inside for at in mark[:2])}
    parts, active, following = [], list[Mark](), 0
    for left, right in pairwise(sorted(cuts)):
        active = [mark for mark in active if mark.end > left]
        while following < len(inside) and inside[following].start <= left:
            active.append(inside[following])
            following += 1
        parts.append(_piece(text[left:right], active))
    return "".join(parts)


def _piece(words: str, covering: list[Mark]) -> str:
    """A stretch of text that the same marks cover from end to end."""
    coloured = min((mark for mark in covering if mark.colour), key=lambda mark: mark.end - mark.start, default=None)
    lined = next((mark for mark in covering if not mark.colour), None)
    html = in_colour(words, coloured.colour, coloured.hover) if coloured and coloured.colour else plain_html(words)
    if lined is None:
        return html
    return f'<span style="border-bottom:2px dotted" title="{plain_html(lined.hover)}">{html}</span>'
