"""The subject of a number: the words that a table would put at the head of its row, quoted from the text.

What is measured stands left of the number, before a verb of being (``tỷ lệ hộ nghèo còn 2%``); what is counted stands right of it,
behind a verb on its left (``ban hành 10 kế hoạch``). A number that has neither has the subject of the number before it.
"""

from __future__ import annotations

from typing import NamedTuple

from extractor.fact_view import FactView
from extractor.meaning import left, right
from extractor.meaning.cells import Cells
from extractor.meaning.rows import Row
from extractor.meaning.surroundings import EMPTY, Surroundings
from extractor.model import Found, Span
from extractor.outline import marker_end

_NEAR = 400  # code points between a number and the one before it whose subject it may share
_LABEL = 6  # syllables of a label before a colon that belong to what is counted behind it
_FEW = 2  # syllables of a measure in brackets that is of what stands before them: "Cầu Suối Đá (dài 48 m)"
_SHORT = 4  # syllables of an indicator, or of a remark, that says nothing without the thing that it is about


class _Read(NamedTuple):
    """What was read of a number, for those that follow it.

    ``end`` is that of its unit; ``bare`` the subject without what a share is a share of; ``verb`` what was done, where something is
    counted; ``measured`` where a phrase on its left names it.
    """

    number: Found
    end: int
    subject: str
    bare: str
    verb: str = ""
    measured: bool = False


class Subjects:
    """Reads the subjects of the numbers of one document, which are asked for in their order."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._text = view.context.text
        self._outline = view.context.outline
        self._cells = Cells(view)
        self._last: _Read | None = None

    def of(self, number: Found) -> str | None:
        """The subject of ``number``; null where the text does not say."""
        if (head := self._cells.subject(number)) is not None:
            self._last = None
            return head
        start, end = self._outline.sentence(number.span.start)
        sentence = Span(min(marker_end(self._text, start), number.span.start), end)
        last = self._last
        if last is not None and not 0 <= number.span.start - last.number.span.end <= _NEAR:
            last = None
        self._last = _Reader(self._view, number, sentence, last).read()
        return self._last.subject or right.anything_behind(self._view, number, sentence).text() or None


class _Reader:
    """Reads one number; ``last`` is what was read of the one before."""

    def __init__(self, view: FactView, number: Found, sentence: Span, last: _Read | None) -> None:
        self._last = last
        self._near = last if last is not None and last.number.span.start >= sentence.start else None
        self._around = Surroundings(view, number, sentence, self._near.end if self._near is not None else None)

    def read(self) -> _Read:
        """The subject and its parts."""
        around = self._around
        if around.is_one_of or around.number.rule == "rank.one_of":
            return self._said(around.words.text())
        if around.number.kind == "rank":
            return self._ranked()
        if not around.tail.end:
            return self._in_brackets() if around.bracket else self._first()
        if (label := around.label()) is not None:
            return self._labelled(label)
        if self._near is not None and around.tail.end <= around.floor:
            return self._shared()
        named = around.named(around.floor if self._near is None or self._near.measured or not around.tail.strong else 0)
        if around.tail.strong and len(named):
            counted = EMPTY if around.measure or left.is_headed(named) else around.words
            return self._said(self._indicator(named), counted, measured=not len(counted))
        if around.stands_alone:
            return self._shared()
        if len(around.words):
            return self._counted()
        return self._said(self._indicator(named), measured=True) if len(named) else self._shared()

    def _indicator(self, named: Row) -> str:
        """A noun phrase on the left, with what it is of."""
        owner = EMPTY
        if self._around.bracket and len(named) <= _FEW:
            owner = self._around.before_bracket(None)
        elif len(named) <= _SHORT:
            owner = self._around.owner(named, self._near.bare if self._near is not None else "")
        return _together(owner, named)

    def _counted(self) -> _Read:
        """Something counted, with the verb on the left."""
        verb = self._around.verb()
        return self._said(_together(verb, self._around.words), verb=verb.text())

    def _shared(self) -> _Read:
        """A number with the subject of the one before it, or with its verb."""
        around, last = self._around, self._near
        words, tail = around.words, around.tail
        if last is None:
            return self._said(words.text())
        if tail.changes and not tail.strong and len(words) and not len(around.share):
            return self._counted()
        if not len(words) or (around.measure and (tail.strong or tail.changes)):
            return self._said(last.bare, verb=last.verb, measured=last.measured)
        if around.measure and not last.verb:
            return self._said(_joined(last.bare if last.measured or len(words) < _SHORT else "", words.text()))
        verb = "" if around.is_part else last.verb
        return self._said(_joined(verb, words.text()), verb=verb)

    def _first(self) -> _Read:
        """A number with which a sentence begins."""
        if len(self._around.words) or self._last is None:
            return self._counted() if self._around.tail.changes else self._said(self._around.words.text())
        return self._said(self._last.bare, verb=self._last.verb, measured=self._last.measured)

    def _ranked(self) -> _Read:
        """A place in an order: what it is an order of, and what is ranked."""
        among, named = self._around.ranked()
        if not len(among) and not len(named) and self._near is not None:
            return self._said(self._near.bare)
        return self._said(_together(among, named))

    def _in_brackets(self) -> _Read:
        """A number that opens a bracket: it counts something, or says again what stands before the bracket."""
        around = self._around
        if len(around.words) and not around.measure:
            return self._said(around.words.text())
        before = around.before_bracket(self._near.number if self._near is not None else None)
        return self._said(before.text(), measured=True) if len(before) else self._shared()

    def _labelled(self, label: Row) -> _Read:
        """A number behind a colon."""
        words = self._around.words
        if not len(words):
            return self._said(label.text(), measured=True)
        return self._said(_together(label if len(label) <= _LABEL else EMPTY, words))

    def _said(self, bare: str, of: Row = EMPTY, *, verb: str = "", measured: bool = False) -> _Read:
        """``bare`` with ``of``, or with what the number is a share of where it is one."""
        around = self._around
        share = around.share if measured and not len(of) else of
        return _Read(around.number, around.end, _joined(bare, share.text()), bare, verb, measured)


def _together(*rows: Row) -> str:
    """The words of several rows."""
    return _joined(*(part.text() for part in rows))


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
