"""Lines that say under a label who does a task, until when and with what result: ``Cơ quan chủ trì: Sở Nội vụ. Thời gian: quý I/2026.``"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.model import Span
from extractor.tasks.pieces import Piece, sentences
from extractor.tasks.roles import Roles, read_roles
from extractor.tasks.timing import NONE, Timing, only_time
from extractor.tasks.words import cues

_PRODUCT = regex.compile(r"(?:sản phẩm|kết quả|sản phẩm, kết quả|sản phẩm đầu ra|kết quả đầu ra|hình thức văn bản)(?: (?:hoàn thành|đầu ra|dự kiến|thực hiện))? ?: ?", regex.V1)
_TIME = regex.compile(r"(?:thời gian|thời hạn|tiến độ|hoàn thành)(?: (?:thực hiện|hoàn thành|trình|báo cáo|xong))* ?:", regex.V1)


class Labels(NamedTuple):
    """What the labels of one item say together."""

    roles: Roles = Roles()
    timing: Timing = NONE
    product: str | None = None


def is_label(view: FactView, sentence: Span) -> bool:
    """Whether a sentence is a label and what it says, no task."""
    lower = view.context.lower
    if any(cues()[c].pattern.match(lower, sentence.start, sentence.end) for c in ("label_lead", "label_support")):
        return True
    if _PRODUCT.match(lower, sentence.start, sentence.end):
        return lower[sentence.end - 1] != ":"
    return _TIME.match(lower, sentence.start, sentence.end) is not None and bool(only_time(view, sentence))


def read_labels(view: FactView, labels: list[Span]) -> Labels:
    """The labels of one item, read together."""
    text, product, timing = view.context.text, None, NONE
    roles = []
    for sentence in labels:
        if m := _PRODUCT.match(view.context.lower, sentence.start, sentence.end):
            product = text[m.end() : sentence.end].strip(" .;") or product
        elif when := only_time(view, sentence):
            timing = when
        else:
            roles.append(read_roles(view, sentence))
    lead = tuple(dict.fromkeys(n for r in roles for n in r.lead))
    support = tuple(dict.fromkeys(n for r in roles for n in r.support if n not in lead))
    return Labels(Roles(lead, support, facts=tuple(f for r in roles for f in r.facts)), timing, product)


def with_labels(view: FactView, found: Iterable[Piece]) -> Iterator[tuple[Piece, list[Span]]]:
    """Each piece with the labelled sentences of the pieces right below it that hold nothing else."""
    kept: Piece | None = None
    labels: list[Span] = []
    for piece in found:
        inner = sentences(view.context, piece.span)
        if kept is not None and inner and all(is_label(view, s) for s in inner):
            labels += inner
            continue
        if kept is not None:
            yield kept, labels
        kept, labels = piece, []
    if kept is not None:
        yield kept, labels
