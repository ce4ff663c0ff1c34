"""Reads the subject of one number from what stands around it and from what was read of the number before."""

from __future__ import annotations

from typing import NamedTuple

from extractor.fact_view import FactView
from extractor.meaning import heads, naming, telling
from extractor.meaning.rows import Row
from extractor.meaning.surroundings import EMPTY, Surroundings
from extractor.model import Found, Span

_CASE = 2  # times as long as the indicator may be what it holds for
_LABEL = 6  # syllables of a label before a colon that belong to what is counted behind it
_FEW = 2  # syllables of a measure in brackets that is of what stands before them: "Cầu Suối Đá (dài 48 m)"
_SHARED = 8  # syllables of an indicator whose percentage is read with what it is a share of
_LEFT_OVER = 3  # syllables between two numbers that are no clause, but what the first counts
_SHORT = 4  # syllables of an indicator, or of a remark, that says nothing without the thing that it is about


class Read(NamedTuple):
    """What was read of a number, for those that follow it.

    ``end`` is that of its ``unit``, where that is a measure; ``bare`` the subject without what a share is a share of; ``verb`` what was
    done, where something is counted; ``measured`` where a phrase on its left names it.
    """

    number: Found
    end: int
    unit: str
    subject: str
    bare: str
    verb: str = ""
    measured: bool = False


