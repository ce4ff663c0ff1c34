"""The words around one number, as its subject is read from them."""

from __future__ import annotations

from functools import cached_property

from extractor.fact_view import FactView
from extractor.meaning import left, right
from extractor.meaning.rows import COLON, Row, row, row_before
from extractor.meaning.subject_words import phrases
from extractor.model import Found, Span
from extractor.units import WINDOW, Unit, read_unit

_REACH = 300  # code points that are read left of a number
_OWNER = 6  # syllables that are taken over from the number before
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
        self.number, self._view, self._sentence, self._near = number, view, sentence, near
        self._text = view.context.text
        self._start = max(sentence.start, number.span.start - _REACH)
        self.bracket = self._opened()
        self.left = row_before(view, Span(max(self._start, self.bracket), number.span.start))
        self.tail = left.tail(self.left)
        self.unit, self.measure = self._counted()

    def _opened(self) -> int:
        at = self._text.rfind("(", self._start, self.number.span.start)
        return at + 1 if at >= 0 and self._text.find(")", at, self.number.span.start) < 0 else 0

    def _counted(self) -> tuple[str, bool]:
        if self.number.kind in ("percent", "money"):
            return "", True
        unit = read_unit(self._text[self.number.span.end : self.number.span.end + WINDOW].lstrip(" "))
        if unit is None:
            return "", self.number.kind != "ratio"
        return (_measure(unit) if unit.measure else unit.text), unit.measure

    @cached_property
    def floor(self) -> int:
        """How many of the words on the left end with the number before."""
        return self._behind(self._near) if self._near is not None else 0

    def _behind(self, position: int) -> int:
        end = self.number.span.start
        if position <= max(self._start, self.bracket):
            return 0
        return max(len(self.left) - len(row_before(self._view, Span(min(position, end), end))), 0)

    @cached_property
    def words(self) -> Row:
        """The noun phrase behind the number with what is said of it."""
        return right.right_of(self._view, self.number, self._sentence, self.unit, measure=self.measure)

    @cached_property
    def share(self) -> Row:
        """What a percentage is a share of, or is compared with; empty for other numbers."""
        return right.share_of(self._view, self.number, self._sentence) if self.number.kind == "percent" else EMPTY

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
        if self._near is None:
            return False
        end = self.tail.end
        return end <= self.floor or self.left.marks[end - 1] > 0 or self._joint(end)

    def _joint(self, end: int) -> bool:
        return phrases("joint").before(self.left.low, end) > 0 or phrases("part").before(self.left.low, end) > 0

    @property
    def is_part(self) -> bool:
        """Whether words before the number make it a part of the whole before it: ``trong đó có``."""
        part, end = phrases("part"), self.tail.end
        return end < len(self.left) and (part.before(self.left.low, end) > 0 or part.before(self.left.low, len(self.left)) > 0)

    def named(self, floor: int) -> Row:
        """The noun phrase on the left; it does not begin before ``floor``."""
        found = left.measured(self.left, self.tail.end, min(floor, self.tail.end), strong=self.tail.strong)
        return left.whose_age(found) if self.unit.startswith("tuổi") else found

    def verb(self) -> Row:
        """The verb phrase on the left, or who has what is counted where nothing else is said of that."""
        if "có" not in self.left.low[self.tail.verb if self.tail.changes else self.tail.end :]:
            return self._verb()
        if not self.measure and len(self.words) > len(self.unit.split()):
            return EMPTY
        return left.measured(self.left, self.tail.end, self.floor, strong=False)

    def _verb(self) -> Row:
        body = self._view.last_before("agency", self.number.span.start, 80)
        behind = self._behind(body.span.end) if body is not None and body.span.start >= self._start else 0
        found = left.verb(self.left, self.tail.verb if self.tail.changes else self.tail.end, self.floor, behind)
        if left.is_preposition(found):  # it only says where: no longer than what is counted
            found = left.trimmed(found.part(max(0, len(found) - max(len(self.words), 2))), keep=0)
        return found

    def owner(self, named: Row, near: str) -> Row:
        """What a short phrase is of: the subject of the number before (``near``), or, behind ``với``, the clause before."""
        start = self.tail.end - len(named)
        if near and self.floor and self.tail.strong and not left.is_headed(named):
            return row(near).part(0, _OWNER)
        if not left.opened_by_with(self.left, start):
            return EMPTY
        if near and self.floor:
            return row(near)
        return left.measured(self.left, start - 1, 0, strong=False) if start > 1 else EMPTY

    def before_bracket(self, near: Found | None) -> Row:
        """What a number in brackets says again: the words before the bracket, unless they are about the number before it, ``near``."""
        start = max(self._start, self._near or 0)
        if self.bracket - 1 <= start:
            return EMPTY
        words = row_before(self._view, Span(start, self.bracket - 1))
        if near is not None and (near.kind != "percent" or self.number.kind == "ratio" or len(words) <= 2):
            return EMPTY
        found = left.measured(words, len(words), 0, strong=True) if len(words) else EMPTY
        return left.whose_age(found) if self.unit.startswith("tuổi") else found

    def ranked(self) -> tuple[Row, Row]:
        """What a rank is a rank in, and what is ranked."""
        return right.ranked_in(self._view, self.number, self._sentence), left.ranked(self.left)

    def label(self) -> Row | None:
        """The words before a colon right before the number; null where there is none."""
        end = self.tail.end
        if self.left.marks[end - 1] != COLON or end <= self.floor:
            return None
        bare = Row(self.left.printed, self.left.low, [*self.left.marks[: end - 1], 0])
        return left.measured(bare, end, self.floor, strong=True)
