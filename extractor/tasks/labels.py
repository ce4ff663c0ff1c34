"""Lines that say under a label who does a task, until when and with what result: ``Cơ quan chủ trì: Sở Nội vụ. Thời gian: quý I/2026.``"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extractor.calendar_vn import rrule
from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.listed_names import listed_names
from extractor.tasks.pieces import Piece, sentences
from extractor.tasks.roles import Roles, read_roles
from extractor.tasks.timing import NONE, Timing, only_time
from extractor.tasks.words import cues, phrase

_ROLE_LABELS = ("label_lead", "label_support")  # cues


class Labels(NamedTuple):
    """What the labels of one item say together."""

    roles: Roles = Roles()
    timing: Timing = NONE
    product: str | None = None


def is_label(view: FactView, sentence: Span) -> bool:
    """Whether a sentence is a label and what it says, no task."""
    lower = view.context.lower
    if any(cues()[c].pattern.match(lower, sentence.start, sentence.end) for c in _ROLE_LABELS):
        return True
    if phrase("product_label").match(lower, sentence.start, sentence.end):
        return lower[sentence.end - 1] != ":"
    return phrase("time_label").match(lower, sentence.start, sentence.end) is not None and lower[sentence.end - 1] != ":"


def read_labels(view: FactView, labels: list[Span]) -> Labels:
    """The labels of one item, read together."""
    text, product, timing = view.context.text, None, NONE
    roles = []
    for sentence in labels:
        if m := phrase("product_label").match(view.context.lower, sentence.start, sentence.end):
            product = text[m.end() : sentence.end].strip(" .;") or product
        elif m := phrase("time_label").match(view.context.lower, sentence.start, sentence.end):
            timing = _time(view, sentence, m.end()) or timing
        else:
            roles.append(_named(view, sentence))
    lead = tuple(dict.fromkeys(n for r in roles for n in r.lead))
    support = tuple(dict.fromkeys(n for r in roles for n in r.support if n not in lead))
    return Labels(Roles(lead, support, facts=tuple(f for r in roles for f in r.facts)), timing, product)


def _named(view: FactView, sentence: Span) -> Roles:
    """Who stands behind the labels of lead and support: lists of names, of bodies that are known and of others."""
    read = read_roles(view, sentence)
    found = [(m, c) for c in _ROLE_LABELS for m in cues()[c].pattern.finditer(view.context.lower, *sentence)]
    found.sort(key=lambda item: item[0].start())
    names: dict[str, tuple[str, ...]] = {}
    for (m, cue), end in zip(found, [*(n.start() for n, _ in found[1:]), sentence.end], strict=True):
        names[cue] = names.get(cue, ()) + listed_names(view, Span(m.end(), end))
    lead, support = (names.get(cue, ()) for cue in _ROLE_LABELS)
    return read._replace(lead=lead or read.lead, support=tuple(n for n in support or read.support if n not in lead))


def _time(view: FactView, sentence: Span, at: int) -> Timing:
    """The deadline behind a label; ``Hằng năm`` alone is a recurrence there."""
    when = only_time(view, sentence)
    often = phrase("often").match(view.context.lower, at, sentence.end)
    if when or often is None:
        return when
    return Timing(None, True, rrule(often.group("unit")), None, Span(often.start("words"), often.end("words")))


def with_labels(view: FactView, found: Iterable[Piece]) -> list[tuple[Piece, list[Span]]]:
    """Each piece with the labelled sentences that hold for it.

    A line of labels holds for the items above it under the same heading, back to the labels before: ``- A; - B; - Đơn vị chủ trì: X``.
    Lines of labels, and the headings over them (``b) Cơ quan thực hiện:``), are left out.
    """
    kept: list[tuple[Piece, list[Span]]] = []
    block = 0  # where the items begin that no labels have been read for
    labelling = False
    listed = list(found)
    for i, piece in enumerate(listed):
        inner = sentences(view.context, piece.span)
        if phrase("label_heading").fullmatch(view.context.lower, *piece.span) and _heads_labels(view, listed[i + 1 : i + 2]):
            labelling = True
            continue
        if kept and inner and _says(view, inner):
            own = _parent(piece.path) if piece.marked else piece.path or ""
            for item, labels in kept[block:]:
                if _under(item.path, own, kept[-1][0].path, wide=labelling):
                    labels += inner
            labelling = True
            continue
        if labelling:
            block = len(kept)
        labelling = False
        kept.append((piece, []))
    return kept


def _heads_labels(view: FactView, below: list[Piece]) -> bool:
    return any(_says(view, sentences(view.context, piece.span)) for piece in below)


def _says(view: FactView, inner: list[Span]) -> bool:
    """Whether a line is labels and nothing else."""
    return all(is_label(view, s) for s in inner)


def _under(path: str | None, heading: str, last: str | None, *, wide: bool) -> bool:
    """Whether an item at ``path`` stands in the block that labels below ``heading`` close; the item right above always does."""
    item = path or ""
    if item == (last or ""):
        return True
    top = _parent(heading) if wide else heading
    return bool(top) and item.startswith(f"{top}/")


def _parent(path: str | None) -> str:
    return (path or "").rpartition("/")[0]
