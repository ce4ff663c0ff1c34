"""The tokenizer ``vi.underthesea``: Vietnamese words as underthesea segments them, in a document that keeps every character.

A word of several syllables is one token with its blanks inside (``hoàn thành``), as in spaCy's own tokenizer for Vietnamese, so that
token patterns and vectors see words. ``doc.text == text`` for every text without lone surrogates, which spaCy cannot hold: underthesea's
words lose blanks and are composed (NFC), so that only their lengths are used, counted in characters other than blanks, and each token is
a slice of the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

# A line at a time, since a word never goes on over the end of one, though underthesea would let it.
_LINE = re.compile(r"[^\r\n]+")
_BLANK = r"\s\x1c-\x1f"  # what str.isspace takes for blank
_LETTER = regex.compile(rf"[{_BLANK}]|[^{_BLANK}\p{{M}}]?\p{{M}}{{0,30}}")  # with its marks


class UndertheseaTokenizer(DummyTokenizer):
    """Makes a ``Doc`` of a text; it has no settings, hence nothing to save."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The words of ``text``; a blank that is not a single one between words is a token, as everywhere in spaCy."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in [*word_spans(text), (len(text), len(text))]:
            gap = text[position:start]
            if words and gap.startswith(" "):
                spaces[-1], gap = True, gap[1:]
            pieces = [piece for piece in (gap, text[start:end]) if piece]
            words += pieces
            spaces += [False] * len(pieces)
            position = end
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[Any, ...]:
        return UndertheseaTokenizer, (self.vocab,)


@registry.tokenizers("vi.underthesea")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], UndertheseaTokenizer]:
    """The tokenizer as spaCy makes it from a config."""
    return lambda nlp: UndertheseaTokenizer(nlp.vocab)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """The words of ``text`` as half-open code points, in order; what lies between them is blank."""
    for line in _LINE.finditer(text):
        for start, end in _in_line(line[0]):
            yield line.start() + start, line.start() + end


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    letters = _letters(line)
    composed = "".join(letter for letter, _ in letters)
    places = [place for letter, place in letters for c in letter if not c.isspace()]
    ends = accumulate((sum(not c.isspace() for c in word) for word in _words(composed)), initial=0)
    done = 0
    for first, beyond in pairwise(ends):
        start, end = max(places[first][0], done), places[beyond - 1][1]
        if start < end:  # else the cut fell into a letter that the source writes as one
            yield start, end
            done = end


def _letters(line: str) -> list[tuple[str, tuple[int, int]]]:
    """The letters of ``line``, composed, and where each stands in it."""
    if unicodedata.is_normalized("NFC", line):
        return [(c, (i, i + 1)) for i, c in enumerate(line)]
    return [(unicodedata.normalize("NFC", m[0]), m.span()) for m in _LETTER.finditer(line) if m[0]]


def _words(line: str) -> list[str]:
    """What underthesea makes of ``line``; its pieces between blanks where it would lose or change a character."""
    pieces = line.split()
    if not pieces:
        return []
    from underthesea import word_tokenize

    words: list[str] = word_tokenize(line, use_token_normalize=False)
    return words if "".join("".join(words).split()) == "".join(pieces) else pieces
