"""The figures of ``gold/score.py``, from facts and gold rows in memory.

Three figures a kind, each precision, recall and F1: ``found`` (same kind, spans overlap), ``span`` (same start and end),
``full`` (the same span and every key field right, the headline). Where the gold has its second layer, facts with the right
span are also judged on subject, period, place, status and role.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Row = Mapping[str, Any]

KEY_FIELDS: dict[str, tuple[str, ...]] = {
    "ratio": ("numerator", "denominator"),
    "percent": ("value", "value_max", "comparator"),
    "quantity": ("value", "value_max", "comparator"),
    "money": ("value", "value_max", "unit", "comparator"),
    "rank": ("rank", "out_of"),
    "date": ("start_date", "end_date"),
    "deadline": ("due", "rrule", "duration"),
    "document": ("doc_type", "number", "symbol", "issued"),
    "agency": ("name",),
}
MEASURES = ("found", "span", "full")
SECOND = ("subject", "period", "place", "status", "role")
_NUMBERS = ("ratio", "percent", "quantity", "money", "rank")
_DEFAULTS = {"comparator": "eq"}
# Two spellings of one syllable: the tone mark may stand on either vowel (hòa / hoà, ủy / uỷ).
_TONE_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


class Figure(NamedTuple):
    """Precision, recall and F1 with the counts behind them. Nothing wanted and nothing given is perfect."""

    gold: int
    guess: int
    hit: int

    @property
    def p(self) -> float:
        """Precision."""
        return self.hit / self.guess if self.guess else float(not self.gold)

    @property
    def r(self) -> float:
        """Recall."""
        return self.hit / self.gold if self.gold else float(not self.guess)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0

    def as_dict(self) -> dict[str, float]:
        """As ``score.py --json`` prints it."""
        rounded = {"p": round(self.p, 4), "r": round(self.r, 4), "f1": round(self.f1, 4)}
        return {**rounded, "gold": self.gold, "guess": self.guess, "hit": self.hit}


class Judged(NamedTuple):
    """One gold row and the guess paired with it; one of them is None for a miss or a spurious guess."""

    doc_id: str
    kind: str
    gold: Row | None
    guess: Row | None

    @property
    def same_span(self) -> bool:
        """Whether both are there and stand at the same offsets."""
        return self.gold is not None and self.guess is not None and _span(self.gold) == _span(self.guess)

    @property
    def right(self) -> bool:
        """Whether the guess has the same span and every key field right."""
        return self.same_span and fields_right(self.gold or {}, self.guess or {}, KEY_FIELDS[self.kind])


@dataclass(slots=True)
class Score:
    """What a comparison of guesses with gold came to."""

    judged: list[Judged] = field(default_factory=list)
    second: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, list[Judged]] = field(default_factory=lambda: defaultdict(list))

    def add(self, doc_id: str, gold: Sequence[Row], guesses: Sequence[Row], second: Collection[str] = ()) -> None:
        """Compare the rows of one document; ``second`` names the fields of the second layer that its gold has."""
        for kind in KEY_FIELDS:
            judged = _pair(doc_id, kind, [g for g in gold if g["kind"] == kind], [p for p in guesses if p["kind"] == kind])
            self.judged += judged
            for pair in judged if second else ():
                self._add_second(pair, second)

    def _add_second(self, pair: Judged, names: Collection[str]) -> None:
        """What a pair says of the fields of the second layer: ``second`` takes all of it, ``wrong`` the pairs with another answer."""
        for name, answer in _second(pair).items():
            if name in names:
                self.second[name].append(answer)
                if not (answer if isinstance(answer, bool) else answer[0] == answer[1]):
                    self.wrong[name].append(pair)

    def figures(self, kind: str | None = None) -> dict[str, Figure]:
        """``found``, ``span`` and ``full`` of a kind, or of all rows."""
        rows = [j for j in self.judged if kind in (None, j.kind)]
        gold, guess = sum(j.gold is not None for j in rows), sum(j.guess is not None for j in rows)
        hits = (sum(j.gold is not None and j.guess is not None for j in rows), sum(j.same_span for j in rows), sum(j.right for j in rows))
        return {measure: Figure(gold, guess, hit) for measure, hit in zip(MEASURES, hits, strict=True)}

    def kinds(self) -> list[str]:
        """The kinds that gold or guesses have."""
        present = {j.kind for j in self.judged}
        return [kind for kind in KEY_FIELDS if kind in present]

    def macro(self) -> float:
        """Mean full F1 of the kinds that the gold has."""
        scores = [round(f.f1, 4) for kind in self.kinds() if (f := self.figures(kind)["full"]).gold]
        return sum(scores) / len(scores) if scores else 0.0

    def second_layer(self) -> dict[str, float]:
        """Shares right of subject, period and place, macro F1 of status and role; empty where the gold has no second layer."""
        return {
            name: macro_f1(rows) if name in ("status", "role") else sum(rows) / len(rows) if rows else 0.0
            for name, rows in self.second.items()
        }

    def rules(self) -> dict[str, Figure]:
        """By rule, most facts first: how many it found, and how many of them were right (``hit``); ``gold`` says nothing here."""
        return rule_figures((str(j.guess["rule"]), j.right) for j in self.judged if j.guess)


def plain(value: object) -> object:
    """A field as it is compared: numbers as numbers, lists as sets, strings without case, spacing or tone-placement variants."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return round(float(value), 6)
    if isinstance(value, (list, tuple)):
        return frozenset(plain(item) for item in value)
    text = " ".join(unicodedata.normalize("NFC", str(value)).casefold().split())
    for variant, usual in _TONE_PAIRS.items():
        text = text.replace(variant, usual)
    try:
        return round(float(text), 6)
    except ValueError:
        return text


