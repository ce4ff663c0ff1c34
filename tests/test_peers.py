"""The number cases of two other projects (duckling, NeMo text processing), as far as our guideline covers them.

Covered, and how:

* ``Numeral``, ``cardinal``, ``decimal``: the value, by ``extractor.numbers``. Not covered: the suffixes ``M``, ``G`` and ``t`` and a
  decimal that begins with its mark (``,77``), which Vietnamese press and office texts do not write; cases whose expected text leaves
  words standing (``lăm``, ``năm năm``, ``mười hai chấm mốt``: they test a style, not a value, or are no number); names
  (``iPhone mười lăm``): no facts for us.
* ``fraction``: both parts, by ``parse_fraction``. Not covered: mixed numbers (``23 1/5``), of which the guideline knows nothing.
* ``measure``, ``money``, ``range`` with a unit or a currency: the facts of the whole extractor in a short sentence. Not covered: a
  spoken zero (``không mét`` means "no metres"), a bare range without a unit (``10k-20k``) and clock times: no facts for us.
* ``Ordinal``, ``ordinal``: ranks after ``đứng``; the sentences about weekdays must give none. Not covered: ``đầu tiên``,
  ``con giáp thứ 13`` (a name).
* ``date``: those written with digits and a year, and spoken ones with day or month and year, by the whole extractor. Not covered:
  dates without a year (our reading depends on the document's day) and years alone below 1000.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.examples import REFERENCE
from extractor.model import Document, Fact
from extractor.numbers import parse_fraction, parse_number, plain, read_words
from extractor.pipeline import Extractor

CASES = Path(__file__).parents[2] / "shared" / "peers" / "number_cases.json"
EXTRACTOR = Extractor()
POWERS = {"nghìn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
CURRENCIES = {
    "đô": "USD", "$": "USD", "€": "EUR", "₩": "KRW", "RM": "MYR", "₫": "VND", "đ": "VND", "đồng": "VND", "vnd": "VND", "usd": "USD",
    "¥": "JPY", "£": "GBP", "₹": "INR",
}  # fmt: skip
Case = dict[str, Any]
Verdict = tuple[str, bool]


def _cases() -> list[Case]:
    if not CASES.exists():
        pytest.skip("../shared/peers/number_cases.json is not here")
    cases: list[Case] = json.loads(CASES.read_text("utf-8"))
    return cases


def _written(expected: str) -> int | float | None:
    """The value of ``4.6 triệu`` or ``21011`` as NeMo and duckling write it; null where words are left."""
    m = re.fullmatch(r"(?:\(NumeralValue \(?)?(-?\d+(?:\.\d+)?)\)*((?: (?:nghìn|vạn|triệu|tỷ|tỉ))*)", expected)
    if m is None:
        return None
    value = Decimal(m[1])
    for word in m[2].split():
        value *= Decimal(10) ** POWERS[word]
    return plain(value)


def _facts(text: str) -> list[Fact]:
    return EXTRACTOR.analyse(Document(f"Kết quả là {text}.", date=REFERENCE)).facts


def _numbers(case: Case) -> Iterator[bool]:
    text, expected = case["text"], case["expected"]
    if case["suite"] == "nemo-tn":
        if not re.search(r"\dt\d?$", text):
            yield parse_number(text) is not None and parse_number(text) == parse_number(expected)
    elif (value := _written(expected)) is not None and not re.search(r"[MG]$|^-?,", text):
        yield parse_number(text) == value
    elif m := re.fullmatch(r"(\d+)((?: triệu)?) năm", expected):
        found = read_words(text.split())
        yield found is not None and (found[0], text.split()[found[1] :]) == (Decimal(m[1]) * (10**6 if m[2] else 1), ["năm"])


def _fractions(case: Case) -> Iterator[bool]:
    digits, words = (case["text"], case["expected"])[:: 1 if case["suite"] == "nemo-tn" else -1]
    if m := re.fullmatch(r"(-?\d+)/(\d+)", digits):
        yield parse_fraction(words) == parse_fraction(digits) == (Decimal(m[1]), Decimal(m[2]))


def _first_number(words: str) -> int | float | None:
    tokens = words.lower().split()
    spoken = (read_words(tokens[i:]) for i in range(len(tokens)))
    return next((plain(found[0]) for found in spoken if found), None)


def _measures(case: Case) -> Iterator[bool]:
    text, expected = case["text"], case["expected"]
    if text.startswith("không ") and not text.startswith("không phẩy"):
        return
    facts = _facts(text)
    if m := re.search(r"(\d+)/(\d+)\w", text):
        yield any(f.kind == "ratio" and (f.numerator, f.denominator) == (int(m[1]), int(m[2])) for f in facts)
        return
    value = float(re.findall(r"\d+(?:\.\d+)?", expected)[0]) if case["suite"] == "nemo-itn" else _first_number(expected)
    yield any(f.kind == ("percent" if "phần trăm" in text + expected else "quantity") and f.value == value for f in facts)


def _sums(case: Case) -> Iterator[bool]:
    text = case["text"]
    written = text if case["suite"] == "nemo-tn" else case["expected"]
    code = next(c for sign, c in CURRENCIES.items() if sign in written.lower() or sign in written)
    ends = re.split(r"(?<=[đ$])-", written.partition("/")[0])
    spoken = case["suite"] == "nemo-itn"
    values = [float(re.findall(r"[\d.]+", w)[0]) if spoken else parse_number(re.sub(r"(?i)[^\d.,ktr]|VND", "", w)) for w in ends]
    if values != [0.0]:
        expected = (values[0], values[1] if len(values) > 1 else None, code)
        yield any(f.kind == "money" and (f.value, f.value_max, f.unit) == expected for f in _facts(text))


def _ranges(case: Case) -> Iterator[bool]:
    text = case["text"]
    if "$" in text or "đ" in text:
        yield from _sums(case)
    elif m := re.fullmatch(r"(\d+)(kg|cm|Mhz)-(\d+)\2", text):
        yield any(f.kind == "quantity" and (f.value, f.value_max) == (int(m[1]), int(m[3])) for f in _facts(text))


def _ordinals(case: Case) -> Iterator[bool]:
    text = case["text"]
    if re.search(r"hôm nay|giữa tuần|nên làm gì", text):
        yield not any(f.kind == "rank" for f in EXTRACTOR.analyse(Document(text, date=REFERENCE)).facts)
    elif m := re.fullmatch(r"(?:đứng )?(thứ .*)", text):
        number = re.search(r"\d+", text + case["expected"])
        rank = int(number[0]) if number else 1
        facts = EXTRACTOR.analyse(Document(f"Tỉnh đứng {m[1]} cả nước.", date=REFERENCE)).facts
        yield any(f.kind == "rank" and f.rank == rank for f in facts)


def _dates(case: Case) -> Iterator[bool]:
    digits = case["text"] if case["suite"] == "nemo-tn" else case["expected"]
    day = re.search(r"(\d{1,2})(?:[/.-]| tháng )(\d{1,2}|mười hai)(?:[/.-]| năm )(\d{4})", digits)
    month = re.fullmatch(r"tháng (\d{1,2})(?: năm |/| )(\d{4})", digits)
    if day:
        wanted = date(int(day[3]), 12 if day[2] == "mười hai" else int(day[2]), int(day[1]))
        yield any(f.kind == "date" and f.start_date == f.end_date == wanted for f in _facts(case["text"]))
    elif month:
        first = date(int(month[2]), int(month[1]), 1)
        yield any(f.kind == "date" and f.start_date == first and f.granularity == "month" for f in _facts(case["text"]))


JUDGES = {
    "Numeral": _numbers, "cardinal": _numbers, "decimal": _numbers, "fraction": _fractions, "measure": _measures,
    "money": _sums, "range": _ranges, "Ordinal": _ordinals, "ordinal": _ordinals, "date": _dates,
}  # fmt: skip


def test_peer_cases() -> None:
    verdicts: list[Verdict] = [(f"{c['dim']}: {c['text']} -> {c['expected']}", ok) for c in _cases() for ok in JUDGES[c["dim"]](c)]
    wrong = [name for name, ok in verdicts if not ok]
    assert len(verdicts) >= 550
    assert len(wrong) <= 0.03 * len(verdicts), "\n".join(wrong)
