"""Does a label before a number make it a name or a reference: ``Quận 7``, ``khoản 2``, ``năm 2024``? Lists in ``patterns/_labels.toml``."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.wordlists import words

_DATE_LIMITS = {"ngày": (1, 31), "tháng": (1, 12), "năm": (1000, 2999), "tuần": (0, -1)}
# An earlier member of a list: "khoản 2, 3 và 4"; matched backwards from the end.
_PREVIOUS = regex.compile(r"(?<![\d/.,])\d{1,4}(?:,| và| hoặc| đến|-| -)$", regex.REVERSE)
_LEVEL, _HIGHEST = "cấp", 12  # of levels: trường cấp 3, công trình cấp IV, gió cấp 12
HARD, SOFT = "hard", "soft"


def label_before(context: Context, start: int, value: float | None) -> tuple[str, str] | None:
    """``(HARD or SOFT, label)`` of the word before folded ``start``, or null. ``value`` is the number, where it is known."""
    tokens = _tokens(context, start)
    if not tokens:
        return None
    last = tokens[-1].lower()
    phrases = [" ".join(tokens[-n:]).lower() for n in (3, 2, 1) if n <= len(tokens)]
    if last in _DATE_LIMITS:
        low, high = _DATE_LIMITS[last]
        counted = len(tokens) > 1 and tokens[-2].lower() in words("labels", "each")
        return (HARD, last) if value is not None and low <= value <= high and not counted else None
    if last == "số" and any(p in words("labels", "counted") for p in phrases):
        return None
    if len(phrases) > 1 and phrases[-2] in words("labels", "compound"):
        return None
    if tokens[-1][0].isupper() and last in words("labels", "titled"):
        return HARD, last
    if label := next((p for p in phrases if p in words("labels", HARD)), None):
        return HARD, label
    if len(tokens) > 1 and tokens[-2].lower() in words("labels", "each"):
        return None
    label = next((p for p in phrases if p in words("labels", SOFT)), None)
    return (SOFT, label) if label and not (label == _LEVEL and _issued(tokens, value)) else None


def _issued(tokens: list[str], value: float | None) -> bool:
    """Whether ``cấp`` is the verb: ``đã cấp 5 giấy phép``, ``cấp 31 giấy chứng nhận``."""
    return (value is not None and value > _HIGHEST) or (len(tokens) > 1 and tokens[-2].lower() in words("labels", "before_verbs"))


def glued(context: Context, start: int) -> bool:
    """Whether what is written onto the left of the number is a name (``Covid-19``, ``A4``) rather than a slip (``hơn40``)."""
    text = context.text
    left = text[start - 1 : start]
    if not left or left in " \n([“\"'‘~≈<>≤≥=":
        return False
    if left in "/_#@&*°²³":
        return True
    if left in "-.,:;)]”+":
        return left in "-:+" and start > 1 and (text[start - 2].isdigit() or (left == "-" and text[start - 2].isalpha()))
    if not left.isalpha():
        return True
    begin = start
    while begin and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:start].lower() not in words("labels", "glue")


def _tokens(context: Context, start: int) -> list[str]:
    """Up to three words that lead to the number without a stop between them; the list may cross ``2, 3`` and ``2 và 3``."""
    before = context.before(start, 40)
    stripped = before.rstrip()
    while stripped and (m := _PREVIOUS.search(stripped)):
        stripped = stripped[: m.start()].rstrip()
    tokens = stripped.split()[-3:]
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i][-1] in ',.;:()!?”"…':
            return tokens[i + 1 :]
    return [word for t in tokens if (word := t.lstrip("(“\"'[‘-–"))]
