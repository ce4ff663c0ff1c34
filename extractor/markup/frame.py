"""A table of facts as HTML, the words of each fact marked in their sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.markup.cells import Row, plain_rows
from extractor.markup.hover import fact_hover
from extractor.markup.marks import Mark, marked, plain_html
from extractor.markup.palette import colour
from extractor.markup.sentences import offsets_in_sentences
from extractor.reading import plain, reading

if TYPE_CHECKING:
    from pandas import DataFrame

READ_AS = "read_as"
DEFAULT = ("doc_id", "kind", READ_AS, "subject", "period_start", "period_end", "place", "status", "sentence")
_NEEDED = ("kind", "text", "start", "sentence")
_AROUND = 120  # code points of a long sentence that are shown on each side of the words


@dataclass(frozen=True, slots=True, repr=False)
class Highlighted:
    """What ``highlight`` gives: a notebook shows ``html``, everything else the plain ``frame``."""

    frame: DataFrame
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return repr(self.frame)


def highlight(frame: DataFrame, columns: Sequence[str] | None = None, *, rows: int = 50) -> Highlighted:
    """A table of facts for the eye: the column ``sentence`` with the words of each fact on the colour of its kind.

    :param frame: facts as ``Result.to_frame()`` gives them or as a file holds them, whatever rows were chosen. It stays as it is.
    :param columns: which to show, in this order; ``read_as`` stands for what the fact was read as, in one short line. By default
        those that a reader wants, without those that are empty.
    :param rows: how many rows to show at most.
    :return: an object that a notebook shows. Where nothing tells which of several equal words of a sentence are meant, all are marked.
    :raises ValueError: the frame lacks a column that is needed or asked for.
    """
    _check(frame, columns)
    shown = plain_rows(frame.head(rows))
    names = list(columns) if columns is not None else _filled(set(frame.columns), shown)
    offsets = offsets_in_sentences(shown)
    head = "".join(f"<th>{plain_html(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(_cell(row, name, found) for name in names)}</tr>" for row, found in zip(shown, offsets, strict=True))
    html = f'<table class="dataframe"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    left = len(frame) - len(shown)
    return Highlighted(frame, html + (f"<div>… {left:,} more rows are not shown</div>" if left else ""))


def _check(frame: DataFrame, columns: Sequence[str] | None) -> None:
    for name in (*_NEEDED, *(columns or ())):
        if name not in frame.columns and name != READ_AS:
            raise ValueError(f"highlight: the frame has no column {name!r}: give the table of facts, and name what to show in columns=[…]")


def _filled(there: Collection[str], rows: list[Row]) -> list[str]:
    """The default columns that say something; one document need not be named in every row."""
    names = [name for name in DEFAULT if name == READ_AS or (name in there and any(row[name] is not None for row in rows))]
    return [name for name in names if name != "doc_id" or len({row["doc_id"] for row in rows}) > 1]


def _cell(row: Row, name: str, offsets: list[int]) -> str:
    if name == "sentence":
        return f'<td lang="vi" style="text-align:left;white-space:normal;min-width:20em">{_sentence(row, offsets)}</td>'
    value = reading(row) if name == READ_AS else row[name]
    words = "; ".join(value) if isinstance(value, tuple) else plain(value)
    return f'<td style="text-align:left">{plain_html(words)}</td>'


def _sentence(row: Row, offsets: list[int]) -> str:
    """The sentence around the words, on one line."""
    sentence, words = str(row["sentence"] or ""), str(row["text"])
    marks = [Mark(at, at + len(words), colour(str(row["kind"])), fact_hover(row)) for at in offsets]
    first, last = (offsets[0], offsets[-1] + len(words)) if offsets else (0, 0)
    left = sentence.rfind(" ", 0, first - _AROUND) + 1 if first > _AROUND else 0
    right = sentence.find(" ", last + _AROUND) if last + _AROUND < len(sentence) else -1
    right = len(sentence) if right < 0 else right
    html = marked(sentence, marks, left, right)
    return f"{'… ' if left else ''}{html}{' …' if right < len(sentence) else ''}"
