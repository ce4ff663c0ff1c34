"""Footnotes and endnotes: which one a reference means, and the mark that it has in the text (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from typing import Any

from extractor.load.docx.names import W
from extractor.load.docx.number_formats import superscript
from extractor.load.docx.pieces import Note


class Notes:
    """The notes of a document, counted from 1 as they are referred to, footnotes and endnotes each for themselves."""

    def __init__(self, footnotes: Any, endnotes: Any) -> None:
        self._notes = {"footnote": _by_id(footnotes), "endnote": _by_id(endnotes)}
        self._marks: dict[str, dict[str, str]] = {"footnote": {}, "endnote": {}}

    def found(self, note: Note) -> tuple[str, Any] | None:
        """The mark of a note (empty where the text brings its own) and its element; None where there is no such note.

        A note that is referred to again keeps its number.
        """
        element = self._notes[note.kind].get(note.note_id)
        if element is None:
            return None
        if note.marked:
            return "", element
        marks = self._marks[note.kind]
        return marks.setdefault(note.note_id, superscript(len(marks) + 1)), element


def _by_id(root: Any) -> dict[str | None, Any]:
    return {} if root is None else {note.get(W + "id"): note for note in root}
