"""The subject of a number: the words that a table would put at the head of its row, quoted from the text.

What is measured stands left of the number, before a verb of being (``tỷ lệ hộ nghèo còn 2%``); what is counted stands right of it,
behind a verb on its left (``ban hành 10 kế hoạch``). A number that has neither has the subject of the number before it.
"""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.meaning import shares
from extractor.meaning.cells import Cells
from extractor.meaning.openings import words_begin
from extractor.meaning.reading import Read, Reader
from extractor.meaning.rows import row_before
from extractor.model import Found, Span

_NEAR = 400  # code points between a number and the one before it whose subject it may share
_VALUE, _HEADING = 24, 10  # code points of a line that is a value, syllables of the line that names it
_WORD = regex.compile(r"\p{L}{3,}")
_LINE = 2  # code points back from the beginning of a line to the end of the one before


class Subjects:
    """Reads the subjects of the numbers of one document, which are asked for in their order."""

    def __init__(self, view: FactView) -> None:
        self._view = view
        self._text = view.context.text
        self._outline = view.context.outline
        self._cells = Cells(view)
        self._last: Read | None = None

    def of(self, number: Found, sentence: Span) -> str | None:
        """The subject of ``number`` in its ``sentence``; null where the text does not say."""
        if (head := self._cells.subject(number)) is not None:
            self._last = None
            return head
        if (head := self._line_above(number)) is not None:
            self._last = None
            return head
        sentence = Span(min(words_begin(self._text, self._opening(sentence.start, number)), number.span.start), sentence.end)
        last = self._last
        if last is not None and not 0 <= number.span.start - last.number.span.end <= _NEAR:
            last = None
        self._last = Reader(self._view, number, sentence, last).read()
        return self._last.subject or shares.anything_behind(self._view, number, sentence).text() or None

    def _line_above(self, number: Found) -> str | None:
        """The line above one that holds nothing but a value: a table whose cells are lines; null where the line holds words."""
        line = self._outline.paragraph(number.span.start)
        if line.start < _LINE or line.end - line.start > _VALUE or len(_WORD.findall(self._text, *line)) > 1:
            return None
        above = self._outline.paragraph(line.start - _LINE)
        words = row_before(self._view, above)
        if not 0 < len(words) <= _HEADING or not words.low[0].isalpha() or self._text[above.end - 1] in ".;:!?,":
            return None
        return words.text()

    def _opening(self, start: int, number: Found) -> int:
        """Where the sentence begins; a number that opens a line belongs to the line that ends in a colon before it."""
        if start < number.span.start or start < _LINE or self._text[start - 2] != ":":
            return start
        return self._outline.sentence(start - _LINE).start
