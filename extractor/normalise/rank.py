"""Places in an order. ``rank`` or ``out_of`` may be null: ``một trong 14 địa phương`` has only the latter."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.figures import spoken
from extractor.model import Candidate, Found, Refused, Span
from extractor.units import WINDOW, read_unit
from extractor.wordlists import words

# Matched backwards from the end.
_BEFORE = regex.compile(r"([\p{L}\d]+(?: [\p{L}\d]+){0,3}) ?[“\"‘']?$", regex.REVERSE)
_WEEK_AFTER = regex.compile(r",? (?:hàng tuần|hằng tuần|tuần|tới|này|vừa qua|ngày|vừa rồi)|,? ?\(?\d{1,2}[/-]\d")
# That in which a rank holds: thứ 2 châu Á, thứ 5 thế giới. A capital is a weekday's or an item's: "Thứ hai cả nước nghỉ".
_SCOPE = regex.compile(
    r" (?:(?:trên|trong|ở|của) )?(?:cả nước|toàn (?:quốc|cầu|tỉnh|thành phố|ngành|vùng|huyện)"
    r"|thế giới|châu (?:Á|Âu|Phi|Mỹ|lục)|(?:khối |khu vực )?(?:ASEAN|EU)\b"
    r"|(?:khu vực )?Đông Nam Á|Việt Nam|khu vực|miền (?:Bắc|Trung|Nam))(?!\p{L})"
)
_FIRST = {"nhất": 1, "nhì": 2}
_WEEKDAYS = range(2, 8)


def normalise(candidate: Candidate, context: Context) -> list[Found] | Refused:
    """One fact; an ordinal only where something is ranked or numbered in a row."""
    if candidate.rule == "rank.one_of":
        return _one_of(candidate, context)
    if candidate.rule == "rank.place":
        return _place(candidate, context)
    return _ordinal(candidate, context)


def _ordinal(candidate: Candidate, context: Context) -> list[Found] | Refused:
    number, end = _number(candidate.groups["rank"])
    if number is None:
        return Refused("no number after thứ")
    out_of = candidate.groups.get("out_of")
    if out_of:
        unit = read_unit(context.after(candidate.span.end, WINDOW).lstrip())
        span = Span(candidate.spans["rank"].start, candidate.spans["out_of"].end)
        return [_found(candidate, span, number, int(out_of), unit.text if unit else None)]
    if reason := _no_rank(candidate, context, number):
        return Refused(reason)
    span = Span(candidate.span.start, candidate.spans["rank"].start + end)
    return [_found(candidate, span, number, None, _thing(context.before(candidate.span.start, 30)))]


def _no_rank(candidate: Candidate, context: Context, number: int) -> str | None:
    """Why ``thứ N`` names a weekday, an edition or an item of a list."""
    before = context.before(candidate.span.start, 40)
    after = context.after(candidate.span.end, 24)
    m = _BEFORE.search(before)
    phrases = _phrases(m.group(1).lower()) if m else []
    if candidate.groups["thu"] == "thứ" and _SCOPE.match(after) and not any(p in words("ranks", "editions") for p in phrases):
        return None
    if not phrases:
        return "an item of a list"
    if any(p in words("ranks", "standing") for p in phrases) or phrases[-1] in words("ranks", "most"):
        in_rank = phrases[-1] not in words("ranks", "weak") or not _weekday(after)
        return None if in_rank else "a weekday"
    if number == 3 and phrases[-1] in words("ranks", "third"):
        return "a third party"
    if any(p in words("ranks", "not_after") for p in phrases):
        return f"{phrases[-1]} makes it an edition, a day or an item"
    if any(p in words("ranks", "thing") for p in phrases) and not (number in _WEEKDAYS and _weekday(after)):
        digits = candidate.groups["rank"].isdigit()
        return None if digits or any(p in words("ranks", "thing") for p in phrases[:2] + phrases[-1:]) else "an ordinal in words"
    return "nothing is ranked"


def _weekday(after: str) -> bool:
    return _WEEK_AFTER.match(after) is not None


def _place(candidate: Candidate, context: Context) -> list[Found] | Refused:
    cue = candidate.groups["cue"].lower()
    out_of = candidate.groups.get("out_of")
    if "hạng" not in cue and "vị trí" not in cue and not out_of:
        return Refused("xếp or đứng before a bare number is no rank")
    after = context.after(candidate.span.end, WINDOW)
    unit = read_unit(after[1:]) if after.startswith(" ") else None
    if not out_of and unit is not None and unit.known:
        return Refused("the number counts what follows")
    if out_of and int(out_of) < int(candidate.groups["rank"]):
        return Refused("the rank is beyond its total")
    return [
        _found(
            candidate,
            candidate.span,
            int(candidate.groups["rank"]),
            int(out_of) if out_of else None,
            unit.text if unit and out_of else None,
        )
    ]


def _one_of(candidate: Candidate, context: Context) -> list[Found] | Refused:
    number, length = _number(candidate.groups["out_of"])
    if number is None or number < 2:
        return Refused("no number that things could be among")
    span = Span(candidate.span.start, candidate.span.start + length)
    after = context.after(span.end, WINDOW)
    unit = read_unit(after[1:]) if after.startswith(" ") else None
    cue = candidate.groups["cue"].lower()
    top = cue in ("top", "tốp")
    if unit is None and not top:
        return Refused("nothing that is counted follows")
    if unit and unit.measure:
        return Refused("a time or a measure follows")
    if cue == "nhóm" and (unit is None or unit.head not in words("ranks", "group")):
        return Refused("a group of so many, not of the best")
    return [_found(candidate, span, None, number, unit.text if unit else None)]


def _found(candidate: Candidate, span: Span, rank: int | None, out_of: int | None, unit: str | None) -> Found:
    return Found(candidate.kind, candidate.rule, span, {"rank": rank, "out_of": out_of, "unit": unit}, candidate.priority)


def _number(printed: str) -> tuple[int | None, int]:
    """The number and how many characters of ``printed`` it takes."""
    if printed.isdigit():
        return int(printed), len(printed)
    if printed.lower() in _FIRST:
        return _FIRST[printed.lower()], len(printed)
    found = spoken(printed)
    return (int(found[0]), found[1]) if found and found[0] == int(found[0]) else (None, 0)


def _phrases(before: str) -> list[str]:
    tokens = before.split()
    return [" ".join(tokens[-n:]) for n in (4, 3, 2, 1) if n <= len(tokens)]


def _thing(before: str) -> str | None:
    m = _BEFORE.search(before)
    if m is None:
        return None
    return next((p for p in _phrases(m.group(1)) if p.lower() in words("ranks", "thing")), None)
