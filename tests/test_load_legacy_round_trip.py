"""The shipped texts, written in each legacy encoding and read back: their letters and their facts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from legacy_encoders import LETTERS, encode

from extractor import extract
from extractor.load.decode import decode_text
from extractor.load.legacy.tables import ENCODINGS

TEXTS = sorted((Path(__file__).parent.parent / "corpora" / "texts").glob("*.txt"))


@cache
def read_back(encoding: str) -> list[tuple[str, str, str | None]]:
    """Of each text what the encoding can hold of it, what was read back, and the encoding that was found."""
    pairs = []
    for path in TEXTS:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        held = "".join(c if c in LETTERS or c.isascii() else stand_in(c, encoding) for c in text)
        pairs.append((held, *decode_text(encode(text, encoding))[:2]))
    return pairs


def stand_in(char: str, encoding: str) -> str:
    return encode(char, encoding).decode("cp1252")


def values(text: str) -> Counter[tuple[object, ...]]:
    """What the facts of a text say, without their offsets."""
    keep = "kind value value_max unit numerator denominator start_date end_date due doc_type number symbol name".split()
    return Counter(tuple(getattr(fact, field) for field in keep) for fact in extract(text, date=date(2025, 6, 1)).facts)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_letters(encoding: str) -> None:
    total = right = 0
    for text, read, found in read_back(encoding):
        assert found == encoding
        assert len(read) == len(text)
        total += sum(c in LETTERS for c in text)
        right += sum(c in LETTERS and c == r for c, r in zip(text, read, strict=True))
    assert total > 20_000
    assert right >= (0.9995 if encoding == "TCVN3" else 1) * total


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_facts(encoding: str) -> None:
    """Only texts that did not come back letter by letter can have other facts."""
    total = different = 0
    for text, read, _ in read_back(encoding):
        before = values(text) if text != read else Counter()
        after = values(read) if text != read else Counter()
        total += before.total()
        different += max((before - after).total(), (after - before).total())
    assert different <= 0.01 * total
