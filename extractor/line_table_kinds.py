"""What the words of one line say about the cell that it stands for: a time, a body, a paper or the words of a task.

Word lists are in ``patterns/_line_tables.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from extractor.fold import fold_text
from extractor.wordlists import any_of, words

# "soon" is a time that names no day, "mixed" a sentence that begins with a body, "short" a few words that say nothing
# more, "number" one that does not go on from the rows above.
Kind = Literal["time", "soon", "body", "anyone", "mixed", "paper", "short", "text", "ditto", "empty", "number"]

_LONGEST_BODY = 70  # syllables of a cell that lists bodies
_LONGEST_TIME = 26
_SHORT = 6
_PAPER = 18
_BULLET = re.compile(r"(?:[-+•▪●·*]|\([0-9a-zđ]{1,2}\)|\\-)\s*")
_YEAR = r"(?:19|20)\d\d"
_DATES = (
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}|\d{{1,2}}/\d{{1,2}}(?![\d/])|\d{{1,2}} ?[/-] ?{_YEAR}|tháng \d{{1,2}}"
    r"|qu[ýí] ?(?:iv|i{1,3}|0?[1-4])\b"
    rf"|ngày \d{{1,2}}|(?<!\d){_YEAR}(?!\d)|\d+ (?:ngày|tuần|tháng|năm|giờ)(?: làm việc)?\b|tháng (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
_BELOW = re.compile(
    r"(?:nơi nhận|phụ lục|ghi chú|mẫu số|biểu mẫu|cộng hòa xã hội)\b|(?:kt|tm|tl)\.|điều \d|chương [ivx]+\b"
    r"|\[\d+\]|\((?:ban hành )?kèm theo",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[-–—./x\s]*|không", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.]+[.)]?")
_SIGNS = re.compile(r"[\W\d_]+")


@cache
def _phrases(key: str) -> re.Pattern[str]:
    """The entries of a list as whole words."""
    return re.compile(rf"(?<!\w)(?:{any_of('line_tables', key)})(?!\w)")


@cache
def _times() -> re.Pattern[str]:
    return re.compile(f"{_DATES}|{_phrases('always').pattern}")


@lru_cache(4096)
def kind(line: str) -> Kind:
    """What a ``line`` without blanks around it tells of the cell that it is, or belongs to."""
    folded = fold_text(line).strip()
    said = _BULLET.sub("", folded, count=1) if _BULLET.match(folded) else folded
    lower = said.lower()
    if _EMPTY.fullmatch(lower):
        return "empty"
    if folded.lower() in words("task_tables", "ditto"):
        return "ditto"
    if _NUMBER.fullmatch(lower) and not _times().fullmatch(lower):
        return "number"
    return _time(lower) or _body(said, lower) or _other(lower)


def is_below(line: str) -> bool:
    """Whether a ``line`` stands below a table: a note, an annex, a signature."""
    return _BELOW.match(line) is not None


def is_bullet(line: str) -> bool:
    """Whether a ``line`` is an item of a list."""
    return _BULLET.match(line) is not None


def _time(lower: str) -> Kind | None:
    if len(lower.split()) > _LONGEST_TIME:
        return None
    rest, found = _times().subn(" ", lower)
    if found and not _SIGNS.sub("", _phrases("beside").sub(" ", rest)).strip("ivx"):
        return "time"
    return "soon" if _phrases("event").match(lower) or (found and _phrases("when").match(lower)) else None


def _body(said: str, lower: str) -> Kind | None:
    plain = lower.removeprefix("các ").removeprefix("toàn bộ ").removeprefix("các ")
    if not (_phrases("body").match(plain) or _phrases("body").match(lower)):
        return None
    if _phrases("no_body").match(lower) or _phrases("no_body").match(plain) or len(lower.split()) > _LONGEST_BODY:
        return None
    if _phrases("verb").search(said if not said.isupper() else ""):
        return "mixed"
    return "anyone" if _phrases("anyone").search(lower) else "body"


def _other(lower: str) -> Kind:
    if _phrases("paper").match(lower) and len(lower.split()) <= _PAPER:
        return "paper"
    return "short" if len(lower.split()) <= _SHORT else "text"