class Reader:
    """Reads one number; ``last`` is what was read of the one before."""

    def __init__(self, view: FactView, number: Found, sentence: Span, last: Read | None) -> None:
        self._last = last
        self._near = last if last is not None and last.number.span.start >= sentence.start else None
        self._around = Surroundings(view, number, sentence, self._near.end if self._near is not None else None)

    def read(self) -> Read:
        """The subject and its parts."""
        around = self._around
        if around.is_one_of or around.number.rule == "rank.one_of":
            return self._said(around.free_words.text())
        if around.number.kind == "rank":
            return self._ranked()
        if around.is_age and len(person := naming.whose_age(around)):
            return self._said(person.text())
        if len(spell := telling.spell(around)):
            return self._said(spell.text())
        if not around.tail.end:
            return self._in_brackets() if around.bracket else self._first()
        if (label := naming.label(around)) is not None:
            return self._labelled(label)
        if around.comes_with:
            return self._accompanying()
        if self._near is not None and around.tail.end <= around.floor:
            return self._shared()
        if self._near is not None and around.repeats(self._near.unit):
            return self._said(self._near.bare, verb=self._near.verb, measured=self._near.measured)
        named = naming.named(around, around.floor if self._near is None or self._near.measured or not around.tail.strong else 0)
        if around.tail.strong and len(named):
            return self._is_so_much(named)
        if around.stands_alone:
            return self._shared()
        if len(around.words):
            return self._counted()
        return self._said(self._indicator(named), measured=True) if len(named) else self._shared()

    def _is_so_much(self, named: Row) -> Read:
        """A number behind a verb of being, of what stands before that."""
        around = self._around
        if around.number.kind == "percent" and len(around.words):
            if telling.is_aim(around):
                return self._said(around.words.text())
            if len(named) <= _SHARED and not len(around.share):
                return self._said(self._indicator(named), around.words, measured=True)
        counted = EMPTY if around.measure or heads.is_headed(named) else around.words
        return self._said(self._indicator(named), counted, measured=not len(counted))

    def _indicator(self, named: Row) -> str:
        """A noun phrase on the left, with what it is of."""
        owner = EMPTY
        if self._around.bracket and len(named) <= _FEW:
            owner = naming.before_bracket(self._around, None)
        elif len(named) <= _SHORT:
            owner = naming.owner(self._around, named, self._near.bare if self._near is not None else "")
        return _together(owner, named)

    def _counted(self) -> Read:
        """Something counted, with the verb on the left."""
        around = self._around
        verb = naming.verb(around)
        if "gồm" in around.left.low[around.tail.end :] and len(around.words) > 1:
            return self._said(around.words.text())
        if naming.is_ordered(around):
            return self._said(around.plain_words.text())
        if verb.low[:1] == ["việc"]:  # what is said behind the thing counted is said of the work
            verb, words = verb.part(1), around.plain_words
        else:
            words = around.words if len(verb) or around.is_spell else around.free_words
        return self._said(_together(verb, words), verb=verb.text())

    def _accompanying(self) -> Read:
        """A number that ``với`` joins to a clause."""
        around, near = self._around, self._near
        end = around.tail.end - 1
        if near is not None and end - around.floor <= _LEFT_OVER:
            return self._said(around.words.text()) if len(around.words) else self._shared()
        return self._said(_together(naming.before_with(around, end, near.bare if near is not None else ""), around.words))

    def _shared(self) -> Read:
        """A number with the subject of the one before it, or with its verb."""
        around, last = self._around, self._near
        words, tail = around.words, around.tail
        if last is None:
            return self._said(words.text()) if len(words) else self._told_before()
        if not len(words) and len(told := telling.told_to_be(around)):
            return self._said(told.text())
        if tail.changes and not tail.strong and len(words) and (around.after_break or last.verb or not len(around.share)):
            return self._counted()
        if not len(words) or (around.measure and (tail.strong or tail.changes)):
            return self._said(last.bare, verb=last.verb, measured=last.measured)
        if around.measure and not last.verb:
            of_the_same = (last.measured or len(words) < _SHORT) and not around.after_break
            return self._said(_joined(last.bare if of_the_same else "", words.text()))
        if around.is_part or not last.verb or around.is_clause:
            return self._said(around.free_words.text())
        return self._said(_joined(last.verb, words.text()), verb=last.verb)

    def _told_before(self) -> Read:
        """A number of what the words before its clause tell of, or the sentence before."""
        if len(told := telling.told_first(self._around)):
            return self._said(told.text(), measured=True)
        if self._last is not None and self._last.measured:
            return self._said(self._last.bare, measured=True)
        return self._said(telling.told_before(self._around).text(), measured=True)

    def _first(self) -> Read:
        """A number with which a sentence begins."""
        if not len(self._around.words) and len(told := telling.told_to_be(self._around)):
            return self._said(told.text())
        if len(self._around.words) or self._last is None:
            return self._counted() if self._around.tail.changes else self._said(self._around.free_words.text())
        return self._said(self._last.bare, verb=self._last.verb, measured=self._last.measured)

    def _ranked(self) -> Read:
        """A place in an order: what it is an order of, and what is ranked."""
        among, named = telling.ranked(self._around)
        if not len(among) and not len(named) and self._near is not None:
            return self._said(self._near.bare)
        return self._said(_together(among, named))

    def _in_brackets(self) -> Read:
        """A number that opens a bracket: it counts something, or says again what stands before the bracket."""
        around = self._around
        if len(around.words) and not around.measure:
            return self._said(around.free_words.text())
        before = naming.before_bracket(around, self._near.number if self._near is not None else None)
        return self._said(before.text(), measured=True) if len(before) else self._shared()

    def _labelled(self, label: Row) -> Read:
        """A number behind a colon."""
        words = self._around.words
        if not len(words):
            return self._said(label.text(), measured=True)
        return self._said(_together(label if len(label) <= _LABEL else EMPTY, words))

    def _said(self, bare: str, of: Row = EMPTY, *, verb: str = "", measured: bool = False) -> Read:
        """``bare`` with ``of``, or with what the number is a share of where it is one."""
        around = self._around
        share = of
        if measured and not len(of):
            share = around.share if len(around.share) else around.case
            share = share if len(around.share) or len(share) <= _CASE * len(bare.split()) else EMPTY
        return Read(around.number, around.end, around.unit, _joined(bare, share.text()), bare, verb, measured)


def _together(*rows: Row) -> str:
    """The words of several rows."""
    return _joined(*(part.text() for part in rows))


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