def fields_right(gold: Row, guess: Row, names: Iterable[str]) -> bool:
    """Whether both rows say the same in all of these fields."""
    return all(_read(gold, name) == _read(guess, name) for name in names)


def aligned(
    gold: Sequence[Row], guesses: Sequence[Row], closeness: Callable[[Row, Row], float], over: float = 0.0
) -> Iterator[tuple[Row | None, Row | None]]:
    """Each gold row with its guess, then the gold rows without one, then the guesses left over. The closest go together first.

    :param closeness: 0 for two rows that do not touch.
    :param over: a pair that is no closer than this takes both rows, and counts as a miss and a spurious guess.
    """
    options = sorted(
        ((close, i, j) for i, g in enumerate(gold) for j, p in enumerate(guesses) if (close := closeness(g, p)) > 0),
        key=lambda option: (-option[0], option[1], option[2]),
    )
    closest: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for close, i, j in options:
        if i not in closest and j not in taken:
            closest[i] = (j, close)
            taken.add(j)
    pairs = {i: j for i, (j, close) in closest.items() if close > over}
    paired = frozenset(pairs.values())
    yield from ((gold[i], guesses[j]) for i, j in pairs.items())
    yield from ((row, None) for i, row in enumerate(gold) if i not in pairs)
    yield from ((None, row) for j, row in enumerate(guesses) if j not in paired)


def rule_figures(guesses: Iterable[tuple[str, bool]]) -> dict[str, Figure]:
    """From the rule of each guess and whether it was right: by rule, most guesses first, the counts as ``guess`` and ``hit``."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for rule, is_right in guesses:
        found[rule] += 1
        right[rule] += is_right
    return {rule: Figure(0, count, right[rule]) for rule, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))}


def _read(row: Row, name: str) -> object:
    value = row.get(name)
    return plain(_DEFAULTS.get(name) if value is None or value == "" or value != value else value)


def _span(row: Row) -> tuple[int, int]:
    return row["start"], row["end"]


def _overlap(a: Row, b: Row) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _closeness(a: Row, b: Row) -> int:
    """The overlap; the same span goes before any."""
    overlap = _overlap(a, b)
    return overlap + 1000 * (_span(a) == _span(b)) if overlap > 0 else 0


def _pair(doc_id: str, kind: str, gold: Sequence[Row], guesses: Sequence[Row]) -> list[Judged]:
    """Each gold row with at most one guess: the same span first, then the largest overlap; then what is left over."""
    return [Judged(doc_id, kind, g, p) for g, p in aligned(gold, guesses, _closeness)]


def _second(pair: Judged) -> dict[str, Any]:
    """The fields of the second layer of a pair with the same span: whether each is right, or both labels."""
    if not pair.same_span:
        return {}
    gold, guess = pair.gold or {}, pair.guess or {}
    if pair.kind == "agency":
        return {"role": (gold.get("role"), guess.get("role") or None)}
    if pair.kind not in _NUMBERS:
        return {}
    subject = {"subject": _syllable_f1(gold["subject"], guess.get("subject")) >= 0.5} if gold.get("subject") else {}
    return subject | {
        "period": fields_right(gold, guess, ("period_start", "period_end")),
        "place": fields_right(gold, guess, ("place",)),
        "status": (gold.get("status"), guess.get("status") or None),
    }


def _syllable_f1(a: object, b: object) -> float:
    left, right = (Counter(str(plain(text) or "").split()) for text in (a, b))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def macro_f1(pairs: Sequence[tuple[object, object]]) -> float:
    """Macro F1 over the labels of the gold; None is a label."""
    scores = []
    for label in {gold for gold, _ in pairs}:
        hit = sum(gold == guess == label for gold, guess in pairs)
        scores.append(2 * hit / (sum(gold == label for gold, _ in pairs) + sum(guess == label for _, guess in pairs)))
    return sum(scores) / len(scores) if scores else 0.0
