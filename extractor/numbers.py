"""Numbers as printed and as spoken, to exact values.

Digits: a comma or a point is a decimal mark or a thousands mark by its shape and by what the caller knows of the context
(``whole``: things are counted, so no fraction is possible; ``english``: the document writes decimal points). Words follow
the usual reading of Vietnamese numerals: ``hai mươi tư`` 24, ``một trăm linh năm`` 105, ``một nghìn chín`` 1900, ``ba triệu rưỡi``.
All arithmetic is decimal; values leave as ``int`` where integral, else as ``float``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

import regex

from extractor.fold import fold_text
from extractor.wordlists import table

_ONE = Decimal(1)
_SIGN = ("âm", "trừ")
_POINT = ("phẩy", "chấm")
_ZERO_TEN = ("linh", "lẻ")
_TOKEN = regex.compile(r"\d+(?:[.,]\d+)*|\p{L}+")
_SPACED = regex.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_OVER = regex.compile(r" ?/ ?| (?:phần|trên|chia) ")
_GROUPED = {mark: regex.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in ".,"}
# A class at the beginning, for which re scans fastest.
_DECIMALS = re.compile(r"\d(?<![\d.,/]\d)\d*([.,])\d{1,2}(?= ?(?:%|triệu|tỷ|tỉ|USD|điểm|km|tấn|ha)|\))")
_SHARED_SCALES = tuple(Decimal(10) ** n for n in (9, 6, 3, 0))


def parse_number(text: str, *, whole: bool = False, english: bool = False) -> int | float | None:
    """The value of a number in digits, words or both (``2,85 triệu``, ``hai mươi tư``, ``2 tỷ 300 triệu``); null if it is none."""
    value = parse_amount(text, whole=whole, english=english)
    return None if value is None else plain(value)


def parse_words(text: str) -> int | float | None:
    """The value of a number in words, also digit by digit (``hai không mười ba`` 2013); null unless all of ``text`` is one."""
    tokens = fold_text(text).lower().split()
    found = read_words(tokens)
    if found is not None and found[1] == len(tokens):
        return plain(found[0])
    return _digit_by_digit(tokens)


def parse_fraction(text: str) -> tuple[Decimal, Decimal] | None:
    """Numerator and denominator of ``2/3``, ``hai phần ba``, ``một trên hai``, ``ba chia bốn``; null if it is none."""
    parts = _OVER.split(fold_text(text).strip().lower())
    if len(parts) != 2:
        return None
    numerator, denominator = parse_amount(parts[0]), parse_amount(parts[1])
    return (numerator, denominator) if numerator is not None and denominator else None


@lru_cache(maxsize=16384)
def parse_amount(text: str, *, whole: bool = False, english: bool = False) -> Decimal | None:
    """As ``parse_number``, exact."""
    if text.isdecimal():
        return Decimal(text)
    text = _SPACED.sub("", fold_text(text).strip().lower())
    negative = text[:1] in ("-", "−") or text.split(" ", 1)[0] in _SIGN
    if negative:
        text = text.removeprefix("-").strip()
        text = text.split(" ", 1)[1] if text.split(" ", 1)[0] in _SIGN else text
    value = _mixed(text, whole, english) if any(c.isdigit() for c in text) else _all_words(text)
    return -value if negative and value is not None else value


def parse_digits(printed: str, *, whole: bool = False, english: bool = False) -> Decimal | None:
    """The value of digits with marks: ``1.234`` 1234, ``774.45`` 774.45, ``76,9`` 76.9, ``9,368.6`` 9368.6; null for ``1.2.3``.

    One mark before exactly three digits is a thousands point; as a comma it is a decimal comma unless ``whole`` or ``english``.
    """
    point, comma = printed.count("."), printed.count(",")
    if not point and not comma:
        return Decimal(printed)
    if point and comma:
        mark = max(".,", key=printed.rfind)
        head, _, tail = printed.rpartition(mark)
        return _join(head, tail, other="," if mark == "." else ".")
    mark = "." if point else ","
    if point + comma > 1:
        return Decimal(printed.replace(mark, "")) if _GROUPED[mark].fullmatch(printed) else None
    head, tail = printed.split(mark)
    thousands = len(tail) == 3 and len(head) <= 3 and head[0] != "0" and (whole or (mark == ",") == english)
    return Decimal(head + tail) if thousands else Decimal(f"{head}.{tail}")


def _join(head: str, tail: str, other: str) -> Decimal | None:
    return Decimal(f"{head.replace(other, '')}.{tail}") if _GROUPED[other].fullmatch(head) else None


@lru_cache(maxsize=4)
def uses_decimal_point(text: str) -> bool:
    """Whether a document writes ``8.23%`` rather than ``8,23%`` (more points than commas before one or two digits)."""
    marks = [m.group(1) for m in _DECIMALS.finditer(text)]
    return marks.count(".") > marks.count(",")


def plain(value: Decimal) -> int | float:
    """``int`` where integral, else ``float``."""
    return int(value) if value == value.to_integral_value() else float(value)


def share_scale(low: Decimal, high: Decimal, scale: Decimal) -> Decimal:
    """``low`` in the magnitude that the pair leaves to its end: ``5 đến 10 tỷ`` is 5 tỷ, ``500 - 1 tỷ`` is 500 triệu."""
    for power in _SHARED_SCALES:
        if power <= scale and low * power <= high:
            return low * power
    return low


@lru_cache(maxsize=16384)
def scale_of(text: str) -> Decimal:
    """What the magnitude words at the end of a printed number multiply to: ``1,2 nghìn tỷ`` 10**12; 1 without any."""
    scale = _ONE
    for token in reversed(_TOKEN.findall(text.lower())):
        power = _power(token)
        if power is None:
            break
        scale *= Decimal(10) ** power
    return scale


@cache
def _table() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    data = table("numbers")
    return data["digits"], data["scales"], data["tens"], data["short"]


def _power(token: str) -> int | None:
    """The power of ten of a magnitude word after digits."""
    _, scales, tens, short = _table()
    return scales.get(token, tens.get(token, short.get(token)))


def _mixed(text: str, whole: bool, english: bool) -> Decimal | None:
    """Digits with magnitudes, in falling order: ``2 triệu 300 nghìn``, ``1tr5``, ``2 tỷ rưỡi``."""
    tokens = _TOKEN.findall(text)
    total, current, scale, last = Decimal(0), None, _ONE, Decimal(0)
    marked = len(tokens) > 1
    for token in [*tokens, ""]:
        if current is not None and (power := _power(token)) is not None:
            scale *= Decimal(10) ** power
            continue
        if current is not None:
            if last and scale == 1:  # "1tr5": the digits go on where the magnitude left off
                scale = last / 10 ** len(str(current))
            if last and current * scale >= last:
                return None
            total, last, current, scale = total + current * scale, scale, None, _ONE
        if token[:1].isdigit():
            current = parse_digits(token, whole=whole and not marked, english=english)
            if current is None:
                return None
        elif token == "rưỡi" and last:
            total += last / 2
        elif token:
            return None
    return total


def _all_words(text: str) -> Decimal | None:
    tokens = text.split()
    found = read_words(tokens)
    return found[0] if found and found[1] == len(tokens) else None


def read_words(tokens: Sequence[str]) -> tuple[Decimal, int] | None:
    """The number that ``tokens`` (lower case) begin with and how many of them it takes.

    ``năm`` at the end of a number is left out: after ``mười``, ``trăm``, ``nghìn`` it is the word for year (five is ``lăm``).
    """
    digits, scales, _, _ = _table()
    if tokens and tokens[0] == "nửa":
        return Decimal("0.5"), 1
    total, last, i = Decimal(0), Decimal(0), 0
    while i < len(tokens):
        group = _group(tokens, i)
        if group is None:
            break
        value, after = group
        fraction, after = _fraction(tokens, after)
        scale, end = _ONE, after
        while end < len(tokens) and tokens[end] in scales:
            scale *= Decimal(10) ** scales[tokens[end]]
            end += 1
        if end == after and last and after == i + 1 and tokens[i] in digits:
            if tokens[i] == "năm":
                break
            return total + value * last / 10, after
        if last and scale >= last:
            total = (total + value + fraction) * scale
        else:
            total += (value + fraction) * scale
        last, i = scale, end
        if i < len(tokens) and tokens[i] == "rưỡi" and (last > 1 or tokens[i - 1] == "trăm"):
            return total + (last if last > 1 else Decimal(100)) / 2, i + 1
        if last == 1:
            break
    fraction, i = _fraction(tokens, i) if i else (Decimal(0), 0)
    return (total + fraction, i) if i else None


def _fraction(tokens: Sequence[str], i: int) -> tuple[Decimal, int]:
    """What stands after ``phẩy``: digits one by one (``phẩy không năm``) or tens (``phẩy hai mươi lăm``)."""
    digits, *_ = _table()
    if i >= len(tokens) or tokens[i] not in _POINT or i + 1 >= len(tokens):
        return Decimal(0), i
    printed, j = "", i + 1
    while j < len(tokens):
        follows = j + 1 < len(tokens) and tokens[j + 1] in digits
        if tokens[j] in digits:
            printed += str(digits[tokens[j]])
        elif tokens[j] == "mười":
            printed += "1" if follows else "10"
        elif tokens[j] == "mươi" and printed:
            printed += "" if follows else "0"
        else:
            break
        j += 1
    return (Decimal(f"0.{printed}"), j) if printed else (Decimal(0), i)


def _group(tokens: Sequence[str], i: int) -> tuple[Decimal, int] | None:
    """A number under one thousand from ``tokens[i]`` on."""
    digits, *_ = _table()
    hundreds = Decimal(0)
    j = i
    if tokens[j] == "trăm":
        hundreds, j = Decimal(100), j + 1
    elif tokens[j] in digits and j + 1 < len(tokens) and tokens[j + 1] == "trăm":
        hundreds, j = Decimal(100 * digits[tokens[j]]), j + 2
    if j > i:
        if j < len(tokens) and tokens[j] in digits and not _goes_on(tokens, j):  # "một trăm hai" is 120
            return (hundreds, j) if tokens[j] in ("năm", "một") else (hundreds + 10 * digits[tokens[j]], j + 1)
        rest = _tens(tokens, j) if j < len(tokens) else None
        return (hundreds + rest[0], rest[1]) if rest else (hundreds, j)
    return _tens(tokens, i)


def _goes_on(tokens: Sequence[str], j: int) -> bool:
    """Whether the digit word at ``j`` is read together with the next word."""
    digits, *_ = _table()
    if j + 1 >= len(tokens):
        return False
    return tokens[j + 1] in ("mươi", "chục") or (tokens[j + 1] in digits and tokens[j + 1] not in ("năm", "một", "không"))


def _tens(tokens: Sequence[str], i: int) -> tuple[Decimal, int] | None:
    """A number under one hundred: ``mười lăm``, ``hai mươi tư``, ``hai chục``, ``linh năm``, ``bốn ba``, ``bảy``."""
    digits, *_ = _table()
    word = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else ""
    if word in _ZERO_TEN:
        return (Decimal(digits[after]), i + 2) if after in digits else None
    if word in ("mười", "chục"):
        unit = digits.get(after, 0) if after not in ("năm", "không", "mốt") and not _scaled(tokens, i + 2) else 0
        return (Decimal(10 + unit), i + 2) if unit else (Decimal(10), i + 1)
    if word not in digits:
        return None
    if after in ("mươi", "chục"):
        unit_word = tokens[i + 2] if i + 2 < len(tokens) else ""
        unit = digits.get(unit_word, 0) if after == "mươi" and unit_word not in ("năm", "không", "một") else 0
        return (Decimal(10 * digits[word] + unit), i + 3 if unit else i + 2)
    if after in digits and after not in ("năm", "một", "không") and digits[word] and not _scaled(tokens, i + 2):
        return Decimal(10 * digits[word] + digits[after]), i + 2
    return Decimal(digits[word]), i + 1


def _scaled(tokens: Sequence[str], i: int) -> bool:
    """Whether ``tokens[i]`` turns the digit before it into tens or hundreds of its own."""
    return i < len(tokens) and tokens[i] in ("trăm", "mươi", "chục")


def _digit_by_digit(tokens: Sequence[str]) -> int | None:
    """Years as they are spoken: ``một chín chín chín`` 1999, ``hai không mười ba`` 2013, ``hai không linh chín`` 2009."""
    digits, *_ = _table()
    if len(tokens) >= 3 and all(t in digits for t in tokens):
        return int("".join(str(digits[t]) for t in tokens))
    if len(tokens) >= 3 and tokens[0] in digits and tokens[1] == "không":
        rest = _tens(tokens, 2)
        if rest and rest[1] == len(tokens):
            return 1000 * digits[tokens[0]] + int(rest[0])
    return None
