"""What a paragraph holds, in its order: stretches of text with how they are set, and the places of notes and text boxes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from extractor.load.docx.styles import Look
from extractor.load.docx.symbols import readable
from extractor.raised import LOWERED, RAISED

PLAIN = Look(None, False, "")
_SHIFTED = re.compile(r"\s*(?=.*\d)[\d()+=\-−–]+\s*")


class Piece(NamedTuple):
    """Text that is set in one way. A page break is a form feed, a soft hyphen U+00AD."""

    text: str
    look: Look = PLAIN


class Label(NamedTuple):
    """The number or bullet of a list, with the blank behind it; no text outside lists."""

    text: str
    look: Look = PLAIN


class Note(NamedTuple):
    """A reference to a footnote or endnote: ``kind`` as the part is called, ``marked`` where the text brings a mark of its own."""

    kind: str
    note_id: str
    marked: bool


class Box(NamedTuple):
    """A text box that is anchored here: its ``w:txbxContent``."""

    element: Any


Text = Piece | Label
Item = Text | Note | Box


def composed(pieces: Iterable[Text], encodings: set[str]) -> str:
    """The words of pieces that follow one another; the names of legacy encodings met go into ``encodings``.

    Pieces in one font are read together, so that no letter is severed from its mark.
    """
    return "".join(_composed(look, "".join(piece.text for piece in group), encodings) for look, group in _grouped(pieces))


def _grouped(pieces: Iterable[Text]) -> Iterator[tuple[Look, Iterator[Text]]]:
    return groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.look)


def _composed(look: Look, text: str, encodings: set[str]) -> str:
    from extractor.load.legacy.fonts import font_encoding, from_font

    encoding = font_encoding(look.font)
    if encoding is not None and look.font is not None:
        read = from_font(text, look.font)
        if not text.isascii() and read != unicodedata.normalize("NFC", text):
            encodings.add(encoding)
        text = read
    else:
        text = readable(text, look.font)
    if look.shift in ("superscript", "subscript") and _SHIFTED.fullmatch(text):
        return text.translate(RAISED if look.shift == "superscript" else LOWERED)
    return text
