"""One spelling for the many that real texts use, with the way back to the source.

The rules read folded text; every fact is reported in offsets of the source. Folding composes to NFC, puts tone marks
where the older school puts them (hoà -> hòa), makes one space of every run of spaces, joins soft line breaks, keeps one
``\\n`` between paragraphs, drops soft hyphens, zero-width characters, Markdown emphasis and the raised numbers of footnotes,
and writes one dash, one slash, one ``Đ``. Look-alike Cyrillic letters become Latin. The map is built while folding, never found
again afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

import regex

from extractor.model import Span
from extractor.nfc import nfc
from extractor.raised import RAISED_DIGITS
from extractor.wrap import soft_breaks

# One code point for one: these never move an offset.
_SINGLE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    "\uff05": "%",
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u0130": "I",  # its lower case is two code points long; the triggers need lengths to stay
    **dict(zip("АВСЕНІЈКМОРЅТХУасеорхуі", "ABCEHIJKMOPSTXYaceopxyi", strict=True)),
}
_SINGLE_RE = re.compile("[" + "".join(_SINGLE).replace("-", r"\-") + "\ud800-\udfff]")
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufe0f"
_MARK = "\u0300-\u0304\u0306\u0309\u031b\u0323"
# Stretches whose length may change: runs of blanks, line breaks, invisible characters, emphasis; combining marks.
# The standard library's re scans for the first character of a class ten times faster than regex does, if the pattern opens with it;
# a class with the blank in it stops at every word, and most texts have no run of blanks.
_NO_RUNS_RE = re.compile(
    rf"[\n\r*{_INVISIBLE}{_MARK}](?:(?<=[{_MARK}])[{_MARK}{_INVISIBLE}]*|(?<=[{_INVISIBLE}])[{_INVISIBLE}]*[{_MARK}][{_MARK}{_INVISIBLE}]*"
    rf"|(?<![{_MARK}])[\s*{_INVISIBLE}]*)"
)
_STRETCH_RE = re.compile(rf"{_NO_RUNS_RE.pattern}|  [\s*{_INVISIBLE}]*")
_MARK_RE = re.compile(f"[{_MARK}]")
_INVISIBLE_RE = re.compile(f"[{_INVISIBLE}]+")
_HEADING_RE = re.compile(rf"[\s*{_INVISIBLE}]*(?:#{{1,6}}[ \r]+)+")
_HYPHENATED_RE = re.compile(r"\u00ad *\r?\n *")
_TONE = {
    a + b: c + d
    for a, tones, plain in (("o", "àáảãạ", "a"), ("o", "èéẻẽẹ", "e"), ("u", "ỳýỷỹỵ", "y"))
    for b, c, d in zip(tones, {"o": "òóỏõọ", "u": "ùúủũụ"}[a], plain * 5, strict=True)
}
_TONE |= {k.upper(): v.upper() for k, v in _TONE.items()} | {k.capitalize(): v.capitalize() for k, v in _TONE.items()}
_TONE_RE = regex.compile(r"(?<![qQ])(?:[oO](?:[àáảãạèéẻẽẹ]|[ÀÁẢÃẠÈÉẺẼẸ])|[uU](?:[ỳýỷỹỵ]|[ỲÝỶỸỴ]))(?!\p{L})")


_NOTE_RE = re.compile(rf"[{RAISED_DIGITS}](?<![{RAISED_DIGITS}]{{2}})[{RAISED_DIGITS}]*+(?!\w)")
_POWER_RE = re.compile(r"(?<![^\W\d_])(?:(?:[kcdmhµn]|da)?m|(?<!\d)10)$")  # m², km³, 10⁶


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded ``text`` of a ``source``; ``source_span`` leads back."""

    text: str
    source: str
    _at: list[int] = field(default_factory=lambda: [0])
    _from: list[int] = field(default_factory=lambda: [0])
    _chunk_end: list[int] = field(default_factory=lambda: [-1])

    def source_span(self, start: int, end: int) -> Span:
        """The source stretch of folded ``[start, end)``, which must not be empty."""
        return Span(self._source_start(start), self._source_end(end))

    def folded_span(self, start: int, end: int) -> Span:
        """Where the source's ``[start, end)`` stands in the folded text; what folding dropped is empty there."""
        return Span(self._folded(start), self._folded(end))

    def _folded(self, position: int) -> int:
        i = bisect_right(self._from, position) - 1
        after = self._at[i + 1] if i + 1 < len(self._at) else len(self.text)
        return min(self._at[i] + position - self._from[i], after)

    def _source_start(self, position: int) -> int:
        i = bisect_right(self._at, position) - 1
        return self._from[i] + position - self._at[i]

    def _source_end(self, position: int) -> int:
        i = bisect_right(self._at, position - 1) - 1
        if self._chunk_end[i] >= 0:  # a composed stretch is taken whole
            return self._chunk_end[i]
        return self._from[i] + position - self._at[i]


