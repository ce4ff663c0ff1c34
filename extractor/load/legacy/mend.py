"""Text whose bytes were taken for Latin-1 or cp1252, line by line, as Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from extractor.load.legacy.capitals import are_paragraphs, line_capitals, opens_next
from extractor.load.legacy.detect import detect, is_changed, is_unicode, score
from extractor.load.legacy.syllables import judge
from extractor.load.legacy.tables import to_unicode

TWICE = "UTF-8 read as cp1252"
_ENDS = re.compile("(\r\n|\r|\n)")
# Two or three bytes of UTF-8 that were taken for cp1252, which begins with one of these.
_LEAD = re.compile("[Ã-Æá][^\x00-\x7f]")
_SIGNS = {bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def mend(text: str) -> tuple[str, str | None]:
    """Text whose bytes were taken for Latin-1 or cp1252 as Unicode NFC, with the name of its encoding; other text unchanged, with None.

    A line that holds Vietnamese letters of Unicode is never touched, and in other lines a change must make syllables of words that were
    none. Of several encodings the one with most lines is named. UTF-8 that was decoded as cp1252 is mended too (``TWICE``).
    """
    if not is_changed(text):
        return text, None
    lines = _ENDS.split(text)
    open_lines = [i for i in range(0, len(lines), 2) if is_changed(lines[i]) and not is_unicode(lines[i])]
    found = _encodings(lines, open_lines, pure=not any(map(is_unicode, lines)))
    if not found:
        return text, None
    for i, encoding in found.items():
        lines[i] = _untwisted(lines[i]) or lines[i] if encoding == TWICE else to_unicode(lines[i], encoding)
    paragraphs = are_paragraphs(lines[::2])
    for i in (i for i, encoding in found.items() if encoding == "TCVN3"):
        lines[i] = line_capitals(lines[i], opening=i == 0 or paragraphs or opens_next(lines[i - 2]))
    return "".join(lines), Counter(found.values()).most_common(1)[0][0]


def _encodings(lines: list[str], open_lines: list[int], pure: bool) -> dict[int, str]:
    """The encoding of each line that is to be converted, by its place.

    :param pure: whether the text holds no line that is Unicode already, so that lines without evidence follow the others.
    """
    found = {i: TWICE for i in open_lines if _untwisted(lines[i]) is not None}
    rest = [i for i in open_lines if i not in found]
    usual = detect("\n".join(lines[i] for i in rest))
    for i in rest:
        encoding = _of_line(lines[i], usual, pure)
        if encoding is not None:
            found[i] = encoding
    return found if usual else found | _inherited(lines, rest, found)


def _of_line(line: str, usual: str | None, pure: bool) -> str | None:
    if usual is None:
        return detect(line)
    read = score(line, usual)
    if read.bad > read.good and (own := detect(line)) is not None:
        return own
    return usual if pure or read.gained > read.bad else None


def _inherited(lines: list[str], rest: list[int], found: dict[int, str]) -> dict[int, str]:
    """Short lines take the encoding of the one before or behind them, where it makes all their words sound."""
    inherited: dict[int, str] = {}
    for order in (rest, rest[::-1]):
        last = None
        for i in order:
            last = found.get(i, last)
            if last in (None, TWICE) or i in found or i in inherited:
                continue
            read = score(lines[i], last)
            if read.gained and not read.bad:
                inherited[i] = last
    return inherited


def _untwisted(line: str) -> str | None:
    """A line of UTF-8 that was decoded as cp1252 or Latin-1, decoded rightly; None where it is not plainly one in Vietnamese."""
    if not _LEAD.search(line):
        return None
    try:
        read = bytes(_SIGNS.get(c, ord(c)) for c in line).decode("utf-8")
    except ValueError:
        return None
    return unicodedata.normalize("NFC", read) if is_unicode(read) or judge(read) > 0 else None
