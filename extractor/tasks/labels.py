"""Lines that say under a label who does a task, until when and with what result: ``Cơ quan chủ trì: Sở Nội vụ. Thời gian: quý I/2026.``"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.prefilter import Heads
from extractor.tasks.actors import is_work, read_actors
from extractor.tasks.listed_names import listed_names
from extractor.tasks.orders import past_adverbial
from extractor.tasks.pieces import Piece, sentences
from extractor.tasks.roles import NO_ROLES, Roles, read_roles
from extractor.tasks.timing import NONE, Timing, often, only_time
from extractor.tasks.words import cues, phrase, starts_with

_MOST_LINES = 50  # of labels in a row that are heard: more of them are no labels of the items above
_ROLE_LABELS = ("label_lead", "label_support")  # cues


class Labels(NamedTuple):
    """What the labels of one item say together."""

    roles: Roles = NO_ROLES
    timing: Timing = NONE
    product: str | None = None


NO_LABELS = Labels()


class Labelled(NamedTuple):
    """A piece, those of its sentences that are no labels, those that are, and the labels in lines below that hold for it."""

    piece: Piece
    sentences: list[Span]
    own: list[Span]
    below: list[Span]


def is_label(view: FactView, sentence: Span) -> bool:
    """Whether a sentence is a label and what it says, no task."""
    lower = view.context.lower
    if not _label_heads().at(lower, sentence.start):
        return False
    if m := cues()["label_lead"].pattern.match(lower, sentence.start, sentence.end):
        return _work_behind(view, Span(m.end(), sentence.end)) < 0
    if cues()["label_support"].pattern.match(lower, sentence.start, sentence.end):
        return True
    if phrase("product_label").match(lower, sentence.start, sentence.end):
        return lower[sentence.end - 1] != ":"
    return phrase("time_label").match(lower, sentence.start, sentence.end) is not None and lower[sentence.end - 1] != ":"


@cache
def _label_heads() -> Heads:
    return Heads(*(cues()[label].pattern for label in _ROLE_LABELS), phrase("product_label"), phrase("time_label"))


def without_label(view: FactView, piece: Piece) -> Piece:
    """A piece without the label before its work: ``Nội dung: Tổ chức tập huấn``, ``Cơ quan thực hiện: Sở Y tế rà soát …``."""
    lower, (start, end) = view.context.lower, piece.span
    label = phrase("work_label").match(lower, start, end)
    if label is None:
        label = cues()["label_lead"].pattern.match(lower, start, end)
        if label is None or _work_behind(view, Span(label.end(), end)) < 0:
            return piece
    return piece._replace(span=Span(label.end() + (lower[label.end()] == " "), end))


def _work_behind(view: FactView, span: Span) -> int:
    """Where the work begins that bodies behind a label are told to do, other than to lead or to help; -1 where only names stand there."""
    lower = view.context.lower
    at = span.start + (lower[span.start : span.start + 1] == " ")
    actors = read_actors(view, at, span.end)
    if actors is None:
        return -1
    verb = past_adverbial(lower, actors.span.end, span.end)
    bare = phrase("leads_label").match(lower, verb, span.end)
    if bare is None:
        return verb if verb < span.end and is_work(lower, verb) else -1
    return verb if starts_with("verbs").match(lower, bare.end() + 1, span.end) else -1


def read_labels(view: FactView, labels: list[Span]) -> Labels:
    """The labels of one item, read together."""
    if not labels:
        return NO_LABELS
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
        leads = phrase("leads_label").search(view.context.lower, m.end(), end)  # "Sở Y tế chủ trì, phối hợp với …": the rest are helpers
        names[cue] = names.get(cue, ()) + listed_names(view, Span(m.end(), leads.start() if leads else end))
    lead, support = (names.get(cue, ()) for cue in _ROLE_LABELS)
    return read._replace(lead=lead or read.lead, support=tuple(n for n in support or read.support if n not in lead))


def _time(view: FactView, sentence: Span, at: int) -> Timing:
    """The deadline behind a label; ``Hằng năm`` alone is a recurrence there."""
    return only_time(view, sentence) or often(view, Span(at, sentence.end))


def with_labels(view: FactView, found: Iterable[Piece]) -> list[Labelled]:
    """Each piece with its sentences and the labels that hold for it.

    A line of labels holds for the items above it under the same heading, back to the labels before: ``- A; - B; - Đơn vị chủ trì: X``.
    Lines of labels, and the headings over them (``b) Cơ quan thực hiện:``), are left out.
    """
    kept: list[Labelled] = []
    block = 0  # where the items begin that no labels have been read for
    labelling = False
    told = 0  # lines of labels in a row
    listed = list(found)
    for i, labelled in enumerate(listed):
        piece = without_label(view, labelled)
        inner = sentences(view.context, piece.span)
        if phrase("label_heading").fullmatch(view.context.lower, *piece.span) and _heads_labels(view, listed[i + 1 : i + 2]):
            labelling = True
            continue
        own = [s for s in inner if is_label(view, s)]
        if kept and own and len(own) == len(inner):
            heading = _parent(piece.path) if piece.marked else piece.path or ""
            told += 1
            for above in kept[block:] if told <= _MOST_LINES else ():
                if _under(above.piece.path, heading, kept[-1].piece.path, wide=labelling):
                    above.below.extend(own)
            labelling = True
            continue
        if labelling:
            block = len(kept)
        labelling, told = False, 0
        kept.append(Labelled(piece, [s for s in inner if s not in own] if own else inner, own, []))
    return kept


def _heads_labels(view: FactView, below: list[Piece]) -> bool:
    return any(all(is_label(view, s) for s in sentences(view.context, piece.span)) for piece in below)


def _under(path: str | None, heading: str, last: str | None, *, wide: bool) -> bool:
    """Whether an item at ``path`` stands in the block that labels below ``heading`` close; the item right above always does."""
    item = path or ""
    if item == (last or ""):
        return True
    top = _parent(heading) if wide else heading
    return bool(top) and item.startswith(f"{top}/")


def _parent(path: str | None) -> str:
    return (path or "").rpartition("/")[0]
