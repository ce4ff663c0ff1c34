"""What stands around a number and may tell its status."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractor.context import Context
from extractor.meaning.status_cues import Cue, ahead, cues_in
from extractor.model import Found, Span

_BEFORE, _AFTER = 160, 80  # code points that are looked at on either side of a number, within its sentence
_STRONG = ("target", "result", "norm", "term")


class Clue(NamedTuple):
    """A number in its sentence: the words on either side, those before it without its comparator, and the cues before it.

    ``unit`` is what is counted or measured, empty for ranks and bare ratios;
    ``introduced`` is the class of the last strong cue of the line that introduces the number's list; null outside of lists.
    """

    number: Found
    sentence: Span
    before: str
    after: str
    cues: Sequence[Cue]
    in_task: bool
    introduced: str | None
    unit: str

    @property
    def part(self) -> int:
        """Where the number's part of the sentence begins, behind the last comma or semicolon."""
        words = self.before
        return self.number.span.start - len(words) + max(words.rfind(mark) for mark in (", ", "; ", "(")) + 1

    def last(self, *kinds: str) -> int:
        """Where the last cue of these kinds begins; -1 where there is none."""
        for cue in reversed(self.cues):
            if cue.kind in kinds:
                return cue.start
        return -1


class Clues:
    """Reads the clues of one document's numbers, in the order of the text; each sentence is searched for cues once."""

    def __init__(self, context: Context, tasks: Sequence[Span]) -> None:
        self._context, self._tasks = context, tasks
        self._task_starts = [task.start for task in tasks]
        self._sentence = Span(0, 0)
        self._cues: list[Cue] = []
        self._starts: list[int] = []
        self._introduced: str | None = None
        self._strong: dict[int, str | None] = {}

    def of(self, number: Found) -> Clue:
        """The clue of a number."""
        start, end = number.span
        if not self._sentence.start <= start < self._sentence.end:
            self._sentence = self._context.outline.sentence(start)
            self._cues = cues_in(self._context.lower, *self._sentence)
            self._starts = [cue.start for cue in self._cues]
            self._introduced = self._introduction(start)
        sentence, lower = self._sentence, self._context.lower
        before = _without_comparators(lower[max(sentence.start, start - _BEFORE) : start])
        cues = self._cues[max(0, (i := bisect_left(self._starts, start)) - 12) : i]
        after, unit = lower[end : min(sentence.end, end + _AFTER)], str(number.fields.get("unit") or "")
        return Clue(number, sentence, before, after, cues, self._in_task(start), self._introduced, unit)

    def _introduction(self, position: int) -> str | None:
        outline = self._context.outline
        for line in outline.introductions(outline.paragraph(position)):
            if line.start not in self._strong:
                cues = cues_in(self._context.lower, *line)
                self._strong[line.start] = next((cue.kind for cue in reversed(cues) if cue.kind in _STRONG), None)
            if strong := self._strong[line.start]:
                return strong
        return None

    def _in_task(self, position: int) -> bool:
        i = bisect_right(self._task_starts, position) - 1
        return i >= 0 and position < self._tasks[i].end


def _without_comparators(words: str) -> str:
    if words and not words[-1].isspace() and words[-1] != "(":
        words += " "  # "sau hơn40 năm"
    while m := ahead("comparator").match(words):
        words = words[: m.start()]
    return words