def fold(source: str) -> Folded:
    """Fold ``source`` (any str). The folded text is NFC, has no run of spaces, and folding it again changes nothing."""
    text = _NOTE_RE.sub(_note, _SINGLE_RE.sub(_single, source))
    builder = _Builder(text)
    builder.run()
    text = builder.text()
    if not unicodedata.is_normalized("NFC", text):  # singletons such as U+212B; rare, and one for one
        text = "".join(c if len(n := unicodedata.normalize("NFC", c)) != 1 else n for c in text)
    return Folded(_TONE_RE.sub(_tone, text), source, builder.at, builder.origin, builder.chunk_end)


def fold_text(text: str) -> str:
    """``fold(text).text``, for strings that need no way back (names, dictionary entries)."""
    return fold(text).text


def _single(m: re.Match[str]) -> str:
    return _SINGLE.get(m.group(), "\ufffd")  # half of a surrogate pair, which no library below takes


def _note(m: re.Match[str]) -> str:
    """Zero-width characters for the mark of a footnote, which would part a number from its unit; powers stay."""
    power = _POWER_RE.search(m.string, max(0, m.start() - 4), m.start())
    return m.group() if power else "\u200b" * len(m.group())


def _tone(m: regex.Match[str]) -> str:
    return _TONE.get(m.group(), m.group())


class _Builder:
    """Writes the folded text piece by piece, and the map with it."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.soft = soft_breaks(text) if "\n" in text else set()
        self.pieces: list[str] = []
        self.at, self.origin, self.chunk_end = [0], [0], [-1]
        self.done = self.length = 0

    def text(self) -> str:
        return "".join(self.pieces)

    def run(self) -> None:
        source = self.source
        if heading := _HEADING_RE.match(source):
            self._replace(0, heading.end(), "")
        for m in (_STRETCH_RE if "  " in source else _NO_RUNS_RE).finditer(source):
            start, end = m.span()
            if end <= self.done:  # inside a heading's mark
                continue
            start = max(start, self.done)
            if _MARK_RE.search(m.group()):
                start = max(start - 1, self.done)
                self._replace(start, end, nfc(_INVISIBLE_RE.sub("", source[start:end])))
                continue
            while start > self.done and source[start - 1] == " ":
                start -= 1
            gap = self._gap(start, end)
            heading = _HEADING_RE.match(source, end) if gap == "\n" else None
            self._replace(start, heading.end() if heading else end, gap)
        self._copy(len(source))

    def _gap(self, start: int, end: int) -> str:
        """What stands for a stretch of blanks, line breaks, invisible characters and emphasis."""
        source = self.source
        stretch = source[start:end]
        if "\u00ad" in stretch:
            stretch = _HYPHENATED_RE.sub("", stretch)
        first = source.find("\n", start, end)
        if "\n" in stretch:
            return " " if first in self.soft and stretch.count("\n") == 1 else "\n"
        if stretch == "*" and source[start - 1 : start].isdigit() and source[end : end + 1].isdigit():
            return "*"
        return " " if " " in stretch or "\r" in stretch else ""

    def _copy(self, end: int) -> None:
        if end > self.done:
            self.pieces.append(self.source[self.done : end])
            self.length += end - self.done
            self.done = end

    def _replace(self, start: int, end: int, new: str) -> None:
        self._copy(start)
        if not self.length and new in (" ", "\n"):  # nothing stands before the first word
            new = ""
        if len(new) != end - start:
            if new:
                self._mark(start, end)
            self.length += len(new)
            self._mark(end, -1)
        else:
            self.length += len(new)
        self.pieces.append(new)
        self.done = end

    def _mark(self, origin: int, chunk_end: int) -> None:
        self.at.append(self.length)
        self.origin.append(origin)
        self.chunk_end.append(chunk_end)
