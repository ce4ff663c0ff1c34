"""The words around one number, as its subject is read from them."""

from __future__ import annotations

from functools import cached_property

from extractor.fact_view import FactView
from extractor.meaning import heads, left, owners, right, shares
from extractor.meaning.rows import BREAK, Row, row, row_before
from extractor.meaning.subject_words import phrases, words_of
from extractor.model import Found, Span
from extractor.units import WINDOW, Unit, read_unit

_RATE = 4  # syllables of a rate behind a unit: "ca sinh/1.000 phụ nữ"
_REACH = 300  # code points that are read left of a number
EMPTY = row("")
_THINGS = frozenset("gạo|hàng|đất|vàng|dầu|ma".split("|"))


def _measure(unit: Unit) -> str:
    """The measure without what it measures: ``tấn`` of ``tấn gạo``, but ``mét vuông``."""
    head = unit.head.split()
    return unit.text[
        : len(head[0] if len(head) > 1 and head[1] in _THINGS else unit.text.partition(" ")[0] if len(head) == 1 else unit.head)
    ]


class Surroundings:
    """What stands left and right of ``number`` in its ``sentence`` (without its list marker).

    ``bracket`` is behind the bracket that is open where the number stands, 0 where none is; ``left`` are the words before the number,
    inside that bracket; ``tail`` how they end; ``unit`` what is counted, ``measure`` where that is a unit of measure, a share or money.

    :param near: where the number before it in the sentence ends, with its unit of measure; null where there is none.
    """

    def __init__(self, view: FactView, number: Found, sentence: Span, near: int | None) -> None:
        self.number, self.view, self.sentence, self.near = number, view, sentence, near
        self._text = view.context.text
        self.start = max(sentence.start, number.span.start - _REACH)
        self.bracket = self._opened()
        self.left = row_before(view, Span(max(self.start, self.bracket), number.span.start))
        self.tail = left.tail(self.left)
        self.unit, self.measure = self._counted()
        # How many of the words on the left end with the number before.
        self.floor = self.behind(near) if near is not None else 0
        # What stands behind the number and its rate, up to the end of the sentence or its bracket.
        self.words_behind = right.words_behind(view, number, sentence)
        # Whether the number is a length of time, or an age (``62 tuổi``).
        self.is_spell = bool(self.unit) and words_of("spell", self.unit.split(None, 1)[0].lower())
        self.is_age = self._text.startswith((" tuổi", "tuổi"), number.span.end)

    def _opened(self) -> int:
        at = self._text.rfind("(", self.start, self.number.span.start)
        return at + 1 if at >= 0 and self._text.find(")", at, self.number.span.start) < 0 else 0

    def _counted(self) -> tuple[str, bool]:
        if self.number.kind in ("percent", "money"):
            return "", True
        unit = read_unit(self._text[self.number.span.end : self.number.span.end + WINDOW].lstrip(" "))
        if unit is None:
            return "", self.number.kind != "ratio"
        text = _measure(unit) if unit.measure else unit.text
        if unit.measure and text in ("điểm", "ký"):
            return self._thing(text)
        return text, unit.measure

    def _thing(self, unit: str) -> tuple[str, bool]:
        """The noun that begins like a measure (``2 điểm bắn pháo hoa``, ``3 ký tự``), or the measure."""
        behind = self._text[self.number.span.end : self.number.span.end + WINDOW].lstrip()[len(unit) :]
        word = behind.split()[0].lower() if behind[:1] == " " and behind.split() else ""
        if unit == "ký":
            return ("ký tự", False) if word.startswith("tự") else (unit, True)
        return unit, not word.isalpha() or words_of("nothing", word) or bool(phrases("stop").at([word], 0))

    def behind(self, position: int) -> int:
        """How many of the words on the left stand before ``position``."""
        end = self.number.span.start
        if position <= max(self.start, self.bracket):
            return 0
        return max(len(self.left) - len(row_before(self.view, Span(min(position, end), end))), 0)

    @cached_property
    def _phrase(self) -> tuple[Row, int]:
        return right.phrase_behind(self.words_behind, self.unit, measure=self.measure)

    @cached_property
    def words(self) -> Row:
        """The noun phrase behind the number with what is said of it."""
        found = right.counted(*self._phrase)
        if self.is_spell:  # "Sau 3 năm thực hiện, các xã …": the comma ends what took the time
            comma = found.first_mark()
            told = any(words_of("article", word) or words_of("happens", word) for word in found.low[comma:])
            return found.part(0, comma) if told else found
        return found

    @cached_property
    def free_words(self) -> Row:
        """The same where no verb governs it, so that all that is said of it belongs to it."""
        return right.counted(*self._phrase, free=True)

    @property
    def is_clause(self) -> bool:
        """Whether the thing counted is told to do something behind a mark: no verb before it governs it."""
        known, low = len(self.unit.split()), self.free_words.low
        if self.after_break:
            return any(phrases("happens").at(low, at) for at in range(max(known, 1), len(low)))
        marked = self.tail.end > 0 and self.left.marks[self.tail.end - 1] > 0
        return marked and 0 < known < len(low) and words_of("tense", low[known])

    @property
    def after_break(self) -> bool:
        """Whether a semicolon stands right before the number and its verb of change."""
        return self.tail.end > 0 and self.left.marks[self.tail.end - 1] == BREAK

    def repeats(self, unit: str) -> bool:
        """Whether nothing but the ``unit`` of the number before stands between it and a verb of being: ``từ 9 vụ xuống 4 vụ``."""
        words, between = unit.lower().split(), self.left.low[self.floor : self.tail.end]
        if len(between) == 1 and words_of("currency", between[0]):  # "235 triệu USD USD tăng"
            return self.tail.strong or self.tail.changes
        return self.tail.strong and bool(words) and between[: len(words)] == words and len(between) <= len(words) + _RATE

    @property
    def plain_words(self) -> Row:
        """The same without anything said of it."""
        said, low = phrases("happens", "predicate", "late_stop"), self.words.low
        return self.words.part(0, next((at for at in range(1, len(low)) if said.at(low, at)), None))

    @cached_property
    def share(self) -> Row:
        """What a percentage is a share of, or is compared with; empty for other numbers."""
        return shares.share_of(self.words_behind) if self.number.kind == "percent" else EMPTY

    @cached_property
    def case(self) -> Row:
        """What a measure holds for: ``70% đối với giáo viên``."""
        return shares.case_of(self.words_behind, self.unit) if self.measure else EMPTY

    @property
    def end(self) -> int:
        """Where the number ends with its unit of measure."""
        end = self.number.span.end
        if self.unit and self.measure:
            return end + len(self.unit) + (self._text[end : end + 1] == " ")
        return right.rate_end(self._text, end)

    @property
    def is_one_of(self) -> bool:
        """``một trong 14 địa phương``."""
        return self.left.low[-2:] == ["một", "trong"] or self.left.low[-3:-1] == ["một", "trong"]

    @property
    def stands_alone(self) -> bool:
        """Whether nothing but a comma or a joint stands between the number and the one before it."""
        if self.near is None:
            return False
        end = self.tail.end
        return end <= self.floor or self.left.marks[end - 1] > 0 or self._joint(end)

    def _joint(self, end: int) -> bool:
        if not phrases("joint").before(self.left.low, end) and not phrases("part").before(self.left.low, end):
            return False
        return not heads.within("unopened", self.left, end - 1, end)

    @property
    def is_part(self) -> bool:
        """Whether words before the number make it a part of the whole before it: ``trong đó có``."""
        ends = {self.tail.end, len(self.left)}
        return any(phrases("part").before(self.left.low, end) and not heads.within("unopened", self.left, end - 1, end) for end in ends)

    @property
    def comes_with(self) -> bool:
        """Whether ``với`` joins the number to a clause: ``khởi công ba dự án với 12 gói thầu``."""
        end = self.tail.end
        return owners.opened_by_with(self.left, end) and not heads.within("unopened", self.left, end - 1, end)
