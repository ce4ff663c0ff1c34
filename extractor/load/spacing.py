"""Blanks that are missing or too many between Vietnamese syllables: ``ĐIỀ U KHO ẢN`` is ``ĐIỀU KHOẢN``, ``Quốc giatừ`` is ``Quốc gia từ``.

Vietnamese is written syllable by syllable, so a stretch of letters is either a syllable or none. Only what is none is mended, and only
where the pieces make syllables that are in use (``data/syllables.txt``); a sound text stays as it is. Blanks are all that changes.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import accumulate
from pathlib import Path

import regex

_INVENTORY = Path(__file__).parent / "data" / "syllables.txt"
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_RUN = regex.compile(r"(?<![\p{L}\p{N}_.@/&-])\p{L}{1,6}(?: \p{L}{1,6})+(?![\p{L}\p{N}_@/&-])")
_GLUED = regex.compile(r"(?<![\p{L}\p{N}_.@/&-])\p{L}{5,24}(?![\p{L}\p{N}_@/&])")
_BEFORE_MARK = regex.compile(r"(?<=\p{L}) (?=[,;.](?:\s|$))")
_LONGEST = 4  # pieces of one syllable
_IN_USE = 2  # digits of a count: a joined syllable occurs at least ten times
_FREQUENT = 3  # digits of a count: parts of a split word occur at least a hundred times
_AHEAD = 2  # digits by which one way to split a word must be ahead of the next
_CAPITAL = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
_POINTS = frozenset("điểm tiết khoản mục nhóm cột biểu mẫu lớp hạng loại khu lô tổ hàng tuyến vitamin".split())
_LOANS = frozenset("lênin vắcxin ghiđông đềcan lôcốt côngtơ càphê".split())  # words of several syllables that are written as one


def repaired(text: str, broken: bool = False) -> str:
    """``text`` (any; Vietnamese words in Unicode NFC) with wrong blanks mended: only blanks are put in or left out.

    The pieces of a syllable are joined where one of them is no syllable; letters that are no syllable are split where they are two to
    four frequent ones in one way only. Tokens with digits, ``.``, ``@``, ``/`` or ``_`` in them are left alone.

    :param broken: whether syllables are known to have come apart in the text around, so that single letters are pieces of them.
    """
    joined = _RUN.sub(lambda m: _join(m.group(), broken), text)
    return _GLUED.sub(_split, _BEFORE_MARK.sub("", joined) if broken else joined)


def _join(run: str, broken: bool) -> str:
    tokens = run.split(" ")
    if not broken and all(map(_is_word, tokens)):
        return run
    once = _joined(tokens, loosely=False)
    # Where syllables have come apart, a letter that stands alone is no letter that counts something.
    return " ".join(_joined(once, loosely=True) if broken or len(once) < len(tokens) else once)


def _joined(tokens: list[str], loosely: bool) -> list[str]:
    found: list[str] = []
    position = 0
    while position < len(tokens):
        size = next((n for n in range(_LONGEST, 1, -1) if _makes_one(tokens, position, n, loosely)), 1)
        found.append("".join(tokens[position : position + size]))
        position += size
    return found


def _makes_one(tokens: list[str], start: int, count: int, loosely: bool) -> bool:
    """Whether ``count`` tokens are the pieces of one syllable."""
    pieces = tokens[start : start + count]
    whole = "".join(pieces)
    if len(pieces) < count or whole.isascii() or not (whole.islower() or whole.isupper() or whole.istitle()):
        return False
    if len(whole) == 2 and whole.isupper() and not (loosely and _is_capitals(tokens[start + count : start + count + 1])):
        return False
    if _digits(whole) < (_FREQUENT if loosely else _IN_USE) or not any(_is_piece(piece, loosely) for piece in pieces):
        return False
    if len(pieces[0]) == 1 and pieces[0].islower() and start and tokens[start - 1].lower() in _POINTS:
        return False
    return not (len(pieces[-1]) == 1 and pieces[-1].isupper() and not whole.isupper())


def _is_capitals(following: list[str]) -> bool:
    """Whether a word in capitals follows: two single capitals are a syllable in Ủ Y BAN, and none in Sùng A Ó."""
    return bool(following) and len(following[0]) > 1 and following[0].isupper()


def _is_piece(token: str, loosely: bool) -> bool:
    return not _is_word(token) or (loosely and len(token) == 1 and token.isascii())


def _split(m: regex.Match[str]) -> str:
    token = m.group()
    return token if token.isascii() or _is_word(token) or token.lower() in _LOANS else _parted(token)


@cache
def _parted(token: str) -> str:
    """A token as the syllables that it is made of, or itself where they are not certain."""
    if not (token.isupper() or token[1:].islower()):
        parts = _CAPITAL.split(token)
        sound = len(parts) == 2 and all(part[1:].islower() and len(part) > 1 and _digits(part) >= _FREQUENT for part in parts)
        return " ".join(parts) if sound else token
    ways = sorted(_ways(token.lower(), _LONGEST), key=lambda way: (len(way), -sum(map(_digits, way))))
    fewest = [way for way in ways if len(way) == len(ways[0])]
    if not fewest or (len(fewest) > 1 and sum(map(_digits, fewest[0])) < sum(map(_digits, fewest[1])) + _AHEAD):
        return token
    ends = list(accumulate(map(len, fewest[0])))
    return " ".join(token[start:end] for start, end in zip([0, *ends], ends, strict=False))


def _ways(letters: str, most: int) -> list[tuple[str, ...]]:
    """The ways to read letters as at most so many frequent syllables of two letters and more."""
    if not letters:
        return [()]
    if most == 0:
        return []
    return [
        (letters[:end], *rest)
        for end in range(2, min(len(letters), 7) + 1)
        if _digits(letters[:end]) >= _FREQUENT
        for rest in _ways(letters[end:], most - 1)
    ]


@cache
def _is_word(token: str) -> bool:
    """Whether a token may stand for itself: a syllable, an abbreviation, a letter that counts something."""
    from extractor.load.legacy.syllables import is_syllable

    if token.isascii():
        return len(token) == 1 or token.isupper() or is_syllable(token)
    # Half a syllable may be spelled as a rare one (ủa, from của).
    return is_syllable(token) and (len(token) > 3 or _digits(token) >= min(len(token), 2))


def _digits(word: str) -> int:
    """How many digits the count of a syllable has; 0 for one that is not in use."""
    return _inventory().get(_key(word), 0)


@cache
def _key(word: str) -> str:
    """One spelling for the places of the tone mark (hoà, hòa): the mark comes last."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in letters if c not in _TONES) + "".join(c for c in letters if c in _TONES)


@cache
def _inventory() -> dict[str, int]:
    lines = _INVENTORY.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines if not line.startswith("#")]
    return {_key(word): int(row[0]) for row in rows for word in row[1:]}
